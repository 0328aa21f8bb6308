"""Finnish morphology: every reading of a word form.

The analyser is Voikko through the native library. Where that is missing, pyvoikko reads the same
dictionary in Python, many times slower (`is_fast`). `SOMEHELP_ANALYSER=voikko|pyvoikko` forces one.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache

from rules.text import voikko
from rules.text.reading import Reading

_LONGEST = 40
"""Longer forms are no words (the longest of 33,000 in running text has 39) and cost very much."""


_ADVICE = (
    "no Finnish analyser is installed: install Voikko with `apt install libvoikko1 voikko-fi` or "
    "`brew install libvoikko`, or the slower one with `pip install 'somehelp[pip-only]'`"
)


class AnalyserMissingError(RuntimeError):
    """Neither Voikko's library nor pyvoikko is installed; the message says what to install."""


def read(form: str) -> tuple[Reading, ...]:
    """Return every reading of `form` in the analyser's order; empty where it is unknown.

    `form` is as normalised by a Document: composed accents, `'` and `-`. Safe from any thread.
    Raise `AnalyserMissingError` where no analyser is installed.
    """
    if len(form) > _LONGEST or not form.isprintable():
        return ()
    return _analyser()(form)


def is_known(form: str) -> bool:
    """Tell whether the analyser knows `form`."""
    return bool(read(form))


def analyser_name() -> str:
    """Return `voikko` (native) or `pyvoikko` (pip only)."""
    forced = os.environ.get("SOMEHELP_ANALYSER")
    if forced in ("voikko", "pyvoikko"):
        return forced
    return "voikko" if voikko.is_available() else "pyvoikko"


def is_fast() -> bool:
    """Tell whether the native analyser is at work."""
    return analyser_name() == "voikko"


@cache
def _analyser() -> Callable[[str], tuple[Reading, ...]]:
    if is_fast():
        return voikko.read
    try:
        from rules.text import pyvoikko
    except ModuleNotFoundError as missing:
        raise AnalyserMissingError(_ADVICE) from missing
    return pyvoikko.read

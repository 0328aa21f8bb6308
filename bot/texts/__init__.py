"""The program's own sentences in Finnish, Swedish and English, as Fluent files.

`fi.ftl` holds what the command line says, `crisis.fi.ftl` what is said in a crisis, and so on; the
further ones are read when a sentence is not in the first. Every language has the same messages with
the same placeholders, and none stands in two files; a test holds this.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from rules.model import Language

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

FOLDER = Path(__file__).parent


class Texts:
    """The sentences of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._bundle = _bundle(language)

    def say(self, key: str, **values: str | int | float) -> str:
        """Return the sentence `key` with its placeholders filled.

        Raises:
            KeyError: there is no such sentence.
        """
        return self._filled(key, values) if values else _fixed(self.language, key)

    def _filled(self, key: str, values: dict[str, str | int | float]) -> str:
        if not self._bundle.has_message(key):
            self._bundle = _whole(self.language)
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise KeyError(key)
        text, errors = self._bundle.format_pattern(pattern, values)
        if errors:
            raise KeyError(f"{key}: {errors[0]}")
        return str(text)


@cache
def _fixed(language: Language, key: str) -> str:
    """Return a sentence without placeholders, made once: a crisis says the same to hundreds."""
    return Texts(language)._filled(key, {})


@cache
def _bundle(language: Language) -> FluentBundle:
    return _of([FOLDER / f"{language}.ftl"], language)


@cache
def _whole(language: Language) -> FluentBundle:
    return _of(sorted(FOLDER.glob(f"*{language}.ftl")), language)


def _of(files: Iterable[Path], language: Language) -> FluentBundle:
    # Imported here: plural rules are slow to load, and a stream of JSON needs no sentence.
    from fluent.runtime import FluentBundle, FluentResource

    bundle = FluentBundle([language], use_isolating=False)
    for file in files:
        bundle.add_resource(FluentResource(file.read_text("utf-8")))
    return bundle

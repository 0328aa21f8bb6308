"""Context words: what a pack's author lists to say whose a number is, or what a word announces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rules.detect.scan import Scan
from rules.model import Span

_ENDING = 4  # letters that an inflectional ending may have
_KEY = 3  # letters at the beginning of a word by which a text's words are looked up
_WORD = re.compile(r"\w+")


class _Cue(NamedTuple):
    body: str
    opens: bool  # may end a compound
    most: int  # letters that may follow; -1 for any number


class Cues:
    """Words that are looked for in any capitals, by plain search: quick, and linear in the text.

    A word stands for itself; a leading `*` lets it be the end of a compound, a trailing `*` its
    beginning, and a trailing `~` allows an inflectional ending of up to four letters.
    """

    __slots__ = ("_cues", "_free", "_keyed")

    def __init__(self, words: Sequence[str]) -> None:
        self._cues = tuple(map(_cue, dict.fromkeys(words)))
        free: list[_Cue] = []
        keyed: dict[str, list[_Cue]] = {}
        for cue in self._cues:
            key = _key(cue)
            if key:
                keyed.setdefault(key, []).append(cue)
            else:
                free.append(cue)
        self._free, self._keyed = tuple(free), keyed

    def search(self, text: str, start: int = 0, end: int | None = None) -> Span | None:
        """Return the first such word within `text[start:end]`, in offsets of `text`."""
        return min(self._all(text, start, end), default=None)

    def last(self, text: str, start: int, end: int) -> Span | None:
        """Return the last such word within `text[start:end]`, in offsets of `text`."""
        spans = self._all(text, start, end)
        return max(spans, key=lambda span: (span.end, -span.start), default=None)

    def everywhere(self, scan: Scan) -> list[Span]:
        """Return every such word of a whole text, in order.

        The beginnings of the text's words are collected once for all rules; a cue that none of
        them begins is not looked for.
        """
        begun = scan.once("word beginnings", _beginnings).keys() & self._keyed.keys()
        cues = [*self._free, *(cue for key in begun for cue in self._keyed[key])]
        return sorted(_places(_lower(scan.doc.norm), cues)) if cues else []

    def _all(self, text: str, start: int, end: int | None) -> Iterator[Span]:
        for first, last in _places(_lower(text[start:end]), self._cues):
            yield Span(start + first, start + last)


def _places(text: str, cues: Sequence[_Cue]) -> Iterator[Span]:
    for body, opens, most in cues:
        at = text.find(body)
        while at >= 0:
            stop = at + len(body)
            if (opens or not at or not _is_letter(text[at - 1])) and _ends(text, stop, most):
                yield Span(at, stop)
            at = text.find(body, stop)


def _beginnings(scan: Scan) -> dict[str, None]:
    return {word[:_KEY]: None for word in _WORD.findall(_lower(scan.doc.norm))}


def _key(cue: _Cue) -> str:
    """Return how the word that a cue begins must begin; nothing where it may begin anyhow."""
    found = _WORD.match(cue.body)
    if cue.opens or found is None or (found.end() == len(cue.body) < _KEY and cue.most):
        return ""
    return found.group()[:_KEY]


def _cue(word: str) -> _Cue:
    body = word.strip("*~").lower()
    most = _ENDING if word.endswith("~") else 0
    if word.endswith("*") or not _is_letter(body[-1]):
        most = -1
    return _Cue(body, word.startswith("*"), most)


def _lower(text: str) -> str:
    """Lower-case a text without moving any character (`İ` would become two)."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def _ends(text: str, at: int, most: int) -> bool:
    if most < 0:
        return True
    stop = at
    while stop < len(text) and stop <= at + most and _is_letter(text[stop]):
        stop += 1
    return stop - at <= most


def _is_letter(char: str) -> bool:
    return char.isalnum() or char == "_"

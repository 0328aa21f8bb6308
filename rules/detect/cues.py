"""Context words: what a pack's author lists to say whose a number is, or what a word announces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, NamedTuple

from pydantic import AfterValidator

from rules.detect.literals import Literals
from rules.detect.scan import Scan
from rules.detect.sought import Sought, lower, small
from rules.model import Span


def _is_said(entry: str) -> str:
    if not all(word.strip(" *~") for word in entry.replace("...", "|").split("|")):
        raise ValueError(f"{entry!r} has a word without letters; write the word, or take it out")
    return entry


Cue = Annotated[str, AfterValidator(_is_said)]
"""What an author writes for one of the words; see `Cues`."""

_ENDING = 4  # letters that an inflectional ending may have


class _Cue(NamedTuple):
    body: str
    opens: bool  # may end a compound
    most: int  # letters that may follow; -1 for any number


class Cues:
    """Words that are looked for in any capitals, all in one pass.

    A word stands for itself; a leading `*` lets it be the end of a compound, a trailing `*` its
    beginning, and a trailing `~` allows an inflectional ending of up to four letters.
    """

    __slots__ = ("_bodies", "_cues", "_sought")

    def __init__(self, words: Sequence[str]) -> None:
        self._cues = tuple(map(_cue, dict.fromkeys(words)))
        self._bodies = Literals(self.bodies)
        self._sought = Sought(self.bodies)

    def search(self, text: str, start: int = 0, end: int | None = None) -> Span | None:
        """Return the first such word within `text[start:end]`, in offsets of `text`."""
        return min(self._all(text, start, end), default=None)

    def last(self, text: str, start: int, end: int) -> Span | None:
        """Return the last such word within `text[start:end]`, in offsets of `text`."""
        spans = self._all(text, start, end)
        return max(spans, key=lambda span: (span.end, -span.start), default=None)

    @property
    def bodies(self) -> tuple[str, ...]:
        """What a text must have, in small letters, one of for any such word to be in it."""
        return tuple(cue.body for cue in self._cues)

    def may_be_in(self, scan: Scan) -> bool:
        """Tell whether any such word can be in any part of a whole text."""
        return bool(self._sought.seen(scan))

    def everywhere(self, scan: Scan) -> list[Span]:
        """Return every such word of a whole text, in order."""
        return sorted(self._in(lower(scan), 0, self._sought.seen(scan)))

    def within(self, text: str, start: int = 0, end: int | None = None) -> list[Span]:
        """Return every such word within `text[start:end]`, in order, in offsets of `text`."""
        return sorted(self._all(text, start, end))

    def _all(self, text: str, start: int, end: int | None) -> Iterator[Span]:
        part = small(text[start:end])
        return self._in(part, start, self._bodies.seen(part))

    def _in(self, part: str, start: int, seen: Iterable[int]) -> Iterator[Span]:
        for number in seen:
            body, opens, most = self._cues[number]
            at = part.find(body)
            while at >= 0:
                stop = at + len(body)
                if (opens or not at or not _is_letter(part[at - 1])) and _ends(part, stop, most):
                    yield Span(start + at, start + stop)
                at = part.find(body, stop)


def _cue(word: str) -> _Cue:
    body = word.strip("*~").lower()
    most = _ENDING if word.endswith("~") else 0
    if word.endswith("*") or not _is_letter(body[-1]):
        most = -1
    return _Cue(body, word.startswith("*"), most)


def _ends(text: str, at: int, most: int) -> bool:
    if most < 0:
        return True
    stop = at
    while stop < len(text) and stop <= at + most and _is_letter(text[stop]):
        stop += 1
    return stop - at <= most


def _is_letter(char: str) -> bool:
    return char.isalnum() or char == "_"

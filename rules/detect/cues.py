"""Context words: what a pack's author lists to say whose a number is, or what a word announces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rules.detect.literals import Literals
from rules.detect.scan import Scan
from rules.model import Span

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

    __slots__ = ("_bodies", "_cues")

    def __init__(self, words: Sequence[str]) -> None:
        self._cues = tuple(map(_cue, dict.fromkeys(words)))
        self._bodies = Literals([cue.body for cue in self._cues])

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
        return bool(scan.once(("cues", id(self)), lambda s: self._bodies.seen(lower(s))))

    def everywhere(self, scan: Scan) -> list[Span]:
        """Return every such word of a whole text, in order."""
        return sorted(self._in(lower(scan), 0))

    def within(self, text: str, start: int = 0, end: int | None = None) -> list[Span]:
        """Return every such word within `text[start:end]`, in order, in offsets of `text`."""
        return sorted(self._all(text, start, end))

    def _all(self, text: str, start: int, end: int | None) -> Iterator[Span]:
        return self._in(small(text[start:end]), start)

    def _in(self, part: str, start: int) -> Iterator[Span]:
        for number in self._bodies.seen(part):
            body, opens, most = self._cues[number]
            at = part.find(body)
            while at >= 0:
                stop = at + len(body)
                if (opens or not at or not _is_letter(part[at - 1])) and _ends(part, stop, most):
                    yield Span(start + at, start + stop)
                at = part.find(body, stop)


class Gate:
    """Tells in one pass which of many `Cues` may have a word in a text."""

    def __init__(self, cues: Iterable[Iterable[str]]) -> None:
        """Take the `bodies` of each."""
        pieces: dict[str, list[int]] = {}
        for at, bodies in enumerate(cues):
            for body in bodies:
                pieces.setdefault(body, []).append(at)
        self._owners = list(pieces.values())
        self._pieces = Literals(tuple(pieces))

    def passed_by(self, text: str) -> set[int]:
        """Return the places, among the `Cues`, of those that may have a word in a `small` text."""
        return {at for piece in self._pieces.seen(text) for at in self._owners[piece]}


def lower(scan: Scan) -> str:
    """Return the text in small letters, every character where it was."""
    return scan.once("lower", lambda scan: small(scan.doc.norm))


def _cue(word: str) -> _Cue:
    body = word.strip("*~").lower()
    most = _ENDING if word.endswith("~") else 0
    if word.endswith("*") or not _is_letter(body[-1]):
        most = -1
    return _Cue(body, word.startswith("*"), most)


def small(text: str) -> str:
    """Lower-case a text without moving any character (`İ` would become two)."""
    plain = text.lower()
    if len(plain) == len(text):
        return plain
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

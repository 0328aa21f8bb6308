"""What detectors look for in a whole draft, looked for at once.

A pass over a text is quick; to bring the tables for it back into the processor's cache is not. So
the pieces of all detectors are looked for together, and each is told of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from threading import Lock

from rules.detect.literals import Literals
from rules.detect.scan import Scan

_numbers: dict[str, int] = {}  # of the process: packs share most of their words
_lock = Lock()


class Sought:
    """Pieces of text in small letters; they join those of others when first asked for."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self._pieces = tuple(pieces)

    def seen(self, scan: Scan) -> list[int]:
        """Return the places, among the pieces, of those that stand in the draft; in any order."""
        own = self._own
        known, seen = scan.once("sought", _look)
        if known < len(_numbers) and max(own, default=0) >= known:
            text = lower(scan)  # they have joined during this check
            return [at for at, piece in enumerate(self._pieces) if piece in text]
        return [at for number in own.keys() & seen for at in own[number]]

    @cached_property
    def _own(self) -> dict[int, list[int]]:
        own: dict[int, list[int]] = {}
        with _lock:
            for at, piece in enumerate(self._pieces):
                own.setdefault(_numbers.setdefault(piece, len(_numbers)), []).append(at)
        return own


class Gate:
    """Tells which of several groups of pieces, in small letters, a draft has one of."""

    def __init__(self, groups: Iterable[Iterable[str]]) -> None:
        pieces: dict[str, list[int]] = {}
        for at, group in enumerate(groups):
            for piece in group:
                pieces.setdefault(piece, []).append(at)
        self._groups = list(pieces.values())
        self._sought = Sought(tuple(pieces))

    def passed_by(self, scan: Scan) -> set[int]:
        """Return the places, among the groups, of those that the draft has a piece of."""
        return {at for piece in self._sought.seen(scan) for at in self._groups[piece]}


def lower(scan: Scan) -> str:
    """Return the draft in small letters, every character where it was."""
    return scan.once("lower", lambda scan: small(scan.doc.norm))


def small(text: str) -> str:
    """Lower-case a text without moving any character (`İ` would become two)."""
    plain = text.lower()
    if len(plain) == len(text):
        return plain
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def _look(scan: Scan) -> tuple[int, frozenset[int]]:
    """Return how many pieces were known, and the numbers of those that stand in the draft."""
    known = len(_numbers)
    return known, frozenset(_all(known).seen(lower(scan)))


@lru_cache(maxsize=1)
def _all(known: int) -> Literals:
    with _lock:
        return Literals(tuple(_numbers)[:known])

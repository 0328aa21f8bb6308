"""What follows from a word's form alone, worked out once for all drafts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar, TypeVarTuple

from rules.text.word import Word, is_shared

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

_MOST_KEPT = 40_000


class PerWord(Generic[T, *Ts]):
    """A function of a word, and perhaps of a language, that remembers what it gave.

    It remembers shared words only: of a form that no dictionary knows, which may be somebody's
    secret, nothing outlives the draft.
    """

    __slots__ = ("_kept", "_make")

    def __init__(self, make: Callable[[Word, *Ts], T]) -> None:
        """Remember what `make` gives; it may depend on nothing else that changes."""
        self._make = make
        self._kept: dict[tuple[Word, *Ts], T] = {}

    def __call__(self, word: Word, *more: *Ts) -> T:
        """Return what `make` gives."""
        key = (word, *more)
        try:
            return self._kept[key]
        except KeyError:
            made = self._make(word, *more)
        if is_shared(word):
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[key] = made
        return made

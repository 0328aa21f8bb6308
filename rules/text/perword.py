"""What follows from a word's form alone, worked out once for all drafts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from rules.text.word import Word, is_shared

T = TypeVar("T")

_MOST_KEPT = 40_000


class PerWord(Generic[T]):
    """A function of a word that remembers what it gave.

    It remembers shared words only: of a form that no dictionary knows, which may be somebody's
    secret, nothing outlives the draft.
    """

    __slots__ = ("_kept", "_make")

    def __init__(self, make: Callable[[Word], T]) -> None:
        """Remember what `make` gives; it may depend on nothing that changes but the word."""
        self._make = make
        self._kept: dict[Word, T] = {}

    def __call__(self, word: Word) -> T:
        """Return `make(word)`."""
        try:
            return self._kept[word]
        except KeyError:
            made = self._make(word)
        if is_shared(word):
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[word] = made
        return made

"""What follows from a word's form alone, worked out once for all drafts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, TypeVarTuple

from rules.text.word import Word, is_shared

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

_MOST_KEPT = 40_000


class PerWord(dict[Any, T], Generic[T, *Ts]):
    """A function of a word, and perhaps of more, that remembers what it gave.

    It remembers shared words only: of a form that no dictionary knows, which may be somebody's
    secret, nothing outlives the draft. Where every microsecond counts, ask `it[word]` or
    `it[word, more]`: what is remembered then costs no call.
    """

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[Word, *Ts], T]) -> None:
        """Remember what `make` gives; it may depend on nothing else that changes."""
        super().__init__()
        self._make = make

    def __call__(self, word: Word, *more: *Ts) -> T:
        """Return what `make` gives."""
        return self[(word, *more) if more else word]

    def __missing__(self, key: Any) -> T:
        """Work it out for a word, or a word and more, and keep it if one may."""
        asked = key if isinstance(key, tuple) else (key,)
        made = self._make(*asked)
        if is_shared(asked[0]):
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[key] = made
        return made

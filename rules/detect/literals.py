"""Many pieces of text looked for in one pass, however many they are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import re2

_FEW = 6
"""Up to so many pieces, plain search is as quick."""

_MEMORY = 64 << 20
"""Bytes that a set may take: one that runs out of them would see nothing."""


class Literals:
    """Pieces of text; `seen` tells which of them a text has. Capitals count."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self._pieces = tuple(pieces)

    def seen(self, text: str) -> Sequence[int]:
        """Return the places, among the pieces, of those that stand in a text; in any order."""
        if len(self._pieces) <= _FEW:
            return [at for at, piece in enumerate(self._pieces) if piece in text]
        return self._set.Match(text) or ()

    @cached_property
    def _set(self) -> re2.Set:
        options = re2.Options()
        options.max_mem = _MEMORY
        made = re2.Set.SearchSet(options)
        for piece in self._pieces:
            made.Add(re2.escape(piece))
        made.Compile()
        return made

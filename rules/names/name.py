"""A name found in a text and what it was known by."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Evidence(StrEnum):
    """By what a name was known; the strong kinds stand alone, the weak ones are a guess."""

    FULL = "full"
    """A first name and a last name: `Anna Virtasen`."""
    FIRST_UNKNOWN = "first_unknown"
    """A first name and a capitalised word that no dictionary has: `Olena Shevchuk`."""
    FIRST_WORD = "first_word"
    """A first name and another capitalised word: `Mira Koskivirta`."""
    UNKNOWN_LAST = "unknown_last"
    """A capitalised word that no dictionary has and a last name: `Oleksandr Virtanen`."""
    LAST_FIRST = "last_first"
    """A last name before a first name: `Virtanen Anna`."""
    TITLED = "titled"
    """Two capitalised words after a title or a role: `rehtori Usko Helmi`."""
    INITIAL = "initial"
    """A first name and an initial: `Moa G.`."""
    CUED = "cued"
    """Next to a word that calls for a name: `familjen Kronqvist`, `Aatos, 8 v`."""
    ECHO = "echo"
    """Part of a name found elsewhere in the same text."""
    LISTED = "listed"
    """Between commas, beside another name."""
    LOWER = "lower"
    """A full name in lower case."""
    INITIAL_LAST = "initial_last"
    """Initials and a last name: `F. E. Sillanpää`."""
    UNKNOWN_PAIR = "unknown_pair"
    """Two capitalised words that no dictionary has."""
    SINGLE = "single"
    """One word that is a last name and nothing else: `Virtanen`."""
    LONE = "lone"
    """One word that may be a name: `Minttu`. Too many places, shops and days are called so."""

    @property
    def strong(self) -> bool:
        """Whether the evidence is enough to warn; measured precision 0.9 and above."""
        return self not in _WEAK and self is not Evidence.LONE

    @property
    def weak(self) -> bool:
        """Whether the evidence is enough to suggest."""
        return self in _WEAK


_WEAK = frozenset((Evidence.INITIAL_LAST, Evidence.UNKNOWN_PAIR, Evidence.SINGLE))


class Name(NamedTuple):
    """A name at `start:end` of the normalised text, made of `tokens[first:last]`."""

    start: int
    end: int
    first: int
    last: int
    evidence: Evidence

"""Misspelt words: the one word of the lexicon that is a single slip away."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rules.asking.lexicon import lexicon, vocabulary
from rules.model import Language

SHORTEST = 5
"""Letters of the shortest word that is mended: in shorter ones a slip makes another word."""

_LONGEST_ENDING = 5


def mended(word: str, language: Language) -> str | None:
    """Return the word of the lexicon from which `word` differs by one slip, None without one.

    A slip is a letter too many, too few, wrong, or two that changed places.
    """
    if len(word) < SHORTEST or not word.isalpha():
        return None
    slips = _slips(language)
    # An ending may follow the misspelt beginning that a prefix of the lexicon stands for.
    for cut in range(len(word), max(SHORTEST, len(word) - _LONGEST_ENDING) - 1, -1):
        for form in (word[:cut], *_shortened(word[:cut])):
            if form in slips and (cut == len(word) or slips[form] in _stems(language)):
                return slips[form]
    return None


@cache
def _stems(language: Language) -> frozenset[str]:
    begins = lexicon().words[language].begins
    return frozenset(stem for stem in begins if len(stem) > SHORTEST)


@cache
def _slips(language: Language) -> dict[str, str]:
    """Map each word of the lexicon, whole and less one letter, to the word."""
    found: dict[str, str] = {}
    known = lexicon().words[language]
    words = [word for word in (*_stems(language), *vocabulary(known)) if len(word) >= SHORTEST]
    for word in words:
        for form in _shortened(word):
            found.setdefault(form, word)
    found.update((word, word) for word in words)
    return found


def _shortened(word: str) -> Iterator[str]:
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]

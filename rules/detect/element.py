"""One element of a term: what a single word of a draft must be.

The little language of a term, word by word:

- `maksu`            any inflected form of the word (by its base form)
- `=maksun`          exactly this form, in any capitals
- `*toimenpide`      a compound that ends in this word;  `hanke*` one that begins with it
- `hakea|anoa`       any of these
- `suorittaa<passive>`, `<genitive>`, `<noun elative>`   with these marks of inflection
- `?ei`              may be absent
- `...`              up to three words in between
"""

from __future__ import annotations

from typing import NamedTuple

from rules.model import Language
from rules.text import Reading, Token, TokenKind

MARKS = frozenset(
    """noun verb adjective numeral pronoun adverb conjunction preposition interjection abbreviation
    first_name last_name place_name proper_name nominative genitive partitive inessive elative
    illative adessive ablative allative essive translative abessive comitative instructive singular
    plural indicative conditional imperative potential inf-a inf-e inf-ma inf-minen present past
    passive present_active present_passive past_active past_passive agent negation possessive
    capital deverbal""".split()
)


class Element(NamedTuple):
    """A condition on one word; an empty `lemmas`, `surfaces` … asks nothing of that side."""

    lemmas: frozenset[str] = frozenset()
    surfaces: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    firsts: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    optional: bool = False
    gap: int = 0

    @property
    def open(self) -> bool:
        """True where no word is named, only marks: it can be no anchor."""
        return not (self.lemmas or self.surfaces or self.heads or self.firsts)

    def fits(self, token: Token, language: Language) -> bool:
        """Tell whether a token of a sentence in `language` is such a word."""
        word = token.word
        if self.marks:
            return any(self._reading_fits(token, reading) for reading in word.readings)
        if word.lower in self.surfaces or not self.lemmas.isdisjoint(word.lemmas(language)):
            return True
        if self.heads or self.firsts:
            return any(self._compound_fits(reading) for reading in word.readings)
        return False

    def _compound_fits(self, reading: Reading) -> bool:
        return len(reading.heads) > 1 and (
            reading.heads[-1] in self.heads or reading.heads[0] in self.firsts
        )

    def _reading_fits(self, token: Token, reading: Reading) -> bool:
        if not all(_has(token, reading, mark) for mark in self.marks):
            return False
        return (
            self.open
            or reading.lemma.lower() in self.lemmas
            or token.word.lower in self.surfaces
            or self._compound_fits(reading)
        )


def _has(token: Token, reading: Reading, mark: str) -> bool:
    if mark == "passive":
        return reading.person == "4"
    if mark == "possessive":
        return bool(reading.possessive)
    if mark == "deverbal":
        return bool(reading.derived_from)
    if mark == "capital":
        return token.word.shape in ("title", "upper")
    return mark in (
        reading.word_class,
        reading.case,
        reading.number,
        reading.mood,
        reading.tense,
        reading.participle,
    )


def parse_element(text: str) -> Element:
    """Read one element of a term.

    Raises:
        ValueError: the element is empty or has an unknown mark; the message says which.
    """
    if text == "...":
        return Element(gap=3)
    optional = text.startswith("?")
    body, _, rest = text.removeprefix("?").partition("<")
    marks = frozenset(rest.rstrip(">").split(","))  - {""} if rest else frozenset[str]()
    if unknown := marks - MARKS:
        raise ValueError(f"unknown mark {sorted(unknown)}; known: {', '.join(sorted(MARKS))}")
    sides: dict[str, set[str]] = {"lemmas": set(), "surfaces": set(), "heads": set(), "firsts": set()}
    for word in filter(None, body.lower().split("|")):
        if word.startswith("="):
            sides["surfaces"].add(word[1:])
        elif word.startswith("*"):
            sides["heads"].add(word[1:])
        elif word.endswith("*"):
            sides["firsts"].add(word[:-1])
        else:
            sides["lemmas"].add(word)
    if not marks and not any(sides.values()):
        raise ValueError(f"nothing to look for in {text!r}")
    return Element(marks=marks, optional=optional, **{k: frozenset(v) for k, v in sides.items()})


def is_wordlike(token: Token) -> bool:
    """True for a token that an element may stand for."""
    return token.kind in (TokenKind.WORD, TokenKind.NUMBER)

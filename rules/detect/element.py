"""One element of a term: what a single word of a draft must be.

The little language of a term, word by word:

- `maksu`            any inflected form of the word (by its base form); of a Finnish verb also its
                     participles and its `-minen` noun
- `=maksun`          exactly this form, in any capitals
- `*toimenpide`      a compound that ends in this word;  `hanke*` a word that begins with it
- `hakea|anoa`       any of these
- `suorittaa<passive>`, `<genitive>`, `<noun,elative>`   with all these marks of inflection
- `toimi<!plural>`   no reading of the word has the mark
- `?ei`              may be absent
- `...`              up to three words in between
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rules.model import Language
from rules.text import Reading, Token, TokenKind, Word
from rules.text.perword import PerWord

MARKS = frozenset(
    """noun verb adjective numeral pronoun adverb conjunction preposition interjection abbreviation
    first_name last_name place_name proper_name nominative genitive partitive inessive elative
    illative adessive ablative allative essive translative abessive comitative instructive singular
    plural indicative conditional imperative potential inf-a inf-e inf-ma inf-minen present past
    passive present_active present_passive past_active past_passive agent negation possessive
    capital upper deverbal action finite participle third number""".split()
)

SHORTEST_OTHER_PART = 3
_FINITE = frozenset(("indicative", "conditional", "imperative", "potential"))
_ACTION_ENDINGS = ("s", "nti", "o", "ö", "u", "y", "e")


@dataclass(frozen=True, eq=False, slots=True)
class Element:
    """A condition on one word; an empty `lemmas`, `surfaces` … asks nothing of that side."""

    lemmas: frozenset[str] = frozenset()
    surfaces: frozenset[str] = frozenset()
    heads: tuple[str, ...] = ()
    firsts: tuple[str, ...] = ()
    marks: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    optional: bool = False
    gap: int = 0

    @property
    def open(self) -> bool:
        """True where no word is named, only marks: it can be no anchor."""
        return not (self.lemmas or self.surfaces or self.heads or self.firsts)

    def fits(self, token: Token, language: Language) -> bool:
        """Tell whether a token of a sentence in `language` is such a word."""
        if "number" in self.marks:
            return token.kind is TokenKind.NUMBER
        return _fits[token.word, self, language]

    def fits_word(self, word: Word, language: Language) -> bool:
        """Tell the same of a word, by its form alone."""
        if self.without and any(has(word, r, m) for r in word.readings for m in self.without):
            return False
        if self.marks:
            return any(self.fits_reading(word, reading) for reading in word.readings)
        if self.open or word.lower in self.surfaces:
            return True
        if language == "fi" and word.readings:
            return any(self.names(reading) for reading in word.readings)
        lemmas = word.lemmas(language)
        return not self.lemmas.isdisjoint(lemmas) or any(map(self._is_compound, lemmas))

    def fits_reading(self, word: Word, reading: Reading) -> bool:
        """Tell whether a Finnish word is such a word when it is read so."""
        if not all(has(word, reading, mark) for mark in self.marks):
            return False
        return self.open or word.lower in self.surfaces or self.names(reading)

    def names(self, reading: Reading) -> bool:
        """Tell whether the base form of a Finnish reading is one of ours, whatever its marks."""
        return (
            reading.lemma in self.lemmas
            or (bool(reading.participle) and reading.derived_from in self.lemmas)
            or self._is_compound(reading.lemma)
        )

    def _is_compound(self, lemma: str) -> bool:
        """Tell whether a base form ends in a part of ours, after another, or begins with one."""
        ends = any(
            lemma.endswith(part) and len(lemma) - len(part) >= SHORTEST_OTHER_PART
            for part in self.heads
        )
        return ends or (bool(self.firsts) and lemma.startswith(self.firsts))


@dataclass(frozen=True, eq=False, slots=True)
class OneOf:
    """Elements of which a word must be any."""

    elements: tuple[Element, ...]

    def fits(self, token: Token, language: Language) -> bool:
        """Tell whether a token of a sentence in `language` is such a word."""
        if token.kind is TokenKind.NUMBER and any("number" in e.marks for e in self.elements):
            return True
        return _fits[token.word, self, language]

    def fits_word(self, word: Word, language: Language) -> bool:
        """Tell the same of a word, by its form alone."""
        return any(
            element.fits_word(word, language)
            for element in self.elements
            if "number" not in element.marks
        )


_fits = PerWord[bool, Element | OneOf, Language](
    lambda word, wanted, language: wanted.fits_word(word, language)
)


def has(word: Word, reading: Reading, mark: str) -> bool:
    """Tell whether a Finnish word, read so, has a mark."""
    derived = _MADE.get(mark)
    if derived is not None:
        return derived(word, reading)
    return mark in (
        reading.word_class,
        reading.case,
        reading.number,
        reading.mood,
        reading.tense,
        reading.participle,
    )


def _is_action(_: Word, reading: Reading) -> bool:
    """Tell whether a word is a noun that names an action: `maksaminen`, `toteutus`."""
    if reading.mood == "inf-minen":
        return True
    return (
        reading.word_class == "noun"
        and bool(reading.derived_from)
        and reading.lemma.endswith(_ACTION_ENDINGS)
    ) or (reading.word_class == "noun" and reading.lemma.endswith("minen"))


_MADE: Mapping[str, Callable[[Word, Reading], bool]] = {
    "passive": lambda word, reading: reading.person == "4" and word.lower.endswith("n"),
    "third": lambda _, reading: reading.person == "3",
    "finite": lambda _, reading: reading.mood in _FINITE,
    "participle": lambda _, reading: bool(reading.participle),
    "possessive": lambda _, reading: bool(reading.possessive),
    "deverbal": lambda _, reading: bool(reading.derived_from) and not reading.participle,
    "action": _is_action,
    "capital": lambda word, _: word.shape in ("title", "upper"),
    "upper": lambda word, _: word.shape == "upper",
}


def parse_element(text: str) -> Element:
    """Read one element of a term.

    Raises:
        ValueError: the element is empty or has an unknown mark; the message says which.
    """
    if text == "...":
        return Element(gap=3)
    optional = text.startswith("?")
    body, _, rest = text.removeprefix("?").partition("<")
    given = [mark for mark in rest.rstrip(">").split(",") if mark]
    marks = frozenset(mark for mark in given if not mark.startswith("!"))
    without = frozenset(mark[1:] for mark in given if mark.startswith("!"))
    if unknown := (marks | without) - MARKS:
        raise ValueError(f"unknown mark {sorted(unknown)}; known: {', '.join(sorted(MARKS))}")
    words = [word for word in body.lower().split("|") if word]
    if not words and not given:
        raise ValueError(f"nothing to look for in {text!r}")
    return Element(
        lemmas=frozenset(w for w in words if w[0] not in "=*" and not w.endswith("*")),
        surfaces=frozenset(w[1:] for w in words if w[0] == "="),
        heads=tuple(w[1:] for w in words if w[0] == "*"),
        firsts=tuple(w[:-1] for w in words if w[0] not in "=*" and w.endswith("*")),
        marks=marks,
        without=without,
        optional=optional,
    )


@lru_cache(maxsize=2048)
def parse_elements(texts: tuple[str, ...]) -> OneOf | None:
    """Read elements of which a word must be any; None where there are none.

    Raises:
        ValueError: one of them cannot be read.
    """
    return OneOf(tuple(_merged(list(map(parse_element, texts))))) if texts else None


def _merged(elements: Sequence[Element]) -> Iterator[Element]:
    """Yield elements that together fit the same words: those that only name words become one."""
    plain = [e for e in elements if not (e.marks or e.without or e.open)]
    if plain:
        yield Element(
            lemmas=frozenset[str]().union(*(e.lemmas for e in plain)),
            surfaces=frozenset[str]().union(*(e.surfaces for e in plain)),
            heads=tuple(part for e in plain for part in e.heads),
            firsts=tuple(part for e in plain for part in e.firsts),
        )
    yield from (e for e in elements if e.marks or e.without or e.open)


def is_wordlike(token: Token) -> bool:
    """True for a token that an element may stand for."""
    return token.kind is TokenKind.WORD or token.kind is TokenKind.NUMBER

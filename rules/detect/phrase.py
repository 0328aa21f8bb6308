"""A term made ready to be found: its elements, where to begin, what may stand beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from rules.detect.element import Element, OneOf, is_wordlike, parse_element, parse_elements
from rules.model import Language
from rules.text import Document, Sentence
from rules.text.paradigms import known_forms

_COMMON = frozenset(
    """olla on oli ovat olisi ei ole tulla tehdä antaa voida saada pitää että se ja joka
    vara att det som göra ge ta få
    be have do make give take get the of in to for""".split()
)
"""Words that stand in every second sentence: no good place to begin."""

_TELLING_MARKS = 3


@dataclass(frozen=True, eq=False, slots=True)
class Phrase:
    """The elements of one term, and its conditions on the words around it.

    `guard` is the element that the word before (-1) or after (1) the anchor must be: a cheap test.
    """

    elements: tuple[Element, ...]
    anchor: int
    guard: tuple[int, Element] | None
    after: Element | None = None
    before: Element | None = None
    not_after: OneOf | None = None
    not_before: OneOf | None = None
    near: OneOf | None = None
    not_near: OneOf | None = None

    left: tuple[Element, ...] = field(init=False)
    """The elements before the anchor, the nearest first"""
    right: tuple[Element, ...] = field(init=False)
    is_free: bool = field(init=False)
    """True where the words around it do not matter"""

    def __post_init__(self) -> None:
        """Cut the elements at the anchor, once."""
        beside = (self.after, self.before, self.not_after, self.not_before)
        object.__setattr__(self, "is_free", not any((*beside, self.near, self.not_near)))
        object.__setattr__(self, "left", self.elements[: self.anchor][::-1])
        object.__setattr__(self, "right", self.elements[self.anchor + 1 :])


class Place(NamedTuple):
    """Where a phrase stands: its first and last token, and the token of each of its elements.

    An element that is absent has the token -1. `whole` is False where other words stand between.
    """

    first: int
    last: int
    tokens: tuple[int, ...]
    whole: bool


def parse_phrase(text: str) -> tuple[Element, ...]:
    """Read a term into its elements.

    Raises:
        ValueError: an element cannot be read, or each of them may be absent.
    """
    elements = tuple(map(parse_element, text.split()))
    _anchor(elements, text)
    return elements


def make_phrase(
    text: str,
    *,
    after: str | None,
    before: str | None,
    not_after: Sequence[str],
    not_before: Sequence[str],
    near: Sequence[str],
    not_near: Sequence[str],
) -> Phrase:
    """Read a term and its conditions.

    Raises:
        ValueError: one of them cannot be read.
    """
    elements = parse_phrase(text)
    anchor = _anchor(elements, text)
    left = parse_element(after) if after else None
    right = parse_element(before) if before else None
    return Phrase(
        elements,
        anchor,
        _guard((left, *elements, right), anchor + 1),
        left,
        right,
        parse_elements(tuple(not_after)),
        parse_elements(tuple(not_before)),
        parse_elements(tuple(near)),
        parse_elements(tuple(not_near)),
    )


def with_known_forms(phrase: Phrase, language: Language) -> Phrase:
    """Let each base form stand for the forms of the language's table too.

    The dictionary leads `fattade` to `fattad` alone; the table knows that it is `fatta` as well.
    """
    if language == "fi":
        return phrase
    elements = tuple(
        replace(e, surfaces=e.surfaces.union(*(known_forms(language, w) for w in e.lemmas)))
        for e in phrase.elements
    )
    guard = _guard((phrase.after, *elements, phrase.before), phrase.anchor + 1)
    return replace(phrase, elements=elements, guard=guard)


def _anchor(elements: Sequence[Element], text: str) -> int:
    """Choose the element to look up: one that is always there, as rare a word as possible."""
    able = [i for i, e in enumerate(elements) if not e.optional and not e.gap]
    if not able:
        raise ValueError(f"the term {text!r} has no word that is always there")
    return min(able, key=lambda i: _commonness(elements[i]))


def _commonness(element: Element) -> int:
    if element.open:
        return 2 if len(element.marks) >= _TELLING_MARKS else 4
    if _COMMON.isdisjoint(element.lemmas | element.surfaces):
        return 0
    return 1 if element.marks else 3


def _guard(elements: Sequence[Element | None], anchor: int) -> tuple[int, Element] | None:
    """Choose a neighbour of the anchor that is always there, right beside it."""
    for step in (1, -1):
        beside = elements[anchor + step]
        if beside is not None and not beside.optional and not beside.gap:
            return step, beside
    return None


def find_at(doc: Document, sentence: Sentence, at: int, phrase: Phrase) -> Place | None:
    """Match a phrase whose anchor is known to fit the token `at`."""
    if phrase.guard and not _guarded(doc, sentence, at, *phrase.guard):
        return None
    if len(phrase.elements) == 1:
        alone = Place(at, at, (at,), whole=True)
        return alone if phrase.is_free or _allowed(doc, sentence, alone, phrase) else None
    left = _walk(doc, sentence, at, phrase.left, -1)
    right = _walk(doc, sentence, at, phrase.right, 1) if left is not None else None
    if left is None or right is None:
        return None
    tokens = (*left[::-1], at, *right)
    present = [token for token in tokens if token >= 0]
    first, last = min(present), max(present)
    words = sum(is_wordlike(token) for token in doc.tokens[first : last + 1])
    place = Place(first, last, tokens, whole=words == len(present))
    return place if phrase.is_free or _allowed(doc, sentence, place, phrase) else None


def _guarded(doc: Document, sentence: Sentence, at: int, step: int, element: Element) -> bool:
    to = at + step
    if not sentence.first <= to < sentence.last:
        return False
    beside = doc.tokens[to]
    return element.fits(beside, sentence.language) or beside.text == ","


def _walk(
    doc: Document, sentence: Sentence, at: int, elements: Sequence[Element], step: int
) -> list[int] | None:
    """Match elements one way from `at`; return their tokens, None where one is missing."""
    gap = 0
    reached: list[int] = []
    for element in elements:
        if element.gap:
            gap = element.gap
            continue
        to = _reach(doc, sentence, at, element, step, gap)
        if to < 0 and not element.optional:
            return None
        reached.append(to)
        if to >= 0:
            at, gap = to, 0
    return reached


def _reach(  # noqa: PLR0917
    doc: Document, sentence: Sentence, at: int, element: Element, step: int, gap: int
) -> int:
    if element.surfaces and not gap and _is_comma(doc, sentence, at + step):
        at += step  # `siten, että`
    for distance in range(1, gap + 2):
        to = at + step * distance
        if not sentence.first <= to < sentence.last or not is_wordlike(doc.tokens[to]):
            return -1
        if element.fits(doc.tokens[to], sentence.language):
            return to
    return -1


def _is_comma(doc: Document, sentence: Sentence, at: int) -> bool:
    return sentence.first <= at < sentence.last and doc.tokens[at].text == ","


def _allowed(doc: Document, sentence: Sentence, place: Place, phrase: Phrase) -> bool:
    language = sentence.language
    before = doc.tokens[place.first - 1] if place.first > sentence.first else None
    after = doc.tokens[place.last + 1] if place.last + 1 < sentence.last else None
    if phrase.after and not (before and phrase.after.fits(before, language)):
        return False
    if phrase.before and not (after and phrase.before.fits(after, language)):
        return False
    if before and phrase.not_after and phrase.not_after.fits(before, language):
        return False
    if after and phrase.not_before and phrase.not_before.fits(after, language):
        return False
    if phrase.near and not _is_around(doc, sentence, place, phrase.near):
        return False
    return not (phrase.not_near and _is_around(doc, sentence, place, phrase.not_near))


def _is_around(doc: Document, sentence: Sentence, place: Place, wanted: OneOf) -> bool:
    """Tell whether the sentence has such a word outside the phrase."""
    before = doc.tokens[sentence.first : place.first]
    after = doc.tokens[place.last + 1 : sentence.last]
    return any(
        is_wordlike(token) and wanted.fits(token, sentence.language)
        for tokens in (before, after)
        for token in tokens
    )

"""Words and phrases in any inflection, with their replacements.

A term is a line of elements (see `rules.detect.element`). Terms of all rules share one index by
base form, so that a draft's words are looked up once, however many terms there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pydantic import Field, field_validator, model_validator

from rules.detect.element import Element, is_wordlike, parse_element
from rules.detect.scan import Finder, Match, Scan, Spec
from rules.directory import Directory
from rules.model import Frozen, Language
from rules.text import Document, Sentence


class Term(Frozen):
    """One term: what to look for, what to say instead, and where to keep quiet.

    `after` / `before` is an element that the neighbouring word must be, without being marked;
    `not_after` / `not_before` one that it must not be; `not_near` words whose presence in the
    sentence silences the term. A replacement is given in base form; it takes the inflection of the
    word that it replaces where the paradigm table can give it, and is an advice otherwise; a
    replacement that starts with `=` is used as it stands.
    """

    term: str
    replace: tuple[str, ...] = ()
    after: str | None = None
    before: str | None = None
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: object) -> object:
        return {"term": value} if isinstance(value, str) else value

    @field_validator("term", "after", "before")
    @classmethod
    def _readable(cls, value: str | None) -> str | None:
        if value is not None:
            parse_term(value)
        return value


class TermsSpec(Spec):
    """Terms of one language; a draft's sentence is looked at when it is in that language."""

    language: Language
    items: tuple[Term, ...] = Field(min_length=1)
    quoted: bool = False  # also inside quotation marks, where a word is usually only mentioned


@dataclass(frozen=True, eq=False, slots=True)
class _Compiled:
    rule: int
    elements: tuple[Element, ...]
    anchor: int
    term: Term
    after: Element | None
    before: Element | None
    not_after: tuple[Element, ...]
    not_before: tuple[Element, ...]
    not_near: tuple[Element, ...]
    quoted: bool


_Index = dict[str, list[_Compiled]]


def parse_term(text: str) -> tuple[Element, ...]:
    """Read a term into its elements.

    Raises:
        ValueError: an element cannot be read, or none of them names a word.
    """
    elements = tuple(parse_element(part) for part in text.split())
    if not elements:
        raise ValueError("an empty term")
    return elements


def compile(entries: Sequence[TermsSpec], city: Directory) -> Finder:  # noqa: A001, ARG001
    """Index the terms of all rules by language and base form."""
    indexes: dict[Language, _Index] = {}
    for rule, spec in enumerate(entries):
        index = indexes.setdefault(spec.language, {})
        for term in spec.items:
            compiled = _compile_term(rule, term, spec.quoted)
            for key in _keys(compiled.elements[compiled.anchor]):
                index.setdefault(key, []).append(compiled)

    def find(scan: Scan) -> Iterator[tuple[int, Match]]:
        for sentence in scan.doc.sentences:
            index = indexes.get(sentence.language)
            if index:
                yield from _find_in(scan.doc, sentence, index)

    return find


def _compile_term(rule: int, term: Term, quoted: bool) -> _Compiled:
    elements = parse_term(term.term)
    anchor = next((i for i, e in enumerate(elements) if not e.open and not e.optional), None)
    if anchor is None:
        raise ValueError(f"the term {term.term!r} names no word")
    return _Compiled(
        rule,
        elements,
        anchor,
        term,
        parse_element(term.after) if term.after else None,
        parse_element(term.before) if term.before else None,
        tuple(map(parse_element, term.not_after)),
        tuple(map(parse_element, term.not_before)),
        tuple(map(parse_element, term.not_near)),
        quoted,
    )


def _keys(element: Element) -> Iterator[str]:
    yield from element.lemmas
    for word in element.surfaces:
        yield "=" + word
    for word in element.heads:
        yield "*" + word
    for word in element.firsts:
        yield word + "*"


def _find_in(doc: Document, sentence: Sentence, index: _Index) -> Iterator[tuple[int, Match]]:
    for at in range(sentence.first, sentence.last):
        token = doc.tokens[at]
        if not is_wordlike(token):
            continue
        for compiled in _candidates(doc, at, sentence.language, index):
            found = _match_at(doc, sentence, at, compiled)
            if found:
                yield compiled.rule, found


def _candidates(doc: Document, at: int, language: Language, index: _Index) -> Iterable[_Compiled]:
    word = doc.tokens[at].word
    found: list[_Compiled] = []
    for lemma in word.lemmas(language):
        found += index.get(lemma, ())
    found += index.get("=" + word.lower, ())
    for reading in word.readings if language == "fi" else ():
        if len(reading.heads) > 1:
            found += index.get("*" + reading.heads[-1], ())
            found += index.get(reading.heads[0] + "*", ())
    return dict.fromkeys(found) if len(found) > 1 else found


def _match_at(doc: Document, sentence: Sentence, at: int, term: _Compiled) -> Match | None:
    language = sentence.language
    if not term.elements[term.anchor].fits(doc.tokens[at], language):
        return None
    first = _walk(doc, sentence, at, term.elements[: term.anchor][::-1], -1)
    last = _walk(doc, sentence, at, term.elements[term.anchor + 1 :], 1)
    if first is None or last is None or not _allowed(doc, sentence, first, last, term):
        return None
    start, end = doc.tokens[first].start, doc.tokens[last].end
    if not term.quoted and any(q.start <= start and end <= q.end for q in doc.quotations):
        return None
    return Match(start, end, term.term.replace)


def _walk(
    doc: Document, sentence: Sentence, at: int, elements: Sequence[Element], step: int
) -> int | None:
    """Match elements one way from `at`; return the last token reached, None where one is missing."""
    gap = 0
    for element in elements:
        if element.gap:
            gap = element.gap
            continue
        reached = _reach(doc, sentence, at, element, step, gap)
        if reached is not None:
            at = reached
        elif not element.optional:
            return None
        gap = 0
    return at


def _reach(
    doc: Document, sentence: Sentence, at: int, element: Element, step: int, gap: int
) -> int | None:
    for distance in range(1, gap + 2):
        to = at + step * distance
        if not sentence.first <= to < sentence.last or not is_wordlike(doc.tokens[to]):
            return None
        if element.fits(doc.tokens[to], sentence.language):
            return to
    return None


def _allowed(doc: Document, sentence: Sentence, first: int, last: int, term: _Compiled) -> bool:
    language = sentence.language
    before = doc.tokens[first - 1] if first > sentence.first else None
    after = doc.tokens[last + 1] if last + 1 < sentence.last else None
    if term.after and not (before and term.after.fits(before, language)):
        return False
    if term.before and not (after and term.before.fits(after, language)):
        return False
    if before and any(e.fits(before, language) for e in term.not_after):
        return False
    if after and any(e.fits(after, language) for e in term.not_before):
        return False
    if term.not_near:
        words = doc.tokens[sentence.first : sentence.last]
        return not any(e.fits(t, language) for e in term.not_near for t in words)
    return True

"""Words and phrases in any inflection, with their replacements.

A term is a line of elements (see `rules.detect.element`). Terms of all rules share one index by
base form, so that a draft's words are looked up once, however many terms there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from pydantic import Field, GetJsonSchemaHandler, ValidationInfo, field_validator, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from rules.detect.element import SHORTEST_OTHER_PART, parse_element
from rules.detect.phrase import (
    Phrase,
    Place,
    find_at,
    make_phrase,
    parse_phrase,
    with_known_forms,
)
from rules.detect.proper import in_name
from rules.detect.replacing import advice, replacements, split_replacements
from rules.detect.scan import Finder, Match, Scan, Spec
from rules.directory import Directory
from rules.model import Frozen, Language, is_checked
from rules.shorthand import with_short_forms
from rules.text import Document, Sentence, TokenKind, Word
from rules.text.word import is_shared


class Term(Frozen):
    """One term: what to look for, what to say instead, and where to keep quiet.

    `after` / `before` is an element that the neighbouring word must be, without being marked;
    `not_after` / `not_before` one that it must not be; `near` words of which one must stand
    elsewhere in the sentence, `not_near` words whose presence there silences the term.
    How replacements are written says `rules.detect.replacing`. `- mikäli: jos` is short for
    `- {term: =mikäli, replace: [jos]}`.
    """

    term: str
    replace: tuple[str, ...] = ()
    after: str | None = None
    before: str | None = None
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _from_short(cls, value: object) -> object:
        if isinstance(value, str):
            return {"term": value}
        if isinstance(value, Mapping) and len(value) == 1:
            ((term, wanted),) = value.items()
            if term != "term":
                return {"term": term, "replace": wanted}
        return value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Say in the schema, too, which short forms will do."""
        long_form = handler.resolve_ref_schema(handler(core_schema))
        written = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
        long_form["properties"]["replace"] = written
        pair = {"type": "object", "maxProperties": 1, "additionalProperties": written}
        return with_short_forms(long_form, pair)

    @field_validator("replace", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return split_replacements(value) if isinstance(value, str) else value

    @field_validator("term")
    @classmethod
    def _readable(cls, value: str, info: ValidationInfo) -> str:
        if not is_checked(info):
            parse_phrase(value)
        return value

    @field_validator("after", "before", "not_after", "not_before", "near", "not_near")
    @classmethod
    def _readable_beside(cls, value: str | tuple[str, ...] | None, info: ValidationInfo) -> object:
        for element in (value,) if isinstance(value, str) else value or ():
            if not is_checked(info):
                parse_element(element)
        return value


class TermsSpec(Spec):
    """Terms of one language; a draft's sentence is looked at when it is in that language."""

    language: Language
    items: tuple[Term, ...] = Field(min_length=1)
    quoted: bool = False  # also inside quotation marks, where a word is usually only mentioned


class _Entry(NamedTuple):
    rule: int
    phrase: Phrase
    replace: tuple[str, ...]
    quoted: bool


_MOST_KEPT = 40_000


class _Index:
    """The terms of one language by what their anchors name."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._named: defaultdict[str, list[_Entry]] = defaultdict(list)
        self._head_lengths: tuple[int, ...] = ()
        self._first_lengths: tuple[int, ...] = ()
        self._open: list[_Entry] = []
        self.kept: dict[Word, tuple[_Entry, ...]] = {}

    @property
    def empty(self) -> bool:
        """True while there is no term."""
        return not self._named and not self._open

    def add(self, entry: _Entry) -> None:
        anchor = entry.phrase.elements[entry.phrase.anchor]
        keys = {*anchor.lemmas, *("=" + form for form in anchor.surfaces)}
        keys |= {*("*" + part for part in anchor.heads), *(part + "*" for part in anchor.firsts)}
        if anchor.heads:
            lengths = {*self._head_lengths, *map(len, anchor.heads)}
            self._head_lengths = tuple(sorted(lengths, reverse=True))
        if anchor.firsts:
            self._first_lengths = tuple(sorted({*self._first_lengths, *map(len, anchor.firsts)}))
        for key in keys:
            self._named[key].append(entry)
        if anchor.open:
            self._open.append(entry)

    def of(self, word: Word) -> tuple[_Entry, ...]:
        """Return the terms that a word is the anchor of.

        Remembered for the words of a dictionary only: a draft's other words may be secrets.
        """
        candidates = {id(entry): entry for entry in self._look_up(word)}
        if word.readings:
            candidates |= {id(entry): entry for entry in self._open}
        found = tuple(entry for entry in candidates.values() if self._anchors(entry, word))
        if is_shared(word):
            if len(self.kept) >= _MOST_KEPT:
                self.kept.clear()
            self.kept[word] = found
        return found

    def _anchors(self, entry: _Entry, word: Word) -> bool:
        anchor = entry.phrase.elements[entry.phrase.anchor]
        return "number" not in anchor.marks and anchor.fits_word(word, self._language)

    def _look_up(self, word: Word) -> Iterator[_Entry]:
        yield from self._named.get("=" + word.lower, ())
        lemmas = set(word.lemmas(self._language))
        if self._language == "fi":
            lemmas |= {r.derived_from for r in word.readings if r.participle and r.derived_from}
        for lemma in lemmas:
            yield from self._named.get(lemma, ())
            for length in self._head_lengths:
                if length <= len(lemma) - SHORTEST_OTHER_PART:
                    yield from self._named.get("*" + lemma[-length:], ())
            for length in self._first_lengths:
                yield from self._named.get(lemma[:length] + "*", ())


def compile(entries: Sequence[TermsSpec], city: Directory) -> Finder:  # noqa: A001, ARG001
    """Index the terms of all rules by language and base form.

    A language's index is made when the first sentence in it comes: most drafts are in one.
    """

    @cache
    def index_of(language: Language) -> _Index | None:
        return _index(language, entries)

    def find(scan: Scan) -> list[tuple[int, Match]]:
        matches: list[tuple[int, Match]] = []
        for sentence in scan.doc.sentences:
            index = index_of(sentence.language)
            if index:
                matches += _find_in(scan.doc, sentence, index)
        return matches

    return find


def _index(language: Language, entries: Sequence[TermsSpec]) -> _Index | None:
    index = _Index(language)
    for rule, spec in enumerate(entries):
        for term in spec.items if spec.language == language else ():
            phrase = with_known_forms(_phrase(term), language)
            index.add(_Entry(rule, phrase, term.replace, spec.quoted))
    return None if index.empty else index


def _phrase(term: Term) -> Phrase:
    return make_phrase(
        term.term,
        after=term.after,
        before=term.before,
        not_after=term.not_after,
        not_before=term.not_before,
        near=term.near,
        not_near=term.not_near,
    )


def _find_in(doc: Document, sentence: Sentence, index: _Index) -> list[tuple[int, Match]]:
    found: list[tuple[_Entry, Place]] = []
    first, last = sentence.first, sentence.last
    known, a_word = index.kept.get, TokenKind.WORD
    for at, token in enumerate(doc.tokens[first:last], first):
        entries = known(token[4])
        if entries is None:
            if token[2] is not a_word:
                continue
            entries = index.of(token[4])
        for entry in entries:
            place = find_at(doc, sentence, at, entry.phrase)
            if not place or in_name(doc, sentence, place.first, place.last):
                continue
            if entry.quoted or not _is_mentioned(doc, place):
                found.append((entry, place))
    if not found:
        return []
    matches = [
        (entry.rule, _match(doc, sentence, entry, place))
        for entry, place in found
        if not any(entry.rule == other.rule and _inside(place, wider) for other, wider in found)
    ]
    # Of two finds of a rule at one place the checker keeps the last: let it be what helps.
    return sorted(matches, key=lambda found: bool(found[1].replacements))


def _inside(place: Place, wider: Place) -> bool:
    """Tell whether a place is a part of another one, which then says it all."""
    widest = (wider.first, wider.last)
    return wider.first <= place.first and place.last <= wider.last and widest != place[:2]


def _is_mentioned(doc: Document, place: Place) -> bool:
    start, end = doc.tokens[place.first].start, doc.tokens[place.last].end
    return any(quoted.start <= start and end <= quoted.end for quoted in doc.quotations)


def _match(doc: Document, sentence: Sentence, entry: _Entry, place: Place) -> Match:
    made = replacements(doc, sentence, entry.phrase, place, entry.replace)
    said = made[0] if made else advice(entry.replace)
    start, end = doc.tokens[place.first].start, doc.tokens[place.last].end
    return Match(start, end, made, {"replacement": said})

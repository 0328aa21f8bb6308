"""One thing near another: an illness near a person, a decision near a client.

Neither says anything alone. What `find` names is marked where what `near` names stands in the
same sentence, and the sentence has nothing of `unless`. A person may also be named in the sentence
before or after: `Courage, Arvo! The operation went well.`
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pydantic import Field, model_validator

from rules.detect import terms
from rules.detect.person import Who, is_wanted, people
from rules.detect.scan import Finder, Match, Scan, Spec
from rules.detect.terms import Term, TermsSpec
from rules.directory import Directory
from rules.model import Frozen, Language


class Thing(Frozen):
    """What stands on one side: any of these terms, or the name of such a person."""

    terms: tuple[Term, ...] = ()
    person: Who | None = None

    @model_validator(mode="after")
    def _something(self) -> Thing:
        if not self.terms and self.person is None:
            raise ValueError("give terms, person, or both")
        return self


class NearSpec(Spec):
    """What to find and what must be near, in sentences of one language.

    `within` is the most words between the two; without it the same sentence is near enough.
    """

    language: Language
    find: Thing
    near: Thing
    within: int | None = Field(default=None, ge=0)
    unless: tuple[Term, ...] = ()


class _Place(NamedTuple):
    """Where a thing stands, and how many sentences off it still is near."""

    match: Match
    reach: int


class _Side:
    """One side of all the rules, looked for at once.

    A name that is only a guess is a name beside an illness: `J. Kantola sent to rehab`.
    """

    def __init__(
        self, entries: Sequence[NearSpec], things: Sequence[Thing | None], city: Directory
    ) -> None:
        named = [
            (index, TermsSpec(language=spec.language, items=thing.terms, quoted=True))
            for index, (spec, thing) in enumerate(zip(entries, things, strict=True))
            if thing and thing.terms
        ]
        self._rules = [index for index, _ in named]
        self._find = terms.compile([spec for _, spec in named], city)
        self._people = [
            (index, thing.person) for index, thing in enumerate(things) if thing and thing.person
        ]

    def places(self, scan: Scan) -> dict[int, list[_Place]]:
        """Return the places of each rule, words and names."""
        places: dict[int, list[_Place]] = {}
        if self._rules:
            for at, match in self._find(scan):
                places.setdefault(self._rules[at], []).append(_Place(match, 0))
        for index, who in self._people:
            for person in people(scan):
                if any(is_wanted(person, who, strong=strong) for strong in (True, False)):
                    match = Match(person.name.start, person.name.end)
                    places.setdefault(index, []).append(_Place(match, 1))
        return places


def compile(entries: Sequence[NearSpec], city: Directory) -> Finder:  # noqa: A001
    """Compile the sides of every rule; the others are looked for only where the first is found."""
    finds = _Side(entries, [spec.find for spec in entries], city)
    nears = _Side(entries, [spec.near for spec in entries], city)
    silences = _Side(entries, [Thing(terms=s.unless) if s.unless else None for s in entries], city)

    def find(scan: Scan) -> Iterator[tuple[int, Match]]:
        found = finds.places(scan)
        if not found:
            return
        near, silent = nears.places(scan), silences.places(scan)
        for index, places in found.items():
            within = entries[index].within
            for match, _ in places:
                if any(_is_near(scan, match, other, within) for other in near.get(index, ())) and (
                    not any(_is_near(scan, match, other, None) for other in silent.get(index, ()))
                ):
                    yield index, match

    return find


def _is_near(scan: Scan, one: Match, other: _Place, within: int | None) -> bool:
    """Tell whether two places are apart, close in sentences and no more than `within` words off."""
    doc, place = scan.doc, other.match
    if one.start < place.end and place.start < one.end:
        return False
    first, second = doc.token_index_at(one.start), doc.token_index_at(place.start)
    if abs(doc.tokens[first].sentence - doc.tokens[second].sentence) > other.reach:
        return False
    return within is None or abs(first - second) <= within

"""One thing near another: an illness near a person, a decision near a client.

Neither says anything alone. What `find` names is marked where what `near` names stands in the
same sentence, and the sentence has nothing of `unless`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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


class _Side:
    """One side of all the rules, looked for at once."""

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
            (index, thing.person, entries[index].language)
            for index, thing in enumerate(things)
            if thing and thing.person
        ]

    def places(self, scan: Scan) -> dict[int, list[Match]]:
        """Return the places of each rule."""
        places: dict[int, list[Match]] = {}
        if self._rules:
            for at, match in self._find(scan):
                places.setdefault(self._rules[at], []).append(match)
        for index, who, language in self._people:
            for person in people(scan):
                name = person.name
                if is_wanted(person, who, strong=True) and (
                    scan.doc.language_at(name.start) == language
                ):
                    places.setdefault(index, []).append(Match(name.start, name.end))
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
        for index, matches in found.items():
            for match in matches:
                if any(
                    _is_near(scan, match, other, entries[index].within)
                    for other in near.get(index, ())
                ) and not any(_is_near(scan, match, s, None) for s in silent.get(index, ())):
                    yield index, match

    return find


def _is_near(scan: Scan, one: Match, other: Match, within: int | None) -> bool:
    """Tell whether two places are in one sentence, apart, and no more than `within` words off."""
    doc = scan.doc
    if one.start < other.end and other.start < one.end:
        return False
    first, second = doc.token_index_at(one.start), doc.token_index_at(other.start)
    if doc.tokens[first].sentence != doc.tokens[second].sentence:
        return False
    return within is None or abs(first - second) <= within

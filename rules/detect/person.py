"""Names of persons: private ones, children, or everybody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from rules.detect.scan import Finder, Match, Scan, Spec
from rules.directory import Directory
from rules.names import Person, Standing, people_in

Who = Literal["adult", "child", "private", "anyone"]


class PersonSpec(Spec):
    """Whose names to find, and how sure to be that they are names.

    `adult` are grown-ups without an office or another public part here, `child` children,
    `private` both, `anyone` all names. `evidence: strong` takes what alone proves a name; `weak`
    takes only what is a guess, such as a last name that stands by itself.
    """

    who: Who = "private"
    evidence: Literal["strong", "weak"] = "strong"


_STANDINGS: dict[Who, frozenset[Standing]] = {
    "adult": frozenset((Standing.ADULT,)),
    "child": frozenset((Standing.CHILD,)),
    "private": frozenset((Standing.ADULT, Standing.CHILD)),
    "anyone": frozenset(Standing),
}


def people(scan: Scan) -> tuple[Person, ...]:
    """Return the names in the draft, found once for all rules of a check."""
    return scan.once("people", lambda scan: people_in(scan.doc, scan.directory))


def is_wanted(person: Person, who: Who, *, strong: bool) -> bool:
    """Tell whether a name is one of those wanted, by evidence of that strength."""
    evidence = person.name.evidence
    return person.standing in _STANDINGS[who] and (evidence.strong if strong else evidence.weak)


def compile(entries: Sequence[PersonSpec], city: Directory) -> Finder:  # noqa: A001, ARG001
    """Find the names that each rule asks for."""

    def find(scan: Scan) -> Iterator[tuple[int, Match]]:
        for person in people(scan):
            for index, spec in enumerate(entries):
                if is_wanted(person, spec.who, strong=spec.evidence == "strong"):
                    yield index, Match(person.name.start, person.name.end)

    return find

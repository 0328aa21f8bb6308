"""Numbers and addresses that point at one person or account, validated and judged by context."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar, Literal, NamedTuple

from rules.detect.cues import Cues
from rules.detect.identifiers import (
    birth_date,
    card,
    email,
    finnish_code,
    iban,
    phone,
    plate,
    street_address,
    swedish_code,
)
from rules.detect.identifiers.context import Context
from rules.detect.scan import Finder, Match, Scan, Spec
from rules.directory import Directory
from rules.shorthand import Shorthand

Name = Literal[
    "fi.hetu", "se.personnummer", "iban", "card", "plate.fi", "plate.se",
    "phone", "email", "street_address", "birth_date",
]  # fmt: skip


class IdentifierSpec(Shorthand, Spec):
    """Which identifier, and the words around it that decide whose it is.

    `near`: words that must stand in the same or the next sentence (a vehicle beside a plate, a word
    of birth beside a date). `public`: words that make it a service's or an organisation's own.
    `private`: words that make it a private person's. `titles`: offices; whoever is named with one
    is public. Words may carry `*` (compound) and `~` (any short ending).
    """

    name: Name
    near: tuple[str, ...] = ()
    public: tuple[str, ...] = ()
    private: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()

    shorthand: ClassVar[str] = "name"


class _Kind(NamedTuple):
    find: Callable[[Scan, Context], Iterator[Match]]
    digits: int  # a text with fewer digits cannot hold one


_KINDS: dict[Name, _Kind] = {
    "fi.hetu": _Kind(finnish_code.find, 9),
    "se.personnummer": _Kind(swedish_code.find, 9),
    "iban": _Kind(iban.find, 8),
    "card": _Kind(card.find, 13),
    "plate.fi": _Kind(plate.find_finnish, 1),
    "plate.se": _Kind(plate.find_swedish, 2),
    "phone": _Kind(phone.find, 3),
    "email": _Kind(email.find, 0),
    "street_address": _Kind(street_address.find, 1),
    "birth_date": _Kind(birth_date.find, 4),
}
_DIGIT = re.compile(r"\d")


def compile(entries: Sequence[IdentifierSpec], city: Directory) -> Finder:  # noqa: A001, ARG001
    """Compile the context words of all rules."""
    rules = [(index, _KINDS[spec.name], _context(spec)) for index, spec in enumerate(entries)]

    def find(scan: Scan) -> Iterator[tuple[int, Match]]:
        digits = len(_DIGIT.findall(scan.doc.norm))
        for index, kind, context in rules:
            if digits >= kind.digits:
                for match in kind.find(scan, context):
                    yield index, match

    return find


def _context(spec: IdentifierSpec) -> Context:
    return Context(Cues(spec.near), Cues(spec.public), Cues(spec.private), Cues(spec.titles))

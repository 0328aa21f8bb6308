"""Numbers and addresses that point at one person or account, validated and judged by context."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar, Literal, NamedTuple

from rules.detect.cues import Cue, Cues
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
    near: tuple[Cue, ...] = ()
    public: tuple[Cue, ...] = ()
    private: tuple[Cue, ...] = ()
    titles: tuple[Cue, ...] = ()

    shorthand: ClassVar[str] = "name"


class _Kind(NamedTuple):
    find: Callable[[Scan, Context], Iterator[Match]]
    row: int  # where no row of digits is as long, there is none


_KINDS: dict[Name, _Kind] = {
    "fi.hetu": _Kind(finnish_code.find, 6),
    "se.personnummer": _Kind(swedish_code.find, 6),
    "iban": _Kind(iban.find, 2),
    "card": _Kind(card.find, 13),
    "plate.fi": _Kind(plate.find_finnish, 1),
    "plate.se": _Kind(plate.find_swedish, 2),
    "phone": _Kind(phone.find, 0),
    "email": _Kind(email.find, 0),
    "street_address": _Kind(street_address.find, 1),
    "birth_date": _Kind(birth_date.find, 4),
}
_ROW = re.compile(r"[0-9](?:[^A-NP-Za-np-z\n]*[0-9oO])?")
"""A row of digits with all that stands between those of one number; o may be read as a zero."""


def compile(entries: Sequence[IdentifierSpec], city: Directory) -> Finder:  # noqa: A001, ARG001
    """Compile the context words of all rules."""
    rules = [(index, _KINDS[spec.name], _context(spec)) for index, spec in enumerate(entries)]

    def find(scan: Scan) -> Iterator[tuple[int, Match]]:
        longest = max(map(len, _ROW.findall(scan.doc.norm)), default=0)
        for index, kind, context in rules:
            if longest >= kind.row:
                for match in kind.find(scan, context):
                    yield index, match

    return find


def _context(spec: IdentifierSpec) -> Context:
    return Context(Cues(spec.near), Cues(spec.public), Cues(spec.private), Cues(spec.titles))

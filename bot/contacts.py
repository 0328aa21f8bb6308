"""Whom a role means today, for this person, unit and account. Nobody is ever made up."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Literal, NamedTuple

from bot.city import City, Person
from rules.model import Basis, Localized
from rules.pack import Pack

State = Literal[
    "there",
    "stand_in",
    "away",
    "vacant",
    "own",
    "which_unit",
    "which_account",
    "nobody",
    "no_city",
]
"""What is known of a contact.

`there`: the holder; `stand_in`: the holder is away, this is the substitute; `away`: the holder is
away and nobody stands in; `vacant`: nobody fills the role; `own`: a role that depends on who asks,
and who that is is not known; `which_unit`, `which_account`: it depends on what was not said;
`nobody`: the guideline names no one; `no_city`: no city's data is at hand, only the role is known.
"""

NOT_IN_GUIDELINE = "not_in_guideline"


class Contact(NamedTuple):
    """One line of "whom to ask"."""

    role: str
    label: Localized | None
    state: State
    basis: Basis
    person: Person | None = None
    stands_in_for: Person | None = None
    back: datetime.date | None = None

    @property
    def reach(self) -> tuple[str, ...]:
        """How the person is reached, the quickest way first."""
        return self.person.reach.ways() if self.person else ()


class Asker(NamedTuple):
    """Who asks, and about what, as far as it is known."""

    person: Person | None = None
    unit: str | None = None
    account: str | None = None
    elected: bool = False


class Contacts:
    """Answers whom a role means in one city on one day."""

    def __init__(self, city: City, pack: Pack, today: datetime.date) -> None:
        self.city = city
        self.pack = pack
        self.today = today

    def of(self, roles: Sequence[str], basis: Basis, asker: Asker) -> tuple[Contact, ...]:
        """Return the contacts of these roles, in order."""
        return tuple(
            _today(contact, self.city, self.today)
            for role in roles
            for contact in _of_role(role, basis, asker, self.city, self.pack)
        )


def labels(roles: Sequence[str], basis: Basis, asker: Asker, pack: Pack) -> tuple[Contact, ...]:
    """Return the roles alone, where no city's data is at hand."""
    bare = City(city=pack.id, pack=pack.id)
    found = [each for role in roles for each in _of_role(role, basis, asker, bare, pack)]
    named = ("own", "nobody")
    return tuple(c if c.state in named else c._replace(state="no_city") for c in found)


def _of_role(role: str, basis: Basis, asker: Asker, city: City, pack: Pack) -> tuple[Contact, ...]:
    known = next((each for each in pack.roles if each.id == role), None)
    label = known.label if known else None
    if role == NOT_IN_GUIDELINE:
        return (Contact(role, None, "nobody", basis),)
    if role == "line_manager" and _is_elected(asker):
        return (Contact(NOT_IN_GUIDELINE, None, "nobody", basis),)
    people, state = _holders(role, known.to if known else "city", asker, city)
    if not people:
        return (Contact(role, label, state, basis),)
    return tuple(Contact(role, label, "there", basis, person) for person in people)


def _is_elected(asker: Asker) -> bool:
    return asker.elected or bool(asker.person and asker.person.elected)


def _holders(role: str, to: str, asker: Asker, city: City) -> tuple[tuple[Person, ...], State]:
    """Return who fills a role for this asker; without anybody, why."""
    if to == "person":
        manager = city.person(asker.person.manager) if asker.person else None
        return _several(manager), "own"
    if to == "unit":
        unit = city.unit(asker.unit or (asker.person.unit if asker.person else None))
        filled = city.person(unit.people.get(role)) if unit else None
        if filled is None and city.holders(role):
            return (
                (city.holders(role), "there")
                if len(city.holders(role)) == 1
                else ((), "which_unit")
            )
        return _several(filled), "vacant" if unit else "which_unit"
    if to == "account":
        account = city.account(asker.account)
        names = account.people.get(role, ()) if account else ()
        people = tuple(person for name in names if (person := city.person(name)))
        return people, "vacant" if account else "which_account"
    return city.holders(role), "vacant"


def _several(person: Person | None) -> tuple[Person, ...]:
    return (person,) if person else ()


def _today(contact: Contact, city: City, today: datetime.date) -> Contact:
    """Replace somebody who is away by whoever stands in, as far as that leads."""
    holder = contact.person
    at, seen = holder, set[str]()
    while at and at.id not in seen:
        seen.add(at.id)
        away = next(
            (a for a in reversed(city.absences) if a.person == at.id and a.covers(today)), None
        )
        if away is None:
            break
        at = city.person(away.substitute or at.substitute)
    if holder is None or at is holder:
        return contact
    back = _back(holder, city, today)
    if at is None or at.id in seen - {at.id} or _away(at, city, today):
        return contact._replace(state="away", back=back)
    return contact._replace(state="stand_in", person=at, stands_in_for=holder, back=back)


def _away(person: Person, city: City, today: datetime.date) -> bool:
    return any(a.person == person.id and a.covers(today) for a in city.absences)


def _back(holder: Person | None, city: City, today: datetime.date) -> datetime.date | None:
    days = [a.last for a in city.absences if holder and a.person == holder.id and a.covers(today)]
    return max(days) + datetime.timedelta(days=1) if days else None

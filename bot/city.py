"""One city: its units, accounts and people, who stands in for whom, who is away."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from pydantic import Field, model_validator

from bot.policy import Readiness
from rules.directory import Account as PublicAccount
from rules.directory import Directory
from rules.directory import Person as PublicPerson
from rules.directory import Unit as NamedUnit
from rules.model import Frozen, Language, Localized


class Reach(Frozen):
    """How somebody is reached; what is not known is absent."""

    slack: str | None = None
    teams: str | None = None
    email: str | None = None
    phone: str | None = None

    def ways(self) -> tuple[str, ...]:
        """Return the ways that a human can use, the quickest first."""
        return tuple(way for way in (self.phone, self.email) if way)


class Absence(Frozen):
    """Days on which somebody is away, both included, and who stands in then."""

    person: str
    first: datetime.date
    last: datetime.date
    substitute: str | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Absence:
        if self.last < self.first:
            raise ValueError(f"the last day {self.last} is before the first day {self.first}")
        return self

    def covers(self, day: datetime.date) -> bool:
        """Tell whether somebody is away on this day."""
        return self.first <= day <= self.last


class Person(Frozen):
    """Somebody whom the city's guideline leads to, or who posts for the city.

    `substitute` stands in on any day that an absence names nobody else. `manager` is the id of the
    line manager; an elected official has none. `public` people may be named in posts, with office.
    `language` is the one in which they are pinged, without it the city's.
    """

    id: str
    name: str
    office: Localized
    roles: tuple[str, ...] = ()
    unit: str | None = None
    manager: str | None = None
    substitute: str | None = None
    reach: Reach = Reach()
    elected: bool = False
    public: bool = False
    language: Language | None = None

    @model_validator(mode="after")
    def _elected_have_no_manager(self) -> Person:
        if self.elected and self.manager:
            raise ValueError("an elected official has no line manager; remove manager:")
        return self


class Unit(Frozen):
    """A service unit, its names in three languages and by whom it is led.

    `people` names who fills the roles that depend on the unit: `department_head`, `service_unit`,
    `responsible_person`.
    """

    id: str
    name: Localized
    aliases: tuple[str, ...] = ()
    people: dict[str, str] = Field(default_factory=dict)


class Account(Frozen):
    """A registered account; `people` fills `channel_owner`, `channel_lead` and `maintainer`."""

    id: str
    platform: str
    unit: str | None = None
    profile: str = ""
    people: dict[str, tuple[str, ...]] = Field(default_factory=dict)

    @property
    def admins(self) -> frozenset[str]:
        """Everybody who can get into the account."""
        return frozenset(person for people in self.people.values() for person in people)


class City(Frozen):
    """What one installation knows of its city; see `deploy/city/` for an example.

    `rights` says, per right, which people hold it; nobody holds a right by default. `crisis` is
    what was decided before anything happens.
    """

    city: str
    pack: str
    official: tuple[str, ...] = ()
    not_enough: tuple[str, ...] = ()
    units: tuple[Unit, ...] = ()
    accounts: tuple[Account, ...] = ()
    people: tuple[Person, ...] = ()
    absences: tuple[Absence, ...] = ()
    rights: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    crisis: Readiness = Readiness()
    language: Language = "fi"
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    internal_domains: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    def person(self, name: str | None) -> Person | None:
        """Find somebody by id, name, or an address that is theirs alone."""
        wanted = (name or "").casefold().strip()
        if not wanted:
            return None
        for person in self.people:
            reach = (person.reach.email, person.reach.slack, person.reach.teams)
            if wanted in {w.casefold() for w in (person.id, person.name, *reach) if w}:
                return person
        return None

    def unit(self, name: str | None) -> Unit | None:
        """Find a unit by its id, a name in any language, or an alias, without case."""
        wanted = (name or "").casefold().strip()
        for unit in self.units:
            said = (unit.id, unit.name.fi, unit.name.sv, unit.name.en, *unit.aliases)
            if wanted in {each.casefold() for each in said}:
                return unit
        return None

    def account(self, name: str | None) -> Account | None:
        """Find an account by its id, without case."""
        wanted = (name or "").casefold().strip()
        return next((a for a in self.accounts if a.id.casefold() == wanted), None)

    def holders(self, role: str) -> tuple[Person, ...]:
        """Return who fills a role of the whole city, in the order of the data."""
        return tuple(person for person in self.people if role in person.roles)

    def with_absences(self, absences: Iterable[Absence]) -> City:
        """Return the city with absences recorded later than its data."""
        return self.model_copy(update={"absences": (*self.absences, *absences)})

    def directory(self) -> Directory:
        """Return what a check must know of this city."""
        return Directory(
            city=self.city,
            official=self.official,
            not_enough=self.not_enough,
            units=tuple(_named(unit) for unit in self.units),
            accounts=tuple(
                PublicAccount(id=a.id, platform=a.platform, unit=a.unit, profile=a.profile)
                for a in self.accounts
            ),
            people=tuple(_public(person) for person in self.people if person.public),
            phones=self.phones,
            emails=self.emails,
            domains=self.domains,
            internal_domains=self.internal_domains,
            places=self.places,
        )


def _named(unit: Unit) -> NamedUnit:
    names = dict.fromkeys((unit.name.sv, unit.name.en, *unit.aliases))
    names.pop(unit.name.fi, None)
    return NamedUnit(id=unit.id, name=unit.name.fi, aliases=tuple(names))


def _public(person: Person) -> PublicPerson:
    return PublicPerson(
        name=person.name,
        office=person.office.fi,
        roles=person.roles,
        phones=tuple(filter(None, [person.reach.phone])),
        emails=tuple(filter(None, [person.reach.email])),
    )

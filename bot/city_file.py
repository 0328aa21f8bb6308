"""A city from its files, every error at once, and what is weak in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import ValidationError

from bot.city import City, Person
from bot.concern import Concern
from bot.readiness import unready
from rules.pack import Pack
from rules.yaml_file import PackError, Problem, YamlFile, read_yaml

FEWEST_ADMINS = 2


def load_city(folder: Path) -> City:
    """Read `city.yaml` in a folder.

    Raises:
        PackError: something is wrong in the file; the error lists all of it.
    """
    file = read_yaml(folder / "city.yaml", f"{folder.name}/city.yaml")
    try:
        city = City.model_validate(file.content)
    except ValidationError as error:
        raise PackError(file.problems(error)) from None
    problems = [*_repeated(city, file), *_strangers(city, file), *_circles(city, file)]
    if problems:
        raise PackError(problems)
    return city


def _repeated(city: City, file: YamlFile) -> Iterator[Problem]:
    for kind in ("units", "accounts", "people"):
        seen: set[str] = set()
        for index, entry in enumerate(getattr(city, kind)):
            if entry.id in seen:
                yield file.problem((kind, index, "id"), f"{entry.id} stands here twice")
            seen.add(entry.id)


def _strangers(city: City, file: YamlFile) -> Iterator[Problem]:
    """Find every place that names a person or a unit whom nobody knows."""
    people = {person.id for person in city.people}
    units = {unit.id for unit in city.units}
    for path, name in _named_people(city):
        if name not in people:
            yield file.problem(path, f"no person {name!r} in people:")
    for kind in ("accounts", "people"):
        for index, entry in enumerate(getattr(city, kind)):
            if entry.unit and entry.unit not in units:
                yield file.problem((kind, index, "unit"), f"no unit {entry.unit!r} in units:")


def _named_people(city: City) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for index, person in enumerate(city.people):
        for field in ("manager", "substitute"):
            if name := getattr(person, field):
                yield ("people", index, field), name
    for index, unit in enumerate(city.units):
        yield from ((("units", index, "people", r), name) for r, name in unit.people.items())
    for index, account in enumerate(city.accounts):
        for role, names in account.people.items():
            yield from ((("accounts", index, "people", role), name) for name in names)
    for right, names in city.rights.items():
        yield from ((("rights", right), name) for name in names)
    yield from _named_in_crisis(city)
    for index, absence in enumerate(city.absences):
        yield ("absences", index, "person"), absence.person
        if absence.substitute:
            yield ("absences", index, "substitute"), absence.substitute


def _named_in_crisis(city: City) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for key in ("duty", "drill", "fallback"):
        yield from ((("crisis", key), name) for name in getattr(city.crisis, key))
    if city.crisis.night:
        yield from ((("crisis", "night", "people"), name) for name in city.crisis.night.people)


def _circles(city: City, file: YamlFile) -> Iterator[Problem]:
    by_id = {person.id: person for person in city.people}
    for index, person in enumerate(city.people):
        for field in ("substitute", "manager"):
            if _returns(person, field, by_id):
                why = f"following {field} from {person.id} leads back to {person.id}"
                yield file.problem(("people", index, field), why)


def _returns(person: Person, field: str, by_id: Mapping[str, Person]) -> bool:
    seen: set[str] = set()
    at: Person | None = person
    while at and at.id not in seen:
        seen.add(at.id)
        at = by_id.get(getattr(at, field) or "")
    return at is person


def concerns(city: City, pack: Pack) -> Iterator[Concern]:
    """Find roles that nobody fills, accounts with too few people, people without a reach."""
    for role in _asked_roles(pack):
        if not _filled(city, pack, role):
            yield Concern("city-vacant", {"role": role})
    for account in city.accounts:
        if len(account.admins) < FEWEST_ADMINS:
            yield Concern("city-few-admins", {"account": account.id})
    yield from unready(city, pack)
    for person in city.people:
        if not any((*person.reach.ways(), person.reach.slack, person.reach.teams)):
            yield Concern("city-unreachable", {"person": person.name})


def _asked_roles(pack: Pack) -> list[str]:
    routed = [role for topic in pack.topics for roles in topic.routes.values() for role in roles]
    owners = [rule.owner for rule in pack.rules if rule.owner]
    return list(dict.fromkeys([*routed, *owners, *pack.fallback.values()]))


def _filled(city: City, pack: Pack, role: str) -> bool:
    to = next((each.to for each in pack.roles if each.id == role), "city")
    if city.holders(role):
        return True
    if to == "person":
        return any(person.manager for person in city.people)
    if to == "unit":
        return any(role in unit.people for unit in city.units)
    if to == "account":
        return any(role in account.people for account in city.accounts)
    return False

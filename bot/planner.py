"""From a city's data of today to plans: roles become people, people have addresses."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.city import Account, City, Person, Unit
from bot.plan import Away, Member, Plan, Rung
from bot.policy import Policy, Step
from bot.ports import To
from rules.model import Localized

DUTY = "duty"
"""In a step: everybody on the duty list."""


class Planning(NamedTuple):
    """What an installation has: its messengers, the best first, and what roles are called."""

    channels: tuple[str, ...]
    labels: Mapping[str, Localized] = {}

    def of(self, city: City, now: datetime.datetime) -> Planner:
        """Return what makes plans of a city on the day that it is there."""
        today = now.astimezone(ZoneInfo(city.crisis.timezone)).date()
        return Planner(city, today, self.channels, self.labels)


class Planner:
    """Turns a city's data of today into plans.

    `channels` are the messengers that this installation has, the best first. `labels` name roles.
    """

    def __init__(
        self,
        city: City,
        today: datetime.date,
        channels: Sequence[str],
        labels: Mapping[str, Localized],
    ) -> None:
        self._city = city
        self._today = today
        self._channels = tuple(channels)
        self._labels = labels

    def crisis(self, policy: Policy, unit: str | None = None, *, drill: bool = False) -> Plan:
        """Return the plan of a policy; a drill's holds nobody but the people on the drill list."""
        ready = self._city.crisis
        rungs = [self._rung(step, unit) for step in policy.steps]
        lead = self._people_of(policy.lead, unit) if policy.lead else ()
        maintainers = sorted({p for a in self._city.accounts for p in _maintainers(a)})
        wanted = {*lead, *ready.told, *maintainers, *(ready.night.people if ready.night else ())}
        wanted.update(p for rung in rungs for p in (*rung.asked, *rung.informed))
        allowed = self._city.crisis.drill if drill else None
        people = self._members(wanted, allowed)
        return Plan(
            mode="drill" if drill else "crisis",
            policy=policy.id,
            name=policy.name,
            rungs=tuple(_only(rung, people) for rung in rungs),
            people=people,
            lead_role=policy.lead,
            lead=tuple(p for p in lead if p in people),
            fallback=tuple(p for p in ready.told if p in people),
            maintainers=tuple(p for p in maintainers if p in people),
            night=None if drill else ready.night,
            timezone=ready.timezone,
            repeat=policy.repeat,
            updates=datetime.timedelta(minutes=policy.updates),
            advice=policy.advice,
            deadline=policy.deadline,
            basis=policy.basis,
            source=policy.source,
            labels=self._named(self._roles()),
            asked_as=self._asked_as(policy, unit, people),
            left_out=tuple(sorted(self._name(p) for p in wanted - set(people))),
        )

    def report(self, name: Localized, wait: datetime.timedelta) -> Plan:
        """Return whom a report reaches: the duty list, then whoever may open a crisis."""
        ready = self._city.crisis
        openers = self._city.rights.get("open", ())
        rungs = [
            Rung(asked=asked, wait=wait, remind=wait, everybody=False)
            for asked in (ready.duty, tuple(p for p in openers if p not in ready.duty))
            if asked
        ]
        wanted = {*ready.duty, *openers, *ready.told}
        return Plan(
            mode="report",
            policy="",
            name=name,
            rungs=tuple(rungs),
            people=self._members(wanted, None),
            fallback=ready.told,
            timezone=ready.timezone,
            repeat=1,
        )

    def reach(self, name: Localized, wait: datetime.timedelta) -> Plan:
        """Return the plan of a reachability test: everybody whom any policy could ping."""
        everybody: set[str] = {*self._city.crisis.duty, *self._city.crisis.told}
        for policy in self._city.crisis.policies:
            everybody.update(self.crisis(policy).people)
        people = self._members(everybody, None)
        return Plan(
            mode="reach",
            policy="",
            name=name,
            rungs=(Rung(asked=tuple(sorted(people)), wait=wait),) if people else (),
            people=people,
            fallback=self._city.crisis.told,
            timezone=self._city.crisis.timezone,
        )

    def member(self, person: Person) -> Member:
        """Return somebody as the engine knows them."""
        reach = person.reach
        known = {"slack": reach.slack, "teams": reach.teams, "email": reach.email}
        addresses = {name: to for name in self._channels if (to := known.get(name))}
        language = person.language or self._city.language
        return Member(
            to=To(person=person.id, name=person.name, language=language, addresses=addresses),
            office=person.office,
            phone=reach.phone,
            channels=tuple(addresses),
            substitute=person.substitute,
            away=self.away(person),
        )

    def away(self, person: Person) -> Away | None:
        """Return until when somebody is away today, None if they are there."""
        absences = [
            a for a in self._city.absences if a.person == person.id and a.covers(self._today)
        ]
        if not absences:
            return None
        substitute = absences[-1].substitute or person.substitute
        return Away(until=max(a.last for a in absences), substitute=substitute)

    def _rung(self, step: Step, unit: str | None) -> Rung:
        found = {role: self._people_of(role, unit) for role in step.notify}
        asked = tuple(dict.fromkeys(p for people in found.values() for p in people))
        told = (p for role in step.inform for p in self._people_of(role, unit))
        return Rung(
            asked=asked,
            informed=tuple(p for p in dict.fromkeys(told) if p not in asked),
            vacant=tuple(role for role, people in found.items() if not people),
            wait=datetime.timedelta(minutes=step.wait),
            remind=datetime.timedelta(minutes=step.remind) if step.remind else None,
            everybody=step.acknowledge == "all",
        )

    def _asked_as(
        self, policy: Policy, unit: str | None, people: Mapping[str, Member]
    ) -> dict[str, tuple[str, ...]]:
        """Return the roles in which each person is first asked: a finding if there are several."""
        found: dict[str, tuple[str, ...]] = {}
        for step in policy.steps:
            here: dict[str, tuple[str, ...]] = {}
            for role in step.notify:
                for person in self._people_of(role, unit):
                    if person in people and role not in (person, DUTY):
                        here[person] = (*here.get(person, ()), role)
            found = {**here, **found}
        return found

    def _people_of(self, role: str, unit: str | None) -> tuple[str, ...]:
        """Return who fills a role; one that depends on the unit, of all units if none is named."""
        by_id = next((p for p in self._city.people if p.id == role), None)
        if by_id:
            return (by_id.id,)
        if role == DUTY:
            return self._city.crisis.duty
        if holders := self._city.holders(role):
            return tuple(person.id for person in holders)
        chosen = self._city.unit(unit)
        units = (chosen,) if chosen else self._city.units
        accounts = self._city.accounts
        return tuple(dict.fromkeys([*_of_units(role, units), *_of_accounts(role, accounts)]))

    def _members(self, wanted: Iterable[str], allowed: Iterable[str] | None) -> dict[str, Member]:
        """Return these people and, as far as that leads, whoever stands in for them."""
        by_id = {person.id: person for person in self._city.people}
        limit = None if allowed is None else set(allowed)
        members: dict[str, Member] = {}
        left = sorted(wanted)
        while left:
            name = left.pop(0)
            if name in members or name not in by_id or (limit is not None and name not in limit):
                continue
            members[name] = self.member(by_id[name])
            away = members[name].away
            stand_ins = (members[name].substitute, away.substitute if away else None)
            left += [stand_in for stand_in in stand_ins if stand_in]
        return members

    def _roles(self) -> Iterator[str]:
        for policy in self._city.crisis.policies:
            yield from filter(None, [policy.lead])
            yield from (role for step in policy.steps for role in (*step.notify, *step.inform))

    def _named(self, roles: Iterable[str]) -> dict[str, Localized]:
        return {role: self._labels[role] for role in roles if role in self._labels}

    def _name(self, person: str) -> str:
        found = next((p for p in self._city.people if p.id == person), None)
        return found.name if found else person


def _of_units(role: str, units: Iterable[Unit]) -> Iterator[str]:
    yield from (unit.people[role] for unit in units if role in unit.people)


def _of_accounts(role: str, accounts: Iterable[Account]) -> Iterator[str]:
    yield from (person for account in accounts for person in account.people.get(role, ()))


def _maintainers(account: Account) -> tuple[str, ...]:
    """Return who keeps an account, and so its scheduled posts."""
    return account.people.get("maintainer", ()) or account.people.get("channel_owner", ())


def _only(rung: Rung, people: Mapping[str, Member]) -> Rung:
    """Return the step without whoever is not part of the plan."""
    asked = tuple(p for p in rung.asked if p in people)
    informed = tuple(p for p in rung.informed if p in people)
    return rung.model_copy(update={"asked": asked, "informed": informed})

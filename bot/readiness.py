"""Whether a city is ready: rights that somebody holds, ladders that reach people."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from bot.city import City
from bot.concern import Concern
from bot.plan import Plan
from bot.planner import Planner
from bot.policy import Policy
from rules.pack import Pack

FEWEST_IN_LADDER = 2
_CHANNELS = ("slack", "teams", "email")


def unready(city: City, pack: Pack) -> Iterator[Concern]:
    """Find what would fail on the day: nobody who may open, empty lists, steps without people."""
    for right in ("open", "stand_down"):
        if not city.rights.get(right):
            yield Concern(f"crisis-lint-{right.replace('_', '-')}", {})
    if not city.crisis.duty:
        yield Concern("crisis-lint-duty", {})
    if not city.crisis.policies:
        yield Concern("crisis-lint-no-policy", {})
    if not city.crisis.drill:
        yield Concern("crisis-lint-drill", {})
    labels = {role.id: role.label for role in pack.roles}
    planner = Planner(city, datetime.date.min, _CHANNELS, labels)
    for policy in city.crisis.policies:
        units: list[str | None] = [unit.id for unit in city.units] or [None]
        yield from _of_policy(policy, planner.crisis(policy))
        yield from _idle(policy, [planner.crisis(policy, unit) for unit in units])
    yield from _repeated(city)


def _of_policy(policy: Policy, plan: Plan) -> Iterator[Concern]:
    """Find what is wrong with one ladder."""
    named = {"policy": policy.id}
    everybody = {person for rung in plan.rungs for person in rung.asked}
    if plan.rungs and len(everybody) < FEWEST_IN_LADDER:
        yield Concern("crisis-lint-few", named)
    for number, rung in enumerate(plan.rungs, 1):
        for role in rung.vacant:
            yield Concern("crisis-lint-vacant", {**named, "step": str(number), "role": role})
    if policy.lead and not plan.lead:
        yield Concern("crisis-lint-lead-vacant", {**named, "role": policy.lead})
    elif policy.lead and plan.rungs and not everybody & set(plan.lead):
        yield Concern("crisis-lint-lead-unasked", {**named, "role": policy.lead})
    for person in sorted(everybody | set(plan.lead)):
        member = plan.people[person]
        if not member.channels:
            yield Concern("crisis-lint-unreachable", {**named, "person": member.to.name})
        if person in plan.lead and not member.substitute:
            yield Concern("crisis-lint-alone", {**named, "person": member.to.name})


def _idle(policy: Policy, plans: Sequence[Plan]) -> Iterator[Concern]:
    """Find steps that ask nobody new, whichever unit it is about."""
    for number in range(1, len(policy.steps)):
        if not any(_new(plan, number) for plan in plans):
            yield Concern("crisis-lint-nobody-new", {"policy": policy.id, "step": str(number + 1)})


def _new(plan: Plan, number: int) -> bool:
    before = {person for rung in plan.rungs[:number] for person in rung.asked}
    return not plan.rungs[number].asked or not set(plan.rungs[number].asked) <= before


def _repeated(city: City) -> Iterator[Concern]:
    seen: set[str] = set()
    for policy in city.crisis.policies:
        if policy.id in seen:
            yield Concern("crisis-lint-twice", {"policy": policy.id})
        seen.add(policy.id)

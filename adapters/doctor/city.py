"""A city's data: does it hold together, and would anybody be reached in a crisis?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from adapters.doctor.finding import Found, bad, good
from bot.city import City, Person
from bot.city_file import concerns
from rules.load import load


def look(city: City, channels: Sequence[str]) -> Iterator[Found]:
    """Find vacant roles, lone admins, and people whom no way leads to.

    `channels` are the messengers that this installation has; none where nothing is configured yet.
    """
    yield good("doctor-city", city=city.city, people=len(city.people))
    for concern in concerns(city, load(city.pack)):
        yield bad(concern.key, **concern.values)
    yield from _crisis(city)
    if channels:
        yield from _out_of_reach(city, channels)


def _crisis(city: City) -> Iterator[Found]:
    """Find what would keep a crisis from being opened or noticed."""
    ready = city.crisis
    may_open = city.rights.get("open", ())
    yield (
        good("doctor-crisis-open", count=len(may_open))
        if may_open
        else bad("doctor-crisis-nobody-opens")
    )
    yield (
        good("doctor-crisis-duty", count=len(ready.duty))
        if ready.duty
        else bad("doctor-crisis-no-duty")
    )
    yield (
        good("doctor-crisis-policies", count=len(ready.policies))
        if ready.policies
        else bad("doctor-crisis-no-policy")
    )
    if not city.rights.get("stand_down"):
        yield bad("doctor-crisis-nobody-ends")


def _out_of_reach(city: City, channels: Sequence[str]) -> Iterator[Found]:
    """Find people of the crisis plans whom no messenger of this installation reaches."""
    alone = [p for p in _needed(city) if not any(getattr(p.reach, way) for way in channels)]
    for person in alone:
        yield bad("doctor-out-of-reach", person=person.name, ways=", ".join(channels))


def _needed(city: City) -> list[Person]:
    """Return whoever a policy, the duty list or the night list may ping."""
    ready = city.crisis
    named = {*ready.duty, *ready.fallback, *(ready.night.people if ready.night else ())}
    for policy in ready.policies:
        named |= {policy.lead or ""}
        named |= {each for step in policy.steps for each in (*step.notify, *step.inform)}
    return [p for p in city.people if p.id in named or named & set(p.roles)]

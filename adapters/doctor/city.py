"""A city's data: does it hold together, and would anybody be reached in a crisis?"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from adapters.doctor.finding import Found, bad, good
from bot.city import City
from bot.city_file import concerns
from bot.planner import Planner
from rules.load import load


def look(city: City, channels: Sequence[str]) -> Iterator[Found]:
    """Find vacant roles, lone admins, an empty duty list, and people whom no way leads to.

    `channels` are the messengers that this installation has; none where nothing is configured yet.
    """
    yield good("doctor-city", city=city.city, people=len(city.people))
    for concern in concerns(city, load(city.pack)):
        yield bad(concern.key, **concern.values)
    decided = {
        "doctor-crisis-open": city.rights.get("open", ()),
        "doctor-crisis-duty": city.crisis.duty,
        "doctor-crisis-policies": city.crisis.policies,
    }
    for key, what in decided.items():
        if what:
            yield good(key, count=len(what))
    if channels:
        for name in sorted(_out_of_reach(city, channels)):
            yield bad("doctor-out-of-reach", person=name, ways=", ".join(channels))


def _out_of_reach(city: City, channels: Sequence[str]) -> set[str]:
    """Return the names of those in a plan whom no messenger of this installation reaches."""
    planner = Planner(city, datetime.date.min, channels, {})
    units: list[str | None] = [None, *(unit.id for unit in city.units)]
    plans = [planner.crisis(policy, unit) for policy in city.crisis.policies for unit in units]
    people = [member for plan in plans for member in plan.people.values()]
    return {member.to.name for member in people if not member.channels}

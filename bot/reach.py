"""Tests of reach: begun by a human or once a month, and what the last one showed."""

from __future__ import annotations

import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot import events as ev
from bot.city import City
from bot.crises import PREFIX, Crises
from bot.planner import Planner
from bot.ports import To
from bot.texts import Texts
from rules.model import Localized

ID = "reach"
"""How the ids of these tests begin."""

_WAIT = datetime.timedelta(days=1)
_HOURS = range(9, 15)
_WORKDAYS = range(5)


class Tested(NamedTuple):
    """The last test: when it began, how many were asked, the names of those who never saw it."""

    at: datetime.datetime
    asked: int
    unseen: tuple[str, ...]


def test_of_reach(planner: Planner, by: To) -> ev.Opened | None:
    """Return the event that begins a test, None where no policy could ping anybody."""
    plan = planner.reach(_said("reach-name"), _WAIT)
    if not plan.rungs:
        return None
    return ev.Opened(by=by, what=Texts(by.language).say("crisis-reach-what"), plan=plan)


async def begin_monthly(
    crises: Crises, city: City, planner: Planner, now: datetime.datetime
) -> None:
    """Begin this month's test on a workday in office hours, if the city wants one.

    Every instance may try: the month is the test's id, so that there is one.

    Raises:
        StoreDownError: the store cannot be asked or written to.
    """
    local = now.astimezone(ZoneInfo(city.crisis.timezone))
    if not city.crisis.monthly_test or local.weekday() not in _WORKDAYS or local.hour not in _HOURS:
        return
    name = f"{ID}{local:%Y%m}"
    if await crises.store.read(PREFIX + name):
        return
    event = test_of_reach(planner, To(person="city", name=city.city, language=city.language))
    if event:
        await crises.begin(name, event)


async def last_test(crises: Crises) -> Tested | None:
    """Return what the last test showed, None if there has not been one.

    Raises:
        StoreDownError: the store cannot be asked.
    """
    heads = await crises.store.streams(PREFIX + ID)
    tests = [await crises.load(head.stream.removeprefix(PREFIX)) for head in heads]
    if not tests:
        return None
    last = max(tests, key=lambda test: test.begun)
    asked = last.plan.rungs[0].asked
    unseen = (last.name(person) for person in asked if person not in last.answers)
    return Tested(last.begun, len(asked), tuple(sorted(unseen)))


def _said(key: str) -> Localized:
    fi, sv, en = (Texts(language).say(f"crisis-{key}") for language in ("fi", "sv", "en"))
    return Localized(fi=fi, sv=sv, en=en)

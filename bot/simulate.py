"""A crisis played before it happens: the same decisions, a moved clock, people drawn by lot."""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from bot import events as ev
from bot.crisis import Crisis
from bot.due import due, next_due
from bot.plan import Plan
from bot.ports import Receipt, To

_LATENCY = datetime.timedelta(seconds=1)


class Habits(NamedTuple):
    """How people answer: `share` of them at all, after `minutes` on average.

    `given` says it for some: minutes after they are first asked, None for never.
    """

    share: float = 0.8
    minutes: float = 4.0
    given: Mapping[str, float | None] = {}

    def draw(self, person: str, dice: random.Random) -> datetime.timedelta | None:
        """Return how long somebody takes to answer, None if they never do."""
        if person in self.given:
            minutes = self.given[person]
            return None if minutes is None else datetime.timedelta(minutes=minutes)
        if dice.random() >= self.share:
            return None
        return datetime.timedelta(minutes=dice.expovariate(1 / self.minutes))


def simulate(
    plan: Plan,
    habits: Habits,
    start: datetime.datetime,
    *,
    seed: int = 0,
    lasts: datetime.timedelta = datetime.timedelta(hours=2),
) -> Crisis:
    """Play a plan until its ladder rests and everybody has had their time, or until `lasts`."""
    dice = random.Random(seed)  # noqa: S311 - nobody is protected by it
    answers = {person: habits.draw(person, dice) for person in sorted(plan.people)}
    crisis = Crisis("simulated")
    by = To(person="simulated", name="")
    now = start
    _add(crisis, now, ev.Opened(by=by, what=plan.name.fi, plan=plan))
    while now <= start + lasts:
        for event in due(crisis, now):
            _add(crisis, now, event)
        for letter in crisis.pending:
            _add(crisis, now + _LATENCY, _delivered(letter.key, letter.pending or 0))
        for person in _answering(crisis, answers, now):
            _add(crisis, now, ev.Acknowledged(person=person))
        if due(crisis, now):
            continue
        times = [at for at in (next_due(crisis), _next_answer(crisis, answers)) if at]
        if not times:
            break
        now = max(now, min(times))
    return crisis


def _add(crisis: Crisis, at: datetime.datetime, event: ev.Event) -> None:
    crisis.add(ev.Entry(crisis.version + 1, at, event))


def _delivered(key: str, attempt: int) -> ev.Sent:
    receipt = Receipt(messenger="simulated", place="", id=key)
    return ev.Sent(key=key, attempt=attempt, receipt=receipt)


def _due_answers(
    crisis: Crisis, answers: Mapping[str, datetime.timedelta | None]
) -> Iterator[tuple[datetime.datetime, str]]:
    for person in crisis.waiting():
        after = answers.get(person)
        if after is not None:
            yield crisis.asks[person].since + after, person


def _answering(
    crisis: Crisis, answers: Mapping[str, datetime.timedelta | None], now: datetime.datetime
) -> list[str]:
    return [person for at, person in sorted(_due_answers(crisis, answers)) if at <= now]


def _next_answer(
    crisis: Crisis, answers: Mapping[str, datetime.timedelta | None]
) -> datetime.datetime | None:
    return min((at for at, _ in _due_answers(crisis, answers)), default=None)


class Reached(NamedTuple):
    """One person in a simulation: minutes from the opening, None for never."""

    person: str
    step: int | None
    asked: float
    answered: float | None
    instead_of: str | None


def reached(crisis: Crisis) -> tuple[Reached, ...]:
    """Return who was asked when, and who answered when, the first asked first."""
    rows = []
    for person, ask in crisis.asks.items():
        answer = crisis.answers.get(person)
        rows.append(
            Reached(
                person,
                ask.step,
                _minutes(ask.since - crisis.begun),
                _minutes(answer.at - crisis.begun) if answer else None,
                ask.instead_of,
            )
        )
    return tuple(sorted(rows, key=lambda row: (row.asked, row.person)))


def rests_after(crisis: Crisis) -> float | None:
    """Return after how many minutes the ladder came to rest, None if it never did."""
    if not crisis.halted:
        return None
    so_far = Crisis(crisis.id)
    for entry in crisis.entries:
        so_far.add(entry)
        if so_far.halted:
            return _minutes(entry.at - crisis.begun)
    return None


def _minutes(took: datetime.timedelta) -> float:
    return round(took.total_seconds() / 60, 1)

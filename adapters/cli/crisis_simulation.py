"""`somehelp crisis simulate`: who would be reached when, as a table and a plot."""

from __future__ import annotations

import argparse
import datetime
import random
import time
from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.table import Table

from adapters.cli.session import Session
from bot.city import Absence, City
from bot.crisis import Crisis
from bot.crisis_words import Words
from bot.plan import Plan
from bot.planner import Planning
from bot.report import gaps, timeline
from bot.simulate import Habits, reached, rests_after, simulate

_BAD = 2


def run(arguments: argparse.Namespace, city: City, planning: Planning, session: Session) -> int:
    """Play a policy; return 2 where a name or time is not known, else 0."""
    try:
        start = _start(arguments.start, city)
        habits = _habits(arguments, city)
        away = [_absence(name, city, start) for name in arguments.away]
    except ValueError as error:
        session.complain("crisis-cli-bad", what=str(error))
        return _BAD
    policy = city.crisis.policy(arguments.policy or None)
    if policy is None:
        session.complain("crisis-cli-bad", what=arguments.policy or "crisis: policies")
        return _BAD
    plan = planning.of(city.with_absences(away), start).crisis(policy, arguments.unit or None)
    played = simulate(plan, habits, start, seed=arguments.seed)
    words = Words(played, session.language, start)
    console = Console(highlight=False)
    if arguments.speed:
        _live(played, words, arguments.speed, console)
    draws = random.Random(arguments.seed)  # noqa: S311 - nobody is protected by it
    seeds = [arguments.seed, *(draws.randrange(2**32) for _ in range(arguments.runs - 1))]
    runs = [simulate(plan, habits, start, seed=seed) for seed in seeds]
    console.print(_table(played, runs, words))
    for line in _summary(plan, played, runs, words):
        console.print(line)
    if arguments.plot:
        from adapters.cli.crisis_plot import plot

        plot(runs, words, arguments.plot)
    return 0


def _start(text: str | None, city: City) -> datetime.datetime:
    zone = ZoneInfo(city.crisis.timezone)
    if text is None:
        return datetime.datetime.now(zone)
    return datetime.datetime.fromisoformat(text).replace(tzinfo=zone)


def _habits(arguments: argparse.Namespace, city: City) -> Habits:
    given: dict[str, float | None] = {}
    for said in arguments.answers:
        name, _, minutes = said.partition("=")
        given[_person(name, city)] = None if minutes == "never" else float(minutes)
    return Habits(arguments.share, arguments.minutes, given)


def _absence(name: str, city: City, start: datetime.datetime) -> Absence:
    return Absence(person=_person(name, city), first=start.date(), last=start.date())


def _person(name: str, city: City) -> str:
    person = city.person(name)
    if person is None:
        raise ValueError(name)
    return person.id


def _live(crisis: Crisis, words: Words, speed: float, console: Console) -> None:
    """Show it as it happens, so many times faster."""
    before = crisis.begun
    for at, said in timeline(crisis, words):
        time.sleep(max(0.0, (at - before).total_seconds() / speed))
        before = at
        console.print(f"{words.time(at)} {said}")


def _table(played: Crisis, runs: Sequence[Crisis], words: Words) -> Table:
    """Return who is asked when in one run, and how often they are reached in all."""
    table = Table(title=words.say("cli-title", policy=words.what, runs=len(runs)))
    for key in ("person", "cli-asked", "cli-answered", "cli-share", "phone"):
        table.add_column(words.say(key))
    for row in reached(played):
        asked = [run for run in runs if row.person in run.asks]
        have = sum(1 for run in asked if row.person in run.answers)
        answered = words.say("report-none") if row.answered is None else f"{row.answered:g} min"
        table.add_row(
            words.who(row.person),
            f"{row.asked:g} min",
            answered,
            f"{100 * have / len(asked):.0f} %",
            played.people[row.person].phone or words.say("no-phone"),
        )
    return table


def _summary(plan: Plan, played: Crisis, runs: Sequence[Crisis], words: Words) -> Iterator[str]:
    """Say how long it takes until the ladder rests, and what is missing whoever answers."""
    rested = sorted(after for run in runs if (after := rests_after(run)) is not None)
    share = round(100 * len(rested) / len(runs))
    middle = f"{rested[len(rested) // 2]:g}" if rested else "–"
    yield words.say("cli-rests", share=share, minutes=middle)
    if plan.lead_role:
        led = round(100 * sum(1 for run in runs if run.lead) / len(runs))
        yield words.say("cli-led", share=led)
    for gap in gaps(played, words):
        yield f"✖ {gap}"

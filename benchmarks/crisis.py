"""Measures what many crises at once cost, and what waiting costs; prints a piece of Markdown.

    .venv/bin/python -m benchmarks.crisis [--write FILE] [--idle SECONDS]

One instance, a process with the real pager, meets a chat service of our own that takes 200 ms for
an answer and refuses every tenth message with 429. PostgreSQL's server programs are needed.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks import machine
from benchmarks.table import markdown
from bot.crisis import Crisis
from bot.letters import Attempt
from tests.kill.stage import Stage, Worker, stage
from tests.kill.town import city
from tests.postgres import Postgres, programs

CRISES, PEOPLE = 20, 200
LATENCY, THROTTLE = 0.2, 10
IDLE = 60.0
COMMAND = ".venv/bin/python -m benchmarks.crisis"
_HOUR = 3600.0
_PATIENCE = 180.0


@dataclass(frozen=True, slots=True)
class Load:
    """Figures of one database; times in seconds, `first` from opening a crisis to each ping.

    `busy` is the processor time until all had left, `idle` the share of a core while all wait.
    """

    database: str
    first: tuple[float, ...]
    refused: int
    busy: float
    idle: float


async def measure(database: str, url: str, idle: float) -> Load:
    """Open all crises at once, wait until everybody is pinged, then wait and do nothing."""
    town = city(PEOPLE, steps=1, wait=20 * _HOUR, remind=None)
    async with stage(url, latency=LATENCY, throttle=THROTTLE, sync=False) as play:
        worker = await play.start(people=PEOPLE).runs()
        before = worker.pulses()[-1].cpu
        names = [f"c{number}" for number in range(CRISES)]
        await asyncio.gather(*(play.open(name, town) for name in names))
        crises = [await play.settled(name, _PATIENCE) for name in names]
        busy = worker.pulses()[-1].cpu - before
        refused = sum(a.reason == "throttled" for c in crises for a in _attempts(c))
        first = tuple(_first(play, crises))
        await asyncio.sleep(5)  # what is drawn anew on the boards is no waiting
        return Load(database, first, refused, busy, await _idle(worker, idle))


def _attempts(crisis: Crisis) -> Iterator[Attempt]:
    for letter in crisis.letters.values():
        yield from letter.attempts


def _first(play: Stage, crises: list[Crisis]) -> Iterator[float]:
    """Yield, for each person of each crisis, how long their ping took."""
    begun = {crisis.id: crisis.begun.timestamp() for crisis in crises}
    pings = [d for d in play.delivered if d.purpose == "ping"]
    arrived = {d.key: d.at - begun[d.key.split(":")[0]] for d in reversed(pings)}
    if len(arrived) != CRISES * PEOPLE:
        raise AssertionError(f"only {len(arrived)} people were pinged")
    yield from arrived.values()


async def _idle(worker: Worker, seconds: float) -> float:
    """Return which share of a core a worker takes while everybody waits."""
    first = worker.pulses()[-1]
    await asyncio.sleep(seconds)
    last = worker.pulses()[-1]
    return (last.cpu - first.cpu) / (last.at - first.at)


def report(loads: list[Load]) -> Iterator[str]:
    """Say what was measured, as a section of a Markdown page."""
    pings = CRISES * PEOPLE
    yield f"## {CRISES} crises of {PEOPLE} people at once\n"
    yield f"Made by `{COMMAND}`:\n"
    yield from (f"- {fact}" for fact in machine.describe())
    yield f"- load average at the end: {machine.load():.1f}\n"
    yield (
        f"One instance, and a chat service that takes {LATENCY * 1000:.0f} ms for an answer and "
        f"refuses every {THROTTLE}th message with 429 and `Retry-After: 1`. The time of a first "
        "ping runs from the moment at which another process has opened its crisis to its "
        f"delivery. Idle is while {pings:,} pings wait for an answer.\n"
    )
    columns = ("figure", "wanted", *(load.database for load in loads))
    yield from markdown(columns, [(what, wanted, *values) for what, wanted, values in _rows(loads)])


def _rows(loads: list[Load]) -> Iterator[tuple[str, str, list[str]]]:
    yield "first pings", "", [f"{len(load.first):,}" for load in loads]
    yield "messages refused with 429", "", [f"{load.refused:,}" for load in loads]
    yield "first ping, median", "", [f"{statistics.median(load.first):.1f} s" for load in loads]
    yield "first ping, slowest", "< 10 s", [f"{max(load.first):.1f} s" for load in loads]
    yield "processor time until all had left", "", [f"{load.busy:.1f} s" for load in loads]
    yield "idle, of one core", "< 2 %", [f"{load.idle:.1%}" for load in loads]


async def _measured(idle: float) -> list[Load]:
    found = programs()
    if found is None:
        sys.exit("PostgreSQL's server programs are not installed.")
    server = Postgres(found)
    try:
        server.start()
        return [
            await measure("SQLite", "sqlite", idle),
            await measure("PostgreSQL", server.fresh(), idle),
        ]
    finally:
        server.remove()


def main() -> int:
    """Measure and print; 1 if what is wanted is not reached."""
    parser = argparse.ArgumentParser(description="What many crises at once cost.")
    parser.add_argument("--write", type=Path, metavar="FILE", help="also write it here")
    parser.add_argument("--idle", type=float, default=IDLE, metavar="SECONDS", help="(default 60)")
    options = parser.parse_args()
    loads = asyncio.run(_measured(options.idle))
    page = "\n".join(report(loads)) + "\n"
    print(page)
    if options.write:
        options.write.write_text(page, "utf-8")
    return 0 if all(max(load.first) < 10 and load.idle < 0.02 for load in loads) else 1


if __name__ == "__main__":
    sys.exit(main())

"""Sink, workers and a hand of our own on one database: what every play needs."""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import json
import signal
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import aiohttp

from adapters.store import open_store
from bot import events as ev
from bot.city import City
from bot.crises import Crises
from bot.crisis import Crisis
from bot.due import due
from bot.ports import Store, To
from tests.conftest import REPOSITORY
from tests.kill.sink import Delivery, deliveries
from tests.kill.town import PEOPLE, PLANNING, WATCH

PATIENCE = 90.0
"""Seconds after which something that does not happen has failed."""

_LOOK = 0.2

_opening = asyncio.Lock()  # the library that makes the tables can do so once at a time


class Pulse(NamedTuple):
    """What a worker says of itself; `cpu` are the seconds of a processor it has used."""

    ok: bool
    key: str
    cpu: float
    at: float


class Worker:
    """A process that runs the pager."""

    def __init__(self, process: subprocess.Popen[bytes], file: Path) -> None:
        self.pid = process.pid
        self._process = process
        self._file = file

    def pulses(self) -> list[Pulse]:
        """Return what it has said of itself so far."""
        text = self._file.read_text("ascii") if self._file.exists() else ""
        whole = text[: text.rfind("\n") + 1]
        return [Pulse(**json.loads(line)) for line in whole.splitlines()]

    async def runs(self) -> Worker:
        """Wait until it works."""
        await until(lambda: bool(self.pulses()) or self._ended())
        return self

    async def says(self, key: str) -> None:
        """Wait until its health is this; an empty key is good health."""
        before = len(self.pulses())
        await until(lambda: key in {p.key for p in self.pulses()[before:]} or self._ended())

    def freeze(self) -> None:
        """Make it stand still."""
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        self._process.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        """End it without a word."""
        self._process.kill()
        self._process.communicate()

    @property
    def stopped(self) -> bool:
        """Whether it stands still."""
        stat = Path(f"/proc/{self.pid}/stat").read_text("ascii")
        return stat.rpartition(")")[2].split()[0] == "T"

    def _ended(self) -> bool:
        if self._process.poll() is not None:
            raise AssertionError(f"a worker ended by itself: {self._process.returncode}")
        return False


class Stage:
    """One database, one sink, and whatever workers a play starts."""

    def __init__(self, folder: Path, url: str, store: Store) -> None:
        self._folder = folder
        self._url = url
        self._started: list[Worker] = []
        self.store = store
        self.crises = Crises(store)

    @property
    def socket(self) -> str:
        """Where the sink listens."""
        return str(self._folder / "sink")

    @property
    def delivered(self) -> list[Delivery]:
        """What the sink has delivered, in order."""
        return deliveries(self._folder / "log")

    def begin(self) -> Worker:
        """Start the sink."""
        log = str(self._folder / "log")
        (self._folder / "log").touch()
        return self._start("sink", ["--socket", self.socket, "--log", log])

    def start(self, holder: str = "", *, stop_at: int = 0, people: int = PEOPLE) -> Worker:
        """Start a worker; one with the `holder` of a dead one takes over its leases at once."""
        options = ["--database", self._url, "--sink", self.socket, "--holder", holder]
        options += ["--stop-at", str(stop_at), "--people", str(people)]
        return self._start("worker", options)

    def _start(self, module: str, options: list[str]) -> Worker:
        pulse = self._folder / f"pulse-{len(self._started)}"
        if module == "worker":
            options = [*options, "--pulse", str(pulse)]
        process = subprocess.Popen(
            [sys.executable, "-m", f"tests.kill.{module}", *options],
            cwd=REPOSITORY,
            stdin=subprocess.PIPE,
        )
        self._started.append(Worker(process, pulse))
        return self._started[-1]

    def end(self) -> None:
        """End every process of ours."""
        for worker in self._started:
            worker.kill()

    async def mood(self, **mood: Any) -> None:
        """Tell the sink how to answer; see `tests.kill.sink.Mood`."""
        connector = aiohttp.UnixConnector(self.socket)
        async with aiohttp.ClientSession("http://sink", connector=connector) as session:
            (await session.post("/mood", json=mood)).raise_for_status()

    async def open(self, crisis_id: str, city: City) -> Crisis:
        """Open a crisis by the city's ladder."""
        planner = PLANNING.of(city, await self.store.now())
        plan = planner.crisis(city.crisis.policies[0])
        opened = ev.Opened(by=_to(city), what="Koululla palaa", plan=plan)
        return await self.crises.begin(crisis_id, opened)

    async def died_before_sending(self, crisis_id: str, city: City) -> None:
        """Leave a crisis as an instance does that dies having written whom it is about to ping."""
        crisis = await self.open(crisis_id, city)
        now = await self.store.now()
        await self.crises.write(crisis, due(crisis, now), now)

    async def answer(self, crisis_id: str, people: Sequence[str]) -> dict[str, datetime.datetime]:
        """Let these people press *I have it*, twice each; return when it was written."""
        for person in [each for each in people for _ in range(2)]:
            await self.crises.change(crisis_id, partial(_taken, person))
        crisis = await self.crises.load(crisis_id)
        return {person: crisis.answers[person].at for person in people}

    async def stand_down(self, crisis_id: str, city: City) -> None:
        """End a crisis as a human does."""
        over = ev.StoodDown(by=_to(city))
        await self.crises.change(crisis_id, lambda c: [over] if c.open else [])

    async def reaches(self, crisis_id: str, step: int) -> None:
        """Wait until a step, counted from 0, has begun."""
        await until(lambda: self._at(crisis_id, step))

    async def settled(self, crisis_id: str, patience: float = PATIENCE) -> Crisis:
        """Wait until every message of a crisis has come to its end."""
        await until(lambda: self._settled(crisis_id), patience)
        return await self.crises.load(crisis_id)

    async def _at(self, crisis_id: str, step: int) -> bool:
        crisis = await self.crises.load(crisis_id)
        return step in crisis.stepped

    async def _settled(self, crisis_id: str) -> bool:
        crisis = await self.crises.load(crisis_id)
        return not crisis.pending and not under_way(crisis)


def under_way(crisis: Crisis) -> list[str]:
    """Return the keys of the messages that are wanted and have not come to their end."""
    return [key for key, e in crisis.letters.items() if not e.done and not crisis.moot(e)]


@contextlib.asynccontextmanager
async def stage(url: str, **mood: Any) -> AsyncIterator[Stage]:
    """Set up a sink and a store; end every process afterwards. `sqlite` is a file of its own."""
    with tempfile.TemporaryDirectory(prefix="kill-") as name:
        folder = Path(name)
        url = f"sqlite:///{folder}/crisis.db" if url == "sqlite" else url
        async with _opening:
            store = await open_store(url)
        play = Stage(folder, url, store)
        try:
            play.begin()
            await until(lambda: Path(play.socket).exists())
            await play.mood(**mood)
            yield play
        finally:
            play.end()
            await store.close()


async def until(so: Any, patience: float = PATIENCE) -> None:
    """Wait until something, asked again and again, is so."""
    async with asyncio.timeout(patience):
        while True:
            answer = so()
            if await answer if asyncio.iscoroutine(answer) else answer:
                return
            await asyncio.sleep(_LOOK)


def _taken(person: str, crisis: Crisis) -> list[ev.Event]:
    return [] if person in crisis.answers else [ev.Acknowledged(person=person)]


def _to(city: City) -> To:
    person = city.person(WATCH)
    assert person
    return To(person=person.id, name=person.name, addresses=_addresses(person.reach.model_dump()))


def _addresses(reach: Mapping[str, str | None]) -> dict[str, str]:
    return {name: address for name in PLANNING.channels if (address := reach.get(name))}

"""What is done to the instances: killed, frozen, cut off from their database or their chat."""

from __future__ import annotations

import asyncio
import datetime
import time
from collections.abc import Callable
from contextlib import suppress
from random import Random
from typing import NamedTuple

from bot.board import board
from bot.card import Note
from bot.city import City
from bot.crisis_words import Words
from bot.ports import StoreDownError
from tests.kill.proof import Proof, prove
from tests.kill.stage import Stage, Worker, stage, until
from tests.kill.town import PEOPLE, STEPS, city
from tests.postgres import Postgres

FROZEN, DATABASE_AWAY, CHAT_AWAY = 60.0, 30.0, 300.0
"""For how many seconds an instance stands still, PostgreSQL is stopped, the chat fails."""

_LIVE = 2.0
"""Seconds that a worker lives at most before it is killed."""

_LEASE = 13.0
"""Seconds after which what a dead instance held is free for one of another name."""

Progress = Callable[[], None]


class Failover(NamedTuple):
    """What came of an instance that never came back; `after` are the seconds until the other."""

    proof: Proof
    after: float


class Outage(NamedTuple):
    """What could be seen of an outage, and what came of it."""

    proof: Proof
    red: bool
    said: bool
    green: bool


async def kills(
    url: str, times: int, seed: int, *, renamed: bool = False, progress: Progress = lambda: None
) -> Proof:
    """Kill the only instance again and again, and let people answer while none lives.

    Every other time it is killed while the answer to a message is on its way, else at any moment.
    One person of each step never answers, so that the ladder goes on to its end.
    One that is `renamed` must wait until the lease of the one before is over.
    """
    random = _random(seed)
    town = city(PEOPLE, STEPS, wait=5, remind=2.5)
    async with stage(url, latency=0.3) as play:
        await play.open("k", town)
        people = [p.id for p in town.people[1 + STEPS :]]
        answered: dict[str, datetime.datetime] = {}
        quiet: dict[str, float] = {}
        for number in range(times):
            worker = await play.start(f"{number}" if renamed else "one").runs()
            longest = _LIVE + (_LEASE if renamed else 0)
            if number % 2:
                await _on_its_way(play, longest)
            else:
                await asyncio.sleep(random.uniform(0, longest))
            worker.kill()
            reached = {d.to for d in play.delivered if ":ping:" in d.key}
            free = [p for p in people if p in reached and p not in answered]
            some = random.sample(free, min(len(free), 60 // times + 1, len(free) // 3))
            answered |= await play.answer("k", some)
            quiet |= dict.fromkeys(some, time.time())
            progress()
        play.start("one")
        await play.reaches("k", STEPS - 1)
        return await _end(play, town, answered, quiet)


async def frozen(url: str, seconds: float, seed: int) -> Proof:
    """Freeze whichever of two instances is sending, and let it go on after so many seconds."""
    town = city(PEOPLE, STEPS, wait=5, remind=2.5)
    async with stage(url, latency=0.3) as play:
        await play.open("k", town)
        workers = [await play.start().runs() for _ in range(2)]
        await asyncio.sleep(_random(seed).uniform(0, _LIVE))
        victim = await _sender(play, workers)
        victim.freeze()
        return await _thawed(play, town, victim, seconds)


async def frozen_at_look_up(url: str, seconds: float) -> Proof:
    """Freeze an instance while it is told that a message is not there, before it knows.

    The messages it looks up are those of an instance that died having written them.
    """
    town = city(PEOPLE, STEPS, wait=5, remind=2.5)
    async with stage(url, latency=0.3, stop_at_find=True) as play:
        await play.died_before_sending("k", town)
        workers = [await play.start().runs() for _ in range(2)]
        await until(lambda: any(worker.stopped for worker in workers))
        victim = next(worker for worker in workers if worker.stopped)
        return await _thawed(play, town, victim, seconds)


async def frozen_before_send(url: str, seconds: float) -> Proof:
    """Freeze an instance at the very moment of sending, when it can be held back no more."""
    town = city(PEOPLE, STEPS, wait=5, remind=2.5)
    async with stage(url, latency=0.3) as play:
        victim = await play.start(stop_at=5).runs()
        await play.open("k", town)
        await until(lambda: victim.stopped)
        play.start()
        return await _thawed(play, town, victim, seconds)


async def failover(url: str, seed: int) -> Failover:
    """Kill whichever of two instances is sending, for good."""
    town = city(PEOPLE, STEPS, wait=5, remind=2.5)
    async with stage(url, latency=0.3) as play:
        await play.open("k", town)
        workers = [await play.start().runs() for _ in range(2)]
        await asyncio.sleep(_random(seed).uniform(0, _LIVE))
        victim = await _sender(play, workers)
        victim.kill()
        killed = time.time()
        await until(lambda: any(d.pid != victim.pid and d.at > killed for d in play.delivered))
        first = min(d.at for d in play.delivered if d.pid != victim.pid and d.at > killed)
        await play.reaches("k", STEPS - 1)
        return Failover(await _end(play, town, {}, {}), first - killed)


async def database_away(server: Postgres, seconds: float) -> Outage:
    """Stop PostgreSQL in the middle of the first pings, for so many seconds."""
    town = city(PEOPLE, STEPS, wait=5, remind=2.5)
    async with stage(server.fresh(), latency=0.5) as play:
        worker = await play.start().runs()
        await play.open("k", town)
        await until(lambda: bool(play.delivered))
        await asyncio.to_thread(server.stop)
        stopped = time.monotonic()
        try:
            await worker.says("crisis-health-store")
            said = False
            try:
                await play.answer("k", ["p000"])
            except StoreDownError:
                said = True
            await asyncio.sleep(max(0, stopped + seconds - time.monotonic()))
        finally:
            await asyncio.to_thread(server.start)
        await worker.says("")
        await play.reaches("k", STEPS - 1)
        return Outage(await _end(play, town, {}, {}), red=True, said=said, green=True)


async def chat_away(url: str, seconds: float) -> Outage:
    """Let the chat answer nothing but 500 for so many seconds, from before the second step on."""
    town = city(PEOPLE, STEPS, wait=5, remind=None)
    async with stage(url, latency=0.1) as play:
        worker = await play.start().runs()
        await play.open("k", town)
        await play.reaches("k", 0)
        await until(lambda: sum(d.purpose == "ping" for d in play.delivered) >= PEOPLE // STEPS)
        await play.mood(status=500)
        began = time.monotonic()
        await worker.says("crisis-health-late")
        crisis = await play.crises.load("k")
        words = Words(crisis, "fi", await play.store.now())
        wanted = {words.trouble(f"overdue:{letter.person}") for letter in crisis.late}
        notes = [p.text for p in board(crisis, words.now, "fi").pieces if isinstance(p, Note)]
        said = any(line in wanted for note in notes for line in note.splitlines())
        await asyncio.sleep(max(0, began + seconds - time.monotonic()))
        await play.mood(status=0)
        await worker.says("")
        return Outage(await _end(play, town, {}, {}), red=True, said=said, green=True)


def _random(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - moments, not secrets


async def _on_its_way(play: Stage, longest: float) -> None:
    """Wait for a message whose answer is still on its way, though not for ever."""
    before = len(play.delivered)
    with suppress(TimeoutError):
        async with asyncio.timeout(longest):
            await until(lambda: len(play.delivered) > before)


async def _sender(play: Stage, workers: list[Worker]) -> Worker:
    """Wait for a message whose answer is still on its way; return the worker that sent it."""
    before = len(play.delivered)
    await until(lambda: len(play.delivered) > before)
    last = play.delivered[-1].pid
    return next(worker for worker in workers if worker.pid == last)


async def _thawed(play: Stage, town: City, victim: Worker, seconds: float) -> Proof:
    """Let it stand still for so long, and until another one has taken over; then let it go on."""
    stopped, before = time.monotonic(), len(play.delivered)
    await until(lambda: any(d.pid != victim.pid for d in play.delivered[before:]))
    await asyncio.sleep(max(0, stopped + seconds - time.monotonic()))
    victim.thaw()
    await play.reaches("k", STEPS - 1)
    return await _end(play, town, {}, {})


async def _end(
    play: Stage,
    town: City,
    answered: dict[str, datetime.datetime],
    quiet: dict[str, float],
) -> Proof:
    """Let a human end it, and look at what it was."""
    await play.settled("k")
    await play.stand_down("k", town)
    crisis = await play.settled("k")
    await asyncio.sleep(1)  # for a copy that somebody might still send
    await play.crises.load("k")
    return prove(crisis, play.delivered, answered, quiet)

"""Backup, wipe, restore: an open crisis goes on where it was."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

import sqlalchemy as sa

from adapters.backup import put_back, take
from adapters.store import SqlStore, open_store
from adapters.store.address import parse
from bot import events as ev
from bot.crises import Crises
from bot.due import due
from bot.letter_card import draw
from bot.pager import Pager
from bot.planner import Planner, Planning
from bot.ports import To
from tests.adapters.backup.conftest import in_thread
from tests.bot.crisis.fake_messenger import FakeMessenger
from tests.bot.crisis.town import LADDER, town


class Server(NamedTuple):
    """One server at work: its store, its crises, its pager, and what it has sent."""

    store: SqlStore
    crises: Crises
    pager: Pager
    chat: FakeMessenger

    def asked(self) -> list[str]:
        """Return who was asked to take it, in order."""
        return [copy.person for copy in self.chat.copies if copy.purpose == "ping"]


@asynccontextmanager
async def server_on(url: str) -> AsyncIterator[Server]:
    """Start a server on a database, and stop it."""
    store = await open_store(url)
    now = await store.now()
    chat, crises = FakeMessenger("slack", lambda: now), Crises(store)
    pager = Pager(crises, [chat], draw)
    try:
        yield Server(store, crises, pager, chat)
    finally:
        await pager.stop()
        await store.close()


async def _opened(server: Server) -> None:
    planner = await _planner(server)
    by, plan = _to("aune", planner), planner.crisis(LADDER)
    await server.crises.begin("k1", ev.Opened(by=by, what="Vesijohto on rikki", plan=plan))


async def _planner(server: Server) -> Planner:
    return Planning(("slack",)).of(town(), await server.store.now())


def _to(name: str, planner: Planner) -> To:
    found = town().person(name)
    assert found
    return planner.member(found).to


async def _moved(old: str, new: str, copy: Path) -> None:
    """Back up one database and restore into the other, as after the loss of a machine."""
    await in_thread(take, old, copy)
    await in_thread(put_back, new, copy)


def _later(url: str, minutes: int) -> None:
    """Let time have passed in a database."""
    span = minutes * 60_000_000
    engine = sa.create_engine(parse(url).set(drivername=parse(url).get_backend_name()))
    with engine.begin() as db:
        db.execute(sa.text("UPDATE events SET at = at - :span"), {"span": span})
        db.execute(sa.text("UPDATE streams SET due = due - :span"), {"span": span})
    engine.dispose()


async def test_a_crisis_goes_on_where_it_was(
    new_database: Callable[[], str], tmp_path: Path
) -> None:
    """Nobody is asked twice, what was answered stays answered, the next step comes in time."""
    old, new = new_database(), new_database()
    async with server_on(old) as server:
        await _opened(server)
        await server.pager.tick()
        await server.crises.change("k1", lambda _: [ev.Acknowledged(person="hilkka")])
        await server.pager.tick()
        before = await server.store.read("crisis/k1")
        assert server.asked() == ["maija", "hilkka", "ilpo"]

    await _moved(old, new, tmp_path / "copy")

    async with server_on(new) as server:
        assert await server.store.read("crisis/k1") == before
        await server.pager.tick()
        assert server.asked() == []
        crisis = await server.crises.load("k1")
        assert crisis.open and crisis.waiting() == ("maija", "ilpo")
    await in_thread(_later, new, 6)
    async with server_on(new) as server:
        await server.pager.tick()
        assert server.asked() == ["veli"]


async def test_a_ping_that_had_not_left_leaves_after_the_restore(
    new_database: Callable[[], str], tmp_path: Path
) -> None:
    """A backup from between deciding and sending loses no ping: it leaves with the same key."""
    old, new = new_database(), new_database()
    async with server_on(old) as server:
        await _opened(server)
        crisis, now = await server.crises.load("k1"), await server.store.now()
        await server.crises.write(crisis, due(crisis, now), now)
        keys = {letter.key for letter in crisis.pending}

    await _moved(old, new, tmp_path / "copy")

    async with server_on(new) as server:
        await server.pager.tick()
        assert {copy.key for copy in server.chat.copies} >= keys
        assert server.asked() == ["maija", "hilkka", "ilpo"]


async def test_a_restored_crisis_can_be_ended(
    new_database: Callable[[], str], tmp_path: Path
) -> None:
    """People act on a restored crisis as on any other."""
    old, new = new_database(), new_database()
    async with server_on(old) as server:
        await _opened(server)
        await server.pager.tick()
    await _moved(old, new, tmp_path / "copy")

    async with server_on(new) as server:
        by = _to("maija", await _planner(server))
        await server.crises.change("k1", lambda _: [ev.StoodDown(by=by)])
        await server.pager.tick()
        crisis = await server.crises.load("k1")

        assert not crisis.open and not crisis.pending

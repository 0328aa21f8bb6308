"""What happens to callers and to data while a database is away."""

from __future__ import annotations

import asyncio
import secrets
import sqlite3
import time
import traceback
from collections.abc import AsyncIterator
from contextlib import closing, suppress
from itertools import count
from pathlib import Path

import pytest
import sqlalchemy as sa

from adapters.store import SqlStore, open_store
from adapters.store.address import parse
from adapters.store.database import Database
from bot.ports import StoreDownError
from tests.adapters.store.conftest import tables
from tests.postgres import Postgres


@pytest.fixture
async def shared(postgres_url: str) -> AsyncIterator[SqlStore]:
    """Give an open store on PostgreSQL."""
    opened = await open_store(postgres_url)
    yield opened
    await opened.close()


async def test_after_an_outage_the_store_goes_on(shared: SqlStore, postgres: Postgres) -> None:
    """While PostgreSQL is away callers are told so, and afterwards the same store works."""
    await shared.append("crisis/1", [{"kind": "opened"}], 0)
    postgres.stop()

    for call in (shared.append("crisis/1", [{}], 1), shared.read("crisis/1"), shared.ping()):
        with pytest.raises(StoreDownError):
            await call

    postgres.start()
    await shared.ping()
    assert await shared.append("crisis/1", [{"kind": "noted"}], 1) == 2


async def test_a_crash_leaves_nothing_half_written(shared: SqlStore, postgres: Postgres) -> None:
    """What was appended up to a crash is there whole, and what was not is not there at all."""
    said: set[str] = set()

    async def write(writer: int) -> None:
        for number in count():
            await shared.append(f"crisis/{writer}-{number}", [{"half": 1}, {"half": 2}], 0)
            said.add(f"crisis/{writer}-{number}")

    writing = [asyncio.ensure_future(write(number)) for number in range(20)]
    while len(said) < 20:
        await asyncio.sleep(0)
    await asyncio.to_thread(postgres.stop)
    ends = await asyncio.gather(*writing, return_exceptions=True)
    postgres.start()

    assert {type(end) for end in ends} == {StoreDownError}
    kept = {head.stream for head in await shared.streams("crisis/", limit=100_000)}
    assert said <= kept
    for stream in kept:
        assert [event.data["half"] for event in await shared.read(stream)] == [1, 2]


async def test_a_frozen_database_hangs_nobody(shared: SqlStore, postgres: Postgres) -> None:
    """A database that takes calls and never answers is reported as down; thawed, it works on."""
    await shared.append("crisis/1", [{}], 0)
    postgres.freeze()

    async with asyncio.timeout(30):  # far more than it takes: only for ever would be wrong
        answers = await asyncio.gather(
            shared.ping(),
            shared.read("crisis/1"),
            *(shared.append("crisis/1", [{"by": number}], 1) for number in range(30)),
            return_exceptions=True,
        )
    postgres.thaw()

    assert {type(answer) for answer in answers} == {StoreDownError}
    await _back(shared)
    (head,) = await shared.streams("crisis/")
    assert head.version <= 2  # one of the appends may have come through after all, and not two
    assert await shared.append("crisis/1", [{}], head.version) == head.version + 1


async def test_a_queue_is_no_outage(tmp_path: Path) -> None:
    """Whoever waits while others are being served is served in the end, and not turned away."""
    database = await Database.at(parse(f"sqlite:///{tmp_path}/somehelp.sqlite"))
    slow = [database.write(lambda _: time.sleep(0.1), patience=0.5) for _ in range(10)]

    assert await asyncio.gather(*slow) == [None] * 10

    with pytest.raises(StoreDownError):
        await database.write(lambda _: time.sleep(1.5), patience=0.5)
    await database.close()


async def test_a_caller_who_goes_away_takes_nothing_along(
    shared: SqlStore, postgres: Postgres
) -> None:
    """A caller can give up on a frozen database at once, and the store stays whole."""
    postgres.freeze()
    waiting = [asyncio.ensure_future(shared.append(f"crisis/{n}", [{}], 0)) for n in range(30)]
    with pytest.raises(StoreDownError):
        await shared.ping()

    for caller in waiting:
        caller.cancel()
    async with asyncio.timeout(2):
        await asyncio.gather(*waiting, return_exceptions=True)
    postgres.thaw()

    assert all(caller.cancelled() for caller in waiting)
    await _back(shared)


async def test_a_locked_file_is_reported(tmp_path: Path) -> None:
    """Another program that holds SQLite's file makes the store wait, then say so; then it works."""
    file = tmp_path / "somehelp.sqlite"
    store = await open_store(f"sqlite:///{file}")
    with closing(sqlite3.connect(file)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreDownError, match="SQLITE_BUSY"):
            await store.append("crisis/1", [{}], 0)
        assert await store.read("crisis/1") == ()  # whoever only reads is not held up

    assert await store.append("crisis/1", [{}], 0) == 1
    await store.close()


async def test_a_closed_store_says_so(store: SqlStore) -> None:
    """After closing every call is refused, and closing again does no harm."""
    await store.append("crisis/1", [{}], 0)
    await store.close()
    await store.close()

    with pytest.raises(StoreDownError):
        await store.append("crisis/1", [{}], 1)


async def test_an_error_quotes_nothing(url: str, store: SqlStore) -> None:
    """Whatever goes wrong in the database, no error shows what was to be written."""
    with tables(url) as db:
        db.execute(sa.text("DROP TABLE events"))
        db.execute(sa.text("CREATE TABLE events (stream TEXT, version BIGINT CHECK (version > 9))"))

    canary = secrets.token_hex(8)

    with pytest.raises(StoreDownError) as caught:
        await store.append(f"crisis/{canary}", [{"said": canary}], 0)

    assert canary not in "".join(traceback.format_exception(caught.value))
    assert await store.streams("") == ()


async def _back(store: SqlStore) -> None:
    """Wait until the database answers again."""
    async with asyncio.timeout(30):
        while True:
            with suppress(StoreDownError):
                return await store.ping()

"""What tests of backups share: an address of each kind, and looking into a database."""

from __future__ import annotations

import asyncio
import datetime
from collections.abc import Callable, Coroutine
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

import pytest

from adapters.store import SqlStore, open_store
from bot.ports import Count, Stored

_Result = TypeVar("_Result")

DUE = datetime.datetime(2031, 5, 6, 7, 8, 9, tzinfo=datetime.UTC)
MONDAY = datetime.date(2026, 11, 16)


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    """Name a kind of database; a test runs on each."""
    kind: str = request.param
    return kind


@pytest.fixture
def new_database(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Callable[[], str]:
    """Give the addresses of databases that are not in use yet."""
    if kind == "sqlite":
        numbers = count(1)
        return lambda: f"sqlite:///{tmp_path}/state/{next(numbers)}.sqlite"
    server = request.getfixturevalue("postgres")
    fresh: Callable[[], str] = server.fresh
    return fresh


def on(url: str, *work: Callable[[SqlStore], Coroutine[Any, Any, Any]]) -> Any:
    """Open the store on a database, work on it, and return what came of the last work."""

    async def done() -> Any:
        store = await open_store(url)
        try:
            return [await each(store) for each in work][-1]
        finally:
            await store.close()

    return asyncio.run(done())


async def in_thread(work: Callable[..., _Result], *arguments: Any) -> _Result:
    """Do what blocks, or brings a loop of its own, beside the test's loop."""
    return await asyncio.to_thread(work, *arguments)


def fill(url: str) -> None:
    """Put an open crisis, a person and a count into a database."""
    on(
        url,
        lambda s: s.append("crisis/1", [{"kind": "opened", "what": "Vesijohto ä€😀"}], 0, due=DUE),
        lambda s: s.append("crisis/1", [{"kind": "sent", "to": "maija"}], 1, due=DUE),
        lambda s: s.append("person/slack:U1", [{"kind": "language", "language": "sv"}], 0),
        lambda s: s.tally([Count(MONDAY, "check", "", "kirjasto", 3)], writer="slack:U1"),
    )


def everything(url: str) -> tuple[Any, ...]:
    """Return all that a store can read from a database, times included."""

    async def read(store: SqlStore) -> tuple[Any, ...]:
        heads = await store.streams("")
        events: dict[str, tuple[Stored, ...]] = {
            head.stream: await store.read(head.stream) for head in heads
        }
        return heads, events, await store.tallies(MONDAY), await store.writers(MONDAY)

    found: tuple[Any, ...] = on(url, read)
    return found

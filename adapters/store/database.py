"""Work on the database in transactions, none of which keeps its caller waiting for ever."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Protocol, TypeVar

import sqlalchemy as sa

from adapters.store.faults import down
from adapters.store.postgresql import PostgresqlServer
from adapters.store.sqlite import SqliteFile
from bot.ports import StoreDownError

_Result = TypeVar("_Result")

PATIENCE = 6.0
"""Seconds without any answer after which a database counts as away.

PostgreSQL gives a statement up earlier itself, unless it is frozen.
"""

_QUEUE = 5  # so many times the patience a caller waits while others are being served
_CLOSING = 3.0  # seconds


class Connections(Protocol):
    """Ways to one database, with work given as a plain function of a connection."""

    async def read(self, work: Callable[[sa.Connection], _Result]) -> _Result:
        """Run reading work, each of its statements for itself."""

    async def write(self, work: Callable[[sa.Connection], _Result]) -> _Result:
        """Run work in one transaction: all of it is on disk on return, or none ever."""

    async def settle(self) -> None:
        """Make sure that nothing is left of what was erased."""

    async def close(self) -> None:
        """Finish what is under way."""


def _connect(url: sa.URL) -> Connections:
    return (SqliteFile if url.get_backend_name() == "sqlite" else PostgresqlServer)(url)


class Database:
    """One database whose every failure is a `StoreDownError`, at the latest when time is up."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._stragglers: set[asyncio.Task[Any]] = set()
        self._answered: dict[str, float] = {}  # when work of a kind was last done, by the loop
        self._closed = False

    @classmethod
    async def at(cls, url: sa.URL) -> Database:
        """Return the database at a URL of `address.parse`; a SQLite file is made if need be."""
        with down():
            return cls(await asyncio.to_thread(_connect, url))

    async def read(
        self, work: Callable[[sa.Connection], _Result], patience: float = PATIENCE
    ) -> _Result:
        """Run reading work, or give up after so many seconds in which nobody's was done."""
        return await self._in_time("read", self._connections.read(work), patience)

    async def write(
        self, work: Callable[[sa.Connection], _Result], patience: float = PATIENCE
    ) -> _Result:
        """Run work in one transaction, or give up as `read` does."""
        return await self._in_time("write", self._connections.write(work), patience)

    async def settle(self) -> None:
        """Make sure that nothing is left of what was erased."""
        await self._in_time("settle", self._connections.settle(), PATIENCE)

    async def close(self) -> None:
        """Finish what is under way and let the connections go; a second time is harmless."""
        if self._closed:
            return
        self._closed = True
        if self._stragglers:
            await asyncio.wait(self._stragglers, timeout=_CLOSING)
        closing = asyncio.ensure_future(self._connections.close())
        closing.add_done_callback(self._bury)
        await asyncio.wait({closing}, timeout=_CLOSING)

    async def _in_time(
        self, kind: str, work: Coroutine[Any, Any, _Result], patience: float
    ) -> _Result:
        """Wait for work, and leave it behind when it takes too long or the caller goes away.

        Cancelling alone is no way out: a driver then waits for what the database says to that, and
        a frozen one says nothing.
        """
        if self._closed:
            work.close()
            raise StoreDownError("closed")
        task = asyncio.ensure_future(work)
        try:
            await self._wait(kind, task, patience)
        finally:
            if not task.done():
                self._leave(task)
        if not task.done():
            raise StoreDownError("no answer")
        with down():
            result = task.result()
        self._answered[kind] = asyncio.get_running_loop().time()
        return result

    async def _wait(self, kind: str, task: asyncio.Task[Any], patience: float) -> None:
        """Wait while work of the same kind gets done: a long queue is no outage."""
        clock = asyncio.get_running_loop().time
        begun = clock()
        while not task.done():
            since = max(begun, self._answered.get(kind, begun))
            left = min(since + patience, begun + _QUEUE * patience) - clock()
            if left <= 0:
                return
            await asyncio.wait({task}, timeout=left)

    def _leave(self, task: asyncio.Task[Any]) -> None:
        task.cancel()
        self._stragglers.add(task)
        task.add_done_callback(self._bury)

    def _bury(self, task: asyncio.Task[Any]) -> None:
        self._stragglers.discard(task)
        if not task.cancelled():
            task.exception()  # nobody waits for it any more

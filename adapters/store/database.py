"""Work on the database in transactions, none of which keeps its caller waiting for ever."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import AbstractAsyncContextManager, nullcontext
from typing import Any, TypeVar

import sqlalchemy as sa

from adapters.store.engine import connect
from adapters.store.faults import down
from bot.ports import StoreDownError

_Result = TypeVar("_Result")

PATIENCE = 8.0
"""Seconds a caller waits; a statement's own limit comes first, unless the database is frozen."""

_CLOSING = 3.0  # seconds


class Database:
    """A pool of connections to one database; every failure is a `StoreDownError`."""

    def __init__(self, url: sa.URL) -> None:
        self._engine = connect(url)
        self._readers = self._engine.execution_options(isolation_level="AUTOCOMMIT")
        self.is_file = self._engine.dialect.name == "sqlite"
        # SQLite lets one write at a time; those of this process queue here, in fair order.
        self._turn: AbstractAsyncContextManager[None] = (
            asyncio.Lock() if self.is_file else nullcontext()
        )
        self._stragglers: set[asyncio.Task[Any]] = set()
        self._closed = False

    async def read(
        self, work: Callable[[sa.Connection], _Result], patience: float = PATIENCE
    ) -> _Result:
        """Run reading work, each of its statements for itself."""

        async def transact() -> _Result:
            async with self._readers.connect() as db:
                return await db.run_sync(work)

        return await self._in_time(transact(), patience)

    async def write(
        self, work: Callable[[sa.Connection], _Result], patience: float = PATIENCE
    ) -> _Result:
        """Run work in one transaction: all of it is on disk on return, or none ever."""

        async def transact() -> _Result:
            async with self._turn, self._engine.begin() as db:
                return await db.run_sync(work)

        return await self._in_time(transact(), patience)

    async def close(self) -> None:
        """Finish what is under way and let the connections go; a second time is harmless."""
        self._closed = True
        if self._stragglers:
            await asyncio.wait(self._stragglers, timeout=_CLOSING)
        await self._engine.dispose()

    async def _in_time(self, work: Coroutine[Any, Any, _Result], patience: float) -> _Result:
        """Wait for work, and leave it behind when it takes too long or the caller goes away.

        Cancelling is no way out: the driver then waits for an answer from the database, which a
        frozen one never gives.
        """
        if self._closed:
            work.close()
            raise StoreDownError("closed")
        task = asyncio.ensure_future(work)
        try:
            await asyncio.wait({task}, timeout=patience)
        finally:
            if not task.done():
                self._leave(task)
        if not task.done():
            raise StoreDownError("no answer")
        with down():
            return task.result()

    def _leave(self, task: asyncio.Task[Any]) -> None:
        task.cancel()
        self._stragglers.add(task)
        task.add_done_callback(self._bury)

    def _bury(self, task: asyncio.Task[Any]) -> None:
        self._stragglers.discard(task)
        if not task.cancelled():
            task.exception()  # nobody waits for it any more

"""Counts are gathered for a moment and written together: a check is not to wait for its figures."""

from __future__ import annotations

import asyncio

from adapters.store import tallies
from adapters.store.database import Database
from bot.ports import StoreDownError

_MOST_WAITING = 10_000  # batches that wait for a database that is away; then the oldest go


class Gathering:
    """Batches of counts on their way to the database, for at most `seconds` each.

    What a killed process had gathered is not counted: figures are no records.
    """

    def __init__(self, database: Database, seconds: float) -> None:
        self._database = database
        self._seconds = seconds
        self._waiting: list[tallies.Batch] = []
        self._timer: asyncio.Task[None] | None = None

    async def add(self, batch: tallies.Batch) -> None:
        """Take counts; written at once where nothing is gathered."""
        self._waiting.append(batch)
        if not self._seconds:
            await self.write()
        elif self._timer is None or self._timer.done():
            self._timer = asyncio.create_task(self._write_soon())

    async def write(self) -> None:
        """Write what has been gathered.

        Raises:
            StoreDownError: nothing was written; where counts are gathered they wait on.
        """
        batches, self._waiting = self._waiting, []
        if not batches:
            return
        try:
            await self._database.write(lambda db: tallies.add(db, batches))
        except StoreDownError:
            if self._seconds:
                self._waiting = [*batches, *self._waiting][-_MOST_WAITING:]
            raise

    async def close(self) -> None:
        """Write the last counts, if the database is there to take them."""
        if self._timer is not None:
            self._timer.cancel()
        try:
            await self.write()
        except StoreDownError:
            self._waiting.clear()

    async def _write_soon(self) -> None:
        await asyncio.sleep(self._seconds)
        try:
            await self.write()
        except StoreDownError:
            return  # they go with the next ones

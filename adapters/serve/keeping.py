"""The database as parts of the server: whether it answers, and the erasing of what is too old."""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import secrets
from collections.abc import Mapping
from typing import Protocol

import structlog
from aiohttp import web

from adapters.part import Health
from bot.ports import Clock, Store, StoreDownError

_log = structlog.get_logger("somehelp.store")

_PING = 5.0  # seconds between two looks at the database
_LOOK = 600.0  # seconds between two looks whether erasing is due
_DAY = datetime.timedelta(days=1)
_LATE = datetime.timedelta(days=2)


class Answering(Store, Protocol):
    """A store that can say whether it answers."""

    async def ping(self) -> None:
        """Ask the database for a sign of life.

        Raises:
            StoreDownError: there was none.
        """

    async def close(self) -> None:
        """Close all connections."""


class StorePart:
    """Watches the database, and closes it as the last thing of all."""

    name = "store"

    def __init__(self, store: Answering, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._answers = True
        self._task: asyncio.Task[None] | None = None

    def mount(self, app: web.Application) -> None:
        """Add nothing: the database has no address of its own."""

    async def start(self) -> None:
        """Begin to watch."""
        self._task = asyncio.create_task(self._watch())

    async def stop(self) -> None:
        """Close the database."""
        await cancel(self._task)
        await self._store.close()

    def health(self) -> Health:
        """Say whether the database answered when it was last asked."""
        return Health(ok=True) if self._answers else Health(ok=False, key="serve-down-store")

    async def _watch(self) -> None:
        while True:
            answers = await self._pings()
            if answers != self._answers:
                _log.warning("database", status="answers" if answers else "silent")
            self._answers = answers
            await self._clock.sleep(_PING)

    async def _pings(self) -> bool:
        try:
            await self._store.ping()
        except StoreDownError:
            return False
        return True


class Housekeeping:
    """Erases once a day what has been kept for long enough, on one server of all."""

    name = "housekeeping"

    def __init__(self, store: Store, clock: Clock, kept: Mapping[str, datetime.timedelta]) -> None:
        self._store = store
        self._clock = clock
        self._kept = kept
        self._well_at = clock.now()
        self._task: asyncio.Task[None] | None = None

    def mount(self, app: web.Application) -> None:
        """Add nothing: erasing has no address."""

    async def start(self) -> None:
        """Begin to look, every ten minutes, whether it is this server's turn."""
        self._task = asyncio.create_task(self._go_on())

    async def stop(self) -> None:
        """Stop between two batches; the next server goes on."""
        await cancel(self._task)

    def health(self) -> Health:
        """Say whether erasing has worked lately, here or elsewhere."""
        late = self._clock.now() - self._well_at > _LATE
        return Health(ok=False, key="serve-down-housekeeping") if late else Health(ok=True)

    async def _go_on(self) -> None:
        while True:
            try:
                await self._once()
                self._well_at = self._clock.now()
            except StoreDownError:
                _log.warning("forgetting_put_off")
            except Exception:
                _log.exception("forgetting_failed")
            await self._clock.sleep(_LOOK)

    async def _once(self) -> None:
        """Erase unless somebody has today; a turn that failed is given back."""
        turn = f"housekeeping/{(await self._store.now()).date()}"
        holder = secrets.token_hex(8)
        if not await self._store.claim(turn, holder, _DAY):
            return
        try:
            gone = await self._store.forget(self._kept)
        except BaseException:
            with contextlib.suppress(StoreDownError):
                await self._store.release(turn, holder)
            raise
        for kind, count in gone.items():
            if count:
                _log.info("forgotten", kind=kind, count=count)


async def cancel(task: asyncio.Task[None] | None) -> None:
    """End a task of our own and wait until it has ended."""
    if task:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task

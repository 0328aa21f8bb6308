"""The pager as a part of the server: it runs until told, and says whether anybody is forgotten."""

from __future__ import annotations

import asyncio

import structlog
from aiohttp import web

from adapters.part import Health
from bot.pager import Pager

_log = structlog.get_logger("somehelp.pager")


class PagerPart:
    """Looks every second for what crises need."""

    name = "pager"

    def __init__(self, pager: Pager) -> None:
        self._pager = pager
        self._task: asyncio.Task[None] | None = None

    def mount(self, app: web.Application) -> None:
        """Add nothing: crises are reached through the chats and the page."""

    async def start(self) -> None:
        """Begin to look."""
        self._task = asyncio.create_task(self._pager.run())

    async def stop(self) -> None:
        """Take up nothing new; what was begun is finished."""
        await self._pager.stop()
        if self._task:
            await self._task

    def health(self) -> Health:
        """Say whether all that is due was done in time, and that the pager itself still runs."""
        if self._task and self._task.done():
            return Health(ok=False, key="serve-down-pager")
        pulse = self._pager.health()
        return Health(ok=pulse.ok, key=pulse.key)


def failed(error: BaseException) -> None:
    """Log what should not have happened to a crisis; the pager takes it up again."""
    _log.error("crisis_failed", exc_info=error)

"""What was accepted and is not done yet: an answer is worked out after Slack was told `yes`."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

import structlog

_log = structlog.get_logger("somehelp.slack")


class Work:
    """Accepted pieces of work; stopping waits for them.

    A task that nobody holds may be collected while it runs, and one that runs when a server stops
    is cancelled: both would lose an answer that was promised.
    """

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()
        self.open = True

    def accept(self, doing: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Start a piece of work and keep hold of it until it is done."""
        task = asyncio.create_task(doing)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            # asyncio would print it with its message, which may quote what somebody wrote.
            _log.error("work_failed", platform="slack", exc_info=error)

    async def finish(self, seconds: float) -> int:
        """Take nothing new, wait for what was accepted; return how much was not done in time."""
        self.open = False
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)
        return len(self._tasks)

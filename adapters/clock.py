"""The machine's clock."""

from __future__ import annotations

import asyncio
import datetime


class MachineClock:
    """What time it is here, and waiting."""

    def now(self) -> datetime.datetime:
        """Return the time, UTC."""
        return datetime.datetime.now(datetime.UTC)

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)

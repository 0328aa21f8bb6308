"""PostgreSQL: a server that several instances share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import create_async_engine

_Result = TypeVar("_Result")

_DEFAULTS = {
    "connect_timeout": 5,  # seconds
    "application_name": "somehelp",
    # A statement, or its wait for a lock, is given up by the server itself after so long.
    "options": "-c statement_timeout=5s -c idle_in_transaction_session_timeout=30s",
    # A host that vanished without a word is noticed after some ten seconds.
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}


class PostgresqlServer:
    """A pool of connections to a PostgreSQL database; it connects at its first use.

    What the URL itself says (`?connect_timeout=…`) goes before our defaults.
    """

    def __init__(self, url: sa.URL) -> None:
        asked = {name: value for name, value in _DEFAULTS.items() if name not in url.query}
        self._engine = create_async_engine(
            url,
            hide_parameters=True,
            pool_pre_ping=True,  # after a restart of the server, nobody gets a dead connection
            pool_size=10,
            max_overflow=10,
            pool_timeout=30,  # a caller waits less long, unless others are being served
            pool_recycle=1800,
            connect_args=asked,
        )
        self._each = self._engine.execution_options(isolation_level="AUTOCOMMIT")

    async def read(self, work: Callable[[sa.Connection], _Result]) -> _Result:
        """Run reading work, each of its statements for itself."""
        async with self._each.connect() as db:
            return await db.run_sync(work)

    async def write(self, work: Callable[[sa.Connection], _Result]) -> _Result:
        """Run work in one transaction."""
        async with self._engine.begin() as db:
            return await db.run_sync(work)

    async def settle(self) -> None:
        """Do nothing: PostgreSQL sweeps by itself what was erased."""

    async def close(self) -> None:
        """Let the connections go."""
        await self._engine.dispose()

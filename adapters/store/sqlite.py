"""SQLite: one file of this machine, worked on by a few threads of our own.

Plain threads instead of an asynchronous driver: that one hands each single call to a thread and
back, some ten times an append, and takes two to three times as long.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa

_Result = TypeVar("_Result")

_PRAGMAS = (
    "busy_timeout=5000",  # milliseconds to wait for another process that writes
    "synchronous=FULL",  # what was committed survives a power cut
    "foreign_keys=ON",
    "secure_delete=ON",  # what was erased is overwritten
)
_READERS = 4
_TRIES, _AGAIN = 100, 0.1  # seconds


class SqliteFile:
    """A SQLite file; its writes queue for one thread, in fair order, since it lets in one a time.

    Raises:
        OSError: the file can be neither made nor protected.
        sqlite3.Error: it is no database, or is locked for long.
    """

    def __init__(self, url: sa.URL) -> None:
        _prepare(Path(url.database or ""))
        self._engine = sa.create_engine(
            url, hide_parameters=True, pool_size=_READERS + 1, max_overflow=0
        )
        sa.event.listen(self._engine, "connect", _configure)
        sa.event.listen(self._engine, "begin", _begin)
        self._each = self._engine.execution_options(isolation_level="AUTOCOMMIT")
        self._writer = ThreadPoolExecutor(1, "store-writer")
        self._readers = ThreadPoolExecutor(_READERS, "store-reader")

    async def read(self, work: Callable[[sa.Connection], _Result]) -> _Result:
        """Run reading work, each of its statements for itself."""

        def transact() -> _Result:
            with self._each.connect() as db:
                return work(db)

        return await asyncio.get_running_loop().run_in_executor(self._readers, transact)

    async def write(self, work: Callable[[sa.Connection], _Result]) -> _Result:
        """Run work in one transaction, alone."""

        def transact() -> _Result:
            with self._engine.begin() as db:
                return work(db)

        return await asyncio.get_running_loop().run_in_executor(self._writer, transact)

    async def settle(self) -> None:
        """Take what was erased out of the write-ahead log too, where it would linger."""
        await self.read(lambda db: db.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all())

    async def close(self) -> None:
        """Finish what has begun, and close the file."""
        for threads in (self._writer, self._readers):
            await asyncio.get_running_loop().run_in_executor(threads, lambda: None)
            threads.shutdown(wait=False, cancel_futures=True)
        self._engine.dispose()


def _prepare(file: Path) -> None:
    """Make the file, or make sure that an existing one is private, and switch on its log.

    SQLite gives the files that it puts beside it the same mode.
    """
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file.touch(0o600)
    if file.stat().st_mode & 0o077:
        file.chmod(0o600)
    for left in reversed(range(_TRIES)):
        try:
            with closing(sqlite3.connect(file)) as connection:
                connection.execute("PRAGMA journal_mode=WAL").fetchall()
        except sqlite3.OperationalError:  # another process is doing the same, and does not wait
            if not left:
                raise
            time.sleep(_AGAIN)
        else:
            return


def _configure(connection: sqlite3.Connection, record: Any) -> None:
    del record
    connection.isolation_level = None  # the driver begins nothing by itself: `_begin` does
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: sa.Connection) -> None:
    """Take the write lock at once: one that begins as a reader may be refused half-way."""
    if connection.get_execution_options().get("isolation_level") != "AUTOCOMMIT":
        connection.exec_driver_sql("BEGIN IMMEDIATE")

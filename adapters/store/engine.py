"""Connections: how each database is spoken to, and how long anything may take."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

STATEMENT = 5
"""Seconds that one statement, or the wait for a lock, may take."""

_CONNECT = 5
_POOL = 3  # seconds of waiting for a free connection

_POSTGRESQL_DEFAULTS = {
    "connect_timeout": _CONNECT,
    "application_name": "somehelp",
    "options": f"-c statement_timeout={STATEMENT}s -c idle_in_transaction_session_timeout=30s",
    # A host that vanished without a word is noticed after some ten seconds.
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}

_SQLITE_PRAGMAS = (
    f"busy_timeout={STATEMENT * 1000}",
    "synchronous=FULL",  # what was committed survives a power cut
    "foreign_keys=ON",
    "secure_delete=ON",  # what was erased is overwritten
)


def connect(url: sa.URL) -> AsyncEngine:
    """Return an engine for a URL of `address.parse`; it connects at its first use.

    Neither its errors nor its log ever show a parameter of a statement.
    """
    if url.get_backend_name() == "postgresql":
        return _postgresql(url)
    return _sqlite(url)


def _postgresql(url: sa.URL) -> AsyncEngine:
    asked = {name: value for name, value in _POSTGRESQL_DEFAULTS.items() if name not in url.query}
    return create_async_engine(
        url,
        hide_parameters=True,
        pool_pre_ping=True,
        pool_size=10,
        max_overflow=10,
        pool_timeout=_POOL,
        pool_recycle=1800,
        connect_args=asked,
    )


def _sqlite(url: sa.URL) -> AsyncEngine:
    engine = create_async_engine(
        url, hide_parameters=True, pool_size=5, max_overflow=0, pool_timeout=_POOL
    )
    sa.event.listen(engine.sync_engine, "connect", _prepare)
    sa.event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _prepare(connection: Any, record: Any) -> None:
    del record
    connection.isolation_level = None  # the driver begins nothing by itself: `_begin` does
    cursor = connection.cursor()
    for pragma in _SQLITE_PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: sa.Connection) -> None:
    """Take the write lock at once: one that begins as a reader may be refused half-way."""
    if connection.get_execution_options().get("isolation_level") != "AUTOCOMMIT":
        connection.exec_driver_sql("BEGIN IMMEDIATE")

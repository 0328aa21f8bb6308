"""What is in a database, so that nobody overwrites one that is in use."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import NamedTuple

import sqlalchemy as sa

from adapters.backup.fault import BackupError
from adapters.store import address
from adapters.store.migrate import version
from adapters.store.tables import EVENTS, STREAMS, TALLIES


class Contents(NamedTuple):
    """The version of a database's tables, and how much there is of what."""

    version: str = ""
    streams: int = 0
    events: int = 0
    crises: int = 0
    tallies: int = 0

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to lose."""
        return not (self.streams or self.tallies)


def contents(url: str) -> Contents:
    """Count what is in a database; one that is not there yet, or has no tables, holds nothing.

    Raises:
        BackupError: the database cannot be read.
        BadDatabaseUrlError: the URL names no database that can be used.
    """
    where = address.parse(url)
    if where.get_backend_name() == "sqlite":
        where = where.set(drivername="sqlite")
        if not Path(where.database or "").exists():
            return Contents()
    engine = sa.create_engine(where, poolclass=sa.NullPool, hide_parameters=True)
    try:
        with engine.connect() as db:
            return _counted(db)
    except sa.exc.DBAPIError as error:
        if type(error.orig) is sqlite3.DatabaseError:  # not one of its kinds: the file is broken
            raise BackupError("backup-broken-file", file=str(where.database)) from None
        raise BackupError("backup-no-database", error=type(error.orig).__name__) from None


def _counted(db: sa.Connection) -> Contents:
    if not sa.inspect(db).has_table(STREAMS.name):
        return Contents()
    crises = sa.select(STREAMS.c.name).where(STREAMS.c.name.startswith("crisis/"))
    return Contents(
        version(db) or "",
        *(
            db.execute(sa.select(sa.func.count()).select_from(each)).scalar_one()
            for each in (STREAMS, EVENTS, crises.subquery(), TALLIES)
        ),
    )

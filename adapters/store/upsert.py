"""Insert-or-update, which the two databases write alike and SQLAlchemy keeps apart."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite


def insert(db: sa.Connection, table: sa.Table) -> postgresql.Insert | sqlite.Insert:
    """Return an insert into a table that can say what to do on a conflict."""
    if db.dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)


def wrote(db: sa.Connection, change: sa.Executable) -> bool:
    """Make a change to one row, and tell whether there was such a row to change."""
    done: sa.CursorResult[Any] = db.execute(change, execution_options={"preserve_rowcount": True})
    return done.rowcount == 1

"""Insert-or-update, which the two databases write alike and SQLAlchemy keeps apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite


def insert(dialect: str, table: sa.Table) -> postgresql.Insert | sqlite.Insert:
    """Return an insert into a table of a database, by its dialect's name.

    It can say what to do on a conflict.
    """
    if dialect == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)


def wrote(
    db: sa.Connection, change: sa.Executable, values: Mapping[str, Any] | None = None
) -> bool:
    """Make a change to one row, and tell whether there was such a row to change."""
    options = {"preserve_rowcount": True}
    done: sa.CursorResult[Any] = db.execute(change, values, execution_options=options)
    return done.rowcount == 1

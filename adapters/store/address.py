"""Where the database is: a URL, checked and completed."""

from __future__ import annotations

import sqlalchemy as sa

_DRIVERS = {
    "sqlite": "sqlite",
    "sqlite+aiosqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


class BadDatabaseUrlError(ValueError):
    """A database URL that names no database we can use; the message never repeats the URL."""


def parse(url: str) -> sa.URL:
    """Read a database URL; the driver may be left out.

    Raises:
        BadDatabaseUrlError: it is no URL, names another kind of database, or no file.
    """
    try:
        found = sa.make_url(url)
    except (sa.exc.ArgumentError, ValueError):
        why = "Write it as sqlite:///FILE or postgresql://USER:PASSWORD@HOST/DATABASE."
        raise BadDatabaseUrlError(f"The database's address cannot be read. {why}") from None
    driver = _DRIVERS.get(found.drivername)
    if driver is None:
        why = "Use sqlite:///FILE or postgresql://…"
        raise BadDatabaseUrlError(f"There is no support for {found.drivername}. {why}")
    if driver == "sqlite" and found.database in (None, "", ":memory:"):
        raise BadDatabaseUrlError("SQLite needs a file: what is in memory alone is lost.")
    return found.set(drivername=driver)

"""What a database's error means to the bot."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from bot.ports import StoreDownError


@contextmanager
def down() -> Iterator[None]:
    """Turn every failure of the database into `StoreDownError`.

    Its message is a kind of error and never the database's own words, which may quote a value.
    """
    try:
        yield
    except sa.exc.DBAPIError as error:
        raise StoreDownError(_name(error)) from None
    except sa.exc.TimeoutError:
        raise StoreDownError("no free connection") from None
    except (OSError, sqlite3.Error) as error:
        raise StoreDownError(type(error).__name__) from None
    except Exception as error:
        if not hasattr(error, "sqlstate"):
            raise
        # PostgreSQL's driver found out between two statements, where SQLAlchemy does not look.
        raise StoreDownError(type(error).__name__) from None


def _name(error: sa.exc.DBAPIError) -> str:
    name = type(error.orig).__name__
    code = getattr(error.orig, "sqlstate", None) or getattr(error.orig, "sqlite_errorname", None)
    return f"{name} {code}" if code else name

"""The database: is it there, and which version does it have? Nothing is changed in it."""

from __future__ import annotations

import os
from pathlib import Path

import sqlalchemy as sa

from adapters.doctor.finding import Found, bad, good
from adapters.settings import Settings
from adapters.store import BadDatabaseUrlError
from adapters.store.address import parse
from adapters.store.migrate import known_versions, version

_PATIENCE = 5  # seconds


def look(settings: Settings) -> Found:
    """Find out whether the server could use the database."""
    try:
        url = parse(settings.database_url)
    except BadDatabaseUrlError:
        return bad("doctor-database-url")
    if url.get_backend_name() == "sqlite":
        file = Path(url.database or "")
        if not file.exists():
            return _to_be_made(file)
    try:
        found = _version(url)
    except (sa.exc.SQLAlchemyError, OSError) as error:
        return bad("doctor-database-away", error=type(error).__name__)
    known = known_versions()
    if found and found not in known:
        return bad("doctor-database-newer", found=found, known=known[0])
    return good("doctor-database", kind=url.get_backend_name(), found=found or "–")


def _to_be_made(file: Path) -> Found:
    """Look at the nearest folder that is there: can a file be made below it?"""
    folder = next((each for each in file.absolute().parents if each.is_dir()), Path("/"))
    if os.access(folder, os.W_OK):
        return good("doctor-database-to-be-made", path=str(file))
    return bad("doctor-database-folder", path=str(folder))


def _version(url: sa.URL) -> str | None:
    late = {"connect_timeout": _PATIENCE} if url.get_backend_name() == "postgresql" else {}
    engine = sa.create_engine(url, connect_args=late)
    try:
        with engine.connect() as db:
            return version(db)
    finally:
        engine.dispose()

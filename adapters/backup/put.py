"""Putting a backup back."""

from __future__ import annotations

import asyncio
import contextlib
from pathlib import Path

import sqlalchemy as sa

from adapters.backup import postgresql, sqlite
from adapters.backup.contents import contents
from adapters.backup.fault import BackupError
from adapters.backup.sqlite import Progress
from adapters.store import NewerDatabaseError, address, open_store
from adapters.store.migrate import known_versions


def put_back(url: str, source: Path, progress: Progress = float, *, replace: bool = False) -> None:
    """Make a database what it was when a backup was taken, and bring its tables up to date.

    Everything is looked at before anything is changed. With `replace` what is in the database goes.

    Raises:
        BackupError: the backup or the database is not as it should be; nothing was changed.
        BadDatabaseUrlError: the URL names no database that can be used.
        StoreDownError: the database cannot be reached or changed.
        OSError: the backup cannot be read.
    """
    where = address.parse(url)
    version = _see_whether_it_fits(source, where)
    there = contents(url)
    if not replace and not there.nothing:
        raise BackupError("backup-not-empty")
    if where.get_backend_name() == "sqlite":
        with contextlib.suppress(NewerDatabaseError):  # what is newer goes, too
            asyncio.run(_open_and_close(url))  # makes the file, for its owner alone
        sqlite.load(source, Path(where.database or ""), progress)
    else:
        if there.version not in ("", version):
            # pg_restore would leave the tables that only one of the two versions has.
            raise BackupError("backup-other-version")
        postgresql.load(source, where)
    asyncio.run(_open_and_close(url))


def _see_whether_it_fits(source: Path, where: sa.URL) -> str:
    """Return the version of the tables in the backup."""
    with source.open("rb") as file:
        head = file.read(len(sqlite.MAGIC))
    kind = "sqlite" if head == sqlite.MAGIC else "postgresql"
    if kind == "postgresql" and not head.startswith(postgresql.MAGIC):
        raise BackupError("backup-damaged", file=str(source))
    if kind != where.get_backend_name():
        raise BackupError("backup-other-kind")
    reader = sqlite.version_in if kind == "sqlite" else postgresql.version_in
    version = reader(source)
    if version not in known_versions():
        raise BackupError("backup-newer")
    return version


async def _open_and_close(url: str) -> None:
    store = await open_store(url)
    await store.close()

"""Backups of a SQLite file, by SQLite's own online copy."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from adapters.backup.fault import BackupError

MAGIC = b"SQLite format 3\0"

Progress = Callable[[float], object]
"""Told how much is done, from 0 to 1."""

_PORTION = 256  # pages at a time: one MB


def save(database: Path, target: Path, progress: Progress) -> None:
    """Copy a database as it is at this moment, while others go on writing to it."""
    try:
        with closing(_open(database, "rw")) as source, closing(_open(target, "rwc")) as copy:
            source.execute("BEGIN")
            source.execute("SELECT count(*) FROM sqlite_master").fetchone()  # from here: a snapshot
            _copy(source, copy, progress)
            copy.execute("PRAGMA journal_mode=DELETE").fetchall()  # one file, complete in itself
    except sqlite3.Error as error:
        raise BackupError("backup-no-database", error=type(error).__name__) from None


def load(source: Path, database: Path, progress: Progress) -> None:
    """Put a copy in place of what is in a database: all of it, or nothing if it fails."""
    try:
        with closing(_open(source, "ro")) as copy, closing(_open(database, "rw")) as target:
            target.execute("PRAGMA busy_timeout=5000").fetchall()
            _copy(copy, target, progress)
            target.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except sqlite3.Error as error:
        raise BackupError("backup-not-restored", why=type(error).__name__) from None


def version_in(source: Path) -> str:
    """Return the version of the database in a backup, after reading all of it.

    Raises:
        BackupError: it is damaged, or no backup of ours.
    """
    try:
        with closing(_open(source, "ro")) as copy:
            if copy.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
                raise BackupError("backup-damaged", file=str(source))
            row = copy.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error:
        raise BackupError("backup-damaged", file=str(source)) from None
    return str(row[0]) if row else ""


def _open(file: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode={mode}", uri=True)


def _copy(source: sqlite3.Connection, target: sqlite3.Connection, progress: Progress) -> None:
    def tell(status: int, remaining: int, total: int) -> None:
        del status
        progress(1 - remaining / total if total else 1)

    source.backup(target, pages=_PORTION, progress=tell, sleep=0.05)

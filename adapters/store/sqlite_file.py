"""A SQLite file made ready: nobody else can read it, and it has a write-ahead log."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path

_TRIES, _AGAIN = 100, 0.1  # seconds


def prepare(file: Path) -> None:
    """Make a SQLite file, or make sure that an existing one is private and has its log.

    SQLite gives the files that it puts beside it the same mode.

    Raises:
        OSError: the file can be neither made nor protected.
        sqlite3.Error: it is no database, or is locked for long.
    """
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file.touch(0o600)
    if file.stat().st_mode & 0o077:
        file.chmod(0o600)
    for left in reversed(range(_TRIES)):
        try:
            _use_write_ahead_log(file)
        except sqlite3.OperationalError:  # another process is doing the same, and does not wait
            if not left:
                raise
            time.sleep(_AGAIN)
        else:
            return


def _use_write_ahead_log(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode=WAL").fetchall()

"""Taking a backup."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from adapters.backup import postgresql, sqlite
from adapters.backup.contents import contents
from adapters.backup.fault import BackupError
from adapters.backup.sqlite import Progress
from adapters.store import address


def take(url: str, target: Path, progress: Progress = float) -> int:
    """Write a backup of a database to a file that only its owner can read; return its bytes.

    The file is there whole or not at all. One that exists is replaced.

    Raises:
        BackupError: the database is not there or cannot be read.
        BadDatabaseUrlError: the URL names no database that can be used.
        OSError: the file cannot be written.
    """
    if contents(url).nothing:
        raise BackupError("backup-nothing")
    where = address.parse(url)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")  # mode 0600
    os.close(handle)
    partial = Path(name)
    try:
        if where.get_backend_name() == "sqlite":
            sqlite.save(Path(where.database or ""), partial, progress)
        else:
            postgresql.save(where, partial)
        size = partial.stat().st_size
        partial.replace(target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    return size

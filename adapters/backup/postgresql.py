"""Backups of a PostgreSQL database, by PostgreSQL's own pg_dump and pg_restore."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import sqlalchemy as sa
from psycopg.conninfo import make_conninfo

from adapters.backup.fault import BackupError

MAGIC = b"PGDMP"

_VERSION_ROW = re.compile(r"^COPY [\w.]*alembic_version .*\n(\S+)$", re.MULTILINE)
_LOCK_PATIENCE = "--lock-wait-timeout=30s"


def save(url: sa.URL, target: Path) -> None:
    """Write a database as it is at this moment to a file, while others go on writing to it."""
    options = ["--format=custom", "--no-owner", "--no-privileges", _LOCK_PATIENCE]
    _run("pg_dump", *options, f"--file={target}", f"--dbname={_where(url)}", password=url.password)


def load(source: Path, url: sa.URL) -> None:
    """Put a backup in place of what is in a database: all of it, or nothing if it fails."""
    options = ["--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction"]
    where = f"--dbname={_where(url)}"
    _run("pg_restore", *options, where, str(source), password=url.password)


def version_in(source: Path) -> str:
    """Return the version of the database in a backup, after reading all of it.

    Raises:
        BackupError: it is damaged, or no backup of ours.
    """
    try:
        _run("pg_restore", f"--file={os.devnull}", str(source))
        found = _run(
            "pg_restore", "--data-only", "--table=alembic_version", "--file=-", str(source)
        )
    except BackupError as error:
        if error.key == "backup-no-program":
            raise
        raise BackupError("backup-damaged", file=str(source)) from None
    row = _VERSION_ROW.search(found)
    if row is None:
        raise BackupError("backup-damaged", file=str(source))
    return row[1]


def _where(url: sa.URL) -> str:
    """Return how to connect, without the password: others can see the options of a process."""
    query = {
        name: value if isinstance(value, str) else ",".join(value)
        for name, value in url.query.items()
        if name != "password"
    }
    parts = {"host": url.host, "port": url.port, "user": url.username, "dbname": url.database}
    return make_conninfo(**({k: str(v) for k, v in parts.items() if v} | query))


def _run(program: str, *options: str, password: str | None = None) -> str:
    """Run one of PostgreSQL's programs and return what it printed."""
    environment = os.environ | {"LC_ALL": "C", "PGCONNECT_TIMEOUT": "10"}
    if password:
        environment["PGPASSWORD"] = password
    done = subprocess.run(  # noqa: S603 - no shell; the options are ours
        [_program(program), *options],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise BackupError("backup-program-failed", program=program, why=_why(done.stderr))
    return done.stdout.decode("utf-8", "replace")


def _program(name: str) -> str:
    """Find a program in PATH, else where Debian keeps it, the newest first."""
    debian = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=_release)
    found = str(debian[-1]) if debian else shutil.which(name)
    if found is None:
        raise BackupError("backup-no-program", program=name)
    return found


def _release(path: Path) -> int:
    release = path.parts[-3]
    return int(release) if release.isdecimal() else 0


def _why(stderr: bytes) -> str:
    """Return the first error; the lines after it may quote what is in the database."""
    lines = stderr.decode("utf-8", "replace").splitlines()
    errors = [line.partition("error: ")[2] for line in lines if "error: " in line]
    return errors[0][:300] if errors else "?"

"""Bringing a database to the shape that this version of the program knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from alembic.config import Config

_STEPS = "adapters.store:migrations"
_VERSION = sa.table("alembic_version", sa.column("version_num", sa.String))
_LOCK = 5_086_451_117  # any number that no other program locks in the same database
_PATIENCE = 60  # seconds to wait for another process that is migrating


class NewerDatabaseError(Exception):
    """A newer version of the program has already changed the database.

    `found` is the database's version, `known` the newest that this program knows.
    """

    def __init__(self, found: str, known: str) -> None:
        super().__init__(
            f"The database has version {found}, and this program knows versions up to {known}. "
            "Start the newer program, or restore the backup made before the upgrade."
        )
        self.found = found
        self.known = known


def migrate(db: sa.Connection) -> None:
    """Run the steps that are missing, in the transaction of `db`; of two processes one waits.

    Raises:
        NewerDatabaseError: the database is ahead of this program.
    """
    from alembic import command

    _wait_for_others(db)
    known, found = known_versions(), version(db)
    if found == known[0]:
        return
    if found and found not in known:
        raise NewerDatabaseError(found, known[0])
    config = _config()
    config.attributes["connection"] = db
    command.upgrade(config, "head")


def known_versions() -> tuple[str, ...]:
    """Return the versions of a database that this program knows, the newest first."""
    from alembic.script import ScriptDirectory

    steps = ScriptDirectory.from_config(_config()).walk_revisions()
    return tuple(step.revision for step in steps)


def version(db: sa.Connection) -> str | None:
    """Return the version of a database, None if it is empty."""
    if not sa.inspect(db).has_table(_VERSION.name):
        return None
    return db.execute(sa.select(_VERSION.c.version_num)).scalar()


def _config() -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", _STEPS)
    return config


def _wait_for_others(db: sa.Connection) -> None:
    """Let one process at a time go on; in SQLite the transaction has seen to it already."""
    if db.dialect.name == "postgresql":
        db.exec_driver_sql(f"SET LOCAL statement_timeout = '{_PATIENCE}s'")
        db.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")

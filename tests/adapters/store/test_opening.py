"""Opening a database: an empty one, a known one, a newer one, and none at all."""

from __future__ import annotations

import asyncio
import stat
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from adapters.store import BadDatabaseUrlError, NewerDatabaseError, SqlStore, open_store
from adapters.store.tables import METADATA
from bot.ports import Conflict, StoreDownError
from tests.adapters.store.conftest import tables

_OPEN_AND_APPEND = """
import asyncio, sys
from adapters.store import open_store
from bot.ports import Conflict

async def main():
    store = await open_store(sys.argv[1])
    after = 0
    while True:
        try:
            await store.append("crisis/1", [{}], after)
            break
        except Conflict:
            after = (await store.streams("crisis/"))[0].version
    await store.close()

asyncio.run(main())
"""


async def test_opened_again_everything_is_there(url: str, store: SqlStore) -> None:
    """What was written before a restart is read after it."""
    await store.append("crisis/1", [{"kind": "opened"}], 0)
    await store.close()

    again = await open_store(url)

    assert (await again.read("crisis/1"))[0].data == {"kind": "opened"}
    with pytest.raises(Conflict):
        await again.append("crisis/1", [{}], 0)
    await again.close()


async def test_processes_may_open_a_database_at_once(url: str) -> None:
    """Three processes that start together on an empty database all work on it."""
    command = [sys.executable, "-c", _OPEN_AND_APPEND, url]

    started = [await asyncio.create_subprocess_exec(*command) for _ in range(3)]

    assert [await process.wait() for process in started] == [0, 0, 0]
    store = await open_store(url)
    assert [event.version for event in await store.read("crisis/1")] == [1, 2, 3]
    await store.close()


async def test_migrations_build_the_tables_that_the_code_knows(url: str, store: SqlStore) -> None:
    """The steps of the migrations add up to the tables in the code."""
    with tables(url) as db:
        assert compare_metadata(MigrationContext.configure(db), METADATA) == []


async def test_a_newer_database_is_left_alone(url: str, store: SqlStore) -> None:
    """A program that is older than the database refuses to start and names both versions."""
    await store.close()
    with tables(url) as db:
        db.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(NewerDatabaseError, match="9999") as caught:
        await open_store(url)

    assert (caught.value.found, caught.value.known) == ("9999", "0001")


async def test_the_file_is_private(tmp_path: Path) -> None:
    """Nobody else on the machine can read SQLite's files, not even one that was open to all."""
    file = tmp_path / "state" / "somehelp.sqlite"
    file.parent.mkdir()
    file.touch(0o644)
    store = await open_store(f"sqlite+aiosqlite:///{file}")
    await store.append("crisis/1", [{}], 0)

    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in file.parent.iterdir()}
    await store.close()

    assert modes["somehelp.sqlite"] == modes["somehelp.sqlite-wal"] == 0o600
    assert set(modes.values()) == {0o600}


@pytest.mark.parametrize(
    "wrong", ["", "somehelp.sqlite", "mysql://SECRET@h/d", "sqlite://", "sqlite:///:memory:"]
)
async def test_an_address_that_is_none_is_explained(wrong: str) -> None:
    """An address that cannot be used is refused with a way out, and never repeated."""
    with pytest.raises(BadDatabaseUrlError, match=r"sqlite:///FILE|needs a file") as caught:
        await open_store(wrong)

    assert "SECRET" not in str(caught.value)


async def test_no_database_is_no_start(tmp_path: Path) -> None:
    """Where there is no database, or none that is ours, opening says so at once."""
    file = tmp_path / "letter.sqlite"
    file.write_text("Dear Sir or Madam, " * 100, "utf-8")
    for url in (
        f"sqlite:///{file}",
        f"sqlite:///{file}/below/a.sqlite",
        f"postgresql://SECRET@/none?host={tmp_path}",
    ):
        with pytest.raises(StoreDownError) as caught:
            await open_store(url)
        assert "SECRET" not in str(caught.value)
    assert file.read_text("utf-8").startswith("Dear")

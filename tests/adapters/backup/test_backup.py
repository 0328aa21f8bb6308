"""`somehelp backup` and `somehelp restore`, on both databases."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest
import sqlalchemy as sa

from adapters.cli import main
from adapters.store import SqlStore
from adapters.store.address import parse
from tests.adapters.backup.conftest import everything, fill, on

Run = Callable[..., int]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command on a database."""

    def on_database(url: str, *arguments: str) -> int:
        monkeypatch.setenv("SOMEHELP_DATABASE", url)
        return main([*arguments, "--ui", "en"])

    return on_database


@pytest.fixture
def full(new_database: Callable[[], str]) -> str:
    """Give a database with something in it."""
    url = new_database()
    fill(url)
    return url


def test_what_was_lost_comes_back(
    run: Run, full: str, new_database: Callable[[], str], tmp_path: Path
) -> None:
    """Backup, wipe, restore: every event, every due time, every count is there as before."""
    before, copy = everything(full), str(tmp_path / "copy")
    assert run(full, "backup", copy) == 0
    other = new_database()

    assert run(other, "restore", copy) == 0
    assert everything(other) == before


def test_a_restored_database_goes_on(
    run: Run, full: str, new_database: Callable[[], str], tmp_path: Path
) -> None:
    """After a restore new events follow the old ones."""
    copy, other = str(tmp_path / "copy"), new_database()
    run(full, "backup", copy)
    run(other, "restore", copy)

    assert on(other, lambda s: s.append("crisis/1", [{"kind": "acknowledged"}], 2)) == 3


def test_only_its_owner_can_read_a_backup(run: Run, full: str, tmp_path: Path) -> None:
    """A backup holds personal data, so nobody else on the machine can open it."""
    copy = tmp_path / "copy"
    run(full, "backup", str(copy))

    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_a_backup_is_never_overwritten_by_mistake(run: Run, full: str, tmp_path: Path) -> None:
    """An older copy under the same name stays, unless one says so."""
    copy = tmp_path / "copy"
    copy.write_text("older", "utf-8")

    assert run(full, "backup", str(copy)) == 2
    assert copy.read_text("utf-8") == "older"
    assert run(full, "backup", str(copy), "--replace") == 0
    assert copy.stat().st_size > 100


def test_data_is_never_overwritten_by_mistake(
    run: Run, full: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A database in use is replaced only where one says so."""
    copy = str(tmp_path / "copy")
    run(full, "backup", copy)
    on(full, lambda s: s.append("crisis/2", [{"kind": "reported"}], 0))
    in_use = everything(full)

    assert run(full, "restore", copy) == 1
    assert "--replace" in capsys.readouterr().err
    assert everything(full) == in_use
    assert run(full, "restore", copy, "--replace") == 0
    assert "crisis/2" not in everything(full)[1]


def test_an_empty_database_is_not_backed_up(
    run: Run, new_database: Callable[[], str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A backup of the wrong, empty database would give false comfort: it is refused."""
    assert run(new_database(), "backup", str(tmp_path / "copy")) == 1
    assert "SOMEHELP_DATABASE" in capsys.readouterr().err
    assert not (tmp_path / "copy").exists()


def test_a_damaged_backup_changes_nothing(
    run: Run, full: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A copy that was cut off, or is something else, is noticed before anything is touched."""
    copy = tmp_path / "copy"
    run(full, "backup", str(copy))
    whole, before = copy.read_bytes(), everything(full)
    for broken in (whole[: len(whole) * 2 // 3], whole[:40], b"", b"GIF89a" + whole):
        copy.write_bytes(broken)
        assert run(full, "restore", str(copy), "--replace") == 1
    capsys.readouterr()

    assert everything(full) == before


def test_a_damaged_database_is_named_as_such(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever restores because the file is broken is told to move it aside first."""
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"\x17" * 5000)

    assert run(f"sqlite:///{broken}", "backup", str(tmp_path / "copy")) == 1
    assert "move the file" in capsys.readouterr().err


def test_a_backup_of_a_newer_version_changes_nothing(
    run: Run, full: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An older program does not put back what it does not understand; it says which would."""
    copy = str(tmp_path / "copy")
    before = everything(full)
    _set_version(full, "9999")
    run(full, "backup", copy)
    known = before and _set_version(full, "0001")

    assert known and run(full, "restore", copy, "--replace") == 1
    assert "newer version" in capsys.readouterr().err
    assert everything(full) == before


def _set_version(url: str, version: str) -> bool:
    engine = sa.create_engine(parse(url))
    with engine.begin() as db:
        changed = db.execute(sa.text("UPDATE alembic_version SET version_num = :v"), {"v": version})
    engine.dispose()
    return changed.rowcount == 1


def test_a_backup_while_others_write_is_one_moment(
    run: Run, full: str, new_database: Callable[[], str], tmp_path: Path
) -> None:
    """Taken in the middle of writing, a copy holds everything up to a moment, nothing after it."""
    stop, begun = threading.Event(), threading.Event()
    written: list[int] = []

    async def write(store: SqlStore) -> None:
        while not stop.is_set():
            at = len(written)
            await store.append("crisis/9", [{"n": at, "fill": "x" * 4000}], at)
            written.append(at)
            if at == 300:
                begun.set()

    writer = threading.Thread(target=on, args=(full, write))
    writer.start()
    try:
        assert begun.wait(60)
        earlier = len(written)
        assert run(full, "backup", str(tmp_path / "copy")) == 0
    finally:
        stop.set()
        writer.join()
    other = new_database()
    run(other, "restore", str(tmp_path / "copy"))
    copied = everything(other)[1]["crisis/9"]

    assert [event.data["n"] for event in copied] == list(range(len(copied)))
    assert len(copied) >= earlier


def test_a_backup_can_go_through_a_pipe(
    full: str,
    new_database: Callable[[], str],
    tmp_path: Path,
) -> None:
    """From a container a backup comes over standard output, and goes back over standard input."""
    before, other, copy = everything(full), new_database(), tmp_path / "copy"
    with copy.open("wb") as out:
        assert _command(full, "backup", stdout=out) == 0
    with copy.open("rb") as piped:
        assert _command(other, "restore", stdin=piped) == 0

    assert everything(other) == before


def _command(
    url: str, verb: str, stdin: BinaryIO | None = None, stdout: BinaryIO | None = None
) -> int:
    program = [sys.executable, "-c", "import sys, adapters.cli; sys.exit(adapters.cli.main())"]
    environment = os.environ | {"SOMEHELP_DATABASE": url}
    command = [*program, verb, "-"]
    return subprocess.run(
        command, env=environment, stdin=stdin, stdout=stdout, check=False
    ).returncode

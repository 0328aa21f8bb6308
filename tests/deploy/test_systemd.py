"""The systemd units: right, and as closed as they can be."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests import needs
from tests.conftest import REPOSITORY

FOLDER = REPOSITORY / "deploy" / "systemd"
SERVICES = sorted(FOLDER.glob("*.service"))
UNITS = [*SERVICES, *sorted(FOLDER.glob("*.timer"))]


def _directives(path: Path) -> list[tuple[str, str]]:
    lines = path.read_text("utf-8").splitlines()
    return [
        (name, value)
        for line in lines
        if not line.startswith(("#", "["))
        for name, equals, value in [line.partition("=")]
        if equals
    ]


@pytest.fixture
def units(tmp_path: Path) -> list[str]:
    """Copy the units, with programs that exist on every machine."""
    for path in UNITS:
        text = path.read_text("utf-8").replace("/opt/somehelp/.venv/bin/somehelp", "/bin/true")
        (tmp_path / path.name).write_text(text, "utf-8")
    return [str(path) for path in sorted(tmp_path.iterdir())]


def test_systemd_understands_them(units: list[str]) -> None:
    """Systemd itself finds nothing to complain about."""
    verify = [needs.program("systemd-analyze"), "verify", "--man=no", "--recursive-errors=no"]
    done = subprocess.run([*verify, *units], check=False, capture_output=True, text=True)

    assert (done.returncode, done.stderr) == (0, "")


def test_systemd_calls_them_well_closed(units: list[str]) -> None:
    """Systemd's own measure of exposure, 0 to 10, stays under 2 for each service."""
    for unit in (unit for unit in units if unit.endswith(".service")):
        measure = [
            needs.program("systemd-analyze"),
            "security",
            "--offline=yes",
            "--threshold=20",
            unit,
        ]
        done = subprocess.run(measure, check=False, capture_output=True, text=True)

        assert done.returncode == 0, done.stdout[-300:]


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_a_unit_is_well_formed(path: Path) -> None:
    """Every line is a section, a comment or a directive, where no systemd is there to say so."""
    lines = path.read_text("utf-8").splitlines()

    assert [
        line for line in lines if line and not re.match(r"#|\[[A-Z]\w+\]$|[A-Z]\w+=", line)
    ] == []


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.name)
def test_a_service_is_no_root_and_cannot_write(path: Path) -> None:
    """A service runs as its own user, without capabilities, and writes to its own folder alone."""
    said = dict(_directives(path))

    assert said["User"] == "somehelp"
    assert said["CapabilityBoundingSet"] == ""
    assert said["NoNewPrivileges"] == "yes"
    assert said["ProtectSystem"] == "strict"
    assert said["UMask"] == "0077"


def test_the_server_is_always_started_again() -> None:
    """Whatever ends it, and however often: a crisis may be open."""
    said = dict(_directives(FOLDER / "somehelp.service"))

    assert said["Restart"] == "always"
    assert said["StartLimitIntervalSec"] == "0"


def test_the_backup_is_of_the_server_s_database() -> None:
    """Server and backup read the same settings and mean the same folder."""
    server = dict(_directives(FOLDER / "somehelp.service"))
    backup = dict(_directives(FOLDER / "somehelp-backup.service"))

    assert server["EnvironmentFile"] == backup["EnvironmentFile"]
    assert backup["Environment"] == f"SOMEHELP_STATE=/var/lib/{server['StateDirectory']}"

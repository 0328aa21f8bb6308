"""The proxy in front of several instances."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests import needs
from tests.conftest import REPOSITORY

FILE = REPOSITORY / "deploy" / "proxy" / "Caddyfile"
TEXT = FILE.read_text("utf-8")
CODE = re.sub(r"^\s*#.*\n", "", TEXT, flags=re.MULTILINE)


def test_caddy_understands_it(tmp_path: Path) -> None:
    """Caddy itself finds nothing to complain about."""
    check = [needs.program("caddy"), "validate", "--adapter", "caddyfile", "--config", str(FILE)]
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(check, check=False, capture_output=True, text=True, env=home)

    assert done.returncode == 0, done.stderr


def test_its_braces_match() -> None:
    """Every block that is opened is closed, where no Caddy is there to say so."""
    assert CODE.count("{") == CODE.count("}")


def test_it_knows_every_instance() -> None:
    """Requests go to the instances of the Compose file, on the port that they listen on."""
    services = YAML(typ="safe").load((REPOSITORY / "deploy" / "compose.yaml").read_text("utf-8"))
    instances = services["services"]["proxy"]["depends_on"]
    line = next(line for line in CODE.splitlines() if "reverse_proxy" in line)

    assert line.split()[1:-1] == [f"{name}:8080" for name in instances]


@pytest.mark.parametrize("path", ["/health", "/ready", "/metrics"])
def test_how_the_server_is_stays_inside(path: str) -> None:
    """Nobody outside can ask how the server is."""
    matcher = next(line for line in CODE.splitlines() if line.strip().startswith("@inside path"))

    assert path in matcher.split()
    assert "respond @inside 404" in CODE


def test_it_keeps_no_log_of_people() -> None:
    """The proxy writes down nobody's address and nothing of what they look at."""
    assert not re.search(r"^\s*log\b", CODE, flags=re.MULTILINE)

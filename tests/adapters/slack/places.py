"""Where the parts of the harness are; what is missing fails in CI and skips elsewhere."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

HARNESS = REPOSITORY / "tests" / "harness"
_MODULES = HARNESS / "node_modules"


def missing(what: str) -> None:
    """Fail in CI, skip elsewhere, and say what is missing and how to get it."""
    why = f"{what} is missing: npm ci --prefix tests/harness, apt-get install nodejs chromium"
    if os.environ.get("CI"):
        pytest.fail(why)
    pytest.skip(why)


def node_tool(name: str) -> list[str]:
    """Return the command of a Node tool of the harness."""
    tool = _MODULES / ".bin" / name
    if not tool.exists() or not shutil.which("node"):
        missing(name)
    return [str(tool)]


def local_slack() -> Path:
    """Return the program that plays Slack."""
    binary = _MODULES / "local-slack-linux-x64" / "bin" / "local-slack"
    if not binary.exists():
        missing("local-slack 0.1.8")
    return binary


def chromium() -> str:
    """Return the browser that draws pictures."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        missing("chromium")
    return str(found)

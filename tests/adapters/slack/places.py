"""Where the parts of the harness are; what is missing fails in CI and skips elsewhere."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.conftest import REPOSITORY
from tests.needs import missing, program

HARNESS = REPOSITORY / "tests" / "harness"
_MODULES = HARNESS / "node_modules"


def node_tool(name: str) -> list[str]:
    """Return the command of a Node tool of the harness."""
    tool = _MODULES / ".bin" / name
    program("node")
    if not tool.exists():
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
    return shutil.which("chromium-browser") or program("chromium")

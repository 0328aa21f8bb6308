"""Which machine the figures are of."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path


def describe() -> list[str]:
    """Return the machine, its software and the day, a fact to an item."""
    return [
        f"date: {datetime.now(UTC):%Y-%m-%d}",
        f"processor: {_processor()}, {os.cpu_count()} cores, {_memory()}",
        f"system: {platform.system()} {platform.release()} ({platform.machine()})",
        f"Python {platform.python_version()}, Node.js {_node()}",
        f"commit: {_commit()}",
    ]


def load() -> float:
    """Return how many processes wanted a core in the last minute."""
    return os.getloadavg()[0]


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor())


def _memory() -> str:
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 1e9:.0f} GB of memory"


def _node() -> str:
    return _said(["node", "--version"]).removeprefix("v") if shutil.which("node") else "absent"


def _commit() -> str:
    changed = " with changes" if _said(["git", "status", "--porcelain", "-uno"]) else ""
    return _said(["git", "rev-parse", "--short", "HEAD"]) + changed


def _said(command: list[str]) -> str:
    folder = Path(__file__).parent
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return ran.stdout.strip()

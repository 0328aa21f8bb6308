"""What every test shares: the guard that nothing outside the repository is read."""

from __future__ import annotations

import os
import sys
import sysconfig
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

from tests.postgres import postgres, postgres_server, postgres_url  # noqa: F401 - fixtures for all

REPOSITORY = Path(__file__).resolve().parent.parent

# What a Python program reads by itself: its own libraries, the system's, the kernel's.
_SYSTEM = (
    "/usr",
    "/lib",
    "/lib64",
    "/etc",
    "/proc",
    "/sys",
    "/dev",
    "/run",
    "/opt",
    "/bin",
    "/var",
)
_PYTHON = {*map(os.path.realpath, sysconfig.get_paths().values()), sys.base_prefix, sys.prefix}

_strangers: list[str] = []


def _allowed(path: str) -> bool:
    real = os.path.realpath(path)
    roots = (str(REPOSITORY), tempfile.gettempdir(), *_PYTHON, *_SYSTEM)
    return any(real == root or real.startswith(root.rstrip("/") + "/") for root in roots)


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event in ("open", "os.listdir", "os.scandir") and isinstance(arguments[0], (str, bytes)):
        path = os.fsdecode(arguments[0])
        if path and not path.startswith("<") and not _allowed(path):
            _strangers.append(path)


tempfile.gettempdir()  # found once before the guard asks for it in the midst of finding it
sys.addaudithook(_watch)

# In CI the same examples every time: a change is not to fail for what another one brought.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")


@pytest.fixture(scope="session")
def strangers() -> list[str]:
    """The paths outside the repository, Python and the system that were opened in this run."""
    return _strangers


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the test that looks at what all others opened as the last one."""
    items.sort(key=lambda item: item.name == "test_nothing_outside_the_repository_is_read")

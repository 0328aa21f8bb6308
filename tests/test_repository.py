"""Promises about the repository as a whole."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

_TEXT = {".py", ".md", ".yaml", ".toml", ".ftl", ".txt", ".lock", ".json", ".cfg", ""}


def _files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, check=True, text=True
    )
    return [REPOSITORY / name for name in listed.stdout.split("\0") if name]


def test_nothing_outside_the_repository_is_read(strangers: list[str]) -> None:
    """No test and no code reads a file outside the repository, Python and the system."""
    assert strangers == []


@pytest.mark.parametrize(
    "phrase", ["../" + "shared", "/wo" + "rk/", "pypi" + ".org", "npmjs" + ".org"]
)
def test_no_file_names_a_place_that_others_do_not_have(phrase: str) -> None:
    """A clone works anywhere: no file names this machine's folders or a package registry's host."""
    naming = [
        str(path.relative_to(REPOSITORY))
        for path in _files()
        if path.suffix in _TEXT and phrase in path.read_text("utf-8", "replace")
    ]

    assert naming == []


def test_no_file_is_longer_than_one_sitting() -> None:
    """A module has one subject and at most 300 lines."""
    lengths = {
        str(path.relative_to(REPOSITORY)): len(path.read_text("utf-8").splitlines())
        for path in _files()
        if path.suffix == ".py"
        and path.parts[len(REPOSITORY.parts)] in ("rules", "bot", "adapters")
    }

    assert {name: n for name, n in lengths.items() if n > 300} == {}


def test_code_logs_nothing() -> None:
    """No code under rules/ or bot/ logs: a log is where a draft's text would leak."""
    logging = re.compile(r"^\s*(import logging|from logging)", re.MULTILINE)
    found = [
        str(path.relative_to(REPOSITORY))
        for path in _files()
        if path.suffix == ".py"
        and path.parts[len(REPOSITORY.parts)] in ("rules", "bot")
        and logging.search(path.read_text("utf-8"))
    ]

    assert found == []

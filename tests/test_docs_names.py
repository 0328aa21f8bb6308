"""Whatever the documents name exists: commands with their options, settings, files."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.cli.main import _parser
from adapters.serve.reading import _ELSEWHERE
from adapters.settings import PREFIX, Settings
from tests.conftest import REPOSITORY

PAGES = sorted(
    [
        REPOSITORY / "README.md",
        REPOSITORY / "CONTRIBUTING.md",
        *(REPOSITORY / "docs").rglob("*.md"),
        *(REPOSITORY / "deploy").rglob("*.md"),
    ]
)
_ROOMS = "adapters|benchmarks|bot|deploy|docs|examples|rules|tests|tools"
_MADE_BY_THE_READER = (
    "deploy/.env",
    "deploy/secrets",
    "benchmarks/.peers",
    "rules/detect/thing",
    "tests/rules/detect/test_thing",
)


def _code(page: Path) -> Iterator[str]:
    """Yield what is set as code, a line at a time, comments and redirections cut off."""
    text = page.read_text("utf-8")
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    outside = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    for line in [*"\n".join(blocks).replace("\\\n", " ").splitlines(), *_spans(outside)]:
        yield re.split(r"\s[|>#&]|\s<\s", line)[0]


def _spans(text: str) -> list[str]:
    return [" ".join(span.split()) for span in re.findall(r"`([^`]+)`", text)]


def _subparser(parser: argparse.ArgumentParser, name: str) -> argparse.ArgumentParser | None:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            found: argparse.ArgumentParser | None = action.choices.get(name)
            return found
    return None


def _unknown(line: str) -> str | None:
    """Return what in a command line the program does not know, None if it knows all of it."""
    words = shlex.split(line.replace("…", ""), comments=True)
    parser = _parser()
    for word in words[1:]:
        if word.startswith("--"):
            options = [name for action in parser._actions for name in action.option_strings]
            if word.partition("=")[0] not in options:
                return word
        elif (inner := _subparser(parser, word)) is not None:
            parser = inner
        elif any(isinstance(a, argparse._SubParsersAction) for a in parser._actions):
            return word
    return None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_named_exists(page: Path) -> None:
    """Whoever copies a command from a page gets no complaint about its words or options."""
    lines = [line.removeprefix(".venv/bin/") for line in _code(page)]
    commands = [line for line in lines if re.match(r"somehelp [a-z]", line)]

    assert {line: bad for line in commands if (bad := _unknown(line))} == {}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_setting_named_exists(page: Path) -> None:
    """Whoever sets what a page names changes something."""
    known = {name.upper() for name in Settings.model_fields} | _ELSEWHERE
    named = set(re.findall(rf"\b{PREFIX}([A-Z_]*[A-Z])\b", page.read_text("utf-8")))

    assert sorted(name for name in named if name.removesuffix("_FILE") not in known) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_named_exists(page: Path) -> None:
    """Whoever looks for a file that a page names finds it."""
    named = {
        match[0].rstrip("/.")
        for line in _code(page)
        for match in re.finditer(rf"(?<![\w./-])(?:{_ROOMS})/[\w./-]*\w/?", line)
    }

    assert [
        name
        for name in sorted(named)
        if not name.startswith(_MADE_BY_THE_READER) and not list(REPOSITORY.glob(f"{name}*"))
    ] == []

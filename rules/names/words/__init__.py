"""The word lists by which names are known, as text files with sections."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@cache
def listed(file: str, section: str) -> frozenset[str]:
    """Return the words of `[section]` in `file`.txt; a `#` starts a comment line."""
    return _sections(file)[section]


@cache
def phrases(file: str, section: str) -> frozenset[str]:
    """Return the lines of `[section]` in `file`.txt, for entries of several words."""
    return _lines(file)[section]


def _sections(file: str) -> dict[str, frozenset[str]]:
    return {
        name: frozenset(word for line in lines for word in line.split())
        for name, lines in _lines(file).items()
    }


@cache
def _lines(file: str) -> dict[str, frozenset[str]]:
    sections: dict[str, set[str]] = {}
    current: set[str] = set()
    for raw in (_FOLDER / f"{file}.txt").read_text("utf-8").splitlines():
        line = raw.strip()
        if line.startswith("["):
            current = sections.setdefault(line.strip("[]"), set())
        elif line and not line.startswith("#"):
            current.add(line)
    return {name: frozenset(lines) for name, lines in sections.items()}

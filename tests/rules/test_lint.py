"""What an author is told of a pack that loads and is yet weak."""

from __future__ import annotations

from pathlib import Path

import pytest

from rules import lint, load
from tests.packs import rule, write_pack


def weak(folder: Path) -> list[tuple[str, str]]:
    return [(each.entry, each.key) for each in lint.weaknesses(load.read(folder))]


@pytest.mark.parametrize(
    ("category", "expected"),
    [
        ("iban", [("koe/kissa", "lint-match-told")]),
        ("credential", [("koe/kissa", "lint-match-told")]),
        ("tone", []),
    ],
)
def test_a_message_may_not_repeat_a_secret(
    tmp_path: Path, category: str, expected: list[tuple[str, str]]
) -> None:
    """A message of an account number or a password must do without {match}; others may use it."""
    assert weak(write_pack(tmp_path, rule(category=category))) == expected


@pytest.mark.parametrize("name", load.names())
def test_the_built_in_packs_have_nothing_to_mend(name: str) -> None:
    """No built-in rule is untranslated, out of date, or repeats a secret in its message."""
    assert not list(lint.weaknesses(load.load(name)))

"""What an author of a regular expression may rely on."""

from __future__ import annotations

from pathlib import Path

import pytest

from rules import load
from rules.check import Checker
from rules.cities import example_city
from rules.model import Draft
from tests.packs import rule, write_pack


def found(folder: Path, regex: str, text: str) -> list[str]:
    detect = f"{{pattern: {{regex: '{regex}'}}}}"
    checker = Checker(load.read(write_pack(folder, rule(detect=detect))), example_city("paimio"))
    return [text[f.start : f.end] for f in checker.check(Draft(text)).findings]


@pytest.mark.parametrize(
    ("regex", "text", "expected"),
    [
        (r"ei vielä(?: [^.]{0,9})?", "Tämä ei vielä kuulu kenellekään muulle.", ["ei vielä kuulu"]),
        (r"ei vielä.{0,3}", "Tämä ei vielä kuulu kenellekään.", ["ei vielä"]),
        (r"ei vielä ku", "Tämä ei vielä kuulu kenellekään.", []),
        (r"salai", "Se on salaista.", []),
        (r"oy", "Malli Oy tuli, Töyry ei.", ["Oy"]),
    ],
)
def test_a_match_ends_with_a_whole_word(
    tmp_path: Path, regex: str, text: str, expected: list[str]
) -> None:
    """A match cut inside a word is shortened; where the pattern needs the piece, it fails."""
    assert found(tmp_path, regex, text) == expected


@pytest.mark.parametrize("name", load.names())
def test_no_built_in_pattern_runs_out_of_memory(
    name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """Every pattern of a pack is read quickly: RE2 says nothing of a lack of memory."""
    import re2

    text = "Lähetä henkilötunnuksesi viestillä, niin perustamme uuden some-kanavan. " * 20
    for each in load.load(name).rules:
        if each.detect.pattern:
            options = re2.Options()
            options.log_errors = True
            options.max_mem = 32 << 20
            list(re2.compile(each.detect.pattern.regex, options).finditer(text))

    assert "out of memory" not in capfd.readouterr().err

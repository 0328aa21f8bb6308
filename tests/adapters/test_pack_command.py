"""The tools for those who write packs."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from adapters.cli import main
from rules.layers import BUILT_IN
from rules.schema import pack_schema
from tests.packs import rule, write_pack


def test_a_new_pack_holds_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What `pack new` makes loads, has no weak point, and its examples hold."""
    folder = str(tmp_path / "kaupunki")

    assert main(["pack", "new", folder]) == 0
    assert main(["pack", "check", folder]) == 0
    assert main(["pack", "test", folder]) == 0
    capsys.readouterr()


def test_a_new_pack_never_overwrites(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is there is left as it is."""
    assert main(["pack", "new", "--ui", "en", str(tmp_path)]) == 2
    assert "already there" in capsys.readouterr().err


def test_each_rule_fails_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A rule whose example does not hold is named; the rules around it are tested all the same."""
    folder = write_pack(
        tmp_path,
        rule("koe/yksi", bad='["Koirat nukkuvat.", "Kissat nukkuvat."]'),
        rule("koe/kaksi"),
        rule("koe/kolme", bad='["Koirat.", "Koiran luu."]'),
    )

    assert main(["pack", "test", "--ui", "en", str(folder)]) == 1
    said = capsys.readouterr().out
    assert said.count("koe/yksi") == 1
    assert "koe/kaksi" not in said
    assert said.count("koe/kolme") == 2


def test_a_good_example_that_is_found_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A rule that cries wolf at its own good example is told the words that it found."""
    text = rule().replace('["Hei.", "Moi."]', '["Kissanristiäiset.", "Kissa tuli."]')

    assert main(["pack", "test", "--ui", "en", str(write_pack(tmp_path, text))]) == 1
    assert "Kissa is found" in capsys.readouterr().out


def test_weak_points_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An untranslated text, a repealed law and a quotation that stands nowhere are weak points."""
    text = (
        rule()
        .replace(
            "says: {fi: ohje sanoo, sv: anvisningen säger, en: the guideline says}",
            "says: {fi: henkilötietolaki kieltää sen, sv: henkilötietolaki kieltää sen, en: no}",
        )
        .replace("basis: guideline}", 'basis: guideline, quote: "tätä ei ole"}')
    )
    folder = write_pack(tmp_path, text)
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "ohje.txt").write_text("Aivan muuta tekstiä.")

    status = main(["pack", "check", "--ui", "en", str(folder), "--sources", str(sources)])
    said = capsys.readouterr().out

    assert status == 1
    for part in ("translate it", "out of date", "does not stand in"):
        assert part in said


def test_the_schema_accepts_every_built_in_file() -> None:
    """An editor with the schema marks nothing in the packs that ship."""
    validator = jsonschema.Draft202012Validator(pack_schema())
    yaml = YAML(typ="safe")
    for path in sorted(BUILT_IN.rglob("*.yaml")):
        if path.name != "city.yaml":
            value = json.loads(json.dumps(yaml.load(path), default=str))
            problems = [
                f"{path}: {e.json_path} {e.message[:200]}" for e in validator.iter_errors(value)
            ]
            assert problems == []


def test_a_rule_is_shown_with_its_examples(capsys: pytest.CaptureFixture[str]) -> None:
    """`pack show RULE` says what the guideline says, where, and shows examples both ways."""
    assert main(["pack", "show", "--ui", "fi", "personal-data/identity-code"]) == 0
    said = capsys.readouterr().out
    assert "Lähde:" in said
    assert "✖" in said
    assert "✔" in said


def test_an_unknown_rule_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """A mistyped rule id is answered with the way to the list."""
    assert main(["pack", "show", "--ui", "en", "no/such"]) == 2
    assert "No such rule" in capsys.readouterr().err

"""What an author of a pack may rely on."""

from __future__ import annotations

from pathlib import Path

import pytest

from rules import load
from rules.yaml_file import PackError
from tests.packs import rule, write_pack


def problems(folder: Path) -> list[str]:
    with pytest.raises(PackError) as caught:
        load.read(folder)
    return [str(problem) for problem in caught.value.problems]


def test_a_small_pack_loads(tmp_path: Path) -> None:
    """A head and one rule are a pack."""
    pack = load.read(write_pack(tmp_path, rule()))

    assert [r.id for r in pack.rules] == ["koe/kissa"]


def test_every_error_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    """Two mistakes in two rules are two errors, each with file, line, field and what to do."""
    folder = write_pack(
        tmp_path,
        rule("koe/yksi", more="severty: error\n"),
        rule("koe/kaksi", severity="grave"),
    )

    found = problems(folder)

    assert len(found) == 2
    assert found[0].startswith("koe/pack.yaml:23: rules.0.severty: unknown field")
    assert found[1].startswith("koe/pack.yaml:25: rules.1.severity: ")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("extends: [kadonnut]\n", "no pack 'kadonnut'"),
        ("switch: {koe/olematon: off}\n", "switch.koe/olematon: no such rule"),
        ("adjust: {koe/olematon: {severity: error}}\n", "adjust.koe/olematon: no such rule"),
        ("fallback: {staff: haamu}\n", "fallback.staff: no role 'haamu'"),
        ("colour: red\n", "colour: unknown field"),
    ],
)
def test_a_head_that_names_what_is_not_there_is_an_error(
    tmp_path: Path, change: str, said: str
) -> None:
    """A switch, an adjustment, a layer or a fallback must name something that exists."""
    assert any(said in line for line in problems(write_pack(tmp_path, rule(), more=change)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (rule().replace("document: ohje", "document: muu"), "source.document: no document 'muu'"),
        (rule().replace('section: "1"', 'section: "9"'), "source.section: ohje has no section"),
        (rule().replace("owner: dpo", "owner: haamu"), "owner: no role 'haamu'"),
        (rule("Iso Kissa"), "id: a rule id is group/name"),
        (rule(detect="{terms: {language: fi, items: []}}"), "detect.terms.items"),
        (rule(detect="{}"), "detect: give exactly one of"),
        (rule(detect='{pattern: {regex: "(kissa"}}'), "detect.pattern.regex: the pattern cannot"),
        (rule(bad='["Kissat."]'), "examples.bad"),
        (rule(more="supersedes: [koe/olematon]\n"), "supersedes.0: no rule 'koe/olematon'"),
    ],
)
def test_a_rule_that_cannot_work_is_an_error(tmp_path: Path, text: str, said: str) -> None:
    """A rule without a source, a role, a detector or enough examples does not load."""
    found = problems(write_pack(tmp_path, text))

    assert any(said in line for line in found), found


def test_one_id_is_one_rule(tmp_path: Path) -> None:
    """The same id twice in a pack is an error, not a silent choice."""
    assert "already in this pack" in problems(write_pack(tmp_path, rule(), rule()))[0]


def test_packs_in_a_circle_are_an_error(tmp_path: Path) -> None:
    """Two packs that extend each other are told so."""
    write_pack(tmp_path, kind="layer", more="extends: [b]\n", name="a")
    folder = write_pack(tmp_path, kind="layer", more="extends: [a]\n", name="b")

    assert "a circle" in problems(folder)[0]


def test_a_layer_is_switched_and_adjusted_by_the_pack_above(tmp_path: Path) -> None:
    """An organisation turns a shared rule off and makes another one graver."""
    write_pack(tmp_path, rule("koe/yksi"), rule("koe/kaksi"), kind="layer", name="alla")
    more = "extends: [alla]\nswitch: {koe/yksi: off}\nadjust: {koe/kaksi: {severity: error}}\n"

    pack = load.read(write_pack(tmp_path, more=more, name="ylla"))

    assert [(r.id, r.on, r.severity) for r in pack.rules] == [
        ("koe/yksi", False, "warning"),
        ("koe/kaksi", True, "error"),
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe", "not UTF-8 at byte 0"),
        (b"pack: [", "not YAML"),
        (b"- 1\n", "expected fields such as pack"),
        (b"", "expected fields such as pack"),
        (b"\x00", "not YAML"),
        (b"pack: &a [*a]\n", "pack.yaml"),
    ],
)
def test_a_broken_file_is_told_as_such(tmp_path: Path, content: bytes, said: str) -> None:
    """Bytes that are no YAML give one clear error, never a traceback."""
    folder = write_pack(tmp_path)
    (folder / "pack.yaml").write_bytes(content)

    assert said in problems(folder)[0]


def test_a_pack_is_read_from_yaml_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second load comes from the cache and equals the first; a change is seen at once."""
    monkeypatch.setenv("SOMEHELP_CACHE", str(tmp_path / "cache"))
    folder = write_pack(tmp_path, rule())
    first = load.load(folder)
    monkeypatch.setattr(load, "read", lambda _: pytest.fail("read from YAML again"))

    assert load.load(folder) == first

    monkeypatch.undo()
    monkeypatch.setenv("SOMEHELP_CACHE", str(tmp_path / "cache"))
    write_pack(tmp_path, rule("koe/koira"))
    assert [r.id for r in load.load(folder).rules] == ["koe/koira"]


def test_a_damaged_cache_is_written_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands in the cache and is no pack is ignored."""
    monkeypatch.setenv("SOMEHELP_CACHE", str(tmp_path / "cache"))
    folder = write_pack(tmp_path, rule())
    load.load(folder)
    for kept in (tmp_path / "cache").glob("pack-*"):
        kept.write_text("{}")

    assert [r.id for r in load.load(folder).rules] == ["koe/kissa"]


def test_an_unknown_pack_is_answered_with_the_known_ones() -> None:
    """Whoever mistypes a pack's name is told the names that exist."""
    with pytest.raises(PackError, match=r"built in are .*paimio"):
        load.load("piamio")

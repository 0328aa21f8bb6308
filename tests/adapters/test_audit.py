"""Archives of published posts are read in every form and checked without keeping a word."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from adapters.archive import ArchiveError, read_posts
from adapters.cli import main

CODE = "131052-308T"


def test_csv_is_read_with_its_headings_in_any_language() -> None:
    """Finnish headings, semicolons and a byte-order mark are what Excel gives."""
    data = "\ufeffPäivä;Teksti;Yksikkö\n3.11.2025;Hei kaikki;kirjasto\n".encode()

    posts, skipped = read_posts(data)

    assert skipped == 0
    assert posts[0] == ("1", "Hei kaikki", "2025-11", "kirjasto", None, None)


def test_a_facebook_export_is_read_with_its_letters_mended() -> None:
    """The export writes UTF-8 bytes as Latin-1 letters; the post is read as it was written."""
    broken = "Hyvää päivää 😀".encode().decode("latin-1")
    export = [{"timestamp": 1762128000, "data": [{"post": broken}]}, {"timestamp": 1, "data": []}]

    posts, _ = read_posts(json.dumps(export).encode())

    assert [(p.text, p.month) for p in posts] == [("Hyvää päivää 😀", "2025-11")]


def test_json_lines_go_on_after_a_bad_one() -> None:
    """A row that is no JSON is counted, the others are read."""
    posts, skipped = read_posts(b'{"text": "Hei"}\n{oops\n{"text": "Moi", "date": "2025-02-03"}\n')

    assert [p.text for p in posts] == ["Hei", "Moi"]
    assert skipped == 1


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"[" * 200_000])
def test_what_is_no_archive_is_told(data: bytes) -> None:
    """Bytes in no known form are an error with a reason."""
    with pytest.raises(ArchiveError):
        read_posts(data)


@pytest.mark.parametrize("data", [b"", b"{}", b"a,b\n1,2\n", b"[1, 2]"])
def test_an_archive_without_posts_is_empty(data: bytes) -> None:
    """A file of another kind holds no posts."""
    assert read_posts(data)[0] == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_audit_sums_up_and_keeps_no_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], jobs: int
) -> None:
    """The summary counts by rule, unit and month; the file of findings holds no post's text."""
    archive = tmp_path / "posts.csv"
    row = f'"Asiakas {CODE} kävi täällä.",2025-0{{}}-02,kirjasto\n'
    archive.write_text("text,date,unit\n" + "".join(row.format(1 + i % 2) for i in range(130)))
    out = tmp_path / "out.csv"

    status = main(["audit", "--ui", "en", "--jobs", str(jobs), "--out", str(out), str(archive)])
    shown = capsys.readouterr().out
    rows = list(csv.DictReader(out.read_text("utf-8").splitlines()))

    assert status == 0
    assert "130 posts" in shown
    assert "2025-02" in shown
    codes = [r for r in rows if r["category"] == "national_id"]
    assert [r["post"] for r in codes] == [str(n) for n in range(1, 131)]
    assert CODE not in out.read_text()


def test_an_audit_of_nothing_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file without posts is answered with the forms that are known."""
    empty = tmp_path / "empty.csv"
    empty.write_text("")

    assert main(["audit", "--ui", "en", str(empty)]) == 2
    assert "Facebook" in capsys.readouterr().err

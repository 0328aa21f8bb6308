"""`somehelp crisis` from the command line: simulate, the printed card, opening and ending."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from adapters.cli import main
from tests.conftest import REPOSITORY

CITY = str(REPOSITORY / "deploy" / "city")


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOMEHELP_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("SOMEHELP_CITY", CITY)


def said(capsys: pytest.CaptureFixture[str], *words: str, status: int = 0) -> str:
    """Run a command and return what it printed, on one line each."""
    assert main(["crisis", *words, "--ui", "fi"]) == status
    return capsys.readouterr().out


def test_a_simulation_shows_the_gap_before_the_fire(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lead away, the deputy silent: the table and the summary say that nobody leads."""
    monkeypatch.setenv("COLUMNS", "160")
    silent = ("--answers", "hallintojohtaja=never", "--answers", "kaupunginjohtaja=never")
    out = said(
        capsys, "simulate", "--unit", "sivistys", "--start", "2026-06-03T10:05",
        "--away", "kaupunginjohtaja", "--runs", "20", *silent,
    )  # fmt: skip

    assert "Kukaan ei ottanut viestinnän johtoa" in out
    assert re.search(r"johtaja 0 prosentissa", out)
    assert "040 000 2002" in out


@pytest.mark.parametrize(("name", "begins"), [("plot.svg", b"<?xml"), ("plot.png", b"\x89PNG")])
def test_a_simulation_is_drawn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, begins: bytes
) -> None:
    """The plot is a picture in the form that the file's name says."""
    said(capsys, "simulate", "--runs", "5", "--plot", str(tmp_path / name))

    assert (tmp_path / name).read_bytes().startswith(begins)


def test_the_same_seed_draws_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    """A simulation can be repeated and talked about."""
    options = ("simulate", "--start", "2026-06-03T10:05", "--runs", "10", "--seed", "7")

    assert said(capsys, *options) == said(capsys, *options)


@pytest.mark.parametrize(
    "words",
    [("--policy", "nosuch"), ("--away", "Nobody"), ("--start", "soon"), ("--answers", "maija=x")],
)
def test_a_mistyped_option_is_said(words: tuple[str, ...]) -> None:
    """A name, time or number that means nothing is bad input, without a traceback."""
    assert main(["crisis", "simulate", "--runs", "1", *words]) == 2


def test_whom_to_call_stands_on_one_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """112, the duty list, every step with phones and substitutes: one sheet of A4."""
    page = tmp_path / "card.html"
    said(capsys, "card", "--out", str(page), "--language", "sv")
    text = page.read_text("utf-8")
    assert "112" in text and "040 000 2001" in text and "Veli Näytelmä" in text
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        assert not os.environ.get("CI"), "chromium is missing"
        pytest.skip("chromium is missing")
    printed = tmp_path / "card.pdf"
    subprocess.run(
        [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
         f"--user-data-dir={tmp_path / 'profile'}", f"--print-to-pdf={printed}", page.as_uri()],
        check=True, capture_output=True, timeout=60,
    )  # fmt: skip

    assert re.findall(rb"/Count (\d+)", printed.read_bytes()) == [b"1"]


def test_a_crisis_from_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Open, look, end and read the record; a running server would send what was written."""
    opened = said(
        capsys,
        "open",
        "--by",
        "viestintasuunnittelija",
        "--unit",
        "sivistys",
        "--yes",
        "Koululla",
        "palaa",
    )
    assert "Avataanko" in opened and "KRIISI: Koululla palaa" in opened
    crisis = re.findall(r"id: (\w+)", opened)[0]
    assert crisis in said(capsys, "status")

    assert "Veli" in said(capsys, "down", crisis, "--by", "viestintasuunnittelija")
    said(capsys, "down", crisis, "--by", "kaupunginjohtaja")
    record = tmp_path / "record.md"
    said(capsys, "report", crisis, "--out", str(record))
    assert record.read_text("utf-8").startswith("# KRIISI: Koululla palaa")
    assert "Mikään kriisi ei ole auki" in said(capsys, "status")


def test_nothing_is_opened_without_a_yes(capsys: pytest.CaptureFixture[str]) -> None:
    """Where nobody can be asked, the preview is shown and nothing is opened."""
    out = said(capsys, "open", "--by", "kaupunginjohtaja", "Koululla palaa", status=1)

    assert "Avataanko" in out
    assert "Mikään kriisi ei ole auki" in said(capsys, "status")


def test_a_crisis_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    """A mistyped id is bad input."""
    said(capsys, "report", "nosuch", status=2)


def test_the_doctor_names_who_never_saw_the_last_test(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A test of reach that nobody has answered yet is red for everybody asked."""
    said(capsys, "reach", "--by", "kaupunginjohtaja")
    main(["doctor", "--ui", "fi", "--city", CITY])

    assert "kuitannut viimeisintä" in capsys.readouterr().out

"""Absences are events: anybody's own, anybody else's by right, never lost, never rewritten."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from adapters import absence_log
from adapters.cli import main
from bot.absences import AbsenceEvent, BadDaysError, NotAllowedError, current, parse_days, record
from bot.city import Absence, City
from bot.city_file import load_city
from tests.conftest import REPOSITORY

CITY = REPOSITORY / "deploy" / "city"
TODAY = datetime.date(2026, 5, 15)
NOW = datetime.datetime(2026, 5, 15, 12, tzinfo=datetime.UTC)


@pytest.fixture(scope="module")
def city() -> City:
    return load_city(CITY)


def absence(person: str = "rehtori") -> Absence:
    return Absence(person=person, first=datetime.date(2026, 7, 1), last=datetime.date(2026, 7, 31))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1.7.–31.7.", "2026-07-01", "2026-07-31"),
        ("1.7.-31.7.2026", "2026-07-01", "2026-07-31"),
        ("2026-07-01 2026-07-31", "2026-07-01", "2026-07-31"),
        ("15.5.", "2026-05-15", "2026-05-15"),
        ("1.3.", "2027-03-01", "2027-03-01"),
        ("20.12.–6.1.", "2026-12-20", "2027-01-06"),
    ],
)
def test_days_are_read_as_people_write_them(text: str, first: str, last: str) -> None:
    """Finnish days, ISO days, one day, and days over New Year."""
    assert tuple(map(str, parse_days(text, TODAY))) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "huomenna", "31.2.", "99.99.", "2026-07-31 2026-07-01", "1.1. 2.1. 3.1."]
)
def test_what_is_no_days_is_told(text: str) -> None:
    """No day, an impossible day, three days or days in the wrong order are refused."""
    with pytest.raises(BadDaysError):
        parse_days(text, TODAY)


def test_everybody_records_their_own(city: City) -> None:
    """No right is needed to be away."""
    person = city.person("rehtori")
    assert person

    assert record(absence(), person, city, NOW).by == "rehtori"


def test_anothers_absence_needs_a_right(city: City) -> None:
    """Who holds the right may record for another; who does not may not."""
    allowed, other = city.person("viestintasuunnittelija"), city.person("ohjaaja")
    assert allowed
    assert other

    assert record(absence(), allowed, city, NOW)
    with pytest.raises(NotAllowedError):
        record(absence(), other, city, NOW)


def test_a_cancelled_absence_is_gone(city: City) -> None:
    """What was recorded and taken back leaves nothing."""
    recorded = AbsenceEvent(kind="recorded", absence=absence(), by="rehtori", at=NOW)
    cancelled = recorded.model_copy(update={"kind": "cancelled"})

    assert current([recorded]) == (absence(),)
    assert current([recorded, cancelled]) == ()


def test_a_crash_in_the_middle_of_a_line_loses_only_that_line(tmp_path: Path) -> None:
    """A log whose last line was cut off is read up to it, and goes on after it."""
    log = tmp_path / "absences.jsonl"
    event = AbsenceEvent(kind="recorded", absence=absence(), by="rehtori", at=NOW)
    absence_log.append(log, event)
    with log.open("ab") as file:
        file.write(b'{"kind": "rec')

    assert absence_log.read(log) == (event,)


def test_a_broken_line_in_the_middle_is_told(tmp_path: Path) -> None:
    """A log that somebody damaged is not read as if it were whole."""
    log = tmp_path / "absences.jsonl"
    log.write_text("oops\n{}\n")

    with pytest.raises(ValueError, match=r"absences\.jsonl:1"):
        absence_log.read(log)


def test_an_absence_from_the_command_line_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What one command records, the next one lists, with who stands in."""
    monkeypatch.setenv("SOMEHELP_STATE", str(tmp_path))
    common = ["absence", "--ui", "fi", "--city", str(CITY)]

    assert main([*common, "--by", "kaupunginjohtaja", "1.7.2099–31.7.2099"]) == 0
    assert main(common) == 0

    assert capsys.readouterr().out.count("sijainen on Veli Näytelmä") == 2


def test_a_recorded_absence_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was recorded by mistake is taken back; what was never recorded cannot be."""
    monkeypatch.setenv("SOMEHELP_STATE", str(tmp_path))
    common = ["absence", "--ui", "fi", "--city", str(CITY)]
    days = ["--by", "rehtori", "1.7.2099–31.7.2099"]

    assert main([*common, *days, "--cancel"]) == 2
    assert main([*common, *days]) == 0
    assert main([*common, *days, "--cancel"]) == 0
    assert main(common) == 0

    assert "Poissaoloja ei ole merkitty" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--by", "kuka", "1.7."], "ei ole henkilöä kuka"),
        (["1.7."], "kuka olet"),
        (["--by", "rehtori", "joskus"], "Anna päivät"),
        (["--by", "ohjaaja", "--person", "rehtori", "1.7."], "vain oman"),
    ],
)
def test_a_bad_absence_is_a_clear_message(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    more: list[str],
    said: str,
) -> None:
    """What is wrong is said in one sentence, with exit status 2, and nothing is recorded."""
    monkeypatch.setenv("SOMEHELP_STATE", str(tmp_path))

    assert main(["absence", "--ui", "fi", "--city", str(CITY), *more]) == 2
    assert said in capsys.readouterr().err
    assert not list(tmp_path.iterdir())

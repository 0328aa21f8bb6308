"""The tally of questions that guidelines do not answer."""

from __future__ import annotations

import datetime
import io
import json
from pathlib import Path

import pytest

from adapters import silence_log
from adapters.cli import main
from rules.ask import Guide
from rules.load import load

DAY = datetime.date(2027, 1, 1)  # a Friday of the last ISO week of 2026
SILENT = "Saako tekoälyllä tehdyn kuvan julkaista?"


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOMEHELP_STATE", str(tmp_path))
    return tmp_path / "silent.jsonl"


def record(question: str, times: int = 1) -> None:
    answer = Guide(load("paimio")).ask(question)
    for _ in range(times):
        silence_log.record(answer, "paimio", DAY)


def test_only_week_pack_scope_and_topic_are_kept(state: Path) -> None:
    """Of a question without an answer nothing is written but when, where and about what."""
    record(SILENT)

    assert json.loads(state.read_text()) == {
        "week": "2026-W53", "pack": "paimio", "scope": "gap", "topic": "ai_content",
    }  # fmt: skip


def test_what_is_answered_is_not_counted(state: Path) -> None:
    """A question that the guideline answers leaves no trace."""
    record("Kuka vastaa medialle?")

    assert not state.exists()


def test_nothing_is_kept_unless_a_folder_is_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without SOMEHELP_STATE no tally is written, and the command says how to get one."""
    monkeypatch.delenv("SOMEHELP_STATE", raising=False)
    monkeypatch.chdir(tmp_path)
    record(SILENT)

    assert list(tmp_path.iterdir()) == []
    assert main(["pack", "silent", "--ui", "en"]) == 2
    assert "SOMEHELP_STATE" in capsys.readouterr().err


def test_small_counts_are_not_shown(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Fewer than five questions show as <5, five show as 5, per week and topic."""
    record(SILENT, 4)
    record("Kuka kastelee kukat?", 5)

    assert main(["pack", "silent", "--ui", "en"]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()[1:]]
    assert [(row[0], row[2], row[-1]) for row in rows] == [
        ("2026-W53", "out_of_scope", "5"),
        ("2026-W53", "ai_content", "<5"),
    ]
    assert state.read_text().count("\n") == 9


def test_the_tally_of_one_pack(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The owner of a pack sees that pack's silence alone; lines cut off by a crash do no harm."""
    record(SILENT)
    with state.open("a") as log:
        log.write('{"week": "2026-W5')

    assert main(["pack", "silent", "--pack", "varmland", "--ui", "en"]) == 0
    assert "No question" in capsys.readouterr().out
    assert [cell.silence.topic for cell in silence_log.tally(state, "paimio")] == ["ai_content"]


def test_ask_and_chat_count(
    state: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Questions of both commands are counted, and their words are nowhere in the folder."""
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{SILENT}\n"))
    assert main(["ask", "--ui", "fi", SILENT]) == 0
    assert main(["chat", "--ui", "fi"]) == 0
    capsys.readouterr()

    assert len(state.read_text().splitlines()) == 2
    assert "tekoäly" not in state.read_text()


def test_an_answer_does_not_wait_for_the_tally(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the tally cannot be written, the question is answered all the same."""
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("SOMEHELP_STATE", str(blocked))

    assert main(["ask", "--ui", "fi", SILENT]) == 0
    assert capsys.readouterr().out

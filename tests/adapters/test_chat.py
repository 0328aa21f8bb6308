"""`somehelp chat`: drafts, questions and follow-ups, told apart."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest

from adapters.cli import main
from tests.conftest import REPOSITORY

CODE = "131052-308T"


def talk(
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *options: str,
) -> str:
    monkeypatch.setattr("sys.stdin", io.StringIO(said))
    city = ("--city", str(REPOSITORY / "deploy" / "city"))
    assert main(["chat", "--ui", "fi", *city, *options]) == 0
    return capsys.readouterr().out


def test_a_draft_is_checked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What reads like a post is answered with its findings."""
    said = f"Kirjasto on auki! Asiakas {CODE} voitti. Tervetuloa!\n"

    shown = talk(said, monkeypatch, capsys)

    assert f"[{CODE}]" in shown
    assert "Korjattu teksti" in shown


def test_a_follow_up_is_about_the_last_contact(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A question after an answer, such as "entä jos hän on lomalla?", gets the substitute."""
    said = "Kuka vastaa viestinnästä kriisissä?\nentä jos hän on lomalla?\n"

    shown = talk(said, monkeypatch, capsys)

    assert "Onerva Esimerkkinen, 040 000 2001" in shown
    assert "sijainen on Veli Näytelmä: 040 000 2002" in shown


def test_what_is_unclear_is_asked_about(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A message that may be either is answered with a choice, and the choice is taken."""
    shown = talk(f"asiakas {CODE}\n1\n", monkeypatch, capsys)

    assert "luonnos (1) vai kysymys (2)" in shown
    assert f"[{CODE}]" in shown


def test_the_answer_is_in_the_language_of_the_question(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A Swedish question gets a Swedish answer, unless another language is asked for."""
    monkeypatch.setattr("sys.stdin", io.StringIO("Vem bestämmer om ett nytt konto?\n"))
    monkeypatch.setenv("LC_ALL", "fi_FI.UTF-8")

    assert main(["chat"]) == 0
    assert "Fråga" in capsys.readouterr().out


@pytest.mark.parametrize(
    "said", ["", "\n \n", "x" * 10_000 + "?\n", f"Kuka on {CODE}?\n", "\N{NULL}\ud800\n"]
)
def test_no_message_ends_the_conversation(said: str) -> None:
    """Nothing, ten thousand characters, personal data, half a letter: the talk goes on politely."""
    command = "import sys; from adapters.cli import main; sys.exit(main(['chat', '--ui', 'fi']))"
    given = said.encode("utf-8", "surrogatepass") + b"Kuka vastaa medialle?\n"
    done = subprocess.run(
        [sys.executable, "-c", command], input=given, capture_output=True, check=False
    )

    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    assert "toimialajohtaja" in done.stdout.decode()
    assert CODE not in done.stdout.decode()

"""`somehelp ask` as a user runs it: in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from rules.load import names

CITY = Path(__file__).resolve().parents[2] / "deploy" / "city"
CODE = "131052-308T"


def run(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "import sys; from adapters.cli import main; sys.exit(main())"]
    return subprocess.run(
        [*command, "ask", "--ui", "en", *arguments], input=given, capture_output=True, check=False
    )


def lines(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    assert b"Traceback" not in done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def stream(*values: object) -> bytes:
    return b"\n".join(json.dumps(value).encode() for value in values)


def test_a_question_in_is_an_answer_out() -> None:
    """Each question gets its answer, in order, with its id and every field of the contract."""
    asked = {"id": [1], "question": "Kuka vastaa medialle?", "pack": "paimio", "language": "sv"}
    done = run("--format", "jsonl", given=stream(asked, {"question": "will it hail tonight"}))
    first, second = lines(done)

    assert done.returncode == 0
    assert list(first) == [
        "id", "scope", "topic", "roles", "contacts", "steps", "sources", "text",
    ]  # fmt: skip
    assert (first["id"], first["scope"], first["topic"]) == ([1], "in", "media_relations")
    assert first["roles"] == ["responsible_person", "department_head", "city_manager"]
    assert list(first["contacts"][0]) == ["role", "name", "reach", "stands_in_for", "basis"]
    assert list(first["sources"][0]) == ["document", "section", "basis", "quote", "says"]
    assert first["sources"][0]["section"] == "P-6.4"
    assert "stadsdirektör" in first["text"]
    assert (second["scope"], second["topic"], second["sources"]) == ("out", "out_of_scope", [])
    assert second["contacts"][0]["basis"] == "configuration"


@pytest.mark.parametrize("pack", names())
def test_every_organisation_answers_in_every_language(pack: str) -> None:
    """The answer comes in the language asked for, with whom to ask and what is written."""
    asked = [
        {"question": "Kuka saa avata uuden tilin?", "language": language}
        for language in ("fi", "sv", "en")
    ]
    answers = lines(run("--pack", pack, "--format", "jsonl", given=stream(*asked)))

    assert len({answer["text"] for answer in answers}) == 3
    assert len({answer["topic"] for answer in answers}) == 1
    assert all(answer["roles"] and answer["contacts"] for answer in answers)


def test_an_elected_official_gets_no_line_manager() -> None:
    """In gap and out, an elected official without a configured contact is told so."""
    asked = {"question": "When does the board meet?", "audience": "elected"}
    (answer,) = lines(run("--format", "jsonl", given=stream(asked)))

    assert answer["roles"] == ["not_in_guideline"]
    assert "line manager" not in answer["text"]


def test_contacts_are_todays_of_the_city() -> None:
    """With a city's data the answer tells a name and how to reach it; without, the role alone."""
    question = "Who is the data protection officer?"
    known = json.loads(run(question, "--format", "json", "--city", str(CITY)).stdout)
    unknown = json.loads(run(question, "--format", "json").stdout)

    assert known["contacts"][0]["name"]
    assert known["contacts"][0]["reach"]
    assert (unknown["contacts"][0]["name"], unknown["contacts"][0]["reach"]) == (None, [])


def test_bad_lines_are_told_and_the_rest_goes_on() -> None:
    """Bad lines give an error each; the good line after them is answered; the status is 2."""
    bad = [
        b"{", b"[]", b'{"id": "a"}', b'{"id": "b", "question": 5}', b'{"question": "  "}',
        b'{"question": "x", "pack": "nowhere"}', b'{"question": "x", "audience": "mayor"}',
        b"\xff\xfe", json.dumps({"question": "kuka " * 2000}).encode(),
    ]  # fmt: skip
    done = run("--format", "jsonl", given=b"\n".join([*bad, b"", b'{"id": 1, "question": "kuka"}']))
    answers = lines(done)

    assert done.returncode == 2
    assert [answer["error"]["line"] for answer in answers[:-1]] == list(range(1, 10))
    assert {answer["error"]["field"] for answer in answers[:-1]} == {
        "", "question", "pack", "audience",
    }  # fmt: skip
    assert answers[-1]["id"] == 1


@pytest.mark.parametrize("arguments", [[""], ["x" * 10_000], ["kuka", "--pack", "nowhere"]])
def test_what_cannot_be_answered_is_said_plainly(arguments: list[str]) -> None:
    """Nothing, ten thousand characters, an unknown pack: a sentence each, and status 2."""
    done = run(*arguments)

    assert done.returncode == 2
    assert done.stdout == b""
    assert b"Traceback" not in done.stderr
    assert done.stderr.strip()


def test_personal_data_in_a_question_is_warned_of_and_not_repeated() -> None:
    """A question with an identity code is answered; the code is not in the answer."""
    (answer,) = lines(
        run("--format", "jsonl", given=stream({"question": f"saako julkaista {CODE}"}))
    )

    assert "Nothing of it is stored" in answer["text"]
    assert CODE not in json.dumps(answer)


def test_a_draft_is_told_from_a_question() -> None:
    """A post is answered with what it looks like and how to have it checked."""
    post = "Tervetuloa kirjaston avajaisiin lauantaina! Tarjolla on kahvia. #kirjasto"
    (answer,) = lines(run("--format", "jsonl", given=stream({"question": post, "language": "en"})))

    assert "somehelp check" in answer["text"]


def test_text_is_for_people() -> None:
    """The text says whom to ask, the steps, and where it is written, with the finding quote."""
    said = run("saadaanko avata youtube-kanava").stdout.decode()

    assert "head of department" in said
    assert "P-6.1" in said
    assert "Who makes the content?" in said
    assert "ei ole yksittäisen työntekijän päätös" in said


@pytest.mark.parametrize("given", [b"", b" \n\t\n"])
def test_nothing_to_read_is_no_question(given: bytes) -> None:
    """Empty input and blank lines: a sentence, no traceback, and status 2."""
    done = run(given=given)

    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert done.stderr.strip()


def test_an_unknown_audience_is_refused() -> None:
    """An audience that no guideline has is named as wrong, with those that there are."""
    done = run("who may open an account", "--audience", "mayor")

    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert b"elected" in done.stderr


def test_a_draft_and_personal_data_leave_no_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even where a tally is kept, nothing of a draft or of personal data reaches the disk."""
    monkeypatch.setenv("SOMEHELP_STATE", str(tmp_path))
    post = f"Tervetuloa! Asiakas {CODE} voitti arvonnan. #kirjasto"
    lines(run("--format", "jsonl", given=stream({"question": post}, {"question": f"sää {CODE}"})))

    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert CODE.encode() not in kept
    assert b"arvon" not in kept


def test_one_law_is_cited_once() -> None:
    """An answer that a rule and a topic both back with a law says it once."""
    question = "Saako lapsen kuvan julkaista?"
    for pack in ("paimio", "suomussalmi", "varmland"):
        (answer,) = lines(
            run("--pack", pack, "--format", "jsonl", given=stream({"question": question}))
        )
        assert sum(source["basis"] == "law" for source in answer["sources"]) == 1

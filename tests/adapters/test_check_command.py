"""`somehelp check` as a user runs it: in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

CODE = "131052-308T"
DRAFT = f"Kirjaston asiakas {CODE} sai uuden kortin."


def run(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "import sys; from adapters.cli import main; sys.exit(main())"]
    return subprocess.run(
        [*command, "check", "--ui", "en", *arguments], input=given, capture_output=True, check=False
    )


def lines(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    assert b"Traceback" not in done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def stream(*values: object) -> bytes:
    return b"\n".join(json.dumps(value).encode() for value in values)


def test_a_line_in_is_a_line_out() -> None:
    """Each draft gets its report, in order, with its id and every field of the contract."""
    done = run("--format", "jsonl", given=stream({"id": 7, "text": DRAFT}, {"text": "Hei!"}))
    first, second = lines(done)

    assert done.returncode == 1
    assert list(first) == ["id", "languages", "worst", "findings", "fixed"]
    assert (first["id"], first["worst"], second["id"], second["findings"]) == (7, "error", None, [])
    finding = next(f for f in first["findings"] if f["category"] == "national_id")
    assert list(finding) == [
        "rule", "category", "severity", "start", "end", "message", "says", "replacements", "owner",
        "source",
    ]  # fmt: skip
    assert DRAFT[finding["start"] : finding["end"]] == CODE
    assert CODE not in first["fixed"]


def test_a_bad_line_is_told_and_the_rest_goes_on() -> None:
    """Ten kinds of bad lines give an error each; the good line after them is checked."""
    bad = [
        b"{", b"[]", b"null", b'"text"', b'{"id": "a"}', b'{"id": "b", "text": 5}',
        b'{"text": "x", "lang": "de"}', b'{"text": "x", "pack": "nowhere"}',
        b'{"text": "x", "rules": {"no/such": "on"}}', b"\xff\xfe", b"[" * 100_000,
    ]  # fmt: skip
    done = run("--format", "jsonl", given=b"\n".join([*bad, b"", b'{"id": 1, "text": "Hei!"}']))
    answers = lines(done)

    assert done.returncode == 2
    assert [a["error"]["line"] for a in answers[:-1]] == list(range(1, len(bad) + 1))
    assert all(a["error"]["message"] for a in answers[:-1])
    assert [a["id"] for a in answers[4:6]] == ["a", "b"]
    assert [a["error"]["field"] for a in answers[4:9]] == [
        "text", "text", "lang", "pack", "rules.no/such",
    ]  # fmt: skip
    assert answers[-1]["id"] == 1
    assert answers[-1]["findings"] == []


def test_unknown_fields_are_named_once() -> None:
    """Two lines with unknown fields give one warning, and are checked."""
    done = run(
        "--format", "jsonl", given=stream({"text": "Hei!", "colour": 1}, {"text": "Hei!", "x": 2})
    )

    assert done.stderr.count(b"colour") == 1
    assert len(done.stderr.splitlines()) == 1
    assert len(lines(done)) == 2


STRANGE = {
    "a NUL": "Hei\x00 kaikki",
    "lone surrogates": "Hei \ud800 ja \udfff",
    "right to left": "שלום \u202eהיי\u202c مرحبا",
    "only emoji": "😀👩‍👧‍👦🇫🇮" * 20,
    "towers of accents": "a" + "\u0301" * 5000,
    "a word of ten thousand letters": "a" * 10_000,
    "digits without end": "1" * 20_000,
    "spaces": " " * 5000,
    "at signs": "a@" * 5000,
    "dots": "a." * 5000,
    "quotes": "”" * 5000,
    "brackets": "{match}{0}%s" * 200,
}


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE)
def test_strange_text_is_a_checked_report(text: str) -> None:
    """Whatever a text holds, it gets a report, and its offsets are inside it."""
    done = run("--format", "jsonl", given=stream({"text": text}))
    (answer,) = lines(done)

    assert done.returncode in (0, 1)
    assert all(0 <= f["start"] <= f["end"] <= len(text) for f in answer["findings"])


def test_a_megabyte_is_answered() -> None:
    """A draft of a million characters is checked, a longer one is refused with both lengths."""
    text = "Tervetuloa kirjastoon! " * 43_478
    done = run("--format", "jsonl", given=stream({"text": text}, {"text": text * 2}))
    first, second = lines(done)

    assert first["findings"] == []
    assert "1000000" in second["error"]["message"].replace(",", "").replace("\xa0", "")


@pytest.mark.parametrize(
    ("arguments", "given", "said"),
    [
        (["no-such-file.txt"], b"", "cannot be read"),
        (["-"], b"", "no draft"),
        (["-"], b"\xff\xfe\x00", "not UTF-8"),
        (["--pack", "nowhere", "-"], b"Hei!", "built in are"),
        (["--format", "jsonl", "no-such-file.jsonl"], b"", "cannot be read"),
    ],
)
def test_bad_input_is_a_clear_message(arguments: list[str], given: bytes, said: str) -> None:
    """What cannot be read is said in one sentence, with exit status 2."""
    done = run(*arguments, given=given)

    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_a_human_sees_what_why_where_and_whom(tmp_path: Path) -> None:
    """The terminal shows the words marked, the law, whom to ask and the corrected text."""
    file = tmp_path / "draft.txt"
    file.write_text(DRAFT, "utf-8")

    done = run(str(file))
    shown = done.stdout.decode()

    assert done.returncode == 1
    assert f"[{CODE}]✖" in shown
    for part in ("must fix", "Why:", "Source:", "(law)", "Ask:", "Corrected text"):
        assert part in shown
    corrected = shown.split("Corrected text")[1]
    assert CODE not in corrected


def test_json_for_one_file_is_one_object(tmp_path: Path) -> None:
    """One draft is one JSON object; two are a list."""
    file = tmp_path / "draft.txt"
    file.write_text("Hei!", "utf-8")

    one = json.loads(run("--format", "json", str(file)).stdout)
    two = json.loads(run("--format", "json", str(file), str(file)).stdout)

    assert one["findings"] == []
    assert len(two) == 2


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path) -> None:
    """An escape sequence in a draft is shown as a mark, not obeyed."""
    file = tmp_path / "draft.txt"
    file.write_text(f"\x1b[31m{DRAFT}", "utf-8")

    assert b"\x1b[31m" not in run(str(file)).stdout


def test_a_line_beats_the_option() -> None:
    """What a line says of itself counts more than the command line."""
    given = stream({"text": DRAFT, "language": "sv"}, {"text": DRAFT})
    first, second = lines(run("--format", "jsonl", given=given))

    assert first["findings"][0]["says"] != second["findings"][0]["says"]

"""Bad input of every kind: a clear message and the right exit status, never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from adapters.absence_log import append, read
from adapters.archive import read_posts
from adapters.cli import main
from bot.absences import AbsenceEvent
from rules.yaml_file import PackError
from tests.conftest import REPOSITORY
from tests.packs import rule, write_pack

CODE = "131052-308T"
COMMAND = [sys.executable, "-c", "import sys; from adapters.cli import main; sys.exit(main())"]
QUESTION = "Kuka vastaa medialle?"


def run(*arguments: str, given: bytes | None = b"", **options: Any) -> Any:
    done = subprocess.run(
        [*COMMAND, *arguments], input=given, capture_output="stdout" not in options, check=False,
        **options,
    )  # fmt: skip
    assert b"Traceback" not in (done.stderr or b"")
    return done


@pytest.mark.parametrize(
    ("command", "line"),
    [(["check"], {"text": CODE}), (["ask"], {"question": QUESTION})],
)
def test_standard_input_may_be_named_twice(command: list[str], line: dict[str, str]) -> None:
    """The second `-` finds nothing more, and says nothing."""
    done = run(*command, "--format", "jsonl", "-", "-", given=json.dumps(line).encode())
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize("command", [["check"], ["ask"], ["chat"]])
def test_a_closed_standard_input_is_an_empty_one(command: list[str]) -> None:
    """A service that starts us without an input gets a sentence, or a conversation that ends."""
    done = run(*command, "--ui", "en", given=None, preexec_fn=lambda: os.close(0))
    assert done.returncode == (0 if command == ["chat"] else 2)


def test_a_question_that_is_no_text_is_told() -> None:
    """Bytes that are no UTF-8 are not answered as if they were a question."""
    done = run("ask", "--ui", "en", given=b"\xff\xfe\x00")
    assert done.returncode == 2
    assert b"not UTF-8" in done.stderr


def test_whoever_reads_only_the_first_line_hears_no_complaint(tmp_path: Path) -> None:
    """`somehelp check … | head -1` ends well."""
    drafts = tmp_path / "drafts.jsonl"
    drafts.write_bytes(json.dumps({"text": CODE}).encode() + b"\n" + b'{"text": "Hei"}\n' * 50)
    with subprocess.Popen(
        [*COMMAND, "check", "--format", "jsonl", str(drafts)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout and process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_a_full_disk_is_told(form: str, tmp_path: Path) -> None:
    """An output that cannot be written is an error of the output, with exit status 2."""
    draft = tmp_path / "draft"
    draft.write_text(json.dumps({"text": CODE}))
    with Path("/dev/full").open("wb") as full:
        done = run(
            "check", "--ui", "en", "--format", form, str(draft),
            stdout=full, stderr=subprocess.PIPE,
        )  # fmt: skip
    assert done.returncode == 2
    assert b"The output cannot be written" in done.stderr


@pytest.mark.parametrize("id_", ["NaN", "1e999", "9" * 5000, "[" * 5000 + "]" * 5000])
def test_what_json_cannot_say_is_not_echoed(
    id_: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever stands for the id, the answer is JSON by the letter."""
    lines = tmp_path / "lines.jsonl"
    lines.write_text(f'{{"text": "Hei", "id": {id_}}}\n{{"text": "Hei", "id": 2}}\n')
    assert main(["check", "--format", "jsonl", str(lines)]) == 2

    def refuse(name: str) -> None:
        raise AssertionError(name)

    bad, good = (
        json.loads(line, parse_constant=refuse) for line in capsys.readouterr().out.splitlines()
    )
    assert (bad["id"], bad["error"]["line"], good["id"]) == (None, 1, 2)


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("unit", 5, "lainausmerkeissä"),
        ("audience", "boss", "'staff', 'elected'"),
        ("rules", {"manners": "maybe"}, "on tai off"),
        ("target", "youth", "luettelo"),
        ("rules", [], "olio"),
        ("pack", "a" * 5000, "no such pack"),
    ],
)
def test_a_field_of_another_kind_is_told_in_the_readers_language(
    field: str, value: object, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message names the field and says what to write there; the next line is checked."""
    lines = tmp_path / "lines.jsonl"
    bad = {"id": 1, "text": "Hei", field: value}
    lines.write_text(f'{json.dumps(bad)}\n{{"text": "Hei"}}\n')

    assert main(["check", "--ui", "fi", "--format", "jsonl", str(lines)]) == 2
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first["error"]["field"].startswith(field)
    assert told in first["error"]["message"]
    assert second["worst"] is None


def test_an_archive_is_never_overwritten_by_its_findings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--out` refuses a file that is read, a form that nobody knows, a folder that is not there."""
    archive = tmp_path / "posts.csv"
    archive.write_text(f"text\n{CODE}\n")
    for out in (archive, tmp_path / "found.xlsx", tmp_path / "no" / "found.csv"):
        assert main(["audit", str(archive), "--out", str(out)]) == 2
    assert archive.read_text() == f"text\n{CODE}\n"
    assert CODE not in "".join(capsys.readouterr())


def test_an_export_of_odd_shape_and_a_post_of_a_megabyte_are_read() -> None:
    """What is no list of posts is skipped, and a long field hides none of the others."""
    export = {"posts": [{"data": 5}, {"data": {"a": 1}}, {"data": [{"post": "Hei"}]}]}
    assert [p.text for p in read_posts(json.dumps(export).encode())[0]] == ["Hei"]
    assert len(read_posts(b"text\n" + b"a" * 1_000_000 + b"\nHei\n")[0]) == 2


@pytest.mark.parametrize("jobs", ["-1", "two"])
def test_a_number_of_processes_is_a_number(jobs: str) -> None:
    """`--jobs -1` is refused by a sentence."""
    with pytest.raises(SystemExit) as stopped:
        main(["audit", "posts.csv", f"--jobs={jobs}"])
    assert stopped.value.code == 2


@pytest.mark.parametrize("name", ["NAME { x", "å", "A", "-x"])
def test_a_new_pack_has_a_plain_name(name: str, tmp_path: Path) -> None:
    """A name that YAML or a shell would take for something else makes no pack."""
    assert main(["pack", "new", str(tmp_path / name)]) == 2
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("message", ["{foo}", "{match.a}", "{match:>9999999}", "{0}", "{", "{}"])
def test_a_message_that_cannot_be_filled_is_found_when_the_pack_is_read(
    message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong placeholder is told with its line, not met when somebody checks a draft."""
    folder = write_pack(tmp_path, rule("koe/yksi"))
    file = folder / "pack.yaml"
    file.write_text(file.read_text("utf-8").replace("Löytyi {match}", message), "utf-8")
    assert main(["pack", "check", str(folder)]) == 2
    assert "no placeholder" in (said := capsys.readouterr().err) or "a brace" in said


def test_a_folder_that_is_called_like_a_file_of_a_pack_is_left_out(tmp_path: Path) -> None:
    """Only files are read."""
    folder = write_pack(tmp_path, rule("koe/yksi"))
    (folder / "odd.yaml").mkdir()
    assert main(["pack", "check", str(folder)]) in (0, 1)


@pytest.fixture
def event() -> AbsenceEvent:
    absence = {"person": "a", "first": "2026-07-01", "last": "2026-07-02"}
    fields = {"kind": "recorded", "absence": absence, "by": "a", "at": "2026-01-01T00:00:00Z"}
    return AbsenceEvent.model_validate_json(json.dumps(fields))


def test_a_log_of_absences_goes_on_after_a_crash(tmp_path: Path, event: AbsenceEvent) -> None:
    """Half a line is dropped by the next entry, a line that only lacks its end is kept."""
    log = tmp_path / "absences.jsonl"
    append(log, event)
    with log.open("ab") as file:
        file.write(b'{"kind":"rec')
    append(log, event)
    assert read(log) == (event, event)

    log.write_bytes(log.read_bytes().rstrip(b"\n"))
    append(log, event)
    assert read(log) == (event, event, event)


@pytest.mark.parametrize("command", [["ask", QUESTION], ["chat"], ["absence"]])
def test_a_broken_log_of_absences_is_told(command: list[str], tmp_path: Path) -> None:
    """The message names the line; nothing is answered from half of the data."""
    city = tmp_path / "city.yaml"
    city.write_bytes((REPOSITORY / "deploy" / "city" / "city.yaml").read_bytes())
    (tmp_path / "absences.jsonl").write_text("{}\n{}\n")
    done = run(*command, "--city", str(tmp_path))
    assert done.returncode == 2
    assert b"absences.jsonl:1" in done.stderr

    (tmp_path / "absences.jsonl").unlink()
    (tmp_path / "absences.jsonl").mkdir()
    with pytest.raises(PackError):
        read(tmp_path / "absences.jsonl")


def test_nobody_stands_in_for_themselves(capsys: pytest.CaptureFixture[str]) -> None:
    """Who is away cannot be their own substitute."""
    city = str(REPOSITORY / "deploy" / "city")
    who = ["--by", "kaupunginjohtaja", "--substitute", "kaupunginjohtaja"]
    assert main(["absence", "1.7.", "--ui", "en", "--city", city, *who]) == 2
    assert "Somebody else" in capsys.readouterr().err


@pytest.mark.parametrize("post", ["[]", '{"foo": 1}', f'{{"id": "1", "text": ["{CODE}"]}}', "5"])
def test_a_post_without_labels_is_told_by_its_place(
    post: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`eval` names file and line and repeats nothing of the post."""
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(post + "\n")
    assert main(["eval", str(corpus)]) == 2
    said = capsys.readouterr().err
    assert "corpus.jsonl:1" in said
    assert CODE not in said

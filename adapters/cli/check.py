"""`somehelp check`: drafts in, what to mend out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from adapters.cli.session import Session, draft_options
from adapters.contract import (
    BadDraftError,
    Line,
    Options,
    draft_of,
    parse_line,
    report_fields,
    to_json,
)
from rules.check import UnknownRuleError
from rules.model import Report, Severity
from rules.yaml_file import PackError


def run(arguments: argparse.Namespace) -> int:
    """Check drafts; return 2 for bad input, 1 for a finding of level error, else 0."""
    session, options = Session.of(arguments), draft_options(arguments)
    try:
        session.checker(options.pack)
    except PackError as error:
        session.complain("error-pack")
        print(error, file=sys.stderr)
        return 2
    if arguments.format == "jsonl":
        return _run_stream(arguments.files, session, options)
    return _run_files(arguments, session, options)


def _run_stream(files: list[str], session: Session, options: Options) -> int:
    status = 0
    ignored: set[str] = set()
    for name in files or ["-"]:
        try:
            with _open(name) as stream:
                for answer, code in _answers(stream, session, options, ignored):
                    print(to_json(answer), flush=True)
                    status = max(status, code)
        except OSError as error:
            session.complain("error-unreadable", name, reason=error.strerror or "")
            status = 2
    return status


def _answers(
    lines: Iterable[bytes], session: Session, options: Options, ignored: set[str]
) -> Iterator[tuple[dict[str, Any], int]]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        id_: Any = None
        try:
            parsed, unknown = parse_line(line)
            id_ = parsed.id
            if unknown - ignored and not ignored:
                keys = ", ".join(sorted(map(repr, unknown)))
                session.complain("warning-unknown-keys", keys=keys)
            ignored |= unknown
            yield _answer(parsed, session, options)
        except BadDraftError as bad:
            said = session.texts.say(bad.key, **bad.values)
            error = {"line": number, "field": bad.field, "message": said}
            yield {"id": bad.id if bad.id is not None else id_, "error": error}, 2


def _answer(line: Line, session: Session, options: Options) -> tuple[dict[str, Any], int]:
    try:
        checker = session.checker(line.pack or options.pack)
    except PackError as error:
        raise BadDraftError("pack", "error-field", line.id, reason=error.problems[0].why) from None
    draft = draft_of(line, options, checker.directory)
    try:
        report = checker.check(draft)
    except UnknownRuleError as unknown:
        raise BadDraftError(f"rules.{unknown}", "error-unknown-rule", line.id) from None
    return report_fields(line.id, report, draft), _status(report)


def _run_files(arguments: argparse.Namespace, session: Session, options: Options) -> int:
    status = 0
    shown: list[dict[str, Any]] = []
    checker = session.checker(options.pack)
    for name in arguments.files or ["-"]:
        text = _read(name, session)
        if text is None:
            status = 2
            continue
        draft = draft_of(Line(text=text), options, checker.directory)
        report = checker.check(draft)
        status = max(status, _status(report))
        if arguments.format == "json":
            shown.append(report_fields(None if name == "-" else name, report, draft))
            continue
        from adapters.cli.render import show

        show(report, draft, checker.pack, session.texts, name if len(arguments.files) > 1 else None)
    if shown:
        print(to_json(shown[0] if len(shown) == 1 else shown, indent=2))
    return status


def _status(report: Report) -> int:
    return 1 if report.worst is Severity.ERROR else 0


def _open(name: str) -> IO[bytes]:
    return sys.stdin.buffer if name == "-" else Path(name).open("rb")


def _read(name: str, session: Session) -> str | None:
    """Return the draft in a file; where it is none, say why and return None."""
    where = "" if name == "-" else name
    try:
        with _open(name) as stream:
            text = stream.read().decode().removeprefix("\ufeff")
    except OSError as error:
        session.complain("error-unreadable", where, reason=error.strerror or "")
        return None
    except UnicodeDecodeError as error:
        session.complain("error-not-utf8", where, byte=error.start)
        return None
    return _checkable(text, where, session)


def _checkable(text: str, where: str, session: Session) -> str | None:
    from adapters.contract import LONGEST

    if not text.strip():
        session.complain("error-no-draft", where)
        return None
    if len(text) > LONGEST:
        session.complain("error-too-long", where, length=len(text), limit=LONGEST)
        return None
    return text

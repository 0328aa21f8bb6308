"""`somehelp check`: drafts in, what to mend out."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from adapters.cli.session import Session, draft_options
from adapters.cli.stream import opened, run_stream
from adapters.contract import (
    LONGEST,
    Line,
    Options,
    draft_of,
    parse_line,
    report_fields,
    to_json,
)
from adapters.json_line import BadLineError
from bot.texts import Texts
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
        return run_stream(
            arguments.files, session, parse_line, lambda line: _answer(line, session, options)
        )
    return _run_files(arguments, session, options)


def _answer(line: Line, session: Session, options: Options) -> tuple[dict[str, Any], int]:
    try:
        checker = session.checker(line.pack or options.pack)
    except PackError as error:
        raise BadLineError("pack", "error-field", line.id, reason=error.problems[0].why) from None
    draft = draft_of(line, options, checker.directory)
    try:
        report = checker.check(draft)
    except UnknownRuleError as unknown:
        raise BadLineError(f"rules.{unknown}", "error-unknown-rule", line.id) from None
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

        # One language throughout: the one asked for, else the draft's own.
        spoken = report.languages or (session.language,)
        language = options.language or spoken[0]
        show(
            report, draft, checker.pack, Texts(language), name if len(arguments.files) > 1 else None
        )
    if shown:
        print(to_json(shown[0] if len(shown) == 1 else shown, indent=2))
    return status


def _status(report: Report) -> int:
    return 1 if report.worst is Severity.ERROR else 0


def _read(name: str, session: Session) -> str | None:
    """Return the draft in a file; where it is none, say why and return None."""
    where = "" if name == "-" else name
    try:
        with opened(name) as stream:
            text = stream.read().decode().removeprefix("\ufeff")
    except OSError as error:
        session.complain("error-unreadable", where, reason=error.strerror or "")
        return None
    except UnicodeDecodeError as error:
        session.complain("error-not-utf8", where, byte=error.start)
        return None
    return _checkable(text, where, session)


def _checkable(text: str, where: str, session: Session) -> str | None:
    if not text.strip():
        session.complain("error-no-draft", where)
        return None
    if len(text) > LONGEST:
        session.complain("error-too-long", where, length=len(text), limit=LONGEST)
        return None
    return text

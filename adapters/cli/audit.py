"""`somehelp audit`: an archive of published posts, checked on all cores."""

from __future__ import annotations

import argparse
import csv
import math
import multiprocessing
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from adapters.archive import ArchiveError, Post, read_posts
from adapters.cli.session import Session, draft_options
from adapters.contract import Line, Options, draft_of, to_json
from rules.check import Checker
from rules.cities import example_city
from rules.load import load
from rules.model import Finding
from rules.yaml_file import PackError

_CHUNK = 64  # posts handed to a process at once

_COLUMNS = ("post", "month", "unit", "rule", "category", "severity", "start", "end")


class Found(NamedTuple):
    """What was found in one post: never its text, nor the words that were marked."""

    post: str
    month: str | None
    unit: str | None
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class _Summary:
    posts: int = 0
    flagged: int = 0
    by_rule: Counter[str] = field(default_factory=Counter)
    by_unit: Counter[str | None] = field(default_factory=Counter)
    by_month: Counter[str | None] = field(default_factory=Counter)


def run(arguments: argparse.Namespace) -> int:
    """Check every post; return 2 where a file could not be read, else 0."""
    session, options = Session.of(arguments), draft_options(arguments)
    try:
        load(options.pack)
        if not _may_write(arguments.out, arguments.files, session):
            return 2
        posts, status = _read_all(arguments.files, session)
        if not posts:
            return 2
        started = time.monotonic()
        summary = _audit(posts, options, arguments, session)
    except PackError as error:
        session.complain("error-pack")
        print(error, file=sys.stderr)
        return 2
    _show(summary, session, time.monotonic() - started)
    return status


def _may_write(out: str | None, files: Iterable[str], session: Session) -> bool:
    """Tell whether findings may go where they shall, before any post is checked."""
    if out is None:
        return True
    if Path(out).suffix.lower() not in (".csv", ".jsonl"):
        session.complain("audit-out-form", out)
        return False
    if Path(out).resolve() in {Path(name).resolve() for name in files}:
        session.complain("audit-out-same", out)
        return False
    try:
        Path(out).open("a").close()
    except OSError as error:
        session.complain("error-unwritable", out, reason=error.strerror or "")
        return False
    return True


def _read_all(files: Iterable[str], session: Session) -> tuple[list[Post], int]:
    posts: list[Post] = []
    status = 0
    for name in files:
        try:
            found, skipped = read_posts(Path(name).read_bytes())
        except (ArchiveError, OSError) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            session.complain("error-unreadable", name, reason=reason or "")
            status = 2
            continue
        if skipped:
            session.complain("audit-skipped", name, count=skipped)
        posts += found
    if not posts:
        session.complain("audit-none")
    return posts, status


def _audit(
    posts: list[Post], options: Options, arguments: argparse.Namespace, session: Session
) -> _Summary:
    summary = _Summary()
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with ExitStack() as stack:
        write = _findings_writer(arguments.out, stack)
        shown = Progress(
            *columns, TimeRemainingColumn(), console=console, disable=not console.is_terminal
        )
        progress = stack.enter_context(shown)
        results = _results(posts, options, arguments.jobs)
        said = session.texts.say("audit-progress")
        for found in progress.track(results, total=len(posts), description=said):
            _count(summary, found)
            for finding in found.findings:
                write(_row(found, finding))
    return summary


def _results(posts: list[Post], options: Options, jobs: int) -> Iterator[Found]:
    cores = os.cpu_count() or 1
    jobs = min(jobs or cores, 2 * cores, math.ceil(len(posts) / _CHUNK))
    if jobs == 1:
        _begin(options)
        yield from map(_check, posts)
        return
    context = multiprocessing.get_context("spawn")
    with context.Pool(jobs, _begin, (options,)) as pool:
        yield from pool.imap(_check, posts, chunksize=_CHUNK)


_worker: tuple[Checker, Options] | None = None  # one checker a process


def _begin(options: Options) -> None:
    global _worker  # noqa: PLW0603
    pack = load(options.pack)
    _worker = Checker(pack, example_city(pack.id)), options


def _check(post: Post) -> Found:
    if _worker is None:
        raise RuntimeError("the process was not begun")
    checker, options = _worker
    line = Line(text=post.text, unit=post.unit, account=post.account, channel=post.channel)
    draft = draft_of(line, options, checker.directory)
    findings = checker.check(draft).findings
    bare = tuple(f._replace(message="", replacements=()) for f in findings)
    return Found(post.id, post.month, draft.unit, bare)


def _count(summary: _Summary, found: Found) -> None:
    summary.posts += 1
    summary.flagged += bool(found.findings)
    for finding in found.findings:
        summary.by_rule[finding.rule] += 1
        summary.by_unit[found.unit] += 1
        summary.by_month[found.month] += 1


def _row(found: Found, f: Finding) -> tuple[str | int | None, ...]:
    where = (found.post, found.month, found.unit)
    return (*where, f.rule, f.category, f.severity.value, f.start, f.end)


def _findings_writer(name: str | None, stack: ExitStack) -> Callable[[tuple[Any, ...]], object]:
    """Write rows to CSV or JSON lines, by the file's name; to nothing without a name."""
    if name is None:
        return lambda _: None
    out = stack.enter_context(Path(name).open("w", encoding="utf-8", newline=""))  # noqa: SIM115
    if name.lower().endswith(".csv"):
        write = csv.writer(out).writerow
        write(_COLUMNS)
        return write
    return lambda row: out.write(to_json(dict(zip(_COLUMNS, row, strict=True))) + "\n")


def _show(summary: _Summary, session: Session, seconds: float) -> None:
    console, say = Console(highlight=False, markup=False), session.texts.say
    tables = (
        ("audit-by-rule", "audit-rule", summary.by_rule, ""),
        ("audit-by-unit", "audit-unit", summary.by_unit, say("audit-no-unit")),
        ("audit-by-month", "audit-month", summary.by_month, say("audit-no-month")),
    )
    for title, heading, counts, nothing in tables:
        table = Table(title=say(title), title_justify="left")
        table.add_column(say(heading))
        table.add_column(say("audit-count"), justify="right")
        table.add_column("")
        most = max(counts.values(), default=0)
        in_order = heading == "audit-month"
        rows = (
            sorted(counts.items(), key=lambda item: item[0] or "")
            if in_order
            else (counts.most_common())
        )
        for name, count in rows:
            table.add_row(name or nothing, str(count), "█" * max(1, round(20 * count / most)))
        console.print(table)
    values = {"posts": summary.posts, "flagged": summary.flagged}
    console.print(say("audit-summary", **values, seconds=f"{seconds:.1f}"))

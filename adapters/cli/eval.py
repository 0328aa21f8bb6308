"""`somehelp eval`: precision, recall and false alarms on labelled posts."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from adapters.cli import eval_questions
from adapters.cli.session import Session
from adapters.contract import Line, Options, draft_of
from rules import evaluate
from rules.evaluate import Score
from rules.yaml_file import PackError


def run(arguments: argparse.Namespace) -> int:
    """Print a table per kind of corpus; return 2 where nothing could be read."""
    session, console = Session.of(arguments), Console(highlight=False)
    try:
        posts = list(_posts(arguments.paths))
        session.checker(arguments.pack)
    except (OSError, ValueError) as error:
        print(error if isinstance(error, PackError) else f"eval: {error}", file=sys.stderr)
        return 2
    for kind in sorted({evaluate.kind_of(post) for post in posts}):
        of_kind = [post for post in posts if evaluate.kind_of(post) == kind]
        if kind == "questions":
            eval_questions.run(of_kind, console, misses=arguments.misses)
            continue
        score = _score(of_kind, kind, session, arguments.pack)
        _show(console, kind, score, len(of_kind))
        if arguments.misses:
            _show_misses(console, score, {post["id"]: post["text"] for post in of_kind})
    return 0


def _posts(paths: Iterable[str]) -> Iterator[Mapping[str, Any]]:
    for path in map(Path, paths):
        for file in sorted(path.rglob("*.jsonl")) if path.is_dir() else [path]:
            for number, line in enumerate(file.read_text("utf-8").split("\n"), 1):
                if line.strip():
                    yield _post(line, f"{file}:{number}")


def _post(line: str, where: str) -> Mapping[str, Any]:
    """Read a labelled post; an error names its place and never repeats its text."""
    try:
        post = json.loads(line)
        if evaluate.kind_of(post) != "questions":
            Line.model_validate(evaluate.draft_fields(post))
    except (AttributeError, LookupError, TypeError, ValueError):
        raise ValueError(f"{where}: not a labelled post; see tests/corpus/README.md") from None
    labelled: Mapping[str, Any] = post
    return labelled


def _score(posts: Iterable[Mapping[str, Any]], kind: str, session: Session, pack: str) -> Score:
    score = Score()
    for post in posts:
        line = Line.model_validate(evaluate.draft_fields(post))
        checker = session.checker(line.pack or pack)
        report = checker.check(draft_of(line, Options(pack=pack), checker.directory))
        evaluate.SCORERS[kind](post, report, score)
    return score


def _show(console: Console, kind: str, score: Score, count: int) -> None:
    languages = sorted({lang for _, lang in [*score.wanted, *score.given, *score.posts]})
    table = Table(title=f"{kind}: {count} posts", title_justify="left")
    for heading in ("language", "category", "found", "recall", "right", "precision"):
        table.add_column(
            heading, justify="left" if heading in ("language", "category") else "right"
        )
    for lang in languages:
        for category in sorted({c for c, x in [*score.wanted, *score.given] if x == lang}):
            _add_row(table, lang, category, score)
        precision, recall, both = evaluate.f1(score, lang)
        table.add_row(
            lang, f"all (F1 {both:.3f})", "", f"{recall:.3f}", "", f"{precision:.3f}",
            end_section=True, style="bold",
        )  # fmt: skip
    console.print(table)
    for (expect, lang), posts in sorted(score.posts.items()):
        alarmed = score.alarmed[expect, lang]
        console.print(f"  {lang} {expect}: alarmed {alarmed}/{posts} = {alarmed / posts:.3f}")
    if kind == "attribution":
        right, all_ = evaluate.totals(score.right), evaluate.totals(score.given)
        console.print(f"  verdicts right: {right}/{all_} = {evaluate.ratio(right, all_):.3f}")


def _add_row(table: Table, lang: str, category: str, score: Score) -> None:
    key = (category, lang)
    wanted, given = score.wanted[key], score.given[key]
    table.add_row(
        lang,
        category,
        f"{score.found[key]}/{wanted}" if wanted else "",
        f"{evaluate.ratio(score.found[key], wanted):.3f}" if wanted else "",
        f"{score.right[key]}/{given}" if given else "",
        f"{evaluate.ratio(score.right[key], given):.3f}" if given else "",
    )


def _show_misses(console: Console, score: Score, texts: Mapping[str, str]) -> None:
    for miss in score.misses:
        words = texts[miss.post][miss.span.start : miss.span.end]
        console.print(f"  {miss.kind} {miss.category} {words!r} in {miss.post}", markup=False)

"""The part of `somehelp eval` that measures answers to labelled questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rich.console import Console
from rich.table import Table

from rules.ask import Guide
from rules.evaluate import ratio
from rules.evaluate_questions import QuestionScore
from rules.load import load


def run(posts: Iterable[Mapping[str, Any]], console: Console, *, misses: bool) -> None:
    """Answer labelled questions and print how many were answered rightly, by language and style."""
    guides: dict[str, Guide] = {}
    score = QuestionScore()
    for post in posts:
        name = post["organisation"].replace("_", "-")
        guide = guides.get(name) or guides.setdefault(name, Guide(load(name)))
        answer = guide.ask(post["question"], post["audience"])
        score.add(post, answer, guide.pack.fallback.get(post["audience"]))
    console.print(_table(score))
    if misses:
        for wrong in score.wrong:
            post = wrong.question
            console.print(
                f"  {post['id']} {post['question']!r}: {post['scope']} {post['expected_topic']} "
                f"{post['expected_roles']}, got {wrong.scope} {wrong.topic} {list(wrong.roles)}",
                markup=False,
            )


def _table(score: QuestionScore) -> Table:
    table = Table(title=f"questions: {score.asked['all']}", title_justify="left")
    table.add_column("group")
    for heading in ("first role (in scope)", "section", "scope", "invented roles"):
        table.add_column(heading, justify="right")
    for group in sorted(score.asked, key=lambda name: (name == "all", len(name), name)):
        table.add_row(
            group,
            _share(score.role[group], score.answerable[group]),
            _share(score.section[group], score.cited[group]),
            _share(score.scope[group], score.asked[group]),
            str(score.invented[group]),
            style="bold" if group == "all" else "",
        )
    return table


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {ratio(part, whole):.3f}" if whole else ""

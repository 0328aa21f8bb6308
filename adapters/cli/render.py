"""A report for a human's terminal: the draft with its findings marked, then what to do."""

from __future__ import annotations

import sys

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from bot.texts import Texts
from rules.model import Draft, Finding, Report, Severity
from rules.pack import Pack

_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.SUGGESTION: "cyan"}
# Colour never stands alone: each severity has a sign of its own too.
_SIGN = {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.SUGGESTION: "●"}


def show(report: Report, draft: Draft, pack: Pack, texts: Texts, name: str | None = None) -> None:
    """Print a report to standard output."""
    console = Console(file=sys.stdout, highlight=False, emoji=False, markup=False)
    if name:
        console.print(Rule(Text(name), align="left"))
    draw(console, report, draft, pack, texts)


def draw(console: Console, report: Report, draft: Draft, pack: Pack, texts: Texts) -> None:
    """Print a report to a console."""
    console.print(Text(_verdict(report, texts), style="bold"))
    if not report.findings:
        return
    numbers = _numbers(report)
    console.print(Padding(_marked(report, draft, numbers), (1, 2), expand=False))
    for finding in report.findings:
        console.print(_explained(finding, draft, pack, texts, numbers[finding]))
    console.print(Text(texts.say("label-corrected"), style="bold"))
    fixed = report.fixed(draft).text
    if fixed == draft.text:
        console.print(
            Padding(Text(texts.say("corrected-same"), style="italic"), (0, 2, 1, 2), expand=False)
        )
    else:
        console.print(
            Padding(Text(_shown(fixed.rstrip()), style="green"), (0, 2, 1, 2), expand=False)
        )


def _verdict(report: Report, texts: Texts) -> str:
    if not report.findings:
        return "✔ " + texts.say("verdict-clean")
    worst = max(report.findings, key=lambda f: f.severity.rank).severity
    return f"{_SIGN[worst]} " + texts.say("verdict-found", count=len(report.findings))


def _numbers(report: Report) -> dict[Finding, int]:
    return {finding: number for number, finding in enumerate(report.findings, 1)}


def _marked(report: Report, draft: Draft, numbers: dict[Finding, int]) -> Text:
    """The draft with each finding in brackets, its sign and number behind it."""
    text, at = Text(), 0
    for finding in report.findings:
        if finding.end == finding.start or finding.start < at:
            continue
        text.append(_shown(draft.text[at : finding.start]))
        style = _STYLE[finding.severity]
        text.append(
            f"[{_shown(draft.text[finding.start : finding.end])}]", style=f"{style} underline"
        )
        text.append(f"{_SIGN[finding.severity]}{numbers[finding]}", style=style)
        at = finding.end
    text.append(_shown(draft.text[at:]))
    text.rstrip()  # the line end of a file is no empty line of the draft
    return text


def _shown(text: str) -> str:
    """The text without control characters, which a terminal would obey."""
    return "".join(c if c.isprintable() or c in "\n\t" else "�" for c in text)


def _explained(finding: Finding, draft: Draft, pack: Pack, texts: Texts, number: int) -> Group:
    style = _STYLE[finding.severity]
    where = _shown(draft.text[finding.start : finding.end]) or texts.say("label-whole")
    head = Text(f"{_SIGN[finding.severity]} {number}  ", style=style)
    head.append(f"{where}", style="bold")
    head.append(f"  ({texts.say(f'severity-{finding.severity}')})", style=style)
    lines: list[RenderableType] = [head, _line(_shown(finding.message))]
    lines.append(_line(finding.says, texts.say("label-why")))
    if finding.replacements:
        lines.append(_line(_shown(" / ".join(finding.replacements)), texts.say("label-instead")))
    lines.append(_line(_cited(finding, pack, texts), texts.say("label-source")))
    lines.append(_line(_asked(finding, pack, texts), texts.say("label-ask")))
    return Group(*lines, Text(""))


def _line(text: str, label: str | None = None) -> Padding:
    body = Text(text)
    if label:
        body = Text(f"{label}: ", style="dim")
        body.append(text, style="not dim")
    return Padding(body, (0, 0, 0, 5), expand=False)


def _cited(finding: Finding, pack: Pack, texts: Texts) -> str:
    document = pack.document(finding.source.document)
    title = document.title.get(texts.language) if document else finding.source.document
    quote = f" – “{finding.source.quote}”" if finding.source.quote else ""
    return (
        f"{title}, {finding.source.section} ({texts.say(f'basis-{finding.source.basis}')}){quote}"
    )


def _asked(finding: Finding, pack: Pack, texts: Texts) -> str:
    role = next((r for r in pack.roles if r.id == finding.owner), None)
    return role.label.get(texts.language) if role else texts.say("ask-nobody")

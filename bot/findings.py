"""A report as a person reads it: numbered places, the same advice said once, the gravest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from bot.card import Part
from bot.masking import masked
from rules.model import Finding, Report, Severity

MOST_MARKED = 60
"""Findings that are marked in a text; beyond that, marks hide the text."""


class Group(NamedTuple):
    """What one rule found: its findings with their numbers, in the order of the draft."""

    rule: str
    numbered: tuple[tuple[int, Finding], ...]

    @property
    def first(self) -> Finding:
        """The finding that speaks for the group."""
        return self.numbered[0][1]

    @property
    def severity(self) -> Severity:
        """How grave the findings of the group are."""
        return self.first.severity


def groups(report: Report) -> tuple[Group, ...]:
    """Return the findings by rule, the gravest first, else in the order of the draft."""
    by_rule: dict[str, list[tuple[int, Finding]]] = {}
    for number, finding in enumerate(report.findings, 1):
        by_rule.setdefault(finding.rule, []).append((number, finding))
    found = [Group(rule, tuple(numbered)) for rule, numbered in by_rule.items()]
    return tuple(sorted(found, key=lambda g: (-g.severity.rank, g.numbered[0][0])))


def message(finding: Finding, text: str, report: Report) -> str:
    """Return a finding's message with no masked value in it."""
    said = finding.message
    for other in report.findings:
        value = text[other.start : other.end]
        shown = masked(value, other)
        if shown != value and value in said:
            said = said.replace(value, shown)
    return said


def parts(report: Report, text: str) -> tuple[Part, ...]:
    """Return the text with its findings in place, the worst values masked.

    At most `MOST_MARKED` findings are marked, the gravest first; what is masked is masked always.
    """
    numbered = tuple(enumerate(report.findings, 1))
    kept = sorted(numbered, key=lambda each: (-each[1].severity.rank, each[0]))[:MOST_MARKED]
    marked = {number for number, _ in kept}
    joined: list[Part] = []
    for part in _pieces(numbered, marked, text):
        last = joined[-1] if joined else None
        if last and last.number == part.number:
            joined[-1] = last._replace(text=last.text + part.text)
        elif part.text:
            joined.append(part)
    return tuple(joined)


def _pieces(numbered: Sequence[tuple[int, Finding]], marked: set[int], text: str) -> Iterator[Part]:
    """Cut the text where a finding begins or ends; each piece is its gravest finding's."""
    placed = sorted(
        (each for each in numbered if each[1].end > each[1].start), key=lambda e: e[1].start
    )
    edges = sorted({0, len(text), *(edge for _, f in placed for edge in f.span)})
    upcoming, over = 0, list[tuple[int, Finding]]()
    for start, end in pairwise(edges):
        while upcoming < len(placed) and placed[upcoming][1].start <= start:
            over.append(placed[upcoming])
            upcoming += 1
        over = [each for each in over if each[1].end > start]
        yield _piece(start, end, over, marked, text)


def _piece(
    start: int, end: int, over: Sequence[tuple[int, Finding]], marked: set[int], text: str
) -> Part:
    shown = text[start:end]
    for _, finding in over:
        whole = masked(text[finding.start : finding.end], finding)
        if whole != text[finding.start : finding.end]:
            # A value that another finding cuts in two shows nothing of its rest.
            shown = whole if finding.start == start else ""
            break
    seen = [each for each in over if each[0] in marked]
    if not seen:
        return Part(shown)
    number, worst = min(seen, key=lambda e: (-e[1].severity.rank, e[1].end - e[1].start))
    return Part(shown, worst.severity, number)

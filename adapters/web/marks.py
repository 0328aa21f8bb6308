"""A report as the page shows it: stretches to underline, advice by rule, the corrected text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from bot.findings import Group, groups
from rules.model import Draft, Finding, Report, Severity

MOST_ADVICE = 40
"""Pieces of advice that are listed at once; the rest show as these are mended."""

_MOST_SHOWN = 6
_LONGEST_WORDS = 60


class Stretch(NamedTuple):
    """A part of the text: plain where `severity` is None, else of the advice with that number."""

    start: int
    end: int
    severity: Severity | None
    number: int


class Advice(NamedTuple):
    """What one rule says of one or more places.

    `words` are the places as they are written, shortened; `others` counts those not shown; empty
    for the post as a whole. `replaced` is what the first place could say instead.
    """

    number: int
    group: Group
    words: tuple[str, ...]
    others: int
    said: tuple[str, ...]

    @property
    def first(self) -> Finding:
        """The finding that speaks for the group."""
        return self.group.first

    @property
    def replaced(self) -> tuple[str, ...]:
        """What could stand in the place, where there is one place only."""
        alone = len(self.group.numbered) == 1 and self.first.end > self.first.start
        return self.first.replacements[:3] if alone else ()


class Corrected(NamedTuple):
    """A part of the corrected text, and whether it is new."""

    text: str
    new: bool


def advice(report: Report, draft: Draft) -> tuple[Advice, ...]:
    """Return what the rules say, the gravest first, numbered in that order."""
    return tuple(_advice(number, g, draft) for number, g in enumerate(groups(report), 1))


def _advice(number: int, group: Group, draft: Draft) -> Advice:
    findings = [finding for _, finding in group.numbered]
    words = dict.fromkeys(
        _shortened(draft.text[f.start : f.end]) for f in findings if f.end > f.start
    )
    said = dict.fromkeys(finding.message for finding in findings)
    shown = tuple(words)[:_MOST_SHOWN]
    return Advice(number, group, shown, len(words) - len(shown), tuple(said)[:_MOST_SHOWN])


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST_WORDS else words[: _LONGEST_WORDS - 1] + "…"


def stretches(found: Sequence[Advice], length: int) -> Iterator[Stretch]:
    """Cut a text of `length` where findings begin or end; each part is its gravest finding's."""
    placed = sorted(
        (f.start, f.end, a.number, f.severity)
        for a in found
        for _, f in a.group.numbered
        if f.end > f.start
    )
    edges = sorted({0, length, *(edge for start, end, *_ in placed for edge in (start, end))})
    coming, over = 0, list[tuple[int, int, int, Severity]]()
    for start, end in pairwise(edges):
        while coming < len(placed) and placed[coming][0] <= start:
            over.append(placed[coming])
            coming += 1
        over = [each for each in over if each[1] > start]
        if over:
            *_, number, severity = min(over, key=lambda e: (-e[3].rank, e[1] - e[0], e[2]))
            yield Stretch(start, end, severity, number)
        else:
            yield Stretch(start, end, None, 0)


def corrected(report: Report, draft: Draft) -> tuple[Corrected, ...]:
    """Return the corrected text in parts, what is new apart from what was there."""
    parts, at = list[Corrected](), 0
    for finding in report.applied:
        parts.append(Corrected(draft.text[at : finding.start], new=False))
        parts.append(Corrected(finding.replacements[0], new=True))
        at = finding.end
    parts.append(Corrected(draft.text[at:], new=False))
    return tuple(part for part in parts if part.text)


def in_utf16(text: str) -> Callable[[int], int]:
    """Return what turns a code point's offset into the offset that a browser counts."""
    wide = [index for index, letter in enumerate(text) if letter > "\uffff"]
    return lambda offset: offset + bisect_right(wide, offset - 1)

"""What checks tell about a city's communication, and never about a person.

Cells with fewer than five checks behind them and units with fewer than three writers are merged or
hidden, so that no figure can be led back to somebody, also not by subtracting what is shown.
The store cannot tell whether one person wrote for several units: writers of merged units are added.
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from bot.ports import Count

FEWEST_CHECKS = 5
FEWEST_WRITERS = 3

MERGED = "*"
"""What stands for subjects or units that are merged; no id looks like that."""

Cell = int | None
"""A figure; None where it is too small to be shown."""


class Line(NamedTuple):
    """A subject (a rule, a topic, the units of a group) with its figures."""

    subject: str
    cells: tuple[Cell, ...]


class Grid(NamedTuple):
    """Figures by unit and month; a month is its first day."""

    months: tuple[datetime.date, ...]
    lines: tuple[Line, ...]


class Seen(NamedTuple):
    """An account and the week of its last check; None if never, `few` if too few to say when."""

    account: str
    week: datetime.date | None
    few: bool


def weeks(counts: Iterable[Count], until: datetime.date) -> tuple[tuple[datetime.date, Cell], ...]:
    """Return the checks of the whole city by week, from the first week with any."""
    by_week = Counter[datetime.date]()
    for count in counts:
        if count.kind == "check":
            by_week[count.week] += count.times
    if not by_week:
        return ()
    first = min(by_week)
    number = (until - first).days // 7 + 1
    mondays = (first + datetime.timedelta(weeks=n) for n in range(number))
    return tuple((monday, _shown(by_week[monday])) for monday in mondays)


def by_subject(counts: Iterable[Count], kind: str) -> tuple[Line, ...]:
    """Return a kind's counts in the whole city by subject, the largest first; small ones merged."""
    sums = Counter[str]()
    for count in counts:
        if count.kind == kind:
            sums[count.subject] += count.times
    large = [Line(s, (n,)) for s, n in sums.most_common() if n >= FEWEST_CHECKS]
    small = [n for n in sums.values() if n < FEWEST_CHECKS]
    if not small:
        return tuple(large)
    # A sum of one is that one.
    return (*large, Line(MERGED, (_shown(sum(small)) if len(small) > 1 else None,)))


def overrides(counts: Sequence[Count]) -> tuple[Line, ...]:
    """Return for each rule its overrides and its findings, the most overridden first."""
    given, found = Counter[str](), Counter[str]()
    for count in counts:
        if count.kind == "override":
            given[count.subject] += count.times
        elif count.kind == "finding":
            found[count.subject] += count.times
    return tuple(
        Line(rule, (_shown(times), _shown(found[rule]))) for rule, times in given.most_common()
    )


def by_unit(counts: Sequence[Count], writers: Mapping[str, int]) -> Grid:
    """Return the findings by unit and month; a line's subject is a unit's id or `MERGED`."""
    checks, findings = Counter[tuple[str, datetime.date]](), Counter[tuple[str, datetime.date]]()
    for count in counts:
        if count.kind in ("check", "finding"):
            cells = checks if count.kind == "check" else findings
            cells[count.unit, count.week.replace(day=1)] += count.times
    months = tuple(sorted({month for _, month in checks}))
    totals = Counter[str]()
    for (unit, _), times in checks.items():
        totals[unit] += times
    lines = {}
    for name, units in groups(totals, writers).items():
        row = [sum(findings[unit, month] for unit in units) for month in months]
        behind = [sum(checks[unit, month] for unit in units) for month in months]
        safe = _is_safe(units, totals, writers)
        lines[name] = [
            None if not safe or 0 < b < FEWEST_CHECKS else n
            for n, b in zip(row, behind, strict=True)
        ]
    _hide_what_can_be_subtracted(lines, len(months))
    return Grid(months, tuple(Line(name, tuple(row)) for name, row in lines.items()))


def groups(checks: Mapping[str, int], writers: Mapping[str, int]) -> dict[str, tuple[str, ...]]:
    """Return which units are shown by themselves, the largest first, and which are merged.

    As many of the smallest units as it takes are merged, until the merged ones are at least two,
    and safe together: a single one, or a small rest, could be had by subtraction.
    """
    ordered = sorted(checks, key=lambda unit: (-checks[unit], unit))
    own = [unit for unit in ordered if _is_safe([unit], checks, writers)]
    merged = [unit for unit in ordered if unit not in own]
    while merged and own and (len(merged) < 2 or not _is_safe(merged, checks, writers)):
        merged.append(own.pop())
    shown: dict[str, tuple[str, ...]] = {unit: (unit,) for unit in own}
    return {**shown, MERGED: tuple(merged)} if merged else shown


def accounts(
    counts: Iterable[Count], registered: Iterable[str], writers: Mapping[str, int]
) -> tuple[Seen, ...]:
    """Return the accounts, those never checked first, then those longest ago."""
    last: dict[str, datetime.date] = {}
    checks, unit_of = Counter[str](), defaultdict[str, set[str]](set)
    for count in counts:
        if count.kind == "account":
            last[count.subject] = max(count.week, last.get(count.subject, count.week))
            checks[count.subject] += count.times
            unit_of[count.subject].add(count.unit)
    seen = []
    for account in dict.fromkeys([*registered, *last]):
        safe = checks[account] >= FEWEST_CHECKS and _writers(unit_of[account], writers) >= (
            FEWEST_WRITERS
        )
        few = account in last and not safe
        seen.append(Seen(account, last.get(account) if safe else None, few))
    return tuple(sorted(seen, key=lambda s: (s.few, s.week or datetime.date.min, s.account)))


def _shown(number: int) -> Cell:
    return None if 0 < number < FEWEST_CHECKS else number


def _is_safe(units: Sequence[str], checks: Mapping[str, int], writers: Mapping[str, int]) -> bool:
    enough = sum(checks[unit] for unit in units) >= FEWEST_CHECKS
    return enough and _writers(units, writers) >= FEWEST_WRITERS


def _writers(units: Iterable[str], writers: Mapping[str, int]) -> int:
    return sum(writers.get(unit, 0) for unit in units)


def _hide_what_can_be_subtracted(lines: Mapping[str, list[Cell]], columns: int) -> None:
    """Where one cell of a month alone is hidden, hide the smallest other one, too."""
    for column in range(columns):
        hidden = [name for name, row in lines.items() if row[column] is None]
        open_cells = [(row[column] or 0, name) for name, row in lines.items() if row[column]]
        if len(hidden) == 1 and open_cells:
            lines[min(open_cells)[1]][column] = None

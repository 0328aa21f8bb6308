"""Insights: figures of the last year as plots with their tables, and as CSV; never of a person."""

from __future__ import annotations

import asyncio
import csv
import datetime
import io
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import NamedTuple

from aiohttp import web
from markupsafe import Markup

from adapters.web.visit import Visit
from bot.insights import MERGED, Cell, accounts, by_subject, by_unit, overrides, weeks
from bot.ports import Count
from rules.ask import OUT_OF_SCOPE
from rules.pack import Pack

_LASTS = datetime.timedelta(weeks=52)
_MOST_BARS = 12

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Insight(NamedTuple):
    """One table, and what its bars are called and how long they are; None is too few to tell."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    bars: tuple[tuple[str, Cell], ...] = ()
    upright: bool = False
    note: str = ""


class Drawn(NamedTuple):
    """An insight with its plot."""

    insight: Insight
    title: str
    plot: Markup | None


async def show(visit: Visit) -> web.Response:
    """Show all insights."""
    found = await _insights(visit)
    drawn = await asyncio.to_thread(_draw, visit, [each for each in found if each.rows])
    return visit.page("insights.html", "insights", drawn=drawn)


async def table(visit: Visit) -> web.Response:
    """Send one table as CSV, with the very cells that the page shows."""
    wanted = visit.request.match_info["table"]
    found = next((each for each in await _insights(visit) if each.name == wanted), None)
    if found is None:
        return visit.sorry("web-not-found", HTTPStatus.NOT_FOUND)
    lines = io.StringIO()
    csv.writer(lines).writerows(
        [_harmless(cell) for cell in row] for row in (found.columns, *found.rows)
    )
    # The mark at the beginning tells spreadsheets that it is UTF-8.
    response = web.Response(body=("\ufeff" + lines.getvalue()).encode(), content_type="text/csv")
    response.charset = "utf-8"
    response.headers["Content-Disposition"] = f'attachment; filename="somehelp-{wanted}.csv"'
    return response


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


async def _insights(visit: Visit) -> tuple[Insight, ...]:
    today = visit.today
    monday = today - datetime.timedelta(days=today.weekday())
    counts = await visit.site.store.tallies(monday - _LASTS)
    writers = await visit.site.store.writers(monday - _LASTS)
    return tuple(_Told(visit).all(counts, writers, monday))


class _Told:
    """The insights in the words of one reader."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit
        self._say = visit.texts.say
        self._pack: Pack = visit.site.desk.checker(visit.site.pack).pack

    def all(
        self, counts: Sequence[Count], writers: Mapping[str, int], monday: datetime.date
    ) -> Sequence[Insight]:
        return (
            self._weeks(counts, monday),
            self._subjects("rules", counts, "finding"),
            self._units(counts, writers),
            self._overrides(counts),
            self._subjects("silences", counts, "silence"),
            self._accounts(counts, writers),
        )

    def _weeks(self, counts: Sequence[Count], monday: datetime.date) -> Insight:
        found = weeks(counts, monday)
        return Insight(
            "weeks",
            (self._say("web-insights-week"), self._say("web-insights-checks")),
            tuple((week.isoformat(), self._cell(cell)) for week, cell in reversed(found)),
            tuple((_short(week), cell) for week, cell in found),
            upright=True,
        )

    def _subjects(self, name: str, counts: Sequence[Count], kind: str) -> Insight:
        found = by_subject(counts, kind)
        what = ("rule", "findings") if kind == "finding" else ("topic", "questions")
        rows = tuple((self._subject(line.subject), self._cell(line.cells[0])) for line in found)
        return Insight(
            name,
            tuple(self._say(f"web-insights-{each}") for each in what),
            rows,
            tuple((_cut(row[0]), line.cells[0]) for row, line in zip(rows, found, strict=True))[
                :_MOST_BARS
            ],
            note=self._say("web-insights-silent") if name == "silences" else "",
        )

    def _units(self, counts: Sequence[Count], writers: Mapping[str, int]) -> Insight:
        grid = by_unit(counts, writers)
        months = tuple(f"{month.month}/{month.year}" for month in grid.months)
        rows = tuple(
            (self._unit(line.subject), *map(self._cell, line.cells)) for line in grid.lines
        )
        return Insight("units", (self._say("web-insights-unit"), *months), rows)

    def _overrides(self, counts: Sequence[Count]) -> Insight:
        found = overrides(counts)
        rows = []
        for line in found:
            given, findings = line.cells
            rate = f"{given / findings:.0%}" if given and findings else "–"
            rows.append(
                (self._subject(line.subject), self._cell(given), self._cell(findings), rate)
            )
        heads = ("rule", "given", "findings", "rate")
        return Insight(
            "overrides",
            tuple(self._say(f"web-insights-{head}") for head in heads),
            tuple(rows),
            tuple((_cut(row[0]), line.cells[0]) for row, line in zip(rows, found, strict=True))[
                :_MOST_BARS
            ],
            note=self._say("web-insights-cries"),
        )

    def _accounts(self, counts: Sequence[Count], writers: Mapping[str, int]) -> Insight:
        registered = [account.id for account in self._visit.city.accounts]
        rows = []
        for seen in accounts(counts, registered, writers):
            when = seen.week.isoformat() if seen.week else self._say("web-insights-never")
            rows.append((seen.account, self._say("web-insights-few") if seen.few else when))
        heads = (self._say("web-insights-account"), self._say("web-insights-last"))
        return Insight("accounts", heads, tuple(rows))

    def _cell(self, cell: Cell) -> str:
        return self._say("web-insights-few") if cell is None else str(cell)

    def _unit(self, name: str) -> str:
        if name == MERGED:
            return self._say("web-insights-merged")
        unit = self._visit.city.unit(name)
        return (
            unit.name.get(self._visit.language)
            if unit
            else (name or self._say("web-insights-no-unit"))
        )

    def _subject(self, name: str) -> str:
        """Return what a rule or topic is about, in words."""
        if name == MERGED:
            return self._say("web-insights-merged")
        language = self._visit.language
        if rule := self._pack.rule(name):
            return rule.says.get(language)
        if name == OUT_OF_SCOPE:
            return self._say("web-insights-out")
        topic = next((each for each in self._pack.topics if each.name == name), None)
        return topic.title.get(language) if topic else name


def _draw(visit: Visit, found: Sequence[Insight]) -> list[Drawn]:
    from adapters.web.plots import bars

    drawn = []
    for each in found:
        title = visit.texts.say(f"web-insights-{each.name}")
        plot = None
        if each.bars:
            told = visit.texts.say("web-insights-plot", title=title)
            plot = bars(title, told, each.bars, each.name, upright=each.upright)
        drawn.append(Drawn(each, title, plot))
    return drawn


def _short(day: datetime.date) -> str:
    return f"{day.day}.{day.month}."


def _cut(words: str) -> str:
    return words if len(words) <= 48 else words[:47] + "…"

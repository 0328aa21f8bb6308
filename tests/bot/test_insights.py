"""Insights tell of a city, never of a person: not in a cell, and not by subtraction."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.insights import (
    FEWEST_CHECKS,
    FEWEST_WRITERS,
    MERGED,
    accounts,
    by_subject,
    by_unit,
    groups,
    overrides,
    weeks,
)
from bot.ports import Count

MONDAY = datetime.date(2026, 6, 1)


def week(number: int) -> datetime.date:
    return MONDAY + datetime.timedelta(weeks=number)


def checks(unit: str, times: int, number: int = 0) -> Count:
    return Count(week(number), "check", unit=unit, times=times)


def found(unit: str, times: int, number: int = 0) -> Count:
    return Count(week(number), "finding", "plain-fi/word", unit, times)


def test_a_week_with_few_checks_shows_no_number() -> None:
    """Four checks in a week are somebody's checks; five are the city's, none are nobody's."""
    counts = [checks("a", 4, 0), checks("a", 5, 1), checks("a", 9, 3)]

    assert [cell for _, cell in weeks(counts, week(3))] == [None, 5, 0, 9]


def test_weeks_of_all_units_are_one_figure() -> None:
    """Three checks here and three there are six of the city."""
    assert weeks([checks("a", 3), checks("b", 3)], MONDAY) == ((MONDAY, 6),)


def test_rare_rules_are_merged() -> None:
    """Rules that spoke less than five times stand in one line; a single one shows no number."""
    counts = [
        Count(MONDAY, "finding", "often", "a", 9),
        Count(MONDAY, "finding", "rare", "a", 3),
        Count(MONDAY, "finding", "seldom", "b", 4),
    ]

    assert by_subject(counts, "finding") == (("often", (9,)), (MERGED, (7,)))
    assert by_subject(counts[:2], "finding") == (("often", (9,)), (MERGED, (None,)))


def test_overrides_stand_beside_the_findings() -> None:
    """A rule that is often overridden is told with how often it spoke; few are not counted out."""
    counts = [
        Count(MONDAY, "override", "wolf", "a", 8),
        Count(MONDAY, "override", "sheep", "a", 2),
        Count(MONDAY, "finding", "wolf", "a", 10),
        Count(MONDAY, "finding", "sheep", "a", 50),
    ]

    assert overrides(counts) == (("wolf", (8, 10)), ("sheep", (None, 50)))


def test_a_unit_of_two_writers_is_merged() -> None:
    """Two people are no crowd: their unit stands with others, and never alone."""
    grid = by_unit(
        [checks("big", 30), found("big", 9), checks("pair", 8), found("pair", 4),
         checks("one", 7), found("one", 3)],
        {"big": 6, "pair": 2, "one": 1},
    )  # fmt: skip

    assert grid.lines == (("big", (9,)), (MERGED, (7,)))


def test_a_single_small_unit_takes_another_one_along() -> None:
    """What is merged is never one unit alone: it could be had by subtraction."""
    shown = groups({"big": 30, "middle": 9, "small": 3}, {"big": 5, "middle": 4, "small": 1})

    assert shown == {"big": ("big",), MERGED: ("small", "middle")}


def test_a_city_of_two_writers_shows_nothing_by_unit() -> None:
    """Where there is nobody to merge with, nothing is shown."""
    grid = by_unit([checks("a", 30), found("a", 9)], {"a": 2})

    assert grid.lines == ((MERGED, (None,)),)


def test_a_month_with_few_checks_is_hidden_and_cannot_be_subtracted() -> None:
    """A hidden cell is never the only one of its month."""
    counts = [
        checks("a", 30), found("a", 9), checks("b", 20), found("b", 8), checks("c", 10),
        found("c", 7), checks("a", 20, 5), found("a", 6, 5), checks("b", 2, 5), found("b", 2, 5),
        checks("c", 12, 5), found("c", 5, 5),
    ]  # fmt: skip
    grid = by_unit(counts, {"a": 4, "b": 4, "c": 4})

    assert grid.months == (datetime.date(2026, 6, 1), datetime.date(2026, 7, 1))
    assert grid.lines == (("a", (9, 6)), ("b", (8, None)), ("c", (7, None)))


def test_accounts_come_by_their_last_check() -> None:
    """Never checked first, then longest ago; of a single person's account the week is not told."""
    counts = [
        Count(week(1), "account", "old", "big", 9),
        Count(week(4), "account", "new", "big", 9),
        Count(week(4), "account", "own", "one", 9),
        Count(week(4), "account", "rare", "big", 2),
    ]
    seen = accounts(counts, ["new", "never", "old", "own", "rare"], {"big": 5, "one": 1})

    assert [(s.account, s.week, s.few) for s in seen] == [
        ("never", None, False),
        ("old", week(1), False),
        ("new", week(4), False),
        ("own", None, True),
        ("rare", None, True),
    ]


UNITS = st.sampled_from(["", "a", "b", "c", "d", "e"])
COUNTS = st.lists(
    st.builds(
        Count,
        week=st.integers(0, 12).map(week),
        kind=st.sampled_from(["check", "finding"]),
        subject=st.just(""),
        unit=UNITS,
        times=st.integers(1, 20),
    ),
    max_size=60,
)


@given(COUNTS, st.dictionaries(UNITS, st.integers(0, 6)))
def test_no_figure_by_unit_is_of_few(counts: list[Count], writers: dict[str, int]) -> None:
    """Whatever was counted, each shown figure has five checks and three writers behind it."""
    grid = by_unit(counts, writers)
    totals: dict[str, int] = {}
    for count in counts:
        if count.kind == "check":
            totals[count.unit] = totals.get(count.unit, 0) + count.times
    members = groups(totals, writers)
    for line in grid.lines:
        units = members[line.subject]
        assert line.subject != MERGED or len(units) > 1 or line.cells == (None,) * len(grid.months)
        for month, cell in zip(grid.months, line.cells, strict=True):
            behind = sum(
                c.times
                for c in counts
                if c.kind == "check" and c.unit in units and c.week.replace(day=1) == month
            )
            if cell is not None and behind:
                assert behind >= FEWEST_CHECKS
                assert sum(writers.get(unit, 0) for unit in units) >= FEWEST_WRITERS


@given(COUNTS, st.dictionaries(UNITS, st.integers(0, 6)))
def test_every_unit_stands_in_one_line(counts: list[Count], writers: dict[str, int]) -> None:
    """No unit is lost, and none is counted twice."""
    totals = {c.unit: 1 for c in counts if c.kind == "check"}
    shown = [unit for units in groups(totals, writers).values() for unit in units]

    assert sorted(shown) == sorted(totals)

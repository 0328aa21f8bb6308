"""Counts, and the number of people they come from, on both databases."""

from __future__ import annotations

import asyncio
import datetime

import sqlalchemy as sa

from adapters.store import SqlStore, open_store
from adapters.store.tables import MARKS, WEEKS
from bot.ports import Count
from tests.adapters.store.conftest import tables

_EARLIER, _WEEK = datetime.date(2026, 3, 2), datetime.date(2026, 3, 9)


async def test_counts_add_up(store: SqlStore) -> None:
    """Counts of one week, kind, subject and unit add up; others stay apart."""
    check = Count(_WEEK, "check", unit="kirjasto")
    await store.tally([check, check, Count(_WEEK, "finding", "tone/caps", "kirjasto", 3)])
    await store.tally([check, Count(_EARLIER, "check")])
    await store.tally([])

    assert await store.tallies(_EARLIER) == (
        Count(_EARLIER, "check"),
        Count(_WEEK, "check", unit="kirjasto", times=3),
        Count(_WEEK, "finding", "tone/caps", "kirjasto", 3),
    )
    assert (await store.tallies(_WEEK))[0].week == _WEEK


async def test_no_count_is_lost_between_instances(url: str, store: SqlStore) -> None:
    """Forty tallies at once from two instances, in any order of subjects, are all counted."""
    other = await open_store(url)
    counts = [Count(_WEEK, "finding", f"rule/{number}") for number in range(5)]

    await asyncio.gather(
        *(one.tally(counts) for one in [store] * 20),
        *(one.tally(counts[::-1]) for one in [other] * 20),
    )
    await other.close()

    assert [count.times for count in await store.tallies(_WEEK)] == [40] * 5


async def test_writers_are_counted_once_a_week(store: SqlStore) -> None:
    """A unit has as many writers as different people in its busiest week."""
    for week, writers in {_EARLIER: "abca", _WEEK: "ab"}.items():
        for writer in writers:
            await store.tally([Count(week, "check", unit="kirjasto")], writer=f"slack:{writer}")
    await store.tally([Count(_WEEK, "check", unit="koulut")], writer="slack:a")
    await store.tally([Count(_WEEK, "check", unit="museo")])

    assert await store.writers(_EARLIER) == {"kirjasto": 3, "koulut": 1}
    assert await store.writers(_WEEK) == {"kirjasto": 2, "koulut": 1}


async def test_a_mark_tells_nobody_who_wrote(url: str, store: SqlStore) -> None:
    """Two marks of one person are never alike: not in two units, not in two weeks."""
    for week, unit in ((_EARLIER, "kirjasto"), (_WEEK, "kirjasto"), (_WEEK, "koulut")):
        await store.tally([Count(week, "check", unit=unit)], writer="slack:U1")

    with tables(url) as db:
        marks = set(db.execute(sa.select(MARKS.c.mark)).scalars())

    assert len(marks) == 3
    assert not any("U1" in mark for mark in marks)


async def test_when_a_week_is_over_its_secret_goes(url: str, store: SqlStore) -> None:
    """After the week nobody can be led back to, and nobody is counted a second time either."""
    await store.tally([Count(_EARLIER, "check", unit="kirjasto")], writer="slack:U1")
    today = (await store.now()).date()
    await store.tally([Count(today, "check", unit="kirjasto")], writer="slack:U1")

    with tables(url) as db:
        secrets = dict(db.execute(sa.select(WEEKS.c.week, WEEKS.c.secret)).all())
    await store.tally([Count(_EARLIER, "check", unit="kirjasto")], writer="slack:U2")

    assert secrets[_EARLIER] is None
    assert secrets[today] is not None
    assert await store.writers(_EARLIER) == {"kirjasto": 1}
    assert (await store.tallies(_EARLIER))[0].times == 2

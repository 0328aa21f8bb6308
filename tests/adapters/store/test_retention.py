"""What is forgotten and when, on both databases."""

from __future__ import annotations

import datetime

import pytest
import sqlalchemy as sa

from adapters.store import KEPT, SqlStore
from adapters.store import retention as rules
from adapters.store.tables import EVENTS, LEASES, TALLIES, micros
from bot.ports import Count
from tests.adapters.store.conftest import tables

_DAY = datetime.timedelta(days=1)
_YEAR = datetime.timedelta(days=365)


def _pass(url: str, time: datetime.timedelta) -> None:
    """Let time pass: everything that is stored becomes older."""
    with tables(url) as db:
        for column in (EVENTS.c.at, LEASES.c.until):
            older = sa.type_coerce(column, sa.BigInteger) - sa.literal(micros(time), sa.BigInteger)
            db.execute(sa.update(column.table).values({column: older}))


async def test_each_kind_is_kept_for_its_time(url: str, store: SqlStore) -> None:
    """After three years a person who stayed away is forgotten, and a crisis is not."""
    for stream in ("crisis/1", "person/slack:U1", "person/slack:U2", "personal"):
        await store.append(stream, [{}], 0)
    await store.claim("slack:Ev1", "a", _DAY)
    _pass(url, 3 * _YEAR)
    await store.append("person/slack:U2", [{}], 1)
    await store.claim("slack:Ev2", "a", _DAY)

    gone = await store.forget(KEPT)

    assert {kind: count for kind, count in gone.items() if count} == {"person": 1, "lease": 1}
    left = [head.stream for head in await store.streams("")]
    assert left == ["crisis/1", "person/slack:U2", "personal"]
    assert await store.read("person/slack:U1") == ()
    assert await store.forget(KEPT) == dict.fromkeys(KEPT, 0)


async def test_what_is_still_due_is_never_forgotten(url: str, store: SqlStore) -> None:
    """A crisis that was never stood down is kept, however old."""
    await store.append("crisis/open", [{}], 0, due=await store.now())
    await store.append("crisis/over", [{}], 0)
    _pass(url, 10 * _YEAR)

    await store.forget(KEPT)

    assert [head.stream for head in await store.streams("")] == ["crisis/open"]


async def test_a_log_loses_single_entries(url: str, store: SqlStore) -> None:
    """An absence is kept for a year after its last day, however long ago it was entered."""
    today = (await store.now()).date()
    past, coming = (today - 2 * _YEAR).isoformat(), (today + _YEAR).isoformat()
    entries = [
        {"kind": "recorded", "absence": {"person": "a", "first": past, "last": past}},
        {"kind": "recorded", "absence": {"person": "b", "first": past, "last": coming}},
    ]
    await store.append("absences", entries, 0)
    _pass(url, 2 * _YEAR)
    await store.append("absences", [entries[0]], 2)

    assert (await store.forget(KEPT))["absences"] == 1

    assert [event.version for event in await store.read("absences")] == [2, 3]


async def test_a_log_can_go_on_though_all_of_it_is_old(url: str, store: SqlStore) -> None:
    """The newest entry of a log stays, so that a reader knows after which version to write."""
    await store.append("absences", [{}, {}, {}], 0)
    _pass(url, 9 * _YEAR)

    assert (await store.forget(KEPT))["absences"] == 2

    (last,) = await store.read("absences")
    assert await store.append("absences", [{}], last.version) == 4


async def test_old_counts_go(url: str, store: SqlStore) -> None:
    """Counts and marks of weeks that are too long ago go together."""
    today = (await store.now()).date()
    weeks = [today - 3 * _YEAR, today]
    for week in weeks:
        await store.tally([Count(week, "check", unit="kirjasto")], writer="slack:U1")

    assert (await store.forget(KEPT))["tally"] == 1

    assert [count.week for count in await store.tallies(weeks[0])] == [today]
    assert await store.writers(weeks[0]) == {"kirjasto": 1}
    with tables(url) as db:
        assert db.execute(sa.select(sa.func.count()).select_from(TALLIES)).scalar() == 1


async def test_much_is_forgotten_in_portions(
    url: str, store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However much is too old, all of it goes, in transactions of a bearable size."""
    monkeypatch.setattr(rules, "PORTION", 3)
    for number in range(10):
        await store.append(f"person/{number}", [{}], 0)
    await store.append("absences", [{"day": "2001-01-01"}] * 8, 0)
    _pass(url, 3 * _YEAR)

    gone = await store.forget(KEPT)

    assert (gone["person"], gone["absences"]) == (10, 7)
    assert await store.streams("person/") == ()

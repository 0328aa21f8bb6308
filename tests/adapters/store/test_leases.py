"""Leases by the database's clock, on both databases."""

from __future__ import annotations

import asyncio
import datetime

from adapters.store import SqlStore, open_store

_LONG = datetime.timedelta(hours=1)
_OVER = datetime.timedelta(0)
_NOON = datetime.datetime(2026, 3, 2, 12, tzinfo=datetime.UTC)


async def test_a_lease_has_one_holder(store: SqlStore) -> None:
    """Only its holder prolongs a lease, and only its holder gives it back."""
    assert await store.claim("crisis/1", "one", _LONG)
    assert await store.claim("crisis/1", "one", _LONG)
    assert not await store.claim("crisis/1", "two", _LONG)

    await store.release("crisis/1", "two")
    assert not await store.claim("crisis/1", "two", _LONG)

    await store.release("crisis/1", "one")
    assert await store.claim("crisis/1", "two", _LONG)


async def test_a_lease_that_is_over_goes_to_the_next(store: SqlStore) -> None:
    """When its time is over by the database's clock, another holder takes a lease."""
    assert await store.claim("crisis/1", "one", _OVER)

    assert await store.claim("crisis/1", "two", _LONG)
    assert not await store.claim("crisis/1", "one", _LONG)


async def test_a_delivery_is_taken_once(url: str, store: SqlStore) -> None:
    """An event that is delivered to two instances ten times each is taken once."""
    other = await open_store(url)

    taken = await asyncio.gather(
        *(
            instance.claim("slack:Ev1", f"delivery {number}", _LONG)
            for number, instance in enumerate([store, other] * 10)
        )
    )
    await other.close()

    assert taken.count(True) == 1


async def test_what_another_holds_is_not_due(store: SqlStore) -> None:
    """A due stream that somebody works on is left to them, until their lease is over."""
    for name in ("crisis/1", "crisis/2", "crisis/3"):
        await store.append(name, [{}], 0, due=_NOON)
    await store.claim("crisis/1", "one", _LONG)
    await store.claim("crisis/2", "one", _OVER)

    due = await store.streams("crisis/", due_by=_NOON)

    assert [head.stream for head in due] == ["crisis/2", "crisis/3"]
    assert len(await store.streams("crisis/")) == 3


async def test_the_clock_is_the_databases(store: SqlStore) -> None:
    """The store's clock is in UTC and goes on."""
    first, second = await store.now(), await store.now()

    assert first.utcoffset() == datetime.timedelta(0)
    assert first <= second

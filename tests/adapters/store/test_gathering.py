"""Counts that are gathered for a moment before they are written, on both databases."""

from __future__ import annotations

import asyncio
import datetime

from adapters.store import open_store
from bot.ports import Count
from tests.postgres import Postgres

_WEEK = datetime.date(2026, 3, 9)
_CHECK = Count(_WEEK, "check", unit="kirjasto")
_LONG, _SHORT = 3600.0, 0.01  # seconds


async def test_whoever_asks_reads_what_was_gathered(url: str) -> None:
    """Figures are complete on the instance that gathers, however long it would wait to write."""
    store = await open_store(url, gather=_LONG)
    for writer in ("slack:a", "slack:b", "slack:a"):
        await store.tally([_CHECK], writer=writer)

    assert (await store.writers(_WEEK), (await store.tallies(_WEEK))[0].times) == (
        {"kirjasto": 2},
        3,
    )
    await store.close()


async def test_closing_writes_what_was_gathered(url: str) -> None:
    """A server that ends takes no figure with it."""
    store = await open_store(url, gather=_LONG)
    await store.tally([_CHECK])
    await store.close()

    other = await open_store(url)
    assert [count.times for count in await other.tallies(_WEEK)] == [1]
    await other.close()


async def test_gathered_counts_are_written_by_themselves(url: str) -> None:
    """Another instance sees them a moment later, without anybody asking this one."""
    store, other = await open_store(url, gather=_SHORT), await open_store(url)
    await store.tally([_CHECK])

    async with asyncio.timeout(20):
        while not await other.tallies(_WEEK):
            await asyncio.sleep(_SHORT)

    await store.close()
    await other.close()


async def test_counts_wait_for_a_database_that_is_away(postgres: Postgres) -> None:
    """An outage costs no figure, and nobody who is checking hears of it."""
    store = await open_store(postgres.url(), gather=_SHORT)
    postgres.stop()
    await store.tally([_CHECK])
    await asyncio.sleep(20 * _SHORT)
    postgres.start()

    assert [count.times for count in await store.tallies(_WEEK)] == [1]
    await store.close()

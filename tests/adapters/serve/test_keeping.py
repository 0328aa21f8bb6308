"""Promises about the database as the server sees it."""

from __future__ import annotations

import asyncio
import datetime
from collections.abc import Mapping

from adapters.serve.keeping import Housekeeping, StorePart
from bot.ports import StoreDownError
from tests.bot.memory_store import MemoryStore

KEPT = {"person": datetime.timedelta(days=730)}


class Watched(MemoryStore):
    """A store that counts how often it erased."""

    def __init__(self) -> None:
        super().__init__()
        self.erased = 0
        self.closed = False

    async def forget(self, kept: Mapping[str, datetime.timedelta]) -> Mapping[str, int]:
        """Erase, and count it."""
        gone = await super().forget(kept)
        self.erased += 1
        return gone

    async def ping(self) -> None:
        """Answer unless down."""
        if self.down:
            raise StoreDownError

    async def close(self) -> None:
        """Note that all is over."""
        self.closed = True


class Hand:
    """A clock that is moved by hand: sleepers wake when the test turns it."""

    def __init__(self, store: Watched) -> None:
        self._store = store
        self._turned = asyncio.Event()

    def now(self) -> datetime.datetime:
        """Return the store's time."""
        return self._store.clock

    async def sleep(self, seconds: float) -> None:
        """Wait for the next turn, however long it was to be."""
        del seconds
        await self._turned.wait()

    async def turn(self, **by: float) -> None:
        """Move time on and let everybody act."""
        self._store.clock += datetime.timedelta(**by)
        self._turned.set()
        self._turned = asyncio.Event()
        for _ in range(20):
            await asyncio.sleep(0)


async def test_two_servers_erase_once_a_day() -> None:
    """What is too old goes once a day, whichever of the servers has the turn."""
    store = Watched()
    hand = Hand(store)
    both = [Housekeeping(store, hand, KEPT) for _ in range(2)]
    for each in both:
        await each.start()
    for _ in range(5):
        await hand.turn(minutes=10)
    first_day = store.erased
    await hand.turn(days=1)
    for each in both:
        await each.stop()

    assert (first_day, store.erased) == (1, 2)


async def test_erasing_that_fails_is_tried_again_and_seen() -> None:
    """Erasing that cannot be done is tried again soon, and after two days health is red."""
    store = Watched()
    hand = Hand(store)
    keeping = Housekeeping(store, hand, KEPT)
    store.down = True
    await keeping.start()
    await hand.turn(hours=49)
    red = keeping.health()
    store.down = False
    await hand.turn(minutes=10)
    await keeping.stop()

    assert (red.ok, red.key) == (False, "serve-down-housekeeping")
    assert (store.erased, keeping.health().ok) == (1, True)


async def test_the_database_is_watched_and_closed_last() -> None:
    """Health follows the database, and it is closed when the server ends."""
    store = Watched()
    hand = Hand(store)
    part = StorePart(store, hand)
    await part.start()
    store.down = True
    await hand.turn(seconds=5)
    down = part.health()
    store.down = False
    await hand.turn(seconds=5)
    up = part.health()
    await part.stop()

    assert (down.ok, up.ok, store.closed) == (False, True, True)

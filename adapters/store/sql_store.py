"""The store of `bot.ports` on a SQL database."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from adapters.store import address, leases, person, retention, streams, tallies
from adapters.store.database import Database
from adapters.store.gathering import Gathering
from adapters.store.migrate import migrate
from bot.ports import Count, Head, Stored

_PING = 2.0  # seconds
_OPENING = 70.0  # another process may be migrating


async def open_store(url: str, *, gather: float = 0.0) -> SqlStore:
    """Connect to a database, bring its tables up to date, and return the store on it.

    Counts are gathered for so many seconds before they are written.

    Raises:
        BadDatabaseUrlError: the URL names no database that can be used.
        NewerDatabaseError: a newer version of the program has changed the database.
        StoreDownError: the database cannot be reached, or may not be changed.
    """
    database = await Database.at(address.parse(url))
    try:
        await database.write(migrate, patience=_OPENING)
    except BaseException:
        await database.close()
        raise
    return SqlStore(database, gather)


class SqlStore:
    """A `bot.ports.Store`; safe to share between tasks, and between processes on one database.

    Every method raises `StoreDownError` when the database is away or does not answer in time.
    Nothing was written then, unless the connection broke at the very moment of committing: that
    nobody can say. A caller reads the stream again and decides anew; the version guards it.
    """

    def __init__(self, database: Database, gather: float = 0.0) -> None:
        self._database = database
        self._counts = Gathering(database, gather)

    async def close(self) -> None:
        """Finish what is under way and let the connections go; a second time is harmless."""
        await self._counts.close()
        await self._database.close()

    async def ping(self) -> None:
        """Ask the database for a sign of life, for two seconds.

        Raises:
            StoreDownError: there was none.
        """
        await self._database.read(leases.now, patience=_PING)

    async def append(
        self,
        stream: str,
        events: Sequence[Mapping[str, Any]],
        after: int,
        *,
        due: datetime.datetime | None = None,
    ) -> int:
        """Write events after version `after`; `due` replaces what was due, None clears it.

        Without events only `due` changes. See `bot.ports.Store.append`.
        """
        return await self._database.write(lambda db: streams.append(db, stream, events, after, due))

    async def read(self, stream: str, after: int = 0) -> tuple[Stored, ...]:
        """Return the events above a version; those that were forgotten leave a gap."""
        return await self._database.read(lambda db: streams.read(db, stream, after))

    async def streams(
        self, prefix: str, *, due_by: datetime.datetime | None = None, limit: int = 1000
    ) -> tuple[Head, ...]:
        """Return streams by prefix, the earliest due first, those without anything due last."""
        return await self._database.read(lambda db: streams.heads(db, prefix, due_by, limit))

    async def claim(self, key: str, holder: str, ttl: datetime.timedelta) -> bool:
        """Take or prolong a lease; the lease on a stream has the stream's name as its key."""
        return await self._database.write(lambda db: leases.claim(db, key, holder, ttl))

    async def release(self, key: str, holder: str) -> None:
        """Give back a lease, if this holder still has it."""
        await self._database.write(lambda db: leases.release(db, key, holder))

    async def now(self) -> datetime.datetime:
        """Return the database's clock."""
        return await self._database.read(leases.now)

    async def tally(self, counts: Sequence[Count], *, writer: str = "") -> None:
        """Add to counts; the writer becomes a mark whose secret goes with the week."""
        await self._counts.add(tallies.Batch(tuple(counts), writer))

    async def tallies(self, since: datetime.date) -> tuple[Count, ...]:
        """Return the counts from a week on, in order."""
        await self._counts.write()
        return await self._database.read(lambda db: tallies.counts(db, since))

    async def writers(self, since: datetime.date) -> Mapping[str, int]:
        """Return per unit the largest number of different writers in any one week."""
        await self._counts.write()
        return await self._database.read(lambda db: tallies.writers(db, since))

    async def delete(self, stream: str) -> None:
        """Erase a stream, its events and the lease on it."""
        await self._database.write(lambda db: streams.delete(db, stream))
        await self._database.settle()

    async def forget(self, kept: Mapping[str, datetime.timedelta]) -> Mapping[str, int]:
        """Erase what is older than its retention, in portions that leave others their turn."""
        gone = dict.fromkeys(kept, 0)
        for kind, span in kept.items():
            portion = retention.PORTION
            while portion >= retention.PORTION:
                erase = partial(retention.forget, kind=kind, kept=span)
                portion = await self._database.write(erase)
                gone[kind] += portion
        await self._database.settle()
        return gone

    async def export(self, *keys: str) -> person.Export:
        """Return all that is kept of a person who is known by these keys; it is JSON-able."""
        return await self._database.read(lambda db: person.export(db, keys))

    async def erase(self, *keys: str) -> person.Erasure:
        """Erase a person; official records stay, and are named in what is returned."""
        await self._counts.write()
        erased = await self._database.write(lambda db: person.erase(db, keys))
        await self._database.settle()
        return erased

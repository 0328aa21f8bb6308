"""How long each kind of data is kept, and the erasing of what is older."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa

from adapters.store import leases, tallies
from adapters.store.streams import within
from adapters.store.tables import (
    EVENTS,
    LEASES,
    MARKS,
    STREAMS,
    TALLIES,
    WEEKS,
    database_now,
    micros,
)

_YEAR = datetime.timedelta(days=365)

KEPT: Mapping[str, datetime.timedelta] = MappingProxyType(
    {
        "crisis": 5 * _YEAR,
        "person": 2 * _YEAR,
        "absences": _YEAR,
        "overrides": 2 * _YEAR,
        "tally": 2 * _YEAR,
        "lease": datetime.timedelta(days=1),
    }
)
"""How long a kind is kept by default: a stream after its last event, an entry of a log after the
last day that it names, a count after its week, a lease after its end."""

PORTION = 500
"""How many streams or entries go in one transaction."""


def forget(db: sa.Connection, kind: str, kept: datetime.timedelta) -> int:
    """Erase at most `PORTION` of a kind that are older than `kept`; return how many went."""
    if kind == "lease":
        return _leases(db, kept)
    if kind == "tally":
        return _tallies(db, kept)
    return _streams(db, kind, kept) + _entries(db, kind, kept)


def _before(kept: datetime.timedelta) -> sa.ColumnElement[int]:
    return database_now() - sa.literal(micros(kept), sa.BigInteger)


def _leases(db: sa.Connection, kept: datetime.timedelta) -> int:
    return db.execute(sa.delete(LEASES).where(LEASES.c.until < _before(kept))).rowcount


def _tallies(db: sa.Connection, kept: datetime.timedelta) -> int:
    tallies.close_weeks(db)
    before = (leases.now(db) - kept).date() - datetime.timedelta(days=7)
    db.execute(sa.delete(MARKS).where(MARKS.c.week < before))
    db.execute(sa.delete(WEEKS).where(WEEKS.c.week < before))
    return db.execute(sa.delete(TALLIES).where(TALLIES.c.week < before)).rowcount


def _streams(db: sa.Connection, kind: str, kept: datetime.timedelta) -> int:
    """Erase whole streams `kind/…` whose last event is old, unless something is due in them."""
    old = (
        sa.select(STREAMS.c.name)
        .join(
            EVENTS,
            sa.and_(EVENTS.c.stream == STREAMS.c.name, EVENTS.c.version == STREAMS.c.version),
        )
        .where(*within(STREAMS.c.name, f"{kind}/"), STREAMS.c.due.is_(None))
        .where(EVENTS.c.at < _before(kept))
        .limit(PORTION)
    )
    return db.execute(sa.delete(STREAMS).where(STREAMS.c.name.in_(old))).rowcount


def _entries(db: sa.Connection, kind: str, kept: datetime.timedelta) -> int:
    """Erase single events of a log, the one stream that is called as its kind.

    The newest stays: whoever reads the log learns from it where the next one goes.
    """
    newest = sa.select(STREAMS.c.version).where(STREAMS.c.name == kind).scalar_subquery()
    old = (
        sa.select(EVENTS.c.version, EVENTS.c.data)
        .where(EVENTS.c.stream == kind, EVENTS.c.version < newest, EVENTS.c.at < _before(kept))
        .order_by(EVENTS.c.version)
    )
    first_kept = (leases.now(db) - kept).date().isoformat()
    gone = [
        version
        for version, data in db.execute(old)
        if max(_days(json.loads(data)), default="") < first_kept
    ][:PORTION]
    erase = sa.delete(EVENTS).where(EVENTS.c.stream == kind, EVENTS.c.version.in_(gone))
    return db.execute(erase).rowcount if gone else 0


def _days(data: Any) -> Iterator[str]:
    """Yield the days that an event names: a leave may end years after it was entered."""
    if isinstance(data, Mapping):
        data = list(data.values())
    if isinstance(data, list):
        for value in data:
            yield from _days(value)
    elif isinstance(data, str):
        try:
            yield datetime.date.fromisoformat(data[:10]).isoformat()
        except ValueError:
            return

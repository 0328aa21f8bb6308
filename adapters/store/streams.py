"""Streams of events: append after a version, read, and find what is due."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from adapters.store.tables import EVENTS, LEASES, STREAMS, database_now
from adapters.store.upsert import insert, wrote
from bot.ports import Conflict, Head, Stored


def append(
    db: sa.Connection,
    stream: str,
    events: Sequence[Mapping[str, Any]],
    after: int,
    due: datetime.datetime | None,
) -> int:
    """Write events after a version of a stream; see `bot.ports.Store.append`."""
    version = after + len(events)
    if not _advance(db, stream, after, version, due):
        raise Conflict
    rows = [
        {"stream": stream, "version": number, "data": to_json(data)}
        for number, data in enumerate(events, after + 1)
    ]
    if rows:
        db.execute(sa.insert(EVENTS).values(at=database_now()), rows)
    return version


def _advance(
    db: sa.Connection, stream: str, after: int, version: int, due: datetime.datetime | None
) -> bool:
    """Move a stream from one version to another; False if it is not at the first one.

    This row is the lock: whoever comes second waits here, and then finds another version.
    """
    moved = {"version": version, "due": due}
    if after:
        move = sa.update(STREAMS).where(STREAMS.c.name == stream, STREAMS.c.version == after)
        return wrote(db, move.values(moved))
    begin = insert(db.dialect.name, STREAMS).values(name=stream, **moved)
    begin = begin.on_conflict_do_update(
        index_elements=[STREAMS.c.name], set_=moved, where=STREAMS.c.version == 0
    )
    return wrote(db, begin)


def read(db: sa.Connection, stream: str, after: int) -> tuple[Stored, ...]:
    """Return the events of a stream above a version, in order."""
    wanted = (
        sa.select(EVENTS.c.version, EVENTS.c.at, EVENTS.c.data)
        .where(EVENTS.c.stream == stream, EVENTS.c.version > after)
        .order_by(EVENTS.c.version)
    )
    return tuple(Stored(version, at, json.loads(data)) for version, at, data in db.execute(wanted))


def heads(
    db: sa.Connection, prefix: str, due_by: datetime.datetime | None, limit: int
) -> tuple[Head, ...]:
    """Return the streams with a prefix, the earliest due first; with `due_by` only free ones."""
    wanted = sa.select(STREAMS.c.name, STREAMS.c.version, STREAMS.c.due).where(
        *within(STREAMS.c.name, prefix)
    )
    if due_by is None:
        wanted = wanted.order_by(STREAMS.c.due.nulls_last(), STREAMS.c.name)
    else:
        held = sa.exists().where(LEASES.c.key == STREAMS.c.name, LEASES.c.until > database_now())
        wanted = wanted.where(STREAMS.c.due <= due_by, ~held)
        wanted = wanted.order_by(STREAMS.c.due, STREAMS.c.name)
    return tuple(Head(*row) for row in db.execute(wanted.limit(limit)))


def delete(db: sa.Connection, stream: str) -> None:
    """Erase a stream, its events and the lease on it."""
    db.execute(sa.delete(STREAMS).where(STREAMS.c.name == stream))
    db.execute(sa.delete(LEASES).where(LEASES.c.key == stream))


def within(name: sa.Column[str], prefix: str) -> list[sa.ColumnElement[bool]]:
    """Return what holds for names with a prefix, as a range that the index serves."""
    if not prefix:
        return []
    return [name >= prefix, name < prefix[:-1] + chr(ord(prefix[-1]) + 1)]


def to_json(data: Mapping[str, Any]) -> str:
    """Return an event as it is stored.

    Escaped to ASCII, so that whatever somebody typed, halves of characters too, can be stored.
    """
    return json.dumps(data, separators=(",", ":"), allow_nan=False)

"""What is kept of one person: handing it out, and erasing it.

A person goes by several keys: one per platform (`slack:U1`) and one in the city's data. Their own
streams are `person/<key>`; elsewhere a key stands as a whole value in an event (who recorded it,
whom it concerns). Names in free words are not found, and the answer to a request says so.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Sequence
from typing import Any, TypedDict

import sqlalchemy as sa

from adapters.store import streams, tallies
from adapters.store.tables import EVENTS, LEASES, MARKS, WEEKS

ERASED = "erased"
"""What stands in an event where an erased person's key stood."""

_RECORDS = "crisis"


class Export(TypedDict):
    """All that is kept of a person: events by stream, and where they were counted this week."""

    person: list[str]
    streams: dict[str, list[dict[str, Any]]]
    counted: list[dict[str, str]]


class Erasure(TypedDict):
    """What was erased and what stays.

    `streams` are gone, `mentions` of the person in others were blotted out, `marks` taken from the
    current week's counts. `kept` are official records with the number of their events that mention
    the person: the law on archives decides about those, not the person.
    """

    streams: list[str]
    mentions: int
    marks: int
    kept: dict[str, int]


def export(db: sa.Connection, keys: Sequence[str]) -> Export:
    """Return all that is kept of a person, official records included."""
    found: dict[str, list[dict[str, Any]]] = {}
    for key in keys:
        own = streams.read(db, f"person/{key}", 0)
        if own:
            found[f"person/{key}"] = [_entry(event.version, event.at, event.data) for event in own]
    for stream, version, at, data in _mentions(db, keys):
        found.setdefault(stream, []).append(_entry(version, at, data))
    counted = [{"week": week.isoformat(), "unit": unit} for week, unit, _ in _marks(db, keys)]
    return {"person": list(keys), "streams": found, "counted": counted}


def erase(db: sa.Connection, keys: Sequence[str]) -> Erasure:
    """Erase a person's streams, mentions and marks; official records stay as they are."""
    gone = [f"person/{key}" for key in keys if streams.read(db, f"person/{key}", 0)]
    for key in keys:
        streams.delete(db, f"person/{key}")
        db.execute(sa.delete(LEASES).where(LEASES.c.holder == key))
    mentions, kept = 0, dict[str, int]()
    for stream, version, _, data in list(_mentions(db, keys)):
        if stream.startswith(f"{_RECORDS}/"):
            kept[stream] = kept.get(stream, 0) + 1
            continue
        here = sa.and_(EVENTS.c.stream == stream, EVENTS.c.version == version)
        blotted = streams.to_json(_replaced(data, set(keys)))
        db.execute(sa.update(EVENTS).where(here).values(data=blotted))
        mentions += 1
    marks = list(_marks(db, keys))
    for _, _, mark in marks:
        db.execute(sa.delete(MARKS).where(MARKS.c.mark == mark))
    return {"streams": gone, "mentions": mentions, "marks": len(marks), "kept": kept}


def _entry(version: int, at: datetime.datetime, data: Any) -> dict[str, Any]:
    return {"version": version, "at": at.isoformat(), "data": data}


def _mentions(
    db: sa.Connection, keys: Sequence[str]
) -> Iterator[tuple[str, int, datetime.datetime, Any]]:
    """Yield the events outside a person's own streams that name one of the keys."""
    if not keys:
        return
    named = sa.or_(*(EVENTS.c.data.contains(json.dumps(key), autoescape=True) for key in keys))
    own = [f"person/{key}" for key in keys]
    wanted = (
        sa.select(EVENTS.c.stream, EVENTS.c.version, EVENTS.c.at, EVENTS.c.data)
        .where(named, EVENTS.c.stream.not_in(own))
        .order_by(EVENTS.c.stream, EVENTS.c.version)
    )
    for stream, version, at, text in db.execute(wanted):
        data = json.loads(text)
        if _replaced(data, set(keys)) != data:  # SQLite's search is blind to upper and lower case
            yield stream, version, at, data


def _replaced(data: Any, keys: set[str]) -> Any:
    if isinstance(data, dict):
        return {_replaced(name, keys): _replaced(value, keys) for name, value in data.items()}
    if isinstance(data, list):
        return [_replaced(value, keys) for value in data]
    return ERASED if isinstance(data, str) and data in keys else data


def _marks(db: sa.Connection, keys: Sequence[str]) -> Iterator[tuple[datetime.date, str, str]]:
    """Yield the marks that can still be led back to a person: those of weeks not yet closed."""
    open_weeks = (
        sa.select(MARKS.c.week, MARKS.c.unit, MARKS.c.mark, WEEKS.c.secret)
        .join(WEEKS, WEEKS.c.week == MARKS.c.week)
        .where(WEEKS.c.secret.is_not(None))
    )
    for week, unit, mark, secret in db.execute(open_weeks).all():
        if any(mark == tallies.mark_of(secret, unit, key) for key in keys):
            yield week, unit, mark

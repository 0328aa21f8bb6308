"""Counts per week, and how many different people they come from, without knowing who."""

from __future__ import annotations

import datetime
import hashlib
import hmac
import secrets
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

import sqlalchemy as sa

from adapters.store.leases import now
from adapters.store.tables import MARKS, TALLIES, WEEKS
from adapters.store.upsert import insert
from bot.ports import Count

_KEY = (TALLIES.c.week, TALLIES.c.kind, TALLIES.c.subject, TALLIES.c.unit)


class Batch(NamedTuple):
    """Counts that belong to one writer; without one, nobody is marked."""

    counts: tuple[Count, ...]
    writer: str = ""


def add(db: sa.Connection, batches: Iterable[Batch]) -> None:
    """Add to counts, and mark each writer once per week and unit."""
    sums: Counter[tuple[datetime.date, str, str, str]] = Counter()
    places: set[tuple[datetime.date, str, str]] = set()
    for batch in batches:
        for count in batch.counts:
            sums[count.week, count.kind, count.subject, count.unit] += count.times
            if batch.writer:
                places.add((count.week, count.unit, batch.writer))
    # Always in the same order: two writers that hold each other's rows would wait for ever.
    rows = [
        {"week": week, "kind": kind, "subject": subject, "unit": unit, "times": times}
        for (week, kind, subject, unit), times in sorted(sums.items())
    ]
    if rows:
        db.execute(_more(db.dialect.name), rows)
    _mark(db, places)


@cache
def _more(dialect: str) -> sa.Insert:
    put = insert(dialect, TALLIES)
    more = {"times": TALLIES.c.times + put.excluded.times}
    return put.on_conflict_do_update(index_elements=_KEY, set_=more)


@cache
def _once(dialect: str) -> sa.Insert:
    return insert(dialect, MARKS).on_conflict_do_nothing()


def _mark(db: sa.Connection, places: Iterable[tuple[datetime.date, str, str]]) -> None:
    secrets_of: dict[datetime.date, bytes | None] = {}
    marks = []
    for week, unit, writer in sorted(places):
        if week not in secrets_of:
            secrets_of[week] = _secret(db, week)
        if secret := secrets_of[week]:
            marks.append({"week": week, "unit": unit, "mark": mark_of(secret, unit, writer)})
    if marks:
        db.execute(_once(db.dialect.name), marks)


def _secret(db: sa.Connection, week: datetime.date) -> bytes | None:
    """Return the secret of a week, made at its first use; None once the week is closed."""
    known: sa.Select[bytes | None] = sa.select(WEEKS.c.secret).where(WEEKS.c.week == week)
    found = db.execute(known).one_or_none()
    if found is None:
        fresh = insert(db.dialect.name, WEEKS).values(week=week, secret=secrets.token_bytes(32))
        db.execute(fresh.on_conflict_do_nothing())
        close_weeks(db, but=week)
        found = db.execute(known).one()
    return found[0]


def mark_of(secret: bytes, unit: str, writer: str) -> str:
    """Return the mark of a writer in a unit: another one in every unit and every week."""
    said = f"{unit}\0{writer}".encode("utf-8", "replace")
    return hmac.new(secret, said, hashlib.sha256).hexdigest()[:32]


def close_weeks(db: sa.Connection, but: datetime.date | None = None) -> None:
    """Throw away the secrets of the weeks that are over: nobody can be led back to any more."""
    over = now(db).date() - datetime.timedelta(days=7)
    closing = sa.update(WEEKS).where(WEEKS.c.week <= over, WEEKS.c.secret.is_not(None))
    if but is not None:
        closing = closing.where(WEEKS.c.week != but)
    db.execute(closing.values(secret=None))


def counts(db: sa.Connection, since: datetime.date) -> tuple[Count, ...]:
    """Return the counts from a week on, in order."""
    wanted = sa.select(TALLIES).where(TALLIES.c.week >= since).order_by(*_KEY)
    return tuple(Count(*row) for row in db.execute(wanted))


def writers(db: sa.Connection, since: datetime.date) -> Mapping[str, int]:
    """Return per unit the largest number of different writers in any one week."""
    weekly = (
        sa.select(MARKS.c.unit, sa.func.count().label("people"))
        .where(MARKS.c.week >= since)
        .group_by(MARKS.c.week, MARKS.c.unit)
        .subquery()
    )
    most = sa.select(weekly.c.unit, sa.func.max(weekly.c.people)).group_by(weekly.c.unit)
    return dict(db.execute(most).all())

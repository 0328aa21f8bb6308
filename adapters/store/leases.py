"""Leases: who has something, and until when by the database's clock."""

from __future__ import annotations

import datetime
from functools import cache

import sqlalchemy as sa

from adapters.store.tables import LEASES, Moment, database_now, micros
from adapters.store.upsert import insert, wrote


def claim(db: sa.Connection, key: str, holder: str, ttl: datetime.timedelta) -> bool:
    """Take or prolong a lease; False while another holder has it."""
    return wrote(db, _take(db.dialect.name), {"key": key, "holder": holder, "ttl": micros(ttl)})


@cache
def _take(dialect: str) -> sa.Insert:
    until = database_now() + sa.bindparam("ttl", type_=sa.BigInteger)
    take = insert(dialect, LEASES).values(until=until)
    return take.on_conflict_do_update(
        index_elements=[LEASES.c.key],
        set_={"holder": take.excluded.holder, "until": take.excluded.until},
        where=sa.or_(LEASES.c.holder == take.excluded.holder, LEASES.c.until <= database_now()),
    )


def release(db: sa.Connection, key: str, holder: str) -> None:
    """Give back a lease that this holder has."""
    db.execute(sa.delete(LEASES).where(LEASES.c.key == key, LEASES.c.holder == holder))


def now(db: sa.Connection) -> datetime.datetime:
    """Return the database's clock."""
    return db.execute(sa.select(sa.type_coerce(database_now(), Moment))).scalar_one()

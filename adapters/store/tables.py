"""The tables, and the few types that both databases understand alike."""

from __future__ import annotations

import datetime
import hashlib
import re
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
_MICROSECOND = datetime.timedelta(microseconds=1)
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_LONGEST_NAME = 300


def micros(span: datetime.timedelta) -> int:
    """Return a span of time in whole microseconds, the unit of every time in the tables."""
    return span // _MICROSECOND


class Moment(sa.TypeDecorator[datetime.datetime]):
    """A point in time, as microseconds since 1970: exact, and the same in both databases."""

    impl = sa.BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime.datetime | None, dialect: Any) -> int | None:
        """Turn an aware datetime into microseconds."""
        del dialect
        return None if value is None else micros(value - _EPOCH)

    def process_result_value(self, value: Any | None, dialect: Any) -> datetime.datetime | None:
        """Turn microseconds into a datetime in UTC."""
        del dialect
        return None if value is None else _EPOCH + value * _MICROSECOND


class Name(sa.TypeDecorator[str]):
    """A key of any content: what a database cannot store or index is replaced.

    It compares by its bytes, so that a prefix is a range of the index.
    """

    impl = sa.Text
    cache_ok = True

    def load_dialect_impl(self, dialect: sa.Dialect) -> sa.types.TypeEngine[Any]:
        """Ask PostgreSQL for byte order; SQLite has it by itself."""
        bytewise = postgresql.TEXT(collation="C") if dialect.name == "postgresql" else sa.Text()
        return dialect.type_descriptor(bytewise)

    def process_bind_param(self, value: str | None, dialect: Any) -> str | None:
        """Replace what cannot be stored; shorten what no index takes, keeping it distinct."""
        del dialect
        if value is None:
            return None
        clean = _UNSTORABLE.sub("\ufffd", value)
        if len(clean) <= _LONGEST_NAME:
            return clean
        return clean[:200] + hashlib.sha256(clean.encode()).hexdigest()


class database_now(FunctionElement[int]):  # noqa: N801 - reads as the SQL function that it is
    """The database's own clock, in microseconds since 1970."""

    type = sa.BigInteger()
    inherit_cache = True


@compiles(database_now, "postgresql")
def _postgresql_now(element: database_now, compiler: Any, **options: Any) -> str:
    del element, compiler, options
    return "(extract(epoch from clock_timestamp()) * 1000000)::bigint"


@compiles(database_now, "sqlite")
def _sqlite_now(element: database_now, compiler: Any, **options: Any) -> str:
    del element, compiler, options
    return "(CAST(round((julianday('now') - 2440587.5) * 86400000.0) AS INTEGER) * 1000)"


METADATA = sa.MetaData()

STREAMS = sa.Table(
    "streams",
    METADATA,
    sa.Column("name", Name, primary_key=True),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("due", Moment),
)
# Only what is due stands in this index: polling costs nothing, however many streams there are.
sa.Index(
    "streams_due",
    STREAMS.c.due,
    STREAMS.c.name,
    postgresql_where=STREAMS.c.due.is_not(None),
    sqlite_where=STREAMS.c.due.is_not(None),
)

EVENTS = sa.Table(
    "events",
    METADATA,
    sa.Column("stream", Name, sa.ForeignKey(STREAMS.c.name, ondelete="CASCADE"), primary_key=True),
    sa.Column("version", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("data", sa.Text, nullable=False),
)

LEASES = sa.Table(
    "leases",
    METADATA,
    sa.Column("key", Name, primary_key=True),
    sa.Column("holder", Name, nullable=False),
    sa.Column("until", Moment, nullable=False),
)

TALLIES = sa.Table(
    "tallies",
    METADATA,
    sa.Column("week", sa.Date, primary_key=True),
    sa.Column("kind", Name, primary_key=True),
    sa.Column("subject", Name, primary_key=True),
    sa.Column("unit", Name, primary_key=True),
    sa.Column("times", sa.BigInteger, nullable=False),
)

MARKS = sa.Table(
    "marks",
    METADATA,
    sa.Column("week", sa.Date, primary_key=True),
    sa.Column("unit", Name, primary_key=True),
    sa.Column("mark", sa.Text, primary_key=True),
)

# The secret of a week's marks; an empty one says that the week is over and takes no more marks.
WEEKS = sa.Table(
    "weeks",
    METADATA,
    sa.Column("week", sa.Date, primary_key=True),
    sa.Column("secret", sa.LargeBinary),
)

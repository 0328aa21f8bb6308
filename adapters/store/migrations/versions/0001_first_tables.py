"""Streams with their events, leases, and counts with the marks of their writers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from adapters.store.tables import Moment, Name

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "streams",
        sa.Column("name", Name, primary_key=True),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("due", Moment),
    )
    op.create_index(
        "streams_due",
        "streams",
        ["due", "name"],
        postgresql_where=sa.text("due IS NOT NULL"),
        sqlite_where=sa.text("due IS NOT NULL"),
    )
    op.create_table(
        "events",
        sa.Column(
            "stream", Name, sa.ForeignKey("streams.name", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("version", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("data", sa.Text, nullable=False),
    )
    op.create_table(
        "leases",
        sa.Column("key", Name, primary_key=True),
        sa.Column("holder", Name, nullable=False),
        sa.Column("until", Moment, nullable=False),
    )
    op.create_table(
        "tallies",
        sa.Column("week", sa.Date, primary_key=True),
        sa.Column("kind", Name, primary_key=True),
        sa.Column("subject", Name, primary_key=True),
        sa.Column("unit", Name, primary_key=True),
        sa.Column("times", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "marks",
        sa.Column("week", sa.Date, primary_key=True),
        sa.Column("unit", Name, primary_key=True),
        sa.Column("mark", sa.Text, primary_key=True),
    )
    op.create_table(
        "weeks",
        sa.Column("week", sa.Date, primary_key=True),
        sa.Column("secret", sa.LargeBinary),
    )

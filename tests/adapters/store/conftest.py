"""Every test of the store runs on both databases, unless it names one."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from adapters.store import SqlStore, open_store
from adapters.store.address import parse


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of an empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/somehelp.sqlite"
    fresh: str = request.getfixturevalue("postgres_url")
    return fresh


@pytest.fixture
async def store(url: str) -> AsyncIterator[SqlStore]:
    """Give an open store on an empty database."""
    opened = await open_store(url)
    yield opened
    await opened.close()


@contextmanager
def tables(url: str) -> Iterator[sa.Connection]:
    """Give the bare tables, to make time pass or to look behind the store's back."""
    engine = sa.create_engine(parse(url))
    try:
        with engine.begin() as db:
            yield db
    finally:
        engine.dispose()

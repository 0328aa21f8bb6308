"""Every test of the store runs on both databases, unless it names one."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.store import SqlStore, open_store


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of an empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path}/somehelp.sqlite"
    fresh: str = request.getfixturevalue("postgres_url")
    return fresh


@pytest.fixture
async def store(url: str) -> AsyncIterator[SqlStore]:
    """Give an open store on an empty database."""
    opened = await open_store(url)
    yield opened
    await opened.close()

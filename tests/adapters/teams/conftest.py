"""What the tests of Teams share."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.adapters.teams import world


@pytest.fixture
async def far() -> AsyncIterator[world.Connector]:
    """Return a Bot Connector on loopback."""
    async with world.connector() as made:
        yield made


@pytest.fixture
async def signer() -> AsyncIterator[world.Signer]:
    """Return an OpenID issuer on loopback."""
    async with world.issuer() as made:
        yield made

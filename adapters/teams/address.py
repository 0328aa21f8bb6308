"""Where somebody's messages go: learnt when they write or install, kept as an event.

Our own record, not the SDK's conversation reference: what is stored outlives the SDK.
"""

from __future__ import annotations

import asyncio

from pydantic import ValidationError

from bot.ports import Store
from bot.remembered import addresses_of, learn_address
from bot.request import Who
from rules.model import Frozen

NAME = "teams"
"""The platform's name in `Who`, in people's addresses and of the messenger."""

_MOST = 10_000


class Address(Frozen):
    """One person's own conversation with the bot."""

    service_url: str
    conversation: str
    bot: str
    user: str


class AddressBook:
    """The addresses of everybody who has the bot; raises StoreDownError as the store does."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._written: dict[str, Address] = {}
        self._lock = asyncio.Lock()

    async def learn(self, who: Who, address: Address) -> None:
        """Keep where to reach somebody, if it is new."""
        if self._written.get(who.id) == address:
            return
        # Teams tells of an install twice at the same time.
        async with self._lock:
            await learn_address(self._store, who, NAME, address.model_dump_json())
        if len(self._written) >= _MOST:
            self._written.clear()
        self._written[who.id] = address

    async def forget(self, who: Who) -> None:
        """Keep that somebody has removed the bot."""
        self._written.pop(who.id, None)
        await learn_address(self._store, who, NAME, "")

    async def find(self, person: str) -> Address | None:
        """Return where to reach the person with this id, None if they do not have the bot."""
        known = await addresses_of(self._store, Who(NAME, person).key)
        try:
            return Address.model_validate_json(known.get(NAME, ""))
        except ValidationError:
            return None

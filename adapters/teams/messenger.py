"""Pings in Teams: to the conversation that a person has with the bot."""

from __future__ import annotations

from adapters.teams.address import NAME, AddressBook
from adapters.teams.budget import fitted
from adapters.teams.connector import Connector
from adapters.teams.conversation import Conversation
from bot.card import Card
from bot.ports import Receipt, SendFailedError, To


class TeamsMessenger:
    """Reaches people by their id in the tenant, where they have written to the bot or installed it.

    Teams offers no way to look a message up, and nobody can be written to by name alone.
    """

    name = NAME
    can_find = False

    def __init__(self, connector: Connector, book: AddressBook) -> None:
        self._connector = connector
        self._book = book

    async def send(self, to: To, card: Card, *, key: str) -> Receipt:
        """Deliver a card; Teams takes no key, so a repeat is a second message.

        Raises:
            SendFailedError: it was certainly not delivered; `blocked` where the bot was removed.
            OutcomeUnknownError: it may or may not have been.
        """
        del key
        person = to.addresses.get(self.name, "")
        way = await self._way(person)
        return Receipt(messenger=self.name, place=person, id=await way.send(card, patience=0))

    async def update(self, receipt: Receipt, card: Card) -> None:
        """Replace a delivered card; raises as `send` does."""
        way = await self._way(receipt.place)
        await way.put(receipt.id, card.title, await way.content(fitted(card)))

    async def find(self, to: To, key: str) -> Receipt | None:
        """Find nothing: Teams cannot look a message up."""
        del to, key
        return None

    async def _way(self, person: str) -> Conversation:
        address = await self._book.find(person) if person else None
        if address is None:
            raise SendFailedError("unknown_address")
        return Conversation(self._connector, address)

"""Talking in one conversation: cards, plain words, updates, deletions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import structlog

from adapters.teams.address import Address
from adapters.teams.budget import Drawn, belonging, fitted
from adapters.teams.connector import Connector
from bot.card import Card
from bot.ports import OutcomeUnknownError, SendFailedError

PATIENCE = 60.0
"""Seconds that an answer waits where Teams asks for less haste."""

CARD = "application/vnd.microsoft.card.adaptive"
FAILURES = (SendFailedError, OutcomeUnknownError)

_log = structlog.get_logger("somehelp.teams")


class Conversation:
    """One conversation; everything raises `SendFailedError` or `OutcomeUnknownError`."""

    def __init__(self, connector: Connector, address: Address) -> None:
        self._connector = connector
        self.address = address

    async def send(self, card: Card, *, patience: float = PATIENCE) -> str:
        """Send a card, its long texts before it; return the message's id."""
        drawn = fitted(card)
        content = await self.content(drawn)
        return await self._post(as_message(card.title, content), patience)

    async def content(self, drawn: Drawn) -> Mapping[str, Any]:
        """Send what goes before a card, and return the card that knows of it."""
        ids = tuple([await self.say(text) for text in drawn.before])
        return belonging(drawn.content, ids) if ids else drawn.content

    async def say(self, text: str) -> str:
        """Send words as they are; return the message's id."""
        words = {"type": "message", "text": text, "textFormat": "plain"}
        return await self._post(words, PATIENCE)

    async def typing(self) -> None:
        """Show that an answer is being made."""
        await self._post({"type": "typing"}, 0)

    async def put(self, id: str, title: str, content: Mapping[str, Any]) -> None:  # noqa: A002
        """Put a drawn card in place of a message; putting it there twice does no harm."""
        message = {**self._signed(as_message(title, content)), "id": id}
        try:
            await self._connector.put(*self._where, id, message)
        except OutcomeUnknownError:
            await self._connector.put(*self._where, id, message)

    async def replace(self, id: str, card: Card) -> None:  # noqa: A002
        """Put a card in place of a message; where Teams has lost that one, send it anew."""
        content = await self.content(fitted(card))
        try:
            await self.put(id, card.title, content)
        except SendFailedError as error:
            _log.warning("teams.update_failed", reason=error.reason)
            await self._post(as_message(card.title, content), PATIENCE)

    async def erase(self, done: Card, *ids: str) -> None:
        """Delete messages; what cannot be deleted says `done` instead of what it said."""
        for id in ids:  # noqa: A001
            try:
                await self._connector.delete(*self._where, id)
            except FAILURES as error:
                if not (isinstance(error, SendFailedError) and error.reason == "unknown_address"):
                    await self.put(id, done.title, fitted(done).content)

    async def _post(self, activity: Mapping[str, Any], patience: float) -> str:
        return await self._connector.post(*self._where, self._signed(activity), patience=patience)

    def _signed(self, activity: Mapping[str, Any]) -> dict[str, Any]:
        return {
            **activity,
            "from": {"id": self.address.bot},
            "recipient": {"id": self.address.user},
            "conversation": {"id": self.address.conversation},
        }

    @property
    def _where(self) -> tuple[str, str]:
        return self.address.service_url, self.address.conversation


def as_message(title: str, content: Mapping[str, Any]) -> dict[str, Any]:
    """Return a drawn card as a message; its title is what a notification says."""
    return {
        "type": "message",
        "summary": title,
        "attachments": [{"contentType": CARD, "content": content}],
    }

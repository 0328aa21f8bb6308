"""Mail as a part of the server."""

from __future__ import annotations

from aiohttp import web

from adapters.mail.messenger import MailMessenger
from adapters.part import Health


class MailPart:
    """Mail needs no address and no start; its health is what the mail server last said."""

    name = "mail"

    def __init__(self, messenger: MailMessenger) -> None:
        self.messenger = messenger

    def mount(self, app: web.Application) -> None:
        """Add nothing: no mail comes in."""

    async def start(self) -> None:
        """Nothing to connect: each mail is a connection of its own."""

    async def stop(self) -> None:
        """Nothing to close: the pager waits for what it sends."""

    def health(self) -> Health:
        """Say whether the mail server took the last mail."""
        if self.messenger.reaches:
            return Health(ok=True)
        return Health(ok=False, key="mail-down")

"""A part of the server that can be on or off: Slack, Teams, the web page, mail, the pager."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from aiohttp import web


class Health(NamedTuple):
    """Whether a part works now; `key` is a sentence in `bot.texts` that says what to mend."""

    ok: bool
    key: str = ""


class CannotRunError(Exception):
    """A part cannot run as it is set up; `key` is a sentence in `bot.texts` on what to mend."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


class Part(Protocol):
    """What `adapters.app` starts, serves, asks for its health and stops."""

    name: str

    def mount(self, app: web.Application) -> None:
        """Add this part's routes."""

    async def start(self) -> None:
        """Get ready: connect, warm up. Raises `CannotRunError` if it cannot run at all."""

    async def stop(self) -> None:
        """Take nothing new, finish what was accepted, close."""

    def health(self) -> Health:
        """Say whether this part works, from what it last saw; no call goes out."""

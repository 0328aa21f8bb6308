"""The messenger that reaches the sink."""

from __future__ import annotations

import datetime
import os
import signal
from typing import Any

import aiohttp

from adapters.net import last_look
from bot.card import Card
from bot.ports import OutcomeUnknownError, Receipt, SendFailedError, To

_SOON = datetime.timedelta(seconds=1)


class Chat:
    """A messenger; what an answer means is what it means in the adapters of real services.

    The process stops itself (SIGSTOP) right before its `stop_at`-th message leaves.
    """

    def __init__(self, name: str, socket: str, *, can_find: bool, stop_at: int = 0) -> None:
        self.name = name
        self.can_find = can_find
        self._stop_at = stop_at
        self._sends = 0
        self._session = aiohttp.ClientSession(
            "http://sink",
            connector=aiohttp.UnixConnector(socket, limit=0),
            trace_configs=[last_look()],
        )

    async def send(self, to: To, card: Card, *, key: str) -> Receipt:
        """Deliver a card; what stands on it does not matter here."""
        del card
        self._sends += 1
        if self._sends == self._stop_at:
            os.kill(os.getpid(), signal.SIGSTOP)
        await self._call("/send", key=key, to=to.person, messenger=self.name)
        return Receipt(messenger=self.name, place=to.person, id=key)

    async def update(self, receipt: Receipt, card: Card) -> None:
        """Replace a delivered card."""
        del card
        await self._call("/update", key=receipt.id)

    async def find(self, to: To, key: str) -> Receipt | None:
        """Look a message up by its key."""
        said = await self._call("/find", key=key)
        return Receipt(messenger=self.name, place=to.person, id=key) if said["found"] else None

    async def close(self) -> None:
        """Let the connections go."""
        await self._session.close()

    async def _call(self, path: str, **said: Any) -> Any:
        try:
            async with self._session.post(path, json={**said, "pid": os.getpid()}) as answer:
                if answer.status == 429:
                    again = datetime.timedelta(seconds=float(answer.headers["Retry-After"]))
                    raise SendFailedError("throttled", again)
                if answer.status != 200:
                    raise OutcomeUnknownError
                return await answer.json(content_type=None) if path != "/update" else None
        except aiohttp.ClientConnectorError:
            raise SendFailedError("down", _SOON) from None
        except (aiohttp.ClientError, TimeoutError, OSError):
            raise OutcomeUnknownError from None

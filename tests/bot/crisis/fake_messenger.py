"""A messenger in memory that does what a test tells it: deliver, refuse, stay silent, look up."""

from __future__ import annotations

import asyncio
import datetime
from collections.abc import Callable
from typing import NamedTuple

from bot.card import Card
from bot.ports import Messenger, OutcomeUnknownError, Receipt, SendFailedError, To


class Copy(NamedTuple):
    """One message as it arrived."""

    person: str
    key: str
    card: Card
    at: datetime.datetime

    @property
    def purpose(self) -> str:
        """What the message was for, as its key says."""
        return self.key.split(":")[2]


class FakeMessenger:
    """Keeps what it was given; `trouble` may raise, or wait, before anything is delivered."""

    def __init__(self, name: str, now: Callable[[], datetime.datetime], *, finds: bool = True):
        self.name = name
        self.can_find = finds
        self.now = now
        self.copies: list[Copy] = []
        self.updates: list[tuple[str, Card]] = []
        self.blocked: set[str] = set()
        self.hanging: set[str] = set()
        self.silent: set[str] = set()
        self.down = False
        self.throttle = 0
        self.calls = 0

    async def send(self, to: To, card: Card, *, key: str) -> Receipt:
        """Deliver, or do what the test wants."""
        self.calls += 1
        if to.person in self.blocked:
            raise SendFailedError("blocked")
        if self.down:
            raise SendFailedError("down", datetime.timedelta(seconds=1))
        if self.throttle and self.calls % self.throttle == 0:
            raise SendFailedError("throttled", datetime.timedelta(seconds=1))
        if to.person in self.hanging:
            await asyncio.Event().wait()
        self.copies.append(Copy(to.person, key, card, self.now()))
        if to.person in self.silent:
            raise OutcomeUnknownError
        return Receipt(messenger=self.name, place=to.person, id=key)

    async def update(self, receipt: Receipt, card: Card) -> None:
        """Keep what a card was drawn anew as."""
        if self.down:
            raise SendFailedError("down", None)
        self.updates.append((receipt.id, card))

    async def find(self, to: To, key: str) -> Receipt | None:
        """Look among what was delivered."""
        if self.down:
            raise SendFailedError("down", datetime.timedelta(seconds=1))
        found = any(copy.key == key and copy.person == to.person for copy in self.copies)
        return Receipt(messenger=self.name, place=to.person, id=key) if found else None

    def to(self, person: str, *purposes: str) -> list[Copy]:
        """Return what somebody got, of these purposes if any are named."""
        return [
            c for c in self.copies if c.person == person and c.purpose in (purposes or (c.purpose,))
        ]


def conforms(messenger: FakeMessenger) -> Messenger:
    """Let the type checker say whether the fake has every method of the port."""
    return messenger

"""An assistant of the example city, as a server would build it, on a store in memory."""

from __future__ import annotations

import datetime
from functools import cache

from bot.assistant import Assistant
from bot.card import Button, Card, Note, Piece
from bot.city import City
from bot.city_file import load_city
from bot.city_today import CityToday
from bot.desk import Desk
from bot.request import Request, Who
from rules.model import Language
from tests.bot.memory_store import MemoryStore
from tests.conftest import REPOSITORY

AUNE = Who("slack", "U0EXAMPLE05", "T1", "fi", "Aune Sanala")
"""The communications planner, who may record anybody's absence."""

STRANGER = Who("slack", "U0STRANGER", "T1", "fi")


class MovedClock:
    """A clock that the test's store moves."""

    def __init__(self, store: MemoryStore) -> None:
        self._store = store

    def now(self) -> datetime.datetime:
        """Return the store's time."""
        return self._store.clock

    async def sleep(self, seconds: float) -> None:
        """Let time pass at once."""
        self._store.clock += datetime.timedelta(seconds=seconds)


class QuietDesk:
    """A crisis desk that says which verb it got; `open` puts a banner above answers."""

    def __init__(self) -> None:
        self.open = False
        self.texts: list[str] = []

    async def handle(self, request: Request) -> Card:
        """Answer with the verb and the language; keep the text that came with it."""
        self.texts.append(request.text)
        return Card(f"{request.verb} {request.who.language}")

    async def banner(self, language: Language) -> tuple[Piece, ...]:
        """Return one note while open."""
        return (Note(f"crisis open ({language})", "error"),) if self.open else ()


@cache
def example_city() -> City:
    """Return the city of `deploy/city`."""
    return load_city(REPOSITORY / "deploy" / "city")


@cache
def _desk() -> Desk:
    return Desk(example_city())


class House:
    """An assistant with all that it needs, and short ways to talk to it."""

    def __init__(self) -> None:
        self.store = MemoryStore()
        self.crisis = QuietDesk()
        self.clock = MovedClock(self.store)
        self.assistant = self._assistant()

    def _assistant(self) -> Assistant:
        city = CityToday(example_city(), self.store, self.clock)
        return Assistant(_desk(), city, self.store, self.clock, self.crisis)

    def restarted(self) -> House:
        """Return a second instance on the same store, with nothing in memory."""
        other = House()
        other.store, other.crisis = self.store, self.crisis
        other.clock = MovedClock(other.store)
        other.assistant = other._assistant()
        return other

    async def do(self, verb: str, text: str = "", who: Who = AUNE, **args: str) -> Card:
        """Do one thing and return the answer."""
        return await self.assistant.handle(Request(verb, who, text, args))

    async def press(self, button: Button, text: str = "", **fields: str) -> Card:
        """Press a button, with what stands in a form's fields, and return the answer."""
        request = Request(button.verb, AUNE, text, {**button.payload, **fields})
        return await self.assistant.handle(request)

    async def send(self, text: str, who: Who = AUNE) -> Card:
        """Send a message and return the answer."""
        return await self.do("message", text, who)

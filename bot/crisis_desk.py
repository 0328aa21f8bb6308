"""What people say about a crisis, and what they are answered."""

from __future__ import annotations

import contextlib
import datetime
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Protocol

from bot.card import Card, Note, Piece
from bot.city import City
from bot.crises import Crises, NoSuchCrisisError
from bot.crisis import Crisis
from bot.crisis_begin import Begin
from bot.crisis_follow import Follow
from bot.crisis_forms import phones
from bot.crisis_take import Take
from bot.crisis_turn import Turn
from bot.crisis_words import Words
from bot.identity import person_of
from bot.planner import Planning
from bot.ports import StoreDownError
from bot.report import report
from bot.request import Request
from rules.model import Language

_FRESH = 1.0
_MOST = 3


class CitySource(Protocol):
    """The city with today's absences."""

    async def get(self) -> City:
        """Return the city as it is now."""


class CrisisDesk:
    """Answers every request whose verb begins with `crisis.`.

    `is_personal` tells whether a note names somebody, which is said and never stops it.
    """

    def __init__(
        self,
        crises: Crises,
        city: CitySource,
        planning: Planning,
        is_personal: Callable[[str], bool] = lambda _: False,
    ) -> None:
        self._crises = crises
        self._city = city
        self._planning = planning
        self._known: tuple[float, tuple[Crisis, ...]] | None = None
        crises.listeners.append(self._changed)
        self._verbs: Mapping[str, Callable[[Turn], Awaitable[Card]]] = {
            **Begin(crises).verbs,
            **Follow(crises, is_personal).verbs,
            **Take(crises).verbs,
        }

    async def handle(self, request: Request) -> Card:
        """Answer a request; while the store is down, say so, and whom to call."""
        turn = await self._turn(request)
        answer = self._verbs.get(request.verb)
        if not request.who.id:
            return turn.card("sign-in")
        if answer is None:
            return turn.card("unknown")
        try:
            return await answer(turn)
        except NoSuchCrisisError:
            return turn.card("no-such")
        except StoreDownError:
            return turn.card("store-down", *phones(turn))

    async def banner(self, language: Language) -> tuple[Piece, ...]:
        """Return what stands above every answer while a crisis is open.

        Raises:
            StoreDownError: the store cannot be asked.
        """
        if self._known is None or time.monotonic() - self._known[0] > _FRESH:
            self._known = time.monotonic(), await self._crises.open()
        now = datetime.datetime.now(datetime.UTC)
        found = [crisis for crisis in self._known[1] if crisis.mode == "crisis" and crisis.open]
        return tuple(Note(Words(crisis, language, now).banner, "error") for crisis in found[:_MOST])

    async def record(self, request: Request) -> str | None:
        """Return the report of the crisis that a request names, for those who may follow it.

        Raises:
            StoreDownError: the store cannot be asked.
        """
        turn = await self._turn(request)
        try:
            crisis = await self._crises.load(turn.arg("crisis"))
        except NoSuchCrisisError:
            return None
        return report(crisis, turn.now, turn.language) if turn.follows(crisis) else None

    def _changed(self, _: str) -> None:
        self._known = None

    async def _turn(self, request: Request) -> Turn:
        city = await self._city.get()
        now = datetime.datetime.now(datetime.UTC)
        with contextlib.suppress(StoreDownError):
            now = await self._crises.store.now()
        return Turn(
            request=request,
            city=city,
            person=person_of(request.who, city),
            planner=self._planning.of(city, now),
            channels=self._planning.channels,
            language=request.who.language or city.language,
            now=now,
        )

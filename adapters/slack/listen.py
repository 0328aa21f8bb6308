"""From what was asked to the answer: once per delivery, and never without a word to the person."""

from __future__ import annotations

import asyncio
import datetime
import uuid
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Protocol

import structlog

from adapters.slack.client import error_of
from adapters.slack.controls import say
from adapters.slack.deliver import Delivery, noted
from adapters.slack.files import Files, is_image, is_text
from adapters.slack.people import People
from adapters.slack.requests import LONGEST, Asked
from adapters.slack.way import Way
from bot.card import Button, Card
from bot.ports import Store, StoreDownError
from bot.request import Request, Who
from rules.model import Language

_log = structlog.get_logger("somehelp.slack")

_TAKEN_FOR = datetime.timedelta(hours=1)  # Slack repeats an event for some six minutes
_STORE_SECONDS = 1.0
_REMEMBERED = 10_000


class Answers(Protocol):
    """What answers: the bot's Assistant."""

    async def handle(self, request: Request) -> Card:
        """Return the answer to a request."""


class Listener:
    """Answers what is asked in Slack."""

    def __init__(
        self,
        *,
        answers: Answers,
        store: Store,
        people: People,
        delivery: Delivery,
        files: Files,
        language: Language,
    ) -> None:
        self._answers = answers
        self._store = store
        self._people = people
        self._delivery = delivery
        self._files = files
        self.language = language
        self._holder = uuid.uuid4().hex
        self._taken: OrderedDict[str, None] = OrderedDict()

    async def serve(self, asked: Asked) -> None:
        """Answer what was asked, if nobody has yet; never raises."""
        if await self.first(asked):
            await self.show(await self.card(asked), asked)

    async def first(self, asked: Asked) -> bool:
        """Tell whether this delivery is ours to answer: Slack may deliver it again, to anybody."""
        key = f"delivery/slack/{asked.delivery}"
        if not asked.delivery:
            return True
        if key in self._taken:
            return False
        self._taken[key] = None
        if len(self._taken) > _REMEMBERED:
            self._taken.popitem(last=False)
        try:
            async with asyncio.timeout(_STORE_SECONDS):
                return await self._store.claim(key, self._holder, _TAKEN_FOR)
        except (StoreDownError, TimeoutError):
            return True  # rather twice than not at all

    async def card(self, asked: Asked) -> Card:
        """Return the answer; what fails is logged without its words and becomes an answer too."""
        language = self.language
        try:
            who = await self._people.who(asked.way.user, asked.team)
            language = who.language or language
            return await self._answers.handle(await self._request(asked, who))
        except Exception as error:
            _log.exception("not_answered", platform="slack", verb=asked.verb, error=error_of(error))
            return Card(say(language).say("slack-failed"), language=language)

    async def _request(self, asked: Asked, who: Who) -> Request:
        verb, text, args = asked.verb, asked.text, dict(asked.args)
        if asked.files and (not text or any(map(is_text, asked.files))):
            verb, text = await self._files.opened(asked.files)
            if len(text) > LONGEST:
                verb, text = "too_long", ""
        elif any(map(is_image, asked.files)):
            args.setdefault("alt_text", "unknown")
        way = await self._known(asked.way)
        return Request(verb, who, text, args, "direct" if way.direct else "shared")

    async def _known(self, way: Way) -> Way:
        """Return a way that knows whether nobody else reads there.

        A channel `D…` where a command was typed may be ours or one between two other people.
        """
        if way.direct or way.surface not in ("command", "shortcut"):
            return way
        if not way.channel.startswith("D") or way.channel != await self._people.direct(way.user):
            return way
        return replace(way, direct=True)

    async def show(self, card: Card, asked: Asked) -> None:
        """Bring an answer to the person; never raises."""
        way = await self._known(asked.way)
        try:
            if way.surface == "home" and card.mode == "toast":
                home = await self.card(replace(asked, verb="home", text="", args={}))
                await self._delivery.home(noted(home, card.title), way.user)
            if way.surface == "home" and asked.verb == "home":
                await self._delivery.home(card, way.user)
            elif way.surface != "home" or card.mode != "toast" or way.view:
                await self._delivery.deliver(card, way, Button(asked.verb, "", dict(asked.args)))
        except Exception as error:
            _log.exception(
                "not_delivered", platform="slack", verb=asked.verb, error=error_of(error)
            )
            failed = Card(say(card.language).say("slack-failed"), language=card.language)
            await self._delivery.failed(failed, way)

    async def late(self, answer: asyncio.Task[Card | None], asked: Asked) -> None:
        """Show an answer in a dialog that was told to wait for it; never raises."""
        card = await answer
        if card is None or card.mode == "form":
            await self.show(card or self._told(), asked)
            return
        await self.show(card, asked.closed())
        await self.show(self._told(card.language), asked)

    def _told(self, language: Language | None = None) -> Card:
        language = language or self.language
        return Card(say(language).say("slack-answered"), language=language)


def errors(card: Card) -> Mapping[str, Any]:
    """Return what is wrong in a form, by the names of its fields."""
    named = ((getattr(piece, "name", ""), getattr(piece, "error", "")) for piece in card.pieces)
    return {name: error for name, error in named if error}

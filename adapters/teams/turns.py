"""What came is answered: messages, buttons of older clients, coming and going."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Protocol

import structlog
from botbuilder.schema import Activity

from adapters.teams.address import AddressBook
from adapters.teams.connector import Connector
from adapters.teams.conversation import FAILURES, Conversation
from adapters.teams.files import Files
from adapters.teams.incoming import (
    address_of,
    language_of,
    place_of,
    press_of,
    said,
    who_of,
)
from adapters.teams.people import People
from bot.card import Card
from bot.ports import StoreDownError
from bot.request import Request, Who
from bot.texts import Texts
from rules.model import Language

SLOW = 1.0
"""Seconds after which people are shown that an answer is being made."""

_log = structlog.get_logger("somehelp.teams")


class Assistant(Protocol):
    """Whoever answers."""

    async def handle(self, request: Request) -> Card:
        """Answer one request."""


class Turns:
    """Acts on everything that is not answered in the same breath."""

    def __init__(
        self,
        assistant: Assistant,
        *,
        connector: Connector,
        book: AddressBook,
        people: People,
        files: Files,
        language: Language,
    ) -> None:
        self._assistant = assistant
        self._connector = connector
        self._book = book
        self._people = people
        self._files = files
        self._language = language

    async def take(self, activity: Activity) -> None:
        """Act on what came; edits, reactions and read receipts need nothing."""
        match activity.type:
            case "message":
                await self._answered(activity)
            case "installationUpdate":
                await self._installed(activity)
            case "conversationUpdate":
                await self._members_changed(activity)

    async def who(self, activity: Activity) -> Who:
        """Return who did this, with the address that the tenant vouches for."""
        return who_of(activity, await self._people.email(activity))

    async def handle(self, request: Request) -> Card:
        """Let the assistant answer."""
        return await self._assistant.handle(request)

    def texts(self, activity: Activity) -> Texts:
        """Return the sentences in the language of somebody's client."""
        return Texts(language_of(activity.locale) or self._language)

    def here(self, activity: Activity) -> Conversation:
        """Return the conversation in which something came."""
        return Conversation(self._connector, address_of(activity))

    async def deliver(self, card: Card, activity: Activity, who: Who) -> bool:
        """Send an answer: where it was asked for, or to the person alone if others read along.

        Returns:
            Whether it went to the person alone.
        """
        here = self.here(activity)
        alone = None
        if card.private and place_of(activity) == "shared":
            alone = await self._alone(activity, who)
        if alone is None:
            await here.send(card)
            return False
        await alone.send(card)
        if activity.type == "message":
            await here.say(Texts(card.language).say("teams-private"))
        return True

    async def alone(self, card: Card, activity: Activity, who: Who) -> None:
        """Send an answer to the person alone, if there is a way to them."""
        if way := await self._alone(activity, who):
            await way.send(card)

    async def learn(self, activity: Activity, who: Who) -> None:
        """Keep where somebody is reached, from a conversation with them alone."""
        if place_of(activity) == "direct" and who.id:
            with suppress(StoreDownError):
                await self._book.learn(who, address_of(activity))

    async def _answered(self, activity: Activity) -> None:
        here = self.here(activity)
        try:
            who = await self.who(activity)
            await self.learn(activity, who)
            answering = asyncio.create_task(self._answer(activity, who))
            done, _ = await asyncio.wait({answering}, timeout=SLOW)
            if not done:
                with suppress(*FAILURES):
                    await here.typing()
            await answering
        except FAILURES as error:
            # A second copy after an unknown outcome would be worse than none: people ask again.
            _log.warning("teams.not_answered", error=type(error).__name__)
        except Exception:
            with suppress(*FAILURES):
                await here.say(self.texts(activity).say("teams-broken"))
            raise

    async def _answer(self, activity: Activity, who: Who) -> None:
        press = press_of(activity.value)
        if press is None:
            card = await self.handle(await self._request(activity, who))
            await self.deliver(card, activity, who)
            return
        card = await self.handle(press.request(activity.value, who, place_of(activity)))
        await self._press_answered(card, activity, who, press.also)

    async def _press_answered(
        self, card: Card, activity: Activity, who: Who, also: list[str]
    ) -> None:
        here = self.here(activity)
        pressed_in = activity.reply_to_id
        match card.mode:
            case "replace" if pressed_in:
                await here.replace(pressed_in, card)
            case "erase" if pressed_in:
                await here.erase(card, pressed_in, *also)
                await here.say(card.title)
            case "toast":
                await here.say(card.title)
            case _:
                await self.deliver(card, activity, who)

    async def _request(self, activity: Activity, who: Who) -> Request:
        place = place_of(activity)
        if text := said(activity):
            return Request("message", who, text, place=place)
        if opened := await self._files.opened(activity.attachments):
            return Request(opened.verb, who, opened.text, place=place)
        return Request("no_text", who, place=place)

    async def _installed(self, activity: Activity) -> None:
        who = await self.who(activity)
        if str(activity.action or "").startswith("remove"):
            await self._left(activity, who)
            return
        await self.learn(activity, who)
        if activity.action == "add":
            card = await self.handle(Request("hello", who, place=place_of(activity)))
            with suppress(*FAILURES):
                await self.deliver(card, activity, who)

    async def _members_changed(self, activity: Activity) -> None:
        bot = activity.recipient.id
        if any(_id(member) == bot for member in activity.members_removed or ()):
            await self._left(activity, who_of(activity))
        elif any(_id(member) == bot for member in activity.members_added or ()):
            await self.learn(activity, who_of(activity))

    async def _left(self, activity: Activity, who: Who) -> None:
        if place_of(activity) == "direct" and who.id:
            await self._book.forget(who)

    async def _alone(self, activity: Activity, who: Who) -> Conversation | None:
        """Return the conversation with somebody alone; None where there is no way to them."""
        with suppress(StoreDownError):
            if known := await self._book.find(who.id):
                return Conversation(self._connector, known)
        here = address_of(activity)
        try:
            opened = await self._connector.open(here.service_url, here.bot, here.user, who.tenant)
        except FAILURES:
            return None
        if not opened:
            return None
        return Conversation(self._connector, here.model_copy(update={"conversation": opened}))


def _id(member: Any) -> str | None:
    found = member.get("id") if isinstance(member, Mapping) else getattr(member, "id", None)
    return found if isinstance(found, str) else None

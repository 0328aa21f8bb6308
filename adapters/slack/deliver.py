"""Where an answer goes: a message, one that only the person sees, a dialog, the home tab."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack import draw
from adapters.slack.client import Failure, Hooks, error_of
from adapters.slack.controls import say
from adapters.slack.limits import Block
from adapters.slack.people import People
from adapters.slack.way import PARTS, Way
from bot.card import Button, Buttons, Card, Note
from bot.texts import Texts

_log = structlog.get_logger("somehelp.slack")
_LATE = frozenset({"expired_trigger_id", "trigger_expired", "exchanged_trigger_id"})


class Delivery:
    """Brings cards to where they were asked for; where that is not possible, to the person."""

    def __init__(self, client: AsyncWebClient, hooks: Hooks, people: People) -> None:
        self._client = client
        self._hooks = hooks
        self._people = people

    async def deliver(self, card: Card, way: Way, again: Button | None = None) -> None:
        """Show a card; `again` is how to ask once more for a form that came too late.

        Raises:
            SlackApiError: Slack refused it (and whatever else a call to Slack may raise).
        """
        match card.mode:
            case "form":
                await self._form(card, way, again)
            case "erase":
                await self._erase(card, way)
            case "replace":
                await self._replace(card, way)
            case "toast":
                await self._briefly(card, way)
            case "answer":
                await self._answer(card, way)

    async def _form(self, card: Card, way: Way, again: Button | None) -> None:
        view = dialog(card, way)
        if way.view:
            await self._client.views_update(view_id=way.view, view=view)
            return
        if not way.trigger and again:
            # Slack opens a dialog for a press or a command, not for a message that was written.
            texts = say(card.language)
            await self._answer(_ask_again(card.title, again, texts), way)
            return
        try:
            await self._client.views_open(trigger_id=way.trigger, view=view)
        except SlackApiError as error:
            if error_of(error) not in _LATE or again is None:
                raise
            _log.info("form_too_late", platform="slack", verb=again.verb)
            texts = say(card.language)
            await self._answer(_ask_again(texts.say("slack-form-late"), again, texts), way)

    async def _answer(self, card: Card, way: Way) -> None:
        if way.surface == "home" and way.trigger:
            await self._client.views_open(trigger_id=way.trigger, view=dialog(card, way))
        elif way.view:
            await self._client.views_update(view_id=way.view, view=dialog(card, way))
        elif way.direct or not card.private:
            await self._post(card, way)
        else:
            await self._whisper(card, way)

    async def _replace(self, card: Card, way: Way) -> None:
        if way.surface == "home":
            await self._client.views_publish(user_id=way.user, view=draw.home(card))
        elif way.view or not way.message:
            await self._answer(card, way)
        elif way.ephemeral:
            await self._whisper(card, way, replace_original=True)
        elif way.direct or not card.private:
            first, *rest = draw.messages(card)
            await self._client.chat_update(
                channel=way.channel, ts=way.message, text=first.text, blocks=first.blocks
            )
            await self._delete(way.parts, way)
            await self._say(rest, way)
        else:
            await self._whisper(card, way)

    async def _erase(self, card: Card, way: Way) -> None:
        if way.ephemeral:
            gone = await self._hooks.answer(way.response_url, {"delete_original": True})
            if not gone:
                _log.warning("not_erased", platform="slack", reason="response_url")
        elif way.message and not way.view:
            await self._delete((*way.parts, way.message), way)
        await self._briefly(card, way)

    async def _delete(self, messages: Iterable[str], way: Way) -> None:
        for message in messages:
            await self._client.chat_delete(channel=way.channel, ts=message)

    async def _briefly(self, card: Card, way: Way) -> None:
        """Confirm something; where Slack lets us, in a message that does not stay."""
        if way.response_url and not way.view:
            await self._whisper(card, way)
        else:
            await self._answer(card, way)

    async def _post(self, card: Card, way: Way) -> None:
        await self._say(draw.messages(card), way)

    async def _say(self, messages: list[draw.Message], way: Way) -> None:
        channel = way.channel or await self._people.direct(way.user)
        said: list[str] = []
        for index, (text, blocks) in enumerate(messages):
            last = index and index == len(messages) - 1
            joint = [{"type": "divider", "block_id": PARTS + "+".join(said)}] if last else []
            answer = await self._client.chat_postMessage(
                channel=channel,
                text=text,
                blocks=[*joint, *blocks],
                thread_ts=way.thread or None,
                unfurl_links=False,
                unfurl_media=False,
            )
            said.append(str(answer["ts"]))

    async def _whisper(self, card: Card, way: Way, *, replace_original: bool = False) -> None:
        """Show a card to this person alone; directly, where the place takes no more of it."""
        messages = draw.messages(card)
        for index, (text, blocks) in enumerate(messages):
            payload: dict[str, Any] = {
                "response_type": "ephemeral",
                "replace_original": replace_original and not index,
                "text": text,
                "blocks": blocks,
                **({"thread_ts": way.thread} if way.thread else {}),
            }
            if not await self._hooks.answer(way.response_url, payload):
                _log.info("response_url_spent", platform="slack", count=index)
                mine = replace(way, channel="", thread="", direct=True)
                await self._say(messages[index:], mine)
                return

    async def home(self, card: Card, user: str) -> None:
        """Show a card as somebody's home tab."""
        await self._client.views_publish(user_id=user, view=draw.home(card))

    async def failed(self, card: Card, way: Way) -> None:
        """Tell the person of a failure, as far as Slack lets us; never raises."""
        try:
            await self._answer(card, replace(way, trigger="") if way.surface != "home" else way)
        except Failure as error:
            _log.warning("not_told", platform="slack", error=error_of(error))


def dialog(card: Card, way: Way) -> Block:
    """Return a card as a dialog that knows the way back to where it was asked for."""
    submit = card.submit or Button("", "")
    return draw.modal(card, way.metadata(submit.verb, submit.payload))


def _ask_again(title: str, again: Button, texts: Texts) -> Card:
    """Return a card with a button that asks for a form once more."""
    button = replace(again, label=texts.say("slack-again"), style="primary")
    return Card(title, (Buttons((button,)),), language=texts.language)


def noted(card: Card, words: str) -> Card:
    """Return a card with a confirmation on top."""
    return replace(card, pieces=(Note(words, "good"), *card.pieces))

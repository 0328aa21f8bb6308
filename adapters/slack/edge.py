"""Bolt's side: check that it was Slack, say `yes` at once, hand over.

One listener per kind of delivery takes whatever comes, so that nothing is unhandled: Slack counts
that as a failure. Each says `yes` before it does anything, and what follows runs in a task of its
own: in bolt 1.30 an exception soon after `ack` takes the `yes` back, and one in a lazy listener is
told to nobody.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from typing import Any

import structlog
from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack import controls, quiet, requests
from adapters.slack.controls import say
from adapters.slack.deliver import dialog
from adapters.slack.listen import Listener, errors
from adapters.slack.requests import Asked
from adapters.slack.work import Work
from bot.card import Card
from rules.model import Language

_log = structlog.get_logger("somehelp.slack")

COMMAND = "/somehelp"
SHORTCUT = "check_message"
EVENTS = ("app_home_opened", "message")
"""What the app's manifest names; everything else is taken and left."""

_ANY = re.compile(".*")
_FORM_SECONDS = 2.3  # Slack waits three for what is to happen to a dialog
_Body = Mapping[str, Any]


def bolt(
    client: AsyncWebClient, secret: str, own: AuthorizeResult, listener: Listener, work: Work
) -> AsyncApp:
    """Return bolt's app with our listeners; `own` is who we are, as Slack said at the start."""

    async def authorize() -> AuthorizeResult:
        return own

    app = AsyncApp(
        name="slack_bolt_app",  # also the name of a logger that bolt sets up: not one of ours
        client=client,
        signing_secret=secret,
        authorize=authorize,
        logger=quiet.logger(),
        # The listeners below are done in a moment; waiting for them saves bolt's polling for `ack`.
        process_before_response=True,
        attaching_function_token_enabled=False,
        attaching_conversation_kwargs_enabled=False,
    )
    Edge(app, own.team_id or "", listener, work)
    return app


class Edge:
    """The listeners of one app."""

    def __init__(self, app: AsyncApp, team: str, listener: Listener, work: Work) -> None:
        self._team = team
        self._listener = listener
        self._work = work
        app.command(_ANY)(self.command)
        app.action(_ANY)(self.action)
        app.event(_ANY)(self.event)
        app.view(_ANY)(self.submission)
        app.shortcut(_ANY)(self.shortcut)
        app.view_closed(_ANY)(self.nothing)
        app.options(_ANY)(self.no_options)

    async def event(self, body: _Body, ack: AsyncAck) -> BoltResponse | None:
        """Take a message, or the home tab being opened."""
        await ack()
        return self._take(requests.from_event(body))

    async def command(self, body: _Body, ack: AsyncAck) -> BoltResponse | None:
        """Take `/somehelp …`."""
        await ack()
        return self._take(requests.from_command(body))

    async def shortcut(self, body: _Body, ack: AsyncAck) -> BoltResponse | None:
        """Take a shortcut that was used on a message."""
        await ack()
        return self._take(requests.from_shortcut(body))

    async def action(self, body: _Body, ack: AsyncAck) -> BoltResponse | None:
        """Take a button that was pressed, or a choice that was made."""
        await ack()
        return self._take(requests.from_action(body))

    async def nothing(self, ack: AsyncAck) -> None:
        """Take a dialog that was closed: nothing was asked."""
        await ack()

    async def no_options(self, ack: AsyncAck) -> None:
        """Take a request for options, which no list of ours makes."""
        await ack(options=[])

    def _take(self, asked: Asked | None) -> BoltResponse | None:
        if asked is None:
            return None
        if refused := self._refused(asked):
            return refused
        self._work.accept(self._listener.serve(asked))
        return None

    def _refused(self, asked: Asked) -> BoltResponse | None:
        if not self._work.open:
            return BoltResponse(status=503, body="")
        if asked.team != self._team:
            _log.warning("unknown_team", platform="slack", verb=asked.verb)
            return BoltResponse(status=403, body="")
        return None

    async def submission(self, body: _Body, ack: AsyncAck) -> BoltResponse | None:
        """Take what was handed in; the dialog shows errors, the next step, or closes.

        Its answer must come with the `yes`. Where that takes too long the dialog says to wait.
        """
        asked = requests.from_submission(body)
        if refused := self._refused(asked):
            return refused
        answer = self._work.accept(self._submitted(asked))
        done, _ = await asyncio.wait({answer}, timeout=_FORM_SECONDS)
        if not done:
            language = self._listener.language
            await ack(response_action="update", view=dialog(_wait(language), asked.way))
            self._work.accept(self._listener.late(answer, asked))
            return None
        card = answer.result()
        if card is None:
            await ack()
        elif card.mode != "form":
            await ack()
            self._work.accept(self._listener.show(card, asked.closed()))
        elif wrong := errors(card):
            await ack(response_action="errors", errors=controls.errors(wrong))
        else:
            await ack(response_action="update", view=dialog(card, asked.way))
        return None

    async def _submitted(self, asked: Asked) -> Card | None:
        return await self._listener.card(asked) if await self._listener.first(asked) else None


def _wait(language: Language) -> Card:
    return Card(say(language).say("slack-wait"), mode="form", language=language)

"""Slack as a part of the server: requests over HTTP, or a socket that we open ourselves."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from http import HTTPStatus

import aiohttp
import structlog
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.errors import SlackApiError

from adapters import net
from adapters.part import CannotRunError, Health
from adapters.settings import Settings
from adapters.slack.client import REFUSED, Failure, Hooks, Pulse, error_of, web_client
from adapters.slack.controls import say
from adapters.slack.deliver import Delivery
from adapters.slack.edge import bolt
from adapters.slack.files import Files
from adapters.slack.listen import Answers, Listener
from adapters.slack.messenger import SlackMessenger
from adapters.slack.people import People
from adapters.slack.socket import Socket
from adapters.slack.work import Work
from bot.ports import Store
from rules.model import LANGUAGES

_log = structlog.get_logger("somehelp.slack")

ROUTE = "/slack/events"
_STOP_SECONDS = 20.0
_AGAIN_SECONDS = 5.0


class SlackPart:
    """One Slack workspace, served over signed HTTP, or over a socket where there is an app token.

    Raises:
        CannotRunError: a token or the signing secret is missing.
    """

    name = "slack"

    def __init__(self, settings: Settings, answers: Answers, store: Store) -> None:
        token, app_token = settings.slack_bot_token, settings.slack_app_token
        secret = settings.slack_signing_secret
        if token is None:
            raise CannotRunError("slack-missing-token")
        if secret is None and app_token is None:
            # Without a secret bolt would start, and refuse every request with a 500.
            raise CannotRunError("slack-missing-secret")
        self._settings = settings
        self._answers = answers
        self._store = store
        self._token = token.get_secret_value()
        self._secret = secret.get_secret_value() if secret else ""
        self._app_token = app_token.get_secret_value() if app_token else ""
        self._pulse = Pulse()
        url = settings.slack_api_url
        self._client = web_client(self._token, url, self._pulse, patient=True)
        self._exact = web_client(self._token, url, self._pulse, patient=False)
        self.messenger = SlackMessenger(self._exact)
        self._work = Work()
        self._session: aiohttp.ClientSession | None = None
        self._app: AsyncApp | None = None
        self._socket: Socket | None = None
        self._waking: asyncio.Task[None] | None = None

    def mount(self, app: web.Application) -> None:
        """Add the route that Slack calls, unless we call Slack."""
        if not self._app_token:
            app.router.add_post(ROUTE, self._serve)

    async def start(self) -> None:
        """Ask Slack who we are, and open the socket.

        Where Slack cannot be reached yet it is asked again, until it can.

        Raises:
            CannotRunError: Slack refuses the token, or it is for another workspace.
            OSError: the CA bundle cannot be read.
        """
        self._session = net.open_session(self._settings.ca_bundle)
        self._client.session = self._exact.session = self._session
        for language in LANGUAGES:
            say(language).say("slack-failed")
        if not await self._wake():
            self._waking = asyncio.create_task(self._keep_waking())

    async def _keep_waking(self) -> None:
        try:
            while not await self._wake():
                await asyncio.sleep(_AGAIN_SECONDS)
        except CannotRunError:
            _log.exception("slack_refused", part="slack")  # health says what to mend

    async def _wake(self) -> bool:
        try:
            said = await self._client.auth_test()
        except Failure as error:
            word = error_of(error)
            if isinstance(error, SlackApiError) and word in REFUSED:
                raise CannotRunError("slack-refused", error=word) from None
            _log.warning("slack_out_of_reach", part="slack", error=word)
            return False
        team = str(said["team_id"])
        if self._settings.slack_team and team != self._settings.slack_team:
            raise CannotRunError("slack-other-team", team=team)
        own = AuthorizeResult(
            enterprise_id=said.get("enterprise_id"),
            team_id=team,
            bot_user_id=said.get("user_id"),
            bot_id=said.get("bot_id"),
            bot_token=self._token,
        )
        await self._open(own)
        return True

    async def _open(self, own: AuthorizeResult) -> None:
        session, url = self._session, self._settings.slack_api_url
        if session is None:
            return
        people = People(self._client)
        listener = Listener(
            answers=self._answers,
            store=self._store,
            people=people,
            delivery=Delivery(self._client, Hooks(session, url), people),
            files=Files(session, self._token, url),
            language=self._settings.language,
        )
        self._app = bolt(self._client, self._secret or "socket", own, listener, self._work)
        if self._app_token:
            self._socket = Socket(self._app, self._app_token, self._client, self._settings)
            await self._socket.open()
        _log.info("slack_ready", part="slack", mode="socket" if self._app_token else "http")

    async def stop(self) -> None:
        """Take nothing new, finish what was accepted, close."""
        if self._waking:
            self._waking.cancel()
        self._work.open = False
        if self._socket:
            await self._socket.close()
        if left := await self._work.finish(_STOP_SECONDS):
            _log.error("not_finished", part="slack", count=left)
        if self._session:
            await self._session.close()

    def health(self) -> Health:
        """Say whether Slack works, from what the last call and the socket showed."""
        if self._pulse.refused:
            return Health(False, "slack-health-refused")
        if self._app is None:
            return Health(False, "slack-health-starting")
        if self._socket and not self._socket.connected:
            return Health(False, "slack-health-socket")
        if self._pulse.down:
            return Health(False, "slack-health-down")
        return Health(True)

    async def _serve(self, request: web.Request) -> web.Response:
        if self._app is None:
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE)
        if not request.headers.get("X-Slack-Request-Timestamp", "").isdecimal():
            return web.Response(status=HTTPStatus.UNAUTHORIZED)
        body = (await request.read()).decode("utf-8", "replace")
        headers: dict[str, str | Sequence[str]] = dict(request.headers)
        asked = AsyncBoltRequest(body=body, query=request.query_string, headers=headers)
        return await to_aiohttp_response(await self._app.async_dispatch(asked))

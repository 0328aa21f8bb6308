"""What Somehelp's Slack side is measured beside: the least that aiohttp and bolt can do."""

from __future__ import annotations

import os
import sys

import aiohttp
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.webhook.async_client import AsyncWebhookClient

_OWN = AuthorizeResult(enterprise_id=None, team_id="T1", bot_user_id="U0", bot_id="B0")
_REPLY = {"response_type": "ephemeral", "text": "Vastaus"}
_SESSIONS: list[aiohttp.ClientSession] = []


async def _close(app: web.Application) -> None:
    del app
    for session in _SESSIONS:
        await session.close()


async def bare(request: web.Request) -> web.Response:
    """Take a request and answer it."""
    await request.read()
    return web.Response()


def bolt() -> AsyncApp:
    """Return an app that checks the signature, acknowledges and posts one fixed reply."""

    async def authorize() -> AuthorizeResult:
        return _OWN

    app = AsyncApp(
        name="benchmark",
        signing_secret=os.environ["SOMEHELP_SLACK_SIGNING_SECRET"],
        authorize=authorize,
        process_before_response=True,
    )

    @app.command("/somehelp")
    async def command(ack: AsyncAck, body: dict[str, str]) -> None:
        await ack()
        if not _SESSIONS:
            _SESSIONS.append(aiohttp.ClientSession())
        await AsyncWebhookClient(body["response_url"], session=_SESSIONS[0]).send_dict(_REPLY)

    return app


def main(kind: str) -> None:
    """Serve one of the handlers on the port of the settings."""
    app = web.Application()
    app.on_cleanup.append(_close)
    if kind == "bare":
        app.router.add_post("/slack/events", bare)
    else:
        made = bolt()

        async def serve(request: web.Request) -> web.Response:
            return await to_aiohttp_response(
                await made.async_dispatch(await to_bolt_request(request))
            )

        app.router.add_post("/slack/events", serve)
    web.run_app(
        app, host="127.0.0.1", port=int(os.environ["SOMEHELP_PORT"]), print=None, access_log=None
    )


if __name__ == "__main__":
    main(sys.argv[1])

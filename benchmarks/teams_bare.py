"""A bare aiohttp handler that does what nobody can do without: 200, and one fixed card."""

from __future__ import annotations

import asyncio
import sys

import aiohttp
from aiohttp import web

_CARD = {
    "type": "AdaptiveCard",
    "version": "1.5",
    "body": [{"type": "TextBlock", "text": "Hei", "wrap": True}],
}
_MESSAGE = {
    "type": "message",
    "attachments": [{"contentType": "application/vnd.microsoft.card.adaptive", "content": _CARD}],
}
_SESSION = web.AppKey("session", aiohttp.ClientSession)
_TASKS: set[asyncio.Task[None]] = set()


async def _handle(request: web.Request) -> web.Response:
    activity = await request.json()
    url = f"{activity['serviceUrl']}v3/conversations/{activity['conversation']['id']}/activities"
    task = asyncio.create_task(_answer(request.app[_SESSION], url))
    _TASKS.add(task)
    task.add_done_callback(_TASKS.discard)
    return web.Response()


async def _answer(session: aiohttp.ClientSession, url: str) -> None:
    async with session.post(url, json=_MESSAGE) as answer:
        await answer.read()


async def _open(app: web.Application) -> None:
    app[_SESSION] = aiohttp.ClientSession()


async def _close(app: web.Application) -> None:
    await app[_SESSION].close()


def main() -> None:
    """Serve on the port that is given."""
    app = web.Application()
    app.router.add_post("/api/messages", _handle)
    app.on_startup.append(_open)
    app.on_cleanup.append(_close)
    web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), access_log=None, print=None)


if __name__ == "__main__":
    main()

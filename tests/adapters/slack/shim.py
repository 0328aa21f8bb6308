"""What local-slack lacks and Slack has, between it and the bot.

Towards Slack: unknown tokens, bad blocks and calls that come too fast are refused, people have a
locale, messages keep their metadata. Towards the bot: only-you messages are told from others.
It is ours, and so are its refusals: they follow Slack's types and documents.
"""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections import Counter
from typing import Any
from urllib.parse import parse_qs, urlencode

import aiohttp
from aiohttp import web
from slack_sdk.signature import SignatureVerifier

from tests.adapters.slack.blockkit import problems
from tests.adapters.slack.emulator import PEOPLE, SECRET, TOKEN, free_port

_LOCALES = {one.id: one.locale for one in PEOPLE}


def signed(body: str, secret: str = SECRET, at: float | None = None) -> dict[str, str]:
    """Return the headers with which Slack signs a body."""
    moment = str(int(at if at is not None else time.time()))
    signature = SignatureVerifier(secret).generate_signature(timestamp=moment, body=body)
    return {"X-Slack-Request-Timestamp": moment, "X-Slack-Signature": signature or ""}


class Shim:
    """A running shim, in a thread of its own; what is set here takes effect at once.

    `bots` are the addresses that each delivery goes to, `throttle` how often a method says 429
    before it works, `fail` which error a method answers with, `twice` repeats each delivery.
    """

    def __init__(self) -> None:
        self.port = free_port()
        self.api = f"http://127.0.0.1:{self.port}/api/"
        self.inbound = f"http://127.0.0.1:{self.port}/in"
        self.upstream = ""
        self.bots: list[str] = []
        self.forget()
        self._metadata: dict[tuple[str, str], dict[str, Any]] = {}
        self._loop = asyncio.new_event_loop()
        ready = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(ready,), daemon=True)
        self._thread.start()
        ready.wait(10)

    def forget(self) -> None:
        """Forget what was called, and behave."""
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.refused: list[tuple[str, str]] = []
        self.connections: set[object] = set()
        self.delivered: list[tuple[str, str]] = []
        self.throttle: Counter[str] = Counter()
        self.fail: dict[str, str] = {}
        self.twice = False
        self.looks = True  # at whether Slack would take what is drawn; a load test does without

    def _run(self, ready: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._start())
        ready.set()
        self._loop.run_forever()
        self._loop.run_until_complete(self._runner.cleanup())
        self._loop.run_until_complete(self._session.close())
        self._loop.close()

    async def _start(self) -> None:
        # The emulator hangs up on connections that were idle for a while.
        self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(force_close=True))
        app = web.Application()
        app.router.add_route("*", "/api/{method}", self._call)
        app.router.add_post("/in", self._deliver)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port).start()

    def close(self) -> None:
        """Stop it."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    async def _deliver(self, request: web.Request) -> web.Response:
        """Hand a delivery to the bots, as Slack would have put it; the first answer counts."""
        body = _as_slack_puts_it(await request.text())
        headers = {"Content-Type": request.headers["Content-Type"], **signed(body)}
        self.delivered.append((body, headers["Content-Type"]))
        answers = [
            await self._post(bot, body, headers) for bot in self.bots * (2 if self.twice else 1)
        ]
        status, text, kind = answers[0]
        return web.Response(status=status, text=text, content_type=kind)

    async def _post(self, bot: str, body: str, headers: dict[str, str]) -> tuple[int, str, str]:
        async with self._session.post(bot, data=body.encode(), headers=headers) as answer:
            return answer.status, await answer.text(), answer.content_type

    async def _call(self, request: web.Request) -> web.Response:
        method, fields = request.match_info["method"], await _fields(request)
        token = request.headers.get("Authorization", "")[7:] or str(fields.get("token", ""))
        self.calls.append((method, fields))
        self.connections.add(request.transport and request.transport.get_extra_info("peername"))
        if self.throttle[method] > 0:
            self.throttle[method] -= 1
            return self._no(method, "ratelimited", status=429, headers={"Retry-After": "1"})
        if method in self.fail:
            return self._no(method, self.fail[method])
        if method != "apps.connections.open" and token != TOKEN:
            return self._no(method, "invalid_auth")
        if self.looks and (why := _refusal(method, fields)):
            return self._no(method, *why)
        async with self._session.post(
            f"{self.upstream}/api/{method}",
            json=fields,
            headers={"Authorization": f"Bearer {token}"},
        ) as answer:
            said = await answer.json()
        return web.json_response(self._completed(method, fields, said))

    def _no(
        self,
        method: str,
        error: str,
        detail: str = "",
        status: int = 200,
        headers: dict[str, str] | None = None,
    ) -> web.Response:
        self.refused.append((method, detail or error))
        return web.json_response({"ok": False, "error": error}, status=status, headers=headers)

    def _completed(
        self, method: str, fields: dict[str, Any], said: dict[str, Any]
    ) -> dict[str, Any]:
        if method == "users.info" and said.get("ok"):
            said["user"] |= {"is_email_confirmed": True}
            if str(fields.get("include_locale", "")).lower() in ("1", "true"):
                said["user"]["locale"] = _LOCALES.get(said["user"]["id"], "en-US")
        if method == "chat.postMessage" and fields.get("metadata") and said.get("ok"):
            self._metadata[said["channel"], said["ts"]] = fields["metadata"]
        if method == "conversations.history" and fields.get("include_all_metadata"):
            for message in said.get("messages", ()):
                if known := self._metadata.get((fields["channel"], message["ts"])):
                    message["metadata"] = known
        return said


def _refusal(method: str, fields: dict[str, Any]) -> tuple[str, str] | None:
    if method in ("chat.postMessage", "chat.update", "chat.postEphemeral"):
        if not fields.get("text"):
            return "no_text", "a message without text is silent in notifications"
        blocks = fields.get("blocks")
        wrong = problems("message", {"blocks": blocks}) if blocks is not None else []
        return ("invalid_blocks", "; ".join(wrong)) if wrong else None
    if method in ("views.open", "views.push", "views.update", "views.publish"):
        view = fields.get("view") or {}
        wrong = problems("home" if view.get("type") == "home" else "modal", view)
        return ("invalid_arguments", "; ".join(wrong)) if wrong else None
    return None


async def _fields(request: web.Request) -> dict[str, Any]:
    fields: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        fields |= await request.json()
    else:
        fields |= {key: str(value) for key, value in (await request.post()).items()}
    for name in ("blocks", "view", "metadata"):
        if isinstance(fields.get(name), str):
            fields[name] = json.loads(fields[name])
    return fields


def _as_slack_puts_it(body: str) -> str:
    """Return a delivery in which a message that only one person sees is one."""
    form = parse_qs(body)
    if "payload" not in form:
        return body
    payload = json.loads(form["payload"][0])
    message = payload.get("message") or {}
    if payload.get("type") == "block_actions" and message.get("subtype") == "ephemeral":
        payload["container"]["is_ephemeral"] = True
        del payload["message"]
    return urlencode({"payload": json.dumps(payload)})

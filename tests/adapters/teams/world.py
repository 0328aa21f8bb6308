"""Teams on loopback: a Bot Connector that takes notes, an issuer with its own keys, a bot."""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import aiohttp
import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm
from pydantic import SecretStr

from adapters.settings import Settings
from adapters.teams.part import TeamsPart
from bot.card import Card
from bot.ports import Store
from bot.request import Request
from tests.bot.memory_store import MemoryStore

APP = "11111111-2222-3333-4444-555555555555"
TENANT = "7e7e7e7e-0000-0000-0000-000000000001"
_IDS = itertools.count()
ISSUER = "https://api.botframework.com"
BOT = f"28:{APP}"


class Call(NamedTuple):
    """One call that the bot made."""

    method: str
    path: str
    body: dict[str, Any]
    token: str

    @property
    def card(self) -> dict[str, Any]:
        """The card in it."""
        return dict(self.body["attachments"][0]["content"])


@dataclass
class Connector:
    """The Bot Connector, as far as the bot calls it; `fail` is what the next posts get."""

    url: str = ""
    calls: list[Call] = field(default_factory=list)
    fail: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    member: dict[str, Any] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    may_open: bool = True
    hang: asyncio.Event | None = None
    tokens: int = 0
    token_status: int = 200
    _ids: Any = field(default_factory=itertools.count)
    _news: asyncio.Condition = field(default_factory=asyncio.Condition)

    def app(self) -> web.Application:
        """Return the routes."""
        app = web.Application(client_max_size=10**7)
        app.router.add_get("/v3/conversations/{conversation}/members/{user}", self._member)
        app.router.add_post("/v3/conversations", self._open)
        app.router.add_post("/{tenant}/oauth2/v2.0/token", self._token)
        app.router.add_get("/files/{name}", self._file)
        app.router.add_route("*", "/v3/conversations/{conversation}/activities", self._activity)
        app.router.add_route(
            "*", "/v3/conversations/{conversation}/activities/{activity}", self._activity
        )
        return app

    async def until(self, enough: Callable[[list[Call]], Any], seconds: float = 20) -> Any:
        """Wait until the calls show something, and return it."""
        async with self._news, asyncio.timeout(seconds):
            while not (found := enough(self.calls)):
                await self._news.wait()
            return found

    async def sent(self, count: int = 1, kind: str = "message") -> list[Call]:
        """Wait for so many messages to have been posted, and return them."""

        def enough(calls: list[Call]) -> list[Call] | None:
            posted = [c for c in calls if c.method == "POST" and c.body.get("type") == kind]
            return posted if len(posted) >= count else None

        return list(await self.until(enough))

    async def _activity(self, request: web.Request) -> web.Response:
        if self.hang is not None:
            await self.hang.wait()
        call = await self._noted(request)
        if self.fail and call.body.get("type") != "typing":
            status, headers = self.fail.pop(0)
            return web.json_response({"error": {}}, status=status, headers=headers)
        return web.json_response({"id": f"1:{next(self._ids)}"}, status=201)

    async def _open(self, request: web.Request) -> web.Response:
        await self._noted(request)
        if not self.may_open:
            return web.json_response({"error": {}}, status=403)
        return web.json_response({"id": "a:opened"}, status=201)

    async def _member(self, request: web.Request) -> web.Response:
        del request
        return web.json_response(self.member, status=200 if self.member else 404)

    async def _file(self, request: web.Request) -> web.Response:
        return web.Response(body=self.files[request.match_info["name"]])

    async def _token(self, request: web.Request) -> web.Response:
        form = await request.post()
        assert form["grant_type"] == "client_credentials"
        self.tokens += 1
        issued = {"access_token": f"token-{self.tokens}", "expires_in": 3600}
        return web.json_response(issued, status=self.token_status)

    async def _noted(self, request: web.Request) -> Call:
        raw = await request.read()
        body = json.loads(raw) if raw else {}
        token = request.headers.get("Authorization", "")
        call = Call(request.method, request.path, body, token)
        async with self._news:
            self.calls.append(call)
            self._news.notify_all()
        return call


class Signer:
    """An OpenID issuer with its own keys."""

    def __init__(self) -> None:
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.published = [self._jwk("k1", ["msteams"])]
        self.fetched = 0
        self.url = ""

    def _jwk(self, kid: str, endorsements: list[str]) -> dict[str, Any]:
        public = json.loads(RSAAlgorithm.to_jwk(self.key.public_key()))
        return {**public, "kid": kid, "use": "sig", "endorsements": endorsements}

    def publish(self, kid: str, endorsements: list[str]) -> None:
        """Publish our key under another id."""
        self.published.append(self._jwk(kid, endorsements))

    def app(self) -> web.Application:
        """Return the routes."""

        async def metadata(request: web.Request) -> web.Response:
            self.fetched += 1
            return web.json_response({"issuer": ISSUER, "jwks_uri": f"{self.url}keys"})

        async def keys(request: web.Request) -> web.Response:
            return web.json_response({"keys": self.published})

        app = web.Application()
        app.router.add_get("/metadata", metadata)
        app.router.add_get("/keys", keys)
        return app

    def token(self, service_url: str, headers: Mapping[str, Any] = {}, **claims: Any) -> str:
        """Sign a token as Teams does; a claim of None is left out."""
        now = int(time.time())
        said = {
            "iss": ISSUER,
            "aud": APP,
            "serviceurl": service_url,
            "nbf": now - 5,
            "iat": now,
            "exp": now + 600,
        } | claims
        kept = {name: value for name, value in said.items() if value is not None}
        return jwt.encode(kept, self.key, algorithm="RS256", headers={"kid": "k1", **headers})


class Bot:
    """A bot that listens on loopback, and short ways to be Teams towards it."""

    def __init__(self, url: str, connector: Connector, part: TeamsPart, store: Store) -> None:
        self.url = url
        self.connector = connector
        self.part = part
        self.store = store
        self.http = aiohttp.ClientSession()

    def activity(self, text: str | None = None, **changes: Any) -> dict[str, Any]:
        """Return a message from a person in their own chat with the bot."""
        activity = {
            "type": "message",
            "id": f"in-{next(_IDS)}",
            "timestamp": "2026-06-03T09:00:00.000Z",
            "channelId": "msteams",
            "serviceUrl": self.connector.url,
            "from": {"id": "29:aune", "name": "Aune Sanala", "aadObjectId": "aad-aune"},
            "conversation": {"id": "a:1", "conversationType": "personal", "tenantId": TENANT},
            "recipient": {"id": BOT, "name": "Somehelp"},
            "text": text,
            "textFormat": "plain",
            "locale": "fi-FI",
            "channelData": {"tenant": {"id": TENANT}},
        }
        return {key: value for key, value in (activity | changes).items() if value is not None}

    def pressed(self, verb: str, fields: Mapping[str, str] = {}, **changes: Any) -> dict[str, Any]:
        """Return the press of a button, with what stood in the card's fields."""
        named = {f"field.{name}": value for name, value in fields.items()}
        args = changes.pop("args", {})
        data = {"verb": verb, "args": args, **changes.pop("data", {}), **named}
        action = {"type": "Action.Execute", "verb": verb, "data": data}
        value = {"action": action, "trigger": "manual"}
        invoke = {"type": "invoke", "name": "adaptiveCard/action", "value": value}
        return self.activity(**({"replyToId": "1:card"} | invoke | changes))

    def extension(self, step: str, **value: Any) -> dict[str, Any]:
        """Return a step of the message extension."""
        said = {"commandId": "check", "commandContext": "compose", **value}
        return self.activity(type="invoke", name=f"composeExtension/{step}", value=said)

    async def post(self, activity: Any, token: str | None = None) -> tuple[int, Any]:
        """Send something as Teams does; return status and body."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        async with self.http.post(self.url, json=activity, headers=headers) as answer:
            raw = await answer.read()
            return answer.status, json.loads(raw) if raw else None

    async def say(self, text: str, **changes: Any) -> Call:
        """Send a message and return the answer."""
        before = len([c for c in self.connector.calls if c.body.get("type") == "message"])
        assert (await self.post(self.activity(text, **changes)))[0] == 200
        return (await self.connector.sent(before + 1))[before]


class Echo:
    """An assistant that notes requests and answers with a card that a test gives it."""

    def __init__(self, card: Card | Callable[[Request], Card | Awaitable[Card]]) -> None:
        self.card = card
        self.requests: list[Request] = []

    async def handle(self, request: Request) -> Card:
        """Note the request, and answer."""
        self.requests.append(request)
        if isinstance(self.card, Card):
            return self.card
        made = self.card(request)
        return made if isinstance(made, Card) else await made


@asynccontextmanager
async def served(app: web.Application) -> AsyncIterator[str]:
    """Serve on a free port of loopback; yield the address."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def connector() -> AsyncIterator[Connector]:
    """Serve a Bot Connector."""
    made = Connector()
    async with served(made.app()) as made.url:
        yield made


@asynccontextmanager
async def issuer() -> AsyncIterator[Signer]:
    """Serve an issuer."""
    made = Signer()
    async with served(made.app()) as made.url:
        yield made


def signed_settings(far: Connector, signer: Signer, **changes: Any) -> Settings:
    """Return settings of a bot that takes what this issuer signs, and sends with a token."""
    return Settings(
        **{
            "teams_app_id": APP,
            "teams_app_password": SecretStr("secret"),
            "teams_tenant": TENANT,
            "teams_openid_metadata": f"{signer.url}metadata",
            "teams_login_url": far.url,
            "teams_service_hosts": "127.0.0.1",
            **changes,
        }
    )


@asynccontextmanager
async def bot(
    assistant: Any, far: Connector, settings: Settings | None = None, store: Store | None = None
) -> AsyncIterator[Bot]:
    """Serve the Teams part alone; without settings it takes everything, on loopback."""
    kept = store or MemoryStore()
    part = TeamsPart(settings or Settings(teams_without_auth=True), assistant, kept)
    app = web.Application()
    part.mount(app)
    await part.start()
    async with served(app) as url:
        made = Bot(f"{url}api/messages", far, part, kept)
        try:
            yield made
        finally:
            await made.http.close()
            await part.stop()

"""The services around a city, as small servers on loopback that answer what a test wants."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web
from aiohttp.test_utils import TestServer

SCOPES = "chat:write,commands,files:read,im:history,im:write,users:read,users:read.email"


class Town:
    """What Slack, Microsoft and the sign-in service answer."""

    def __init__(self) -> None:
        self.slack: dict[str, object] = {"ok": True, "team": "Paimio", "team_id": "T1"}
        self.socket: dict[str, object] = {"ok": True, "url": "wss://…"}
        self.scopes = SCOPES
        self.token: dict[str, object] = {"access_token": "t"}
        self.keys = 200
        self.issuer: str | None = None
        self.asked: list[str] = []

    async def auth_test(self, request: web.Request) -> web.Response:
        """Answer as Slack's auth.test."""
        self.asked.append(request.headers["Authorization"])
        return web.json_response(self.slack, headers={"x-oauth-scopes": self.scopes})

    async def open_socket(self, request: web.Request) -> web.Response:
        """Answer as Slack's apps.connections.open."""
        self.asked.append(request.headers["Authorization"])
        return web.json_response(self.socket)

    async def give_token(self, request: web.Request) -> web.Response:
        """Answer as Microsoft's token endpoint."""
        form = await request.post()
        self.asked.append(str(form["client_secret"]))
        return web.json_response(self.token)

    async def give_keys(self, request: web.Request) -> web.Response:
        """Answer as the address of Teams' keys."""
        del request
        return web.json_response({}, status=self.keys)

    async def describe(self, request: web.Request) -> web.Response:
        """Answer as an OpenID issuer's description."""
        issuer = self.issuer or str(request.url.origin())
        return web.json_response({"issuer": issuer})


@asynccontextmanager
async def opened(town: Town) -> AsyncIterator[str]:
    """Serve a town; yield its address."""
    app = web.Application()
    app.router.add_post("/api/auth.test", town.auth_test)
    app.router.add_post("/api/apps.connections.open", town.open_socket)
    app.router.add_post("/{tenant}/oauth2/v2.0/token", town.give_token)
    app.router.add_get("/keys", town.give_keys)
    app.router.add_get("/.well-known/openid-configuration", town.describe)
    server = TestServer(app)
    await server.start_server()
    try:
        yield str(server.make_url("/")).rstrip("/")
    finally:
        await server.close()

"""`/health`, `/ready` and `/metrics`: how the server is, for those who watch over it."""

from __future__ import annotations

import hmac
import ipaddress
from collections.abc import Sequence

from aiohttp import web

from adapters.part import Health, Part
from adapters.serve.metrics import CONTENT_TYPE, Metrics
from bot.texts import Texts
from rules.model import Language

_FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via")


class Watch:
    """Answers how the parts are; `ready` turns true after the start and false before the end."""

    def __init__(
        self,
        parts: Sequence[Part],
        metrics: Metrics,
        language: Language,
        *,
        token: str | None,
        behind_proxy: bool,
    ) -> None:
        self.ready = False
        self._parts = parts
        self._metrics = metrics
        self._texts = Texts(language)
        self._token = token
        self._behind_proxy = behind_proxy

    def mount(self, app: web.Application) -> None:
        """Add the three addresses."""
        app.router.add_get("/health", self.health)
        app.router.add_get("/ready", self.is_ready)
        app.router.add_get("/metrics", self.metrics)

    def states(self) -> dict[str, Health]:
        """Return the health of every part by its name."""
        states = {part.name: part.health() for part in self._parts}
        for name, health in states.items():
            self._metrics.up(name, ok=health.ok)
        return states

    async def health(self, request: web.Request) -> web.Response:
        """Answer 200 while every part works, else 503; which one is for the admin alone."""
        states = self.states()
        well = all(health.ok for health in states.values())
        answer: dict[str, object] = {"ok": well}
        if self._may_see(request):
            answer["parts"] = {
                name: {"ok": h.ok}
                | ({"why": h.key, "says": self._texts.say(h.key)} if h.key else {})
                for name, h in states.items()
            }
        return web.json_response(answer, status=200 if well else 503, headers=_FRESH)

    async def is_ready(self, request: web.Request) -> web.Response:
        """Answer 200 while requests are taken, also while a part is unwell: checks still work."""
        del request
        return web.Response(status=200 if self.ready else 503, headers=_FRESH)

    async def metrics(self, request: web.Request) -> web.Response:
        """Answer the figures, on loopback or with the token."""
        if not self._may_see(request):
            raise web.HTTPNotFound
        self.states()
        return web.Response(body=self._metrics.text(), headers={"Content-Type": CONTENT_TYPE})

    def _may_see(self, request: web.Request) -> bool:
        """Tell whether this is the admin: by token, or straight from this machine.

        Behind a proxy everybody seems to come from this machine, so there only the token counts.
        """
        given = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if self._token and hmac.compare_digest(given.encode(), self._token.encode()):
            return True
        if self._behind_proxy or any(name in request.headers for name in _FORWARDED):
            return False
        return is_loopback(request.remote or "")


def is_loopback(host: str) -> bool:
    """Tell whether an address or host name means this machine alone."""
    if host.casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


_FRESH = {"Cache-Control": "no-store"}

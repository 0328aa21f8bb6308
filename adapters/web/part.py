"""The web page as a part of the server."""

from __future__ import annotations

import asyncio
import contextlib

from aiohttp import web

from adapters.part import Health
from adapters.settings import Settings
from adapters.web.door import Entrance
from adapters.web.guard import guarded, guarded_file
from adapters.web.limits import Limits
from adapters.web.oidc import Issuer
from adapters.web.pulse import Pulse
from adapters.web.routes import ROUTES
from adapters.web.session import Cookies
from adapters.web.site import Answers, CrisisRoom, Site
from adapters.web.static_files import read_files
from adapters.web.templates import Templates
from adapters.web.watch import Watch
from bot.city_today import CityToday
from bot.desk import Desk
from bot.ports import Clock, Store


class WebPart:
    """Check, ask, rule book, crisis board, insights."""

    name = "web"

    def __init__(  # noqa: PLR0917 - all that a page stands on, given by its one caller
        self,
        settings: Settings,
        desk: Desk,
        pack: str,
        city: CityToday,
        answers: Answers,
        crisis: CrisisRoom,
        store: Store,
        clock: Clock,
        *,
        limits: Limits | None = None,
    ) -> None:
        """Decide from the settings how people come in.

        Raises:
            UnsafeError: the settings would let strangers in.
        """
        self.entrance = Entrance.of(settings)
        secret = settings.session_secret
        self._watching: asyncio.Task[None] | None = None
        self.site = Site(
            settings=settings,
            entrance=self.entrance,
            desk=desk,
            pack=pack,
            city=city,
            answers=answers,
            crisis=crisis,
            store=store,
            clock=clock,
            watch=Watch(desk, pack),
            pulse=Pulse(store),
            cookies=Cookies(
                secret.get_secret_value() if secret else None, secure=self.entrance.https
            ),
            limits=limits or Limits(),
            files=read_files(),
            templates=Templates(),
            issuer=Issuer.of(settings) if self.entrance.signs_in else None,
        )

    def mount(self, app: web.Application) -> None:
        """Add the pages; each in the language that its address names, or that the browser asks."""
        for route in ROUTES:
            handler = guarded(self.site, route)
            app.router.add_route(route.method, "/{language:fi|sv|en}/" + route.path, handler)
            if route.method == "GET":
                app.router.add_get("/" + route.path, handler)
        for file in self.site.files.values():
            app.router.add_get(file.address, guarded_file(self.site, file))

    async def start(self) -> None:
        """Look at the pack's files from now on."""
        self._watching = asyncio.create_task(self.site.watch.run())

    async def stop(self) -> None:
        """Let the open boards go, and close what is open to the outside."""
        for board in tuple(self.site.boards):
            board.stop_streaming()
        if self._watching:
            self._watching.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._watching
        if self.site.issuer:
            await self.site.issuer.close()

    def health(self) -> Health:
        """Say that it works: a page needs nothing that can fail without the store failing."""
        return Health(ok=True)

"""A web page that really listens: the parts of a server, on a free port of this machine."""

from __future__ import annotations

import asyncio
import datetime
import socket
import threading
from collections.abc import Coroutine
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_args

from aiohttp import web

from adapters.clock import MachineClock
from adapters.settings import Settings
from adapters.store import SqlStore, open_store
from adapters.web.limits import Kind, Limits
from adapters.web.part import WebPart
from bot.assistant import Assistant
from bot.city import City
from bot.city_file import load_city
from bot.city_today import CityToday
from bot.crises import Crises
from bot.crisis_desk import CrisisDesk
from bot.desk import Desk
from bot.planner import Planning
from tests.conftest import REPOSITORY

PLANNER = "viestintasuunnittelija"
"""Whoever may do everything in the test's city."""

RIGHTS = ("edit", "insights", "open", "stand_down")

_T = TypeVar("_T")


@cache
def _desk(pack: str) -> Desk:
    return _compiled(example_city(), pack)


def _compiled(city: City, pack: str) -> Desk:
    desk = Desk(city)
    desk.checker(pack)
    desk.guide(pack)
    return desk


@cache
def example_city() -> City:
    """Return the example city, in which one person may do everything."""
    city = load_city(REPOSITORY / "deploy" / "city")
    return city.model_copy(update={"rights": dict.fromkeys(RIGHTS, (PLANNER,))})


class Stage:
    """A running page; `settings` are those of a server that listens on loopback."""

    def __init__(
        self,
        folder: Path,
        *,
        pack: str | None = None,
        limits: Limits | None = None,
        **settings: Any,
    ) -> None:
        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        given = {name: self._filled(value) for name, value in settings.items()}
        self.settings = Settings(state=folder, host="127.0.0.1", port=self.port, **given)
        self.city = example_city()
        self.pack = pack or self.city.pack
        self._limits = limits or _ample()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self.run(self._start())

    def run(self, doing: Coroutine[Any, Any, _T]) -> _T:
        """Do something where the server runs, and wait for it."""
        return asyncio.run_coroutine_threadsafe(doing, self._loop).result(120)

    def close(self) -> None:
        """Stop as a server stops."""
        self.run(self._stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    def _filled(self, value: Any) -> Any:
        return value.replace("{url}", self.url) if isinstance(value, str) else value

    async def _start(self) -> None:
        self.store: SqlStore = await open_store(self.settings.database_url)
        clock = MachineClock()
        # What is edited is compiled for its test alone; what is built in, once for all.
        self.desk = _desk(self.pack) if self.pack == "paimio" else _compiled(self.city, self.pack)
        today = CityToday(self.city, self.store, clock)
        crisis = CrisisDesk(Crises(self.store), today, Planning(()))
        assistant = Assistant(self.desk, today, self.store, clock, crisis, pack=self.pack)
        self.part = WebPart(
            self.settings,
            self.desk,
            self.pack,
            today,
            assistant,
            crisis,
            self.store,
            clock,
            limits=self._limits,
        )
        app = web.Application()
        self.part.mount(app)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=2)
        await self._runner.setup()
        await self.part.start()
        await web.SockSite(self._runner, self._socket).start()

    async def _stop(self) -> None:
        await self.part.stop()
        await self._runner.cleanup()
        await self.store.close()


def _ample() -> Limits:
    """Return limits that a test never meets."""
    kinds: tuple[Kind, ...] = get_args(Kind)
    return Limits(dict.fromkeys(kinds, "100000/minute"))


def monday(weeks_ago: int = 0) -> datetime.date:
    """Return the Monday of this week, or of one some weeks ago."""
    today = datetime.datetime.now(datetime.UTC).date()
    return today - datetime.timedelta(days=today.weekday(), weeks=weeks_ago)

"""What every page stands on: the settings' decisions, the desk, the city, the store, the pages."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from aiohttp_sse import EventSourceResponse

from adapters.settings import Settings
from adapters.web.door import Entrance
from adapters.web.limits import Limits
from adapters.web.oidc import Issuer
from adapters.web.pulse import Pulse
from adapters.web.session import Cookies
from adapters.web.static_files import File
from adapters.web.templates import Templates
from adapters.web.watch import Watch
from bot.card import Card, Piece
from bot.city_today import CityToday
from bot.desk import Desk
from bot.ports import Clock, Store
from bot.request import Request
from rules.model import Language

_AT_ONCE = 4
"""Checks that run beside each other; more would only wait for the processor."""


class Answers(Protocol):
    """Whoever answers requests: the assistant."""

    async def handle(self, request: Request) -> Card:
        """Answer."""


class CrisisRoom(Protocol):
    """What a page shows of crises besides answers: what is open, and the record of one."""

    async def banner(self, language: Language) -> tuple[Piece, ...]:
        """Return what stands above every page while a crisis is open."""

    async def record(self, request: Request) -> str | None:
        """Return a crisis' report as Markdown; None to those who have no part in it."""


@dataclass(frozen=True, slots=True)
class Site:
    """One running web page."""

    settings: Settings
    entrance: Entrance
    desk: Desk
    pack: str
    city: CityToday
    answers: Answers
    crisis: CrisisRoom
    store: Store
    clock: Clock
    watch: Watch
    pulse: Pulse
    cookies: Cookies
    limits: Limits
    files: Mapping[str, File]
    templates: Templates
    issuer: Issuer | None
    boards: set[EventSourceResponse] = field(default_factory=set)
    checking: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_AT_ONCE))

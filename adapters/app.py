"""The one file that knows everybody: it wires a city's server from its settings."""

from __future__ import annotations

from typing import NamedTuple

from adapters.clock import MachineClock
from adapters.part import Part
from adapters.serve.announce import Said
from adapters.serve.health import Watch
from adapters.serve.keeping import Housekeeping, StorePart
from adapters.serve.metrics import Metrics
from adapters.serve.server import Server
from adapters.serve.whose_city import served_city
from adapters.settings import Settings
from adapters.store import KEPT, open_store
from bot.city import City


class Served(NamedTuple):
    """A server that is ready to start, its city, and what there is to say about its parts."""

    server: Server
    city: City
    said: tuple[Said, ...]
    has_page: bool


async def assemble(settings: Settings) -> Served:
    """Wire everything that the settings switch on.

    Raises:
        PackError: the city's data or its pack is wrong.
        StoreDownError: the database cannot be reached; `open_store` raises more.
        OSError: the state folder or the CA bundle cannot be used.
    """
    city = served_city(settings)
    if settings.database is None:
        settings.state_folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    store = await open_store(settings.database_url)
    clock = MachineClock()
    parts: list[Part] = [StorePart(store, clock), Housekeeping(store, clock, KEPT)]
    metrics = Metrics()
    watch = Watch(
        parts,
        metrics,
        settings.language,
        token=settings.metrics_token.get_secret_value() if settings.metrics_token else None,
        behind_proxy=settings.public_url is not None,
    )
    said = (_store_said(settings),)
    return Served(Server(parts, watch, metrics), city, said, has_page=False)


def _store_said(settings: Settings) -> Said:
    url = settings.database_url
    kind, _, rest = url.partition("://")
    if kind.startswith("sqlite"):
        return Said(True, "serve-on-store-sqlite", {"place": rest.removeprefix("/")})
    return Said(True, "serve-on-store-postgresql")

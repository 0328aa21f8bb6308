"""Teams as a part of the server: the route that Teams calls, and the messenger for pings."""

from __future__ import annotations

import time

import aiohttp
from aiohttp import web

from adapters import net
from adapters.part import CannotRunError, Health
from adapters.settings import Settings
from adapters.teams.address import AddressBook
from adapters.teams.connector import Connector
from adapters.teams.credentials import Credentials
from adapters.teams.edge import PATH, Edge
from adapters.teams.files import Files
from adapters.teams.gate import Gate, is_loopback
from adapters.teams.invokes import Invokes
from adapters.teams.keys import Keys
from adapters.teams.messenger import TeamsMessenger
from adapters.teams.once import Once
from adapters.teams.people import People
from adapters.teams.turns import Assistant, Turns
from adapters.teams.work import Work
from bot.ports import Store

_STOP_SECONDS = 20.0


class TeamsPart:
    """One Teams app of one tenant.

    Raises:
        CannotRunError: the app id, its secret or the tenant is missing.
    """

    name = "teams"

    def __init__(self, settings: Settings, assistant: Assistant, store: Store) -> None:
        self._settings = settings
        self._session: aiohttp.ClientSession | None = None
        self._keys: Keys | None = None
        credentials = None
        if settings.teams_app_id:
            credentials = self._credentials(settings.teams_app_id)
            self._keys = Keys(settings.teams_openid_metadata, self._open, time.monotonic)
        elif not (settings.teams_without_auth and is_loopback(settings.host)):
            raise CannotRunError("teams-missing-app")
        gate = Gate(settings.teams_app_id or "", self._keys, self._tenants(), self._hosts())
        self._connector = Connector(self._open, credentials, gate.may_call)
        book = AddressBook(store)
        self.messenger = TeamsMessenger(self._connector, book)
        self._work = Work()
        turns = Turns(
            assistant,
            connector=self._connector,
            book=book,
            people=People(self._connector),
            files=Files(self._open, gate.may_call),
            language=settings.language,
        )
        self._edge = Edge(gate, turns, Invokes(turns, self._work), Once(store), self._work)

    def mount(self, app: web.Application) -> None:
        """Add the route that Teams calls."""
        app.router.add_post(PATH, self._edge.handle)

    async def start(self) -> None:
        """Open the way out, and fetch the keys in good time.

        Raises:
            OSError: the CA bundle cannot be read.
        """
        self._session = net.open_session(self._settings.ca_bundle)
        if self._keys:
            self._work.start(self._keys.warm())

    async def stop(self) -> None:
        """Take nothing new, finish what was accepted, close."""
        await self._work.finish(_STOP_SECONDS)
        if self._session:
            await self._session.close()

    def health(self) -> Health:
        """Say whether Teams works, from what the last call showed."""
        trouble = self._connector.trouble
        return Health(not trouble, f"teams-health-{trouble}" if trouble else "")

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            raise RuntimeError("the part was not started")
        return self._session

    def _credentials(self, app_id: str) -> Credentials:
        secret, tenant = self._settings.teams_app_password, self._settings.teams_tenant
        if secret is None or not tenant:
            raise CannotRunError("teams-missing-secret")
        url = f"{self._settings.teams_login_url.rstrip('/')}/{tenant}/oauth2/v2.0/token"
        return Credentials(app_id, secret, url, self._open, time.monotonic)

    def _tenants(self) -> frozenset[str]:
        further = self._settings.teams_tenants.split(",")
        named = (self._settings.teams_tenant or "", *further)
        return frozenset(tenant.strip() for tenant in named if tenant.strip())

    def _hosts(self) -> frozenset[str]:
        hosts = self._settings.teams_service_hosts.split(",")
        return frozenset(host.strip().casefold() for host in hosts if host.strip())

"""Socket Mode: a connection that we open, for a network that lets nothing in."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from adapters import net
from adapters.settings import Settings
from adapters.slack import quiet

_PATIENCE_SECONDS = 5.0
_PING_SECONDS = 5


class Socket:
    """The socket of one app; it reconnects by itself."""

    def __init__(
        self, app: AsyncApp, token: str, client: AsyncWebClient, settings: Settings
    ) -> None:
        own = AsyncWebClient(
            token=token,
            base_url=client.base_url,
            session=client.session,
            logger=quiet.logger(),
            ssl=net.tls(settings.ca_bundle),
        )
        own.proxy = None
        handler = AsyncSocketModeHandler(
            app,
            token,
            logger=quiet.logger(),
            web_client=own,
            proxy=_proxy(client.base_url),
            ping_interval=_PING_SECONDS,
        )
        self._client: Any = handler.client  # its connect and close are untyped
        self._opening: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Connect; where that takes long, go on connecting while the server starts."""
        self._opening = asyncio.create_task(self._client.connect())
        await asyncio.wait({self._opening}, timeout=_PATIENCE_SECONDS)

    async def close(self) -> None:
        """Take nothing more."""
        await self._client.close()
        if self._opening:
            self._opening.cancel()

    @property
    def connected(self) -> bool:
        """Whether the connection stood when last looked at."""
        session = self._client.current_session
        return session is not None and not session.closed and not self._client.stale


def _proxy(url: str) -> str | None:
    """Return the proxy for Slack's socket, as `HTTPS_PROXY` and `NO_PROXY` name it."""
    host = urlsplit(url).hostname or ""
    return None if proxy_bypass(host) else getproxies().get(urlsplit(url).scheme)

"""The token with which the bot sends: fetched when needed, kept until shortly before it ends."""

from __future__ import annotations

import asyncio
import datetime
from collections.abc import Callable

import aiohttp
from pydantic import BaseModel, SecretStr, ValidationError

from bot.ports import SendFailedError

_SCOPE = "https://api.botframework.com/.default"
_EARLY = 300.0
_TIMEOUT = aiohttp.ClientTimeout(total=10)
_LATER = datetime.timedelta(seconds=30)


class _Issued(BaseModel):
    access_token: SecretStr
    expires_in: float


class Credentials:
    """The app's own identity towards the Bot Connector (client credentials of one tenant)."""

    def __init__(
        self,
        app_id: str,
        secret: SecretStr,
        token_url: str,
        session: Callable[[], aiohttp.ClientSession],
        now: Callable[[], float],
    ) -> None:
        self._form = {"client_id": app_id, "grant_type": "client_credentials", "scope": _SCOPE}
        self._secret = secret
        self._url = token_url
        self._session = session
        self._now = now
        self._token = SecretStr("")
        self._until = float("-inf")
        self._lock = asyncio.Lock()

    async def header(self) -> dict[str, str]:
        """Return the header that authorises a call.

        Raises:
            SendFailedError: no token is to be had now (`down`) or with this secret (`credentials`).
        """
        async with self._lock:
            if self._now() >= self._until - _EARLY:
                await self._renew()
        return {"Authorization": f"Bearer {self._token.get_secret_value()}"}

    def drop(self) -> None:
        """Fetch a new token next time: the last one was refused."""
        self._until = float("-inf")

    async def _renew(self) -> None:
        form = {**self._form, "client_secret": self._secret.get_secret_value()}
        try:
            async with self._session().post(self._url, data=form, timeout=_TIMEOUT) as answer:
                if 400 <= answer.status < 500 and answer.status != 429:
                    raise SendFailedError("credentials", _LATER)
                answer.raise_for_status()
                issued = _Issued.model_validate(await answer.json(content_type=None))
        except (aiohttp.ClientError, TimeoutError, ValidationError, ValueError):
            raise SendFailedError("down", _LATER) from None
        self._token = issued.access_token
        self._until = self._now() + issued.expires_in

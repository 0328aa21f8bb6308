"""The keys that sign what Teams sends: fetched without blocking, kept, renewed when one is new.

The SDK's own metadata object fetches on the event loop without a timeout and refuses a new key for
up to a day; this one stands in its place in the SDK's token extractor.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any, NamedTuple

import aiohttp
from jwt.algorithms import RSAAlgorithm

FRESH = 24 * 3600.0
"""Seconds after which keys are fetched again."""

STALE = 5 * 24 * 3600.0
"""Seconds for which keys are still good while the issuer cannot be reached."""

PAUSE = 60.0
"""Seconds between two fetches at least, whatever key ids strangers make up."""

_TIMEOUT = aiohttp.ClientTimeout(total=8)


class Key(NamedTuple):
    """A public key and the channels that it may speak for; named as the SDK reads them."""

    public_key: Any
    endorsements: list[str]


class UnknownKeyError(Exception):
    """No such key is published, or it speaks for no channel."""


class Keys:
    """The published keys of one issuer, by key id."""

    def __init__(
        self, url: str, session: Callable[[], aiohttp.ClientSession], now: Callable[[], float]
    ) -> None:
        self._url = url
        self._session = session
        self._now = now
        self._keys: dict[str, Key] = {}
        self._fetched: float | None = None
        self._tried: float | None = None
        self._lock = asyncio.Lock()

    async def get(self, key_id: str | None) -> Key:
        """Return a key by its id.

        Raises:
            UnknownKeyError: it is not published, or endorsed for nothing.
            aiohttp.ClientError, TimeoutError: there are no usable keys and none can be fetched.
        """
        if not isinstance(key_id, str):
            raise UnknownKeyError
        if self._age() > FRESH or key_id not in self._keys:
            await self._renew(key_id)
        key = self._keys.get(key_id)
        if key is None or not key.endorsements:
            raise UnknownKeyError
        return key

    async def warm(self) -> None:
        """Fetch the keys before the first message needs them, if they can be had now."""
        with suppress(aiohttp.ClientError, TimeoutError, ValueError, KeyError, TypeError):
            await self._renew("")

    def _age(self) -> float:
        return float("inf") if self._fetched is None else self._now() - self._fetched

    async def _renew(self, key_id: str) -> None:
        async with self._lock:
            fresh = self._age() <= FRESH and key_id in self._keys
            just_tried = self._tried is not None and self._now() - self._tried < PAUSE
            if fresh or (just_tried and self._keys):
                return
            self._tried = self._now()
            try:
                self._keys = await self._fetch()
            except (aiohttp.ClientError, TimeoutError, ValueError, KeyError, TypeError):
                if self._age() > STALE:
                    self._keys = {}
                    raise
            else:
                self._fetched = self._now()

    async def _fetch(self) -> dict[str, Key]:
        metadata = await self._json(self._url)
        published = await self._json(metadata["jwks_uri"])
        return {
            key["kid"]: Key(RSAAlgorithm.from_jwk(json.dumps(key)), key.get("endorsements", []))
            for key in published["keys"]
            if key.get("kty") == "RSA" and "kid" in key
        }

    async def _json(self, url: str) -> Any:
        async with self._session().get(url, timeout=_TIMEOUT) as answer:
            answer.raise_for_status()
            return await answer.json(content_type=None)

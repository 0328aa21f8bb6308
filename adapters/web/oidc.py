"""An OpenID Connect issuer (Entra ID, Slack): where to send people, and who came back."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import aiohttp
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from adapters.net import open_session
from adapters.settings import Settings

_LEEWAY = 60
_KEYS_LAST = 3600.0
_ALGORITHMS = ["RS256", "PS256", "ES256"]


class SignInError(Exception):
    """Somebody could not be signed in; the reason is for the log and holds nothing of theirs."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of the issuer, to be compared with what comes back."""

    state: str
    nonce: str
    verifier: str

    @classmethod
    def new(cls) -> Asked:
        """Ask anew."""
        return cls(secrets.token_urlsafe(24), secrets.token_urlsafe(24), secrets.token_urlsafe(48))


class Issuer:
    """Talks to one issuer; what it publishes about itself is read when first needed."""

    def __init__(
        self, issuer: str, client_id: str, secret: str, ca_bundle: Path | None = None
    ) -> None:
        self.issuer = issuer.rstrip("/")
        self.client_id = client_id
        self._secret = secret
        self._ca_bundle = ca_bundle
        self._session: aiohttp.ClientSession | None = None
        self._about: Mapping[str, Any] | None = None
        self._keys: KeySet | None = None
        self._keys_read = 0.0
        self._reading = asyncio.Lock()

    @classmethod
    def of(cls, settings: Settings) -> Issuer:
        """Return the issuer of the settings."""
        secret = settings.oidc_client_secret
        return cls(
            settings.oidc_issuer or "",
            settings.oidc_client_id or "",
            secret.get_secret_value() if secret else "",
            settings.ca_bundle,
        )

    async def close(self) -> None:
        """Close what is open."""
        if self._session:
            await self._session.close()

    async def address(self, asked: Asked, back: str) -> str:
        """Return where to send somebody to sign in; they come back to `back`.

        Raises:
            SignInError: the issuer cannot be reached.
        """
        about = await self._published()
        query = {
            "response_type": "code",
            "client_id": self.client_id,
            "redirect_uri": back,
            "scope": "openid profile email",
            "state": asked.state,
            "nonce": asked.nonce,
            "code_challenge": create_s256_code_challenge(asked.verifier),
            "code_challenge_method": "S256",
        }
        return f"{about['authorization_endpoint']}?{urlencode(query)}"

    async def claims(self, code: str, asked: Asked, back: str) -> Mapping[str, Any]:
        """Return what the issuer says of whoever came back with this code.

        Raises:
            SignInError: the issuer cannot be reached, or what it says cannot be trusted.
        """
        about = await self._published()
        given = await self._call(
            "POST",
            about["token_endpoint"],
            {
                "grant_type": "authorization_code",
                "code": code,
                "redirect_uri": back,
                "client_id": self.client_id,
                "client_secret": self._secret,
                "code_verifier": asked.verifier,
            },
        )
        token = given.get("id_token")
        if not isinstance(token, str):
            raise SignInError("no-id-token")
        return await self._verified(token, asked.nonce)

    async def _verified(self, token: str, nonce: str) -> Mapping[str, Any]:
        for fresh in (False, True):  # a key that nobody knows may be a new one: look once more
            keys = await self._key_set(fresh=fresh)
            try:
                read = jwt.decode(token, keys, algorithms=_ALGORITHMS)
                break
            except (JoseError, ValueError) as error:
                if fresh:
                    raise SignInError(f"token-{type(error).__name__}") from None
        options = {
            "iss": {"essential": True, "value": self.issuer},
            "aud": {"essential": True, "value": self.client_id},
        }
        params = {"nonce": nonce, "client_id": self.client_id}
        claims = CodeIDToken(read.claims, read.header, options, params)
        try:
            claims.validate(leeway=_LEEWAY)
        except (JoseError, ValueError) as error:
            raise SignInError(f"claims-{type(error).__name__}") from None
        return dict(claims)

    async def _published(self) -> Mapping[str, Any]:
        async with self._reading:
            if self._about is None:
                about = await self._call("GET", f"{self.issuer}/.well-known/openid-configuration")
                if str(about.get("issuer", "")).rstrip("/") != self.issuer:
                    raise SignInError("other-issuer")
                for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
                    if not isinstance(about.get(name), str):
                        raise SignInError("no-endpoints")
                self._about = about
        return self._about

    async def _key_set(self, *, fresh: bool) -> KeySet:
        about = await self._published()
        async with self._reading:
            old = time.monotonic() - self._keys_read > _KEYS_LAST
            if self._keys is None or old or fresh:
                try:
                    self._keys = KeySet.import_key_set(
                        await self._call("GET", about["jwks_uri"])  # type: ignore[arg-type]
                    )
                except (JoseError, KeyError, TypeError, ValueError):
                    raise SignInError("keys") from None
                self._keys_read = time.monotonic()
        return self._keys

    async def _call(
        self, method: str, url: str, data: Mapping[str, str] | None = None
    ) -> Mapping[str, Any]:
        if self._session is None:
            self._session = open_session(self._ca_bundle)
        try:
            async with self._session.request(
                method, url, data=data, headers={"Accept": "application/json"},
                allow_redirects=False,
            ) as response:  # fmt: skip
                if response.status != 200:
                    raise SignInError(f"status-{response.status}")
                answer = await response.json(content_type=None)
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            raise SignInError(f"issuer-{type(error).__name__}") from None
        if not isinstance(answer, dict):
            raise SignInError("no-object")
        return answer

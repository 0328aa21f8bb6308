"""Who is signed in: an encrypted cookie that holds nothing but that, for one working day."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import secrets
import time
from typing import Any, NamedTuple

from aiohttp import web
from cryptography.fernet import Fernet, InvalidToken

from bot.request import Who

LASTS = 8 * 3600
"""Seconds after which one signs in again, however busy one was."""

_SHORTEST_SECRET = 32
_FIELDS = ("platform", "id", "tenant", "name", "email")


class SignedIn(NamedTuple):
    """Somebody who signed in, the secret of their forms, and until when (Unix time, seconds)."""

    who: Who
    csrf: bytes
    until: float

    @classmethod
    def now(cls, who: Who) -> SignedIn:
        """Begin a session."""
        return cls(who, secrets.token_bytes(16), time.time() + LASTS)


class Cookies:
    """Encrypted cookies that only this server, or one with the same secret, can read."""

    def __init__(self, secret: str | None, *, secure: bool) -> None:
        """Derive the key from the setting; without one, cookies end with this process.

        Raises:
            ValueError: the secret is shorter than 32 bytes.
        """
        self._fernet = Fernet(base64.urlsafe_b64encode(_key(secret)))
        self._prefix = "__Host-somehelp" if secure else "somehelp"
        self._secure = secure

    def read(self, request: web.Request, name: str, lasts: int) -> dict[str, Any]:
        """Return what a cookie holds; nothing if it is absent, older than `lasts` or not ours."""
        try:
            raw = self._fernet.decrypt(request.cookies.get(self._named(name), ""), ttl=lasts)
        except (InvalidToken, ValueError):
            return {}
        data = json.loads(raw)
        return data if isinstance(data, dict) else {}

    def write(
        self, response: web.StreamResponse, name: str, data: dict[str, Any], lasts: int
    ) -> None:
        """Put data into a cookie for `lasts` seconds; no data erases it."""
        kept = self._fernet.encrypt(json.dumps(data).encode()).decode() if data else ""
        response.set_cookie(
            self._named(name),
            kept,
            max_age=lasts if data else 0,
            secure=self._secure,
            httponly=True,
            samesite="Lax",
        )

    def _named(self, name: str) -> str:
        return f"{self._prefix}-{name}" if name else self._prefix


def signed_in(cookies: Cookies, request: web.Request) -> SignedIn | None:
    """Return who is signed in, None where nobody is or the day is over."""
    data = cookies.read(request, "", LASTS)
    try:
        who = Who(**{name: data["who"][name] for name in _FIELDS})
        signed = SignedIn(who, bytes.fromhex(data["csrf"]), float(data["until"]))
    except (KeyError, TypeError, ValueError):
        return None
    return signed if signed.until > time.time() else None


def sign_in(cookies: Cookies, response: web.StreamResponse, signed: SignedIn) -> None:
    """Remember in the browser who signed in."""
    who = {name: getattr(signed.who, name) for name in _FIELDS}
    data = {"who": who, "csrf": signed.csrf.hex(), "until": signed.until}
    cookies.write(response, "", data, LASTS)


def sign_out(cookies: Cookies, response: web.StreamResponse) -> None:
    """Forget it again."""
    cookies.write(response, "", {}, LASTS)


def token(signed: SignedIn) -> str:
    """Return the secret of a form, different on every page so that its length tells nothing."""
    pad = secrets.token_bytes(len(signed.csrf))
    return (pad + _xor(pad, signed.csrf)).hex()


def is_token(given: str, signed: SignedIn) -> bool:
    """Tell whether a form came from a page of this session."""
    try:
        raw = binascii.unhexlify(given)
    except ValueError:
        return False
    half = len(signed.csrf)
    return len(raw) == 2 * half and hmac.compare_digest(_xor(raw[:half], raw[half:]), signed.csrf)


def _xor(one: bytes, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other, strict=True))


def _key(secret: str | None) -> bytes:
    if secret is None:
        return secrets.token_bytes(32)
    try:
        raw = base64.b64decode(secret, validate=True)
    except binascii.Error:
        raw = secret.encode()
    if len(raw) < _SHORTEST_SECRET:
        raise ValueError(f"session_secret needs at least {_SHORTEST_SECRET} random bytes")
    return hashlib.sha256(b"somehelp web\0" + raw).digest()

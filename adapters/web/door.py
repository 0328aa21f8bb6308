"""Who may come in, and where from: decided once from the settings, closed where in doubt."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from aiohttp import web

from adapters.settings import Settings
from adapters.web.person import SLACK

Door = Literal["anyone", "open", "signed", "insights"]
"""What a page asks of a visitor.

`anyone`: nothing (signing in, style sheets); `open`: to be signed in, unless the setting opens it;
`signed`: to be signed in; `insights`: to be signed in and to hold that right.
"""

_FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via")


class UnsafeError(ValueError):
    """The settings would let strangers in; `key` is a sentence in `bot.texts`."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True)
class Entrance:
    """How this server is reached.

    `local` is the mode without sign-in: on a loopback address, for nobody but this machine. `host`
    is the only name, with its port if it has one, under which the server answers otherwise.
    """

    local: bool
    https: bool
    host: str
    open: bool
    signs_in: bool

    @classmethod
    def of(cls, settings: Settings) -> Entrance:
        """Decide from the settings.

        Raises:
            UnsafeError: pages would stand open, or signing in cannot work.
        """
        signs_in = bool(settings.oidc_issuer and settings.oidc_client_id)
        url = urlsplit(settings.public_url or "")
        public = bool(url.hostname) and not is_loopback(url.hostname or "")
        local = not signs_in and not public and is_loopback(settings.host)
        if not (local or signs_in or settings.web_open):
            raise UnsafeError("web-unsafe-no-sign-in")
        if not local and not url.hostname:
            raise UnsafeError("web-unsafe-no-address")
        if public and url.scheme != "https":
            raise UnsafeError("web-unsafe-http")
        if signs_in and not settings.session_secret:
            raise UnsafeError("web-unsafe-no-secret")
        if urlsplit(settings.oidc_issuer or "").hostname == SLACK and not settings.slack_team:
            raise UnsafeError("web-unsafe-no-team")
        https = url.scheme == "https"
        return cls(local, https, url.netloc.lower(), settings.web_open, signs_in)

    def admits(self, request: web.Request) -> bool:
        """Tell whether a request names this server as people know it.

        A page elsewhere can make its own name point at this machine (DNS rebinding), and a proxy
        that nobody meant can bring the world to the local mode: neither is let in.
        """
        host = request.headers.get("Host", "").lower()
        if not self.local:
            return host == self.host
        if any(name in request.headers for name in _FORWARDED):
            return False
        try:
            return is_loopback(urlsplit(f"//{host}").hostname or "")
        except ValueError:
            return False

    def lets(self, door: Door, *, signed: bool, insights: bool) -> bool:
        """Tell whether a visitor may pass."""
        if door == "anyone":
            return True
        if door == "open":
            return signed or self.local or self.open
        return signed and (door == "signed" or insights)

    def address_of(self, request: web.Request) -> str:
        """Return where a request comes from, for limits.

        We speak no TLS ourselves: under an https address there is a proxy in front, and the last
        address that it adds is the one it saw.
        """
        seen = request.headers.getall("X-Forwarded-For", [])
        if self.https and seen:
            return seen[-1].rpartition(",")[2].strip()[:64]
        return request.remote or ""


def is_loopback(host: str) -> bool:
    """Tell whether a name or address means this machine."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def is_own_page(request: web.Request) -> bool:
    """Tell whether what was sent came from one of our pages, as the browser says.

    Browsers say so themselves; a client that says nothing brings no cookies of a browser either.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin is None or _netloc(origin) == request.headers.get("Host", "").lower()


def _netloc(origin: str) -> str:
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:
        return ""

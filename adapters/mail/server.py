"""The mail server that takes our mail, as its address says."""

from __future__ import annotations

import ipaddress
import socket
import ssl
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import aiosmtplib

_TIMEOUT = 15.0  # seconds for each step; the pager goes on to the next way meanwhile
_PORTS = {"smtp": 587, "smtps": 465}


class MailServer(NamedTuple):
    """Where mail is handed over; `encrypted` from the first byte, else by STARTTLS."""

    host: str
    port: int
    user: str | None
    password: str | None
    encrypted: bool

    @classmethod
    def of(cls, url: str) -> MailServer:
        """Read `smtp://user:password@host:587` or `smtps://…:465`; both parts are URL-quoted."""
        parts = urlsplit(url)
        return cls(
            parts.hostname or "",
            parts.port or _PORTS[parts.scheme],
            unquote(parts.username) if parts.username else None,
            unquote(parts.password) if parts.password else None,
            parts.scheme == "smtps",
        )

    def __repr__(self) -> str:
        """Leave out the password: a repr ends up in logs."""
        return f"<MailServer {self.host}:{self.port}>"

    def client(self, trusted: ssl.SSLContext) -> aiosmtplib.SMTP:
        """Return a client that is not connected yet.

        Without encryption it talks to this machine alone, and then without a password.
        """
        return aiosmtplib.SMTP(
            hostname=self.host,
            port=self.port,
            username=self.user,
            password=self.password,
            use_tls=self.encrypted,
            start_tls=not self.encrypted and (self.user is not None or not self._is_here()),
            tls_context=trusted,
            timeout=_TIMEOUT,
            local_hostname=socket.gethostname(),
        )

    def _is_here(self) -> bool:
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

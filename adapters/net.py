"""Calls that go out: one way through the city's proxy, with the city's own authorities."""

from __future__ import annotations

import os
import ssl
from pathlib import Path

import aiohttp

_TIMEOUT = aiohttp.ClientTimeout(total=30, connect=10)


def tls(ca_bundle: Path | None) -> ssl.SSLContext:
    """Return what outgoing TLS trusts: the system's authorities and those of the bundle.

    Raises:
        OSError: the bundle cannot be read, or is no PEM file (`ssl.SSLError`).
    """
    context = ssl.create_default_context()
    if ca_bundle:
        context.load_verify_locations(ca_bundle)
    return context


def open_session(ca_bundle: Path | None) -> aiohttp.ClientSession:
    """Return a session for outgoing calls; whoever opens it closes it.

    It goes through the proxy that `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` name.

    Raises:
        OSError: as `tls` does.
    """
    # Together with the proxy aiohttp would read the login user's ~/.netrc, anew for every call, and
    # send what stands there: a server's secrets come from its settings alone.
    os.environ.setdefault("NETRC", os.devnull)
    connector = aiohttp.TCPConnector(ssl=tls(ca_bundle))
    return aiohttp.ClientSession(connector=connector, trust_env=True, timeout=_TIMEOUT)

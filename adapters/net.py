"""Calls that go out: one way through the city's proxy, with the city's own authorities."""

from __future__ import annotations

import os
import ssl
from pathlib import Path

import aiohttp

from bot.ports import MAY_LEAVE

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


def last_look() -> aiohttp.TraceConfig:
    """Return what keeps a message back that may not leave any more (`bot.ports.MAY_LEAVE`).

    It is asked right before a request's bytes are written, with nothing to wait for in between.
    Whoever sent finds the connection broken and cannot know more; so the message is looked up, or
    sent anew, by whoever has the turn.
    """
    trace = aiohttp.TraceConfig()
    trace.on_request_chunk_sent.append(_look)
    return trace


async def _look(
    session: aiohttp.ClientSession, context: object, sent: aiohttp.TraceRequestChunkSentParams
) -> None:
    del session, context, sent
    if not MAY_LEAVE.get()():
        raise aiohttp.ClientConnectionError("its time to leave is over")


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
    return aiohttp.ClientSession(
        connector=connector, trust_env=True, timeout=_TIMEOUT, trace_configs=[last_look()]
    )

"""The address that the server listens on."""

from __future__ import annotations

import errno
import socket


class CannotListenError(Exception):
    """The address cannot be listened on; `taken` where another program has it."""

    def __init__(self, why: str, *, taken: bool) -> None:
        super().__init__(why)
        self.why = why
        self.taken = taken


def reserve(host: str, port: int, *, or_free: bool) -> socket.socket:
    """Take an address without answering on it yet, so that nothing starts in vain.

    With `or_free`, another port will do where this one is taken.

    Raises:
        CannotListenError: the address is taken, not this machine's, or not allowed.
    """
    try:
        return _bound(host, port)
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        if taken and or_free:
            return reserve(host, 0, or_free=False)
        raise CannotListenError(error.strerror or "", taken=taken) from None


def _bound(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    bound = socket.socket(family, kind, protocol)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
    except OSError:
        bound.close()
        raise
    return bound


def url_of(bound: socket.socket) -> str:
    """Return the address as one would type it into a browser."""
    host, port = bound.getsockname()[:2]
    if host in ("0.0.0.0", "::"):  # noqa: S104 - nothing is bound here, only named
        host = "localhost"
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"

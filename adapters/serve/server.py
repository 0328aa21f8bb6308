"""One process from start to end: its parts, its address, its signals."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import Awaitable, Callable, Sequence

import structlog
from aiohttp import web

from adapters.part import CannotRunError, Part
from adapters.serve.health import Watch
from adapters.serve.metrics import Metrics

_log = structlog.get_logger("somehelp.serve")

_GRACE = 25.0  # seconds to finish in; an orchestrator kills after thirty
_ECHO = 2.0  # seconds
_LARGEST = 1 << 20  # bytes of a request; parts that take less say so themselves

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class PartFailedError(Exception):
    """A part cannot run; `part` and `error` name it and what went wrong, without its message."""

    def __init__(self, part: str, error: str) -> None:
        super().__init__(part, error)
        self.part = part
        self.error = error


class Server:
    """Starts the parts, listens, and stops in an order in which nothing accepted is lost."""

    def __init__(self, parts: Sequence[Part], watch: Watch, metrics: Metrics) -> None:
        self._parts = parts
        self._watch = watch
        self._started: list[Part] = []
        app = web.Application(
            middlewares=[metrics.count, without_details], client_max_size=_LARGEST
        )
        app.on_response_prepare.append(_without_versions)
        watch.mount(app)
        for part in parts:
            part.mount(app)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=_GRACE)
        self._site: web.BaseSite | None = None

    async def start(self, bound: socket.socket) -> None:
        """Start all parts, then answer on a socket.

        Raises:
            CannotRunError: a part cannot run as it is set up.
            PartFailedError: a part failed; in both cases those before it are stopped again.
        """
        await self._runner.setup()
        try:
            for part in self._parts:
                await self._start(part)
            self._site = web.SockSite(self._runner, bound)
            await self._site.start()
        except BaseException:
            await self.stop()
            raise
        self._watch.ready = True

    async def _start(self, part: Part) -> None:
        self._started.append(part)
        try:
            await part.start()
        except CannotRunError:
            raise
        except Exception as error:
            _log.exception("part_failed", part=part.name)
            raise PartFailedError(part.name, type(error).__name__) from None

    async def stop(self) -> None:
        """Take nothing new, finish what was accepted, stop the parts, the last one first."""
        self._watch.ready = False
        if self._site:
            await self._site.stop()
        for part in reversed(self._started):
            try:
                async with asyncio.timeout(_GRACE):
                    await part.stop()
            except Exception:
                _log.exception("part_did_not_stop", part=part.name)
        await self._runner.cleanup()


def told_to_stop() -> asyncio.Future[None]:
    """Return what is done when a signal to stop comes, from now on, also during the start.

    Another one, two seconds later or more, ends the process at once; sooner it is an echo of the
    first, as `timeout` and some shells send it.
    """
    loop = asyncio.get_running_loop()
    told: asyncio.Future[None] = loop.create_future()

    def stop() -> None:
        if not told.done():
            told.set_result(None)
            loop.call_later(_ECHO, no_longer_wait)

    def no_longer_wait() -> None:
        for each in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(each)
            signal.signal(each, signal.SIG_DFL)

    for each in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(each, stop)
    return told


async def _without_versions(request: web.Request, response: web.StreamResponse) -> None:
    """Tell nobody which versions of which libraries answer."""
    del request
    response.headers["Server"] = "Somehelp"


@web.middleware
async def without_details(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer what nobody foresaw with a bare 500; the log says where it happened."""
    try:
        return await handler(request)
    except (web.HTTPException, ConnectionError):  # an answer; somebody who went away
        raise
    except Exception:
        resource = request.match_info.route.resource
        _log.exception("request_failed", route=resource.canonical if resource else "none")
        return web.Response(status=500)

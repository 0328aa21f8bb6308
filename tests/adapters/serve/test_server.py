"""Promises about the start and the end of a server and its parts."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest
from aiohttp import web

from adapters.part import CannotRunError, Health, Part
from adapters.serve.address import CannotListenError, reserve, url_of
from adapters.serve.health import Watch
from adapters.serve.metrics import Metrics
from adapters.serve.server import PartFailedError, Server


class Slow:
    """A part that notes what is done to it; its route answers when the test lets it."""

    def __init__(self, name: str, diary: list[str], fails: Exception | None = None) -> None:
        self.name = name
        self.diary = diary
        self.fails = fails
        self.asked = asyncio.Event()
        self.free = asyncio.Event()

    def mount(self, app: web.Application) -> None:
        """Add the route."""
        app.router.add_get(f"/{self.name}", self._answer)

    async def _answer(self, request: web.Request) -> web.Response:
        del request
        self.asked.set()
        await self.free.wait()
        return web.Response(text="valmis")

    async def start(self) -> None:
        """Start, or fail."""
        self.diary.append(f"{self.name} starts")
        if self.fails:
            raise self.fails

    async def stop(self) -> None:
        """Stop."""
        self.diary.append(f"{self.name} stops")

    def health(self) -> Health:
        """Be well."""
        return Health(ok=True)


def server(*parts: Part) -> tuple[Server, Watch]:
    """Return a server of these parts, and what knows whether it is ready."""
    metrics = Metrics()
    watch = Watch(parts, metrics, "en", token=None, behind_proxy=False)
    return Server(parts, watch, metrics), watch


async def test_what_was_accepted_is_finished() -> None:
    """A request that is under way when the server is told to stop gets its answer."""
    part = Slow("slow", [])
    running, watch = server(part)
    with reserve("127.0.0.1", 0, or_free=False) as bound:
        await running.start(bound)
        async with aiohttp.ClientSession() as session:
            asking = asyncio.create_task(session.get(f"{url_of(bound)}slow"))
            await part.asked.wait()
            stopping = asyncio.create_task(running.stop())
            await asyncio.sleep(0)
            ready = watch.ready
            part.free.set()
            answer = await asking
            said = await answer.text()
        await stopping

    assert (answer.status, said, ready) == (200, "valmis", False)


async def test_parts_stop_in_the_reverse_order() -> None:
    """What started last stops first: it may need those that started before it."""
    diary: list[str] = []
    running, _ = server(Slow("store", diary), Slow("pager", diary))
    with reserve("127.0.0.1", 0, or_free=False) as bound:
        await running.start(bound)
        await running.stop()

    assert diary == ["store starts", "pager starts", "pager stops", "store stops"]


@pytest.mark.parametrize(
    ("fault", "error"),
    [(CannotRunError("slack-missing-token"), CannotRunError), (ValueError("x"), PartFailedError)],
)
async def test_a_part_that_cannot_run_stops_the_start(
    fault: Exception, error: type[Exception]
) -> None:
    """A server does not half run: those that have started are stopped again."""
    diary: list[str] = []
    running, watch = server(Slow("store", diary), Slow("slack", diary, fault))
    with reserve("127.0.0.1", 0, or_free=False) as bound, pytest.raises(error):
        await running.start(bound)

    assert diary == ["store starts", "slack starts", "slack stops", "store stops"]
    assert not watch.ready


def test_another_port_is_found_where_nobody_chose_one() -> None:
    """A taken port is an error if it was chosen, else the next free one will do."""
    with reserve("127.0.0.1", 0, or_free=False) as first:
        first.listen()
        port = first.getsockname()[1]
        with reserve("127.0.0.1", port, or_free=True) as second:
            assert second.getsockname()[1] != port
        with pytest.raises(CannotListenError) as taken:
            reserve("127.0.0.1", port, or_free=False)

    assert taken.value.taken


def test_an_address_of_another_machine_is_said() -> None:
    """An address that is not this machine's is an error with its reason, not a crash."""
    with pytest.raises(CannotListenError) as wrong:
        reserve("192.0.2.1", 0, or_free=True)

    assert not wrong.value.taken
    assert wrong.value.why

"""All plays run at once, since they mostly wait; each test then looks at what came of its own."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import Future
from typing import Any

import pytest

from tests.kill import plays
from tests.postgres import Postgres, programs

HURRY = 4
"""In CI every outage and every freeze is this many times shorter than in `tests.soak`."""

Play = Callable[["Band"], Coroutine[Any, Any, Any]]

PLAYS: dict[str, Play] = {
    "chat away": lambda _: plays.chat_away("sqlite", plays.CHAT_AWAY / HURRY),
    "kills on sqlite": lambda _: plays.kills("sqlite", 10, seed=1),
    "kills on postgresql": lambda band: plays.kills(band.fresh(), 10, seed=2),
    "frozen": lambda band: plays.frozen(band.fresh(), plays.FROZEN / HURRY, seed=3),
    "frozen at look-up": lambda band: plays.frozen_at_look_up(band.fresh(), plays.FROZEN / HURRY),
    "frozen before send": lambda band: plays.frozen_before_send(band.fresh(), plays.FROZEN / HURRY),
    "failover": lambda band: plays.failover(band.fresh(), seed=4),
    "database away": lambda band: band.database_away(),
}
"""What is done, by the name that a test says in its mark; all but the first two on PostgreSQL."""

ON_SQLITE = ("chat away", "kills on sqlite")


class Band:
    """The plays of this session, on a loop of their own.

    One may stop PostgreSQL: it has a server to itself.
    """

    def __init__(self, server: Postgres | None) -> None:
        self._server = server
        self._own: list[Postgres] = []
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()
        self._playing: dict[str, Future[Any]] = {}

    def fresh(self) -> str:
        """Return the address of an empty database."""
        assert self._server
        return self._server.fresh()

    def begin(self, name: str) -> None:
        """Begin a play."""
        play = PLAYS[name](self)
        self._playing[name] = asyncio.run_coroutine_threadsafe(play, self._loop)

    def result(self, name: str) -> Any:
        """Wait for what came of a play."""
        return self._playing[name].result()

    async def database_away(self) -> plays.Outage:
        """Take a server of our own away from its only instance."""
        found = programs()
        assert found
        server = await asyncio.to_thread(Postgres, found)
        try:
            await asyncio.to_thread(server.start)
            return await plays.database_away(server, plays.DATABASE_AWAY / HURRY)
        finally:
            await asyncio.to_thread(server.remove)

    def end(self) -> None:
        """End what still runs."""
        for playing in self._playing.values():
            playing.cancel()
        ending = asyncio.run_coroutine_threadsafe(_others_end(), self._loop)
        ending.result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.run_until_complete(self._loop.shutdown_default_executor())
        self._loop.close()


async def _others_end() -> None:
    others = asyncio.all_tasks() - {asyncio.current_task()}
    await asyncio.gather(*others, return_exceptions=True)


def pytest_configure(config: pytest.Config) -> None:
    """Say what the mark of a test here means."""
    config.addinivalue_line("markers", "play(name): what was done to the instances before")


@pytest.fixture(scope="package")
def band(request: pytest.FixtureRequest) -> Iterator[Band]:
    """Begin every play that a test of this session asks for."""
    marks = (item.get_closest_marker("play") for item in request.session.items)
    wanted = dict.fromkeys(mark.args[0] for mark in marks if mark)
    server = request.getfixturevalue("postgres_server") if programs() else None
    playing = Band(server)
    for name in wanted:
        if name in ON_SQLITE or server:
            playing.begin(name)
    yield playing
    playing.end()


@pytest.fixture
def played(request: pytest.FixtureRequest, band: Band) -> Any:
    """Return what came of the play that the test's mark names."""
    mark = request.node.get_closest_marker("play")
    if mark.args[0] not in ON_SQLITE:
        request.getfixturevalue("postgres_server")  # skips, or fails in CI, where there is none
    return band.result(mark.args[0])

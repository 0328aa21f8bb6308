"""A chat service of our own: a process that outlives every worker, and writes down each message.

    python -m tests.kill.sink --socket FILE --log FILE

It listens on a socket in the file system. How it answers is set while it runs, by POST /mood.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import signal
import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from aiohttp import web


@dataclass(frozen=True, slots=True)
class Mood:
    """How the service answers.

    `latency` are the seconds until an answer; every `throttle`-th message is refused with 429;
    with `status` everything is answered by that alone; every `mute`-th message is delivered and
    never answered. `stop_at_find` stops whoever looks something up, before they have the answer.
    `sync` makes each delivery wait for the disk.
    """

    latency: float = 0.1
    throttle: int = 0
    status: int = 0
    mute: int = 0
    stop_at_find: bool = False
    sync: bool = True


class Delivery(NamedTuple):
    """A message as it was delivered; `at` is the machine's clock, `pid` who sent it."""

    key: str
    to: str
    messenger: str
    pid: int
    at: float

    @property
    def purpose(self) -> str:
        """What the message was for, as its key says."""
        return self.key.split(":")[2]


class Sink:
    """Delivers into a file."""

    def __init__(self, log: Path) -> None:
        self._log = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self._delivered: set[str] = set()
        self._calls = 0
        self._mood = Mood()

    def app(self) -> web.Application:
        """Return the service."""
        app = web.Application()
        app.router.add_post("/send", self._send)
        app.router.add_post("/find", self._find)
        app.router.add_post("/update", self._update)
        app.router.add_post("/mood", self._set)
        return app

    async def _set(self, request: web.Request) -> web.Response:
        self._mood = replace(self._mood, **await request.json())
        return web.json_response({})

    async def _send(self, request: web.Request) -> web.Response:
        said = await request.json()
        self._calls += 1
        mood, call = self._mood, self._calls
        if mood.status:
            return web.Response(status=mood.status)
        if mood.throttle and call % mood.throttle == 0:
            return web.Response(status=429, headers={"Retry-After": "1"})
        self._deliver(Delivery(**said, at=time.time()))
        if mood.mute and call % mood.mute == 0:
            await asyncio.Event().wait()
        await asyncio.sleep(mood.latency)
        return web.json_response({})

    async def _find(self, request: web.Request) -> web.Response:
        said = await request.json()
        mood, found = self._mood, said["key"] in self._delivered
        if mood.status:
            return web.Response(status=mood.status)
        if mood.stop_at_find:
            self._mood = replace(mood, stop_at_find=False)
            os.kill(said["pid"], signal.SIGSTOP)
        await asyncio.sleep(mood.latency)
        return web.json_response({"found": found})

    async def _update(self, request: web.Request) -> web.Response:
        await request.read()
        await asyncio.sleep(self._mood.latency)
        return web.Response(status=self._mood.status or 200)

    def _deliver(self, delivery: Delivery) -> None:
        line = json.dumps(delivery._asdict()) + "\n"
        os.write(self._log, line.encode("ascii"))
        if self._mood.sync:
            os.fsync(self._log)
        self._delivered.add(delivery.key)


def deliveries(log: Path) -> list[Delivery]:
    """Return all that was delivered, in order."""
    return [Delivery(**json.loads(line)) for line in log.read_text("ascii").splitlines()]


def end_with_parent() -> None:
    """End this process when the one that started it closes our input, or ends."""

    def wait() -> None:
        while os.read(0, 1):
            pass
        os._exit(0)

    threading.Thread(target=wait, daemon=True).start()


def arguments(**named: Any) -> argparse.Namespace:
    """Read the options of a process of ours; each is required if its value here is a type."""
    parser = argparse.ArgumentParser()
    for name, value in named.items():
        required = isinstance(value, type)
        kind = value if required else type(value)
        default = None if required else value
        option = "--" + name.replace("_", "-")
        parser.add_argument(option, type=kind, required=required, default=default)
    return parser.parse_args()


async def _serve(socket: str, log: Path) -> None:
    runner = web.AppRunner(Sink(log).app(), access_log=None)
    await runner.setup()
    await web.UnixSite(runner, socket, backlog=1024).start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    told = arguments(socket=str, log=Path)
    end_with_parent()
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve(told.socket, told.log))

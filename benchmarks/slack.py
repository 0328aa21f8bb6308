"""Signed `/somehelp check` requests per second, beside a bare bolt and a bare aiohttp handler.

Run on an idle machine: `.venv/bin/python -m benchmarks.slack`. Everything stays on loopback: this
process signs, sends and plays Slack on one core, the server that is measured runs on another one.
An answer counts when it arrives at the response URL, not when the request is acknowledged.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import socket
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

import aiohttp
from aiohttp import web
from slack_sdk.signature import SignatureVerifier

from benchmarks import machine
from benchmarks.posts import posts
from benchmarks.table import markdown

SECRET, TOKEN, TEAM = "secret", "xoxb-benchmark", "T1"
_CONNECTIONS = 16
_WARM = 200
_PER_SECOND = 20
_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")


class Subject(NamedTuple):
    """Something that is measured; `answers` tells whether it posts an answer."""

    name: str
    what: str
    command: tuple[str, ...]
    answers: bool


class Figures(NamedTuple):
    """What was measured of one subject; times in milliseconds, memory in megabytes."""

    per_second: float
    cpu: float
    p50: float
    p99: float
    memory_before: float
    memory_after: float


_SUBJECTS = (
    Subject(
        "bare aiohttp",
        "takes the request, answers 200",
        (sys.executable, "-m", "benchmarks.slack_handlers", "bare"),
        answers=False,
    ),
    Subject(
        "bare bolt",
        "signature, acknowledgement, one fixed reply over a shared session",
        (sys.executable, "-m", "benchmarks.slack_handlers", "bolt"),
        answers=True,
    ),
    Subject(
        "Somehelp",
        "the whole command: signature, claim, person, check, card, reply, counts",
        (str(Path(sys.executable).parent / "somehelp"), "serve"),
        answers=True,
    ),
)


class Sink:
    """Plays Slack: takes answers and says when each came."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.waiting: dict[str, asyncio.Future[float]] = {}

    async def api(self, request: web.Request) -> web.Response:
        """Answer a call to the Web API."""
        user = {"id": "U1", "locale": "fi-FI", "profile": {"real_name": "Aino"}}
        said = {"team_id": TEAM, "user_id": "U0", "bot_id": "B0", "user": user, "ts": "1.0"}
        del request
        return web.json_response({"ok": True, "channel": {"id": "D1"}, **said})

    async def hook(self, request: web.Request) -> web.Response:
        """Take an answer at a response URL."""
        await request.read()
        waiting = self.waiting.pop(request.match_info["id"], None)
        if waiting and not waiting.done():
            waiting.set_result(time.perf_counter())
        return web.Response(text="ok")


@asynccontextmanager
async def _sink() -> AsyncIterator[Sink]:
    port = _free_port()
    sink = Sink(f"http://127.0.0.1:{port}")
    app = web.Application()
    app.router.add_route("*", "/api/{method}", sink.api)
    app.router.add_post("/hook/{id}", sink.hook)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    yield sink
    await runner.cleanup()


@asynccontextmanager
async def _server(subject: Subject, sink: Sink) -> AsyncIterator[tuple[str, int]]:
    """Start what is measured, on the last core; yield its address and process id."""
    port = _free_port()
    with tempfile.TemporaryDirectory() as state:
        process = await asyncio.create_subprocess_exec(
            *subject.command,
            env={
                **os.environ,
                "SOMEHELP_STATE": state,
                "SOMEHELP_PORT": str(port),
                "SOMEHELP_LOG_LEVEL": "warning",
                "SOMEHELP_SLACK_BOT_TOKEN": TOKEN,
                "SOMEHELP_SLACK_SIGNING_SECRET": SECRET,
                "SOMEHELP_SLACK_API_URL": f"{sink.url}/api/",
            },
            stdout=asyncio.subprocess.DEVNULL,
        )
        os.sched_setaffinity(process.pid, {max(os.sched_getaffinity(0))})
        try:
            url = f"http://127.0.0.1:{port}/slack/events"
            await _listening(url)
            yield url, process.pid
        finally:
            process.send_signal(signal.SIGTERM)
            await process.wait()


async def _listening(url: str) -> None:
    async with aiohttp.ClientSession() as session:
        for _ in range(600):
            try:
                async with session.get(url):
                    return
            except aiohttp.ClientConnectionError:
                await asyncio.sleep(0.05)
    raise TimeoutError(url)


class Load:
    """Sends commands and waits for their answers."""

    def __init__(
        self, session: aiohttp.ClientSession, url: str, sink: Sink, subject: Subject
    ) -> None:
        self._session = session
        self._url = url
        self._sink = sink
        self._answers = subject.answers
        self._posts = posts("fi", 1500)
        self._sent = 0
        self._verifier = SignatureVerifier(SECRET)

    async def command(self) -> float:
        """Send one command; return the seconds until its answer was there."""
        number = self._sent
        self._sent += 1
        key = f"{id(self):x}-{number}"
        fields = {
            "command": "/somehelp",
            "text": f"check {self._posts[number % len(self._posts)]}",
            "team_id": TEAM,
            "user_id": "U1",
            "channel_id": "C1",
            "trigger_id": key,
            "response_url": f"{self._sink.url}/hook/{key}",
        }
        body = urlencode(fields)
        moment = str(int(time.time()))
        signature = self._verifier.generate_signature(timestamp=moment, body=body)
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "X-Slack-Request-Timestamp": moment,
            "X-Slack-Signature": signature or "",
        }
        answered: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self._sink.waiting[key] = answered
        began = time.perf_counter()
        async with self._session.post(self._url, data=body, headers=headers) as response:
            await response.read()
            if response.status != 200:
                raise RuntimeError(f"status {response.status}")
        if not self._answers:
            return time.perf_counter() - began
        return await asyncio.wait_for(answered, 30) - began

    async def closed(self, count: int) -> float:
        """Send as fast as answers come, over a few connections; return commands a second."""
        left = iter(range(count))

        async def worker() -> None:
            for _ in left:
                await self.command()

        began = time.perf_counter()
        await asyncio.gather(*(worker() for _ in range(_CONNECTIONS)))
        return count / (time.perf_counter() - began)

    async def steady(self, count: int) -> list[float]:
        """Send twenty a second, whatever comes back; return the times, the shortest first."""
        began = time.perf_counter()
        tasks = []
        for number in range(count):
            await asyncio.sleep(max(0.0, began + number / _PER_SECOND - time.perf_counter()))
            tasks.append(asyncio.create_task(self.command()))
        return sorted(await asyncio.gather(*tasks))


async def _measure(subject: Subject, fast: int, steady: int) -> Figures:
    async with (
        _sink() as sink,
        _server(subject, sink) as (url, process),
        aiohttp.ClientSession() as session,
    ):
        load = Load(session, url, sink, subject)
        await load.closed(_WARM)
        busy = _cpu(process)
        per_second = await load.closed(fast)
        cpu = (_cpu(process) - busy) / fast * 1000
        before = _memory(process)
        times = await load.steady(steady)
        return Figures(
            per_second,
            cpu,
            statistics.median(times) * 1000,
            times[int(len(times) * 0.99)] * 1000,
            before,
            _memory(process),
        )


def _cpu(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _memory(process: int) -> float:
    return int(Path(f"/proc/{process}/statm").read_text("utf-8").split()[1]) * _PAGE / 1e6


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main() -> None:
    """Measure every subject in turn, several rounds, and print the table of the middle ones."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--fast", type=int, default=1500, help="commands as fast as they come")
    parser.add_argument("--steady", type=int, default=1200, help="commands at 20 a second")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    began = machine.load()
    cores = sorted(os.sched_getaffinity(0))
    rounds: dict[str, list[Figures]] = {subject.name: [] for subject in _SUBJECTS}
    for _ in range(arguments.rounds):
        for subject in _SUBJECTS:
            os.sched_setaffinity(0, {cores[0], cores[-1]})
            figures = asyncio.run(_measure(subject, arguments.fast, arguments.steady))
            rounds[subject.name].append(figures)
    print("\n".join(f"- {fact}" for fact in machine.describe()))
    print(f"- load average when the measuring began: {began:.1f}\n")
    print("\n".join(_table(rounds)))


def _table(rounds: dict[str, list[Figures]]) -> list[str]:
    middle = {
        name: Figures(*(statistics.median(column) for column in zip(*figures, strict=True)))
        for name, figures in rounds.items()
    }
    base = middle["bare bolt"].cpu
    headings = ("server", "what it does", "commands/s", "CPU ms each", "of bare bolt")
    headings += ("p50 ms at 20/s", "p99 ms at 20/s", "memory MB before", "after")
    rows = [
        (
            subject.name,
            subject.what,
            f"{figures.per_second:,.0f}",
            f"{figures.cpu:.2f}",
            f"{figures.cpu / base:.2f}×",
            f"{figures.p50:.1f}",
            f"{figures.p99:.1f}",
            f"{figures.memory_before:.0f}",
            f"{figures.memory_after:.0f}",
        )
        for subject in _SUBJECTS
        for figures in (middle[subject.name],)
    ]
    return markdown(headings, rows, left=2)


if __name__ == "__main__":
    main()

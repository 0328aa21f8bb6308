"""Messages per second in Teams, beside a bare aiohttp handler, and how long a card's drawing takes.

Run on an idle machine: `.venv/bin/python -m benchmarks.teams`. Everything stays on loopback: this
process is Teams (it signs, sends and takes the answers) on one core, the server that is measured
runs on another one. An answer counts when it arrives at the connector, not when Teams has its 200.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import os
import signal
import socket
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

import aiohttp
import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from adapters.clock import MachineClock
from adapters.serve.whose_city import served_city
from adapters.settings import Settings
from adapters.store import open_store
from adapters.teams.budget import fitted
from benchmarks import machine
from benchmarks.posts import posts
from benchmarks.table import markdown
from bot.assistant import Assistant
from bot.card import Card, Piece
from bot.city_today import CityToday
from bot.desk import Desk
from bot.request import Request, Who
from rules.model import Language

APP, TENANT = "11111111-2222-3333-4444-555555555555", "7e7e7e7e-0000-0000-0000-000000000001"
_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")
_WARM = 100
_SOMEHELP = (str(Path(sys.executable).parent / "somehelp"), "serve")


class Subject(NamedTuple):
    """Something that is measured; `signed` tells whether it checks tokens."""

    name: str
    what: str
    signed: bool = False


class Figures(NamedTuple):
    """What was measured; times in milliseconds, memory in megabytes."""

    per_second: float
    cpu: float
    p50: float
    p99: float
    memory: float


_SUBJECTS = (
    Subject("bare aiohttp", "200, then one fixed card over a shared session"),
    Subject("Somehelp, without tokens", "the whole server: claim, person, check, card, counts"),
    Subject("Somehelp", "the same, every token checked", signed=True),
)


class Teams:
    """Plays Teams: issuer, connector, sender."""

    def __init__(self) -> None:
        self.url = ""
        self.waiting: dict[str, asyncio.Future[float]] = {}
        self._key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self._ids = itertools.count()

    def app(self) -> web.Application:
        """Return the routes."""
        app = web.Application(client_max_size=10**7)
        app.router.add_post("/v3/conversations/{id}/activities", self._answer)
        app.router.add_get("/v3/conversations/{id}/members/{user}", self._member)
        app.router.add_get("/metadata", self._metadata)
        app.router.add_get("/keys", self._keys)
        app.router.add_post("/{tenant}/oauth2/v2.0/token", self._token)
        return app

    def signature(self) -> str:
        """Return a token as Teams sends it with every message."""
        now = int(time.time())
        claims = {"iss": "https://api.botframework.com", "aud": APP, "serviceurl": self.url}
        times = {"iat": now, "nbf": now - 5, "exp": now + 3600}
        return jwt.encode({**claims, **times}, self._key, "RS256", headers={"kid": "k1"})

    async def send(
        self, http: aiohttp.ClientSession, url: str, person: int, text: str, token: str
    ) -> float:
        """Send somebody's message; return the seconds until its answer came."""
        conversation = f"a-{person}"
        self.waiting[conversation] = arrived = asyncio.get_running_loop().create_future()
        activity = {
            "type": "message",
            "id": f"m-{next(self._ids)}",
            "channelId": "msteams",
            "serviceUrl": self.url,
            "from": {"id": f"29:{person}", "aadObjectId": f"aad-{person}", "name": "Aune"},
            "conversation": {"id": conversation, "tenantId": TENANT},
            "recipient": {"id": f"28:{APP}"},
            "text": text,
            "locale": "fi-FI",
        }
        began = time.perf_counter()
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        async with http.post(url, json=activity, headers=headers) as answer:
            if answer.status != 200:
                raise RuntimeError(f"refused with {answer.status}")
        return float(await asyncio.wait_for(arrived, 60)) - began

    async def _answer(self, request: web.Request) -> web.Response:
        body = await request.read()
        waiting = self.waiting.get(request.match_info["id"])
        if waiting and not waiting.done() and b"attachments" in body:
            waiting.set_result(time.perf_counter())
        return web.json_response({"id": "1"}, status=201)

    async def _member(self, request: web.Request) -> web.Response:
        del request
        return web.json_response({"userPrincipalName": "aune.sanala@paimio.example"})

    async def _metadata(self, request: web.Request) -> web.Response:
        del request
        return web.json_response({"jwks_uri": f"{self.url}keys"})

    async def _keys(self, request: web.Request) -> web.Response:
        del request
        jwk = json.loads(RSAAlgorithm.to_jwk(self._key.public_key()))
        return web.json_response({"keys": [{**jwk, "kid": "k1", "endorsements": ["msteams"]}]})

    async def _token(self, request: web.Request) -> web.Response:
        del request
        return web.json_response({"access_token": "t", "expires_in": 3600})


@asynccontextmanager
async def _teams() -> AsyncIterator[Teams]:
    teams = Teams()
    runner = web.AppRunner(teams.app(), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    teams.url = f"http://127.0.0.1:{runner.addresses[0][1]}/"
    yield teams
    await runner.cleanup()


@asynccontextmanager
async def _server(subject: Subject, teams: Teams) -> AsyncIterator[tuple[str, int]]:
    """Start what is measured, on the last core; yield its address and process id."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    bare = (sys.executable, "-m", "benchmarks.teams_bare", str(port))
    auth = {
        "SOMEHELP_TEAMS_APP_ID": APP,
        "SOMEHELP_TEAMS_APP_PASSWORD": "secret",
        "SOMEHELP_TEAMS_TENANT": TENANT,
        "SOMEHELP_TEAMS_OPENID_METADATA": f"{teams.url}metadata",
        "SOMEHELP_TEAMS_LOGIN_URL": teams.url,
        "SOMEHELP_TEAMS_SERVICE_HOSTS": "127.0.0.1",
    }
    with tempfile.TemporaryDirectory() as state:
        process = await asyncio.create_subprocess_exec(
            *(bare if subject.name.startswith("bare") else _SOMEHELP),
            env={
                **os.environ,
                "SOMEHELP_STATE": state,
                "SOMEHELP_PORT": str(port),
                "SOMEHELP_LOG_LEVEL": "warning",
                **(auth if subject.signed else {"SOMEHELP_TEAMS_WITHOUT_AUTH": "true"}),
            },
            stdout=asyncio.subprocess.DEVNULL,
        )
        os.sched_setaffinity(process.pid, {max(os.sched_getaffinity(0))})
        try:
            url = f"http://127.0.0.1:{port}/api/messages"
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
            except aiohttp.ClientError:
                await asyncio.sleep(0.1)
    raise RuntimeError(f"nothing listens at {url}")


async def measure(subject: Subject, teams: Teams, count: int, at_once: int) -> Figures:
    """Let so many people send so many messages, each the next one after an answer."""
    token = teams.signature() if subject.signed else ""
    texts = itertools.cycle(posts("fi", 300))
    async with (
        _server(subject, teams) as (url, process),
        aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as http,
    ):

        async def person(number: int, messages: int) -> list[float]:
            return [
                await teams.send(http, url, number, next(texts), token) for _ in range(messages)
            ]

        async def everybody(messages: int) -> list[float]:
            each = (person(number, messages // at_once) for number in range(at_once))
            return sorted(itertools.chain.from_iterable(await asyncio.gather(*each)))

        await everybody(_WARM)
        before, began = _cpu(process), time.perf_counter()
        took = await everybody(count)
        wall = time.perf_counter() - began
        cpu = (_cpu(process) - before) / count * 1000
        return Figures(
            per_second=count / wall,
            cpu=cpu,
            p50=statistics.median(took) * 1000,
            p99=took[int(count * 0.99) - 1] * 1000,
            memory=_memory(process),
        )


def _cpu(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _memory(process: int) -> float:
    return int(Path(f"/proc/{process}/statm").read_text("utf-8").split()[1]) * _PAGE / 1e6


class _NoDesk:
    """No crisis anywhere."""

    async def handle(self, request: Request) -> Card:
        """Answer nothing in particular."""
        return Card(request.verb)

    async def banner(self, language: Language) -> tuple[Piece, ...]:
        """Return nothing."""
        del language
        return ()


async def drawing(count: int) -> list[float]:
    """Return how many milliseconds the drawing of each check's card takes, sorted."""
    city, clock = served_city(Settings()), MachineClock()
    with tempfile.TemporaryDirectory() as folder:
        store = await open_store(f"sqlite:///{folder}/x.sqlite")
        today = CityToday(city, store, clock)
        assistant = Assistant(Desk(city), today, store, clock, _NoDesk())
        who = Who("teams", "x", TENANT, "fi")
        cards = [await assistant.handle(Request("check", who, text)) for text in posts("fi", count)]
        await store.close()
    for card in cards[:10]:
        fitted(card)
    return sorted(_timed(lambda card=card: fitted(card)) for card in cards)  # type: ignore[misc]


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


async def _all(count: int, at_once: int) -> list[str]:
    rows = []
    async with _teams() as teams:
        for subject in _SUBJECTS:
            found = await measure(subject, teams, count, at_once)
            numbers = (f"{figure:,.1f}" for figure in found)
            rows.append((subject.name, subject.what, *numbers))
    drawn = await drawing(300)
    head = ("server", "what it does", "messages/s", "CPU ms", "p50 ms", "p99 ms", "memory MB")
    half, most = statistics.median(drawn), drawn[int(len(drawn) * 0.99) - 1]
    return [
        *(f"- {fact}" for fact in machine.describe()),
        f"- {count:,} messages of about 300 characters from {at_once} people at the same time",
        "",
        *markdown(head, rows, left=2),
        "",
        f"Drawing a check's card takes {half:.2f} ms (p99 {most:.2f} ms; wanted: under 1 ms).",
    ]


def main() -> None:
    """Measure, and print the block for docs/benchmarks.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1200)
    parser.add_argument("--at-once", type=int, default=8)
    said = parser.parse_args()
    cores = os.sched_getaffinity(0)
    if len(cores) > 1:
        os.sched_setaffinity(0, cores - {max(cores)})
    print("\n".join(asyncio.run(_all(said.count, said.at_once))))


if __name__ == "__main__":
    main()

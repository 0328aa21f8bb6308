"""Promises about /health, /ready and /metrics."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from prometheus_client.parser import text_string_to_metric_families

from adapters.part import Health
from adapters.serve.health import Watch, is_loopback
from adapters.serve.measured import Measured
from adapters.serve.metrics import Metrics
from adapters.serve.server import without_details
from bot.card import Card
from bot.request import Request, Who

TOKEN = "a-long-enough-token"  # noqa: S105 - opens nothing


class Unwell:
    """A part that works until the test says otherwise."""

    name = "store"

    def __init__(self) -> None:
        self.now = Health(ok=True)

    def mount(self, app: web.Application) -> None:
        """Add a route that fails with what somebody wrote."""
        app.router.add_get("/check/{text}", self._fail)

    async def _fail(self, request: web.Request) -> web.Response:
        raise ValueError(request.match_info["text"])

    async def start(self) -> None:
        """Start."""

    async def stop(self) -> None:
        """Stop."""

    def health(self) -> Health:
        """Say what the test wants."""
        return self.now


@asynccontextmanager
async def watched(
    part: Unwell, *, proxy: bool = False
) -> AsyncIterator[tuple[TestClient[web.Request, web.Application], Watch]]:
    """Serve the three addresses for one part."""
    metrics = Metrics()
    watch = Watch([part], metrics, "en", token=TOKEN, behind_proxy=proxy)
    app = web.Application(middlewares=[metrics.count, without_details])
    watch.mount(app)
    part.mount(app)
    async with TestClient(TestServer(app)) as client:
        yield client, watch


async def test_health_is_red_while_a_part_is_unwell() -> None:
    """Whoever watches reads which part is unwell and what to do, and sees when it is well again."""
    part = Unwell()
    async with watched(part) as (client, _):
        part.now = Health(ok=False, key="serve-down-store")
        red = await client.get("/health")
        said = await red.json()
        part.now = Health(ok=True)
        green = await client.get("/health")

    assert (red.status, green.status) == (503, 200)
    assert said["parts"]["store"]["why"] == "serve-down-store"
    assert "Bring it back" in said["parts"]["store"]["says"]


async def test_an_unwell_part_takes_nobody_out_of_service() -> None:
    """An orchestrator keeps sending requests while a part is unwell: checks still work."""
    part = Unwell()
    part.now = Health(ok=False, key="serve-down-store")
    async with watched(part) as (client, watch):
        before = (await client.get("/ready")).status
        watch.ready = True

        assert (before, (await client.get("/ready")).status) == (503, 200)


@pytest.mark.parametrize(
    ("proxy", "headers", "seen"),
    [
        (False, {}, True),
        (False, {"X-Forwarded-For": "203.0.113.9"}, False),
        (True, {}, False),
        (True, {"Authorization": f"Bearer {TOKEN}"}, True),
        (True, {"Authorization": "Bearer guess"}, False),
        (True, {"Authorization": "Bearer "}, False),
        (True, {"Authorization": "Bearer ääkköset"}, False),
    ],
)
async def test_figures_are_for_the_admin(proxy: bool, headers: dict[str, str], seen: bool) -> None:
    """Figures and parts are shown on this machine and with the token, behind a proxy only so."""
    async with watched(Unwell(), proxy=proxy) as (client, _):
        figures = await client.get("/metrics", headers=headers)
        health = await (await client.get("/health", headers=headers)).json()

    assert (figures.status == 200) == seen
    assert ("parts" in health) == seen


async def test_figures_hold_nothing_that_people_write() -> None:
    """A request is counted by its route, also one that fails or that nobody serves."""
    async with watched(Unwell()) as (client, _):
        failed = await client.get("/check/131052-308T")
        said = await failed.text()
        await client.get("/131052-308T")
        figures = await (await client.get("/metrics")).text()

    assert (failed.status, said) == (500, "")
    assert 'route="/check/{text}",status="500"' in figures
    assert "131052" not in figures
    assert list(text_string_to_metric_families(figures))


class Answers:
    """Answers everything, or nothing."""

    async def handle(self, request: Request) -> Card:
        """Answer, or fail as asked."""
        if request.verb == "fail":
            raise ValueError(request.text)
        return Card("Hei", mode="toast")


async def test_answers_are_counted_by_verb_and_outcome() -> None:
    """An admin sees what is asked how often and what fails; made-up verbs do not flood the page."""
    metrics = Metrics()
    measured = Measured(Answers(), metrics)
    who = Who("slack", "U1")
    await measured.handle(Request("check", who, "luonnos"))
    with pytest.raises(ValueError, match="luonnos"):
        await measured.handle(Request("fail", who, "luonnos"))
    for number in range(300):
        await measured.handle(Request(f"made-up-{number}", who))

    figures = metrics.text().decode()
    answers = 'somehelp_answers_total{outcome="%s",platform="slack",verb="%s"}'
    assert answers % ("toast", "check") + " 1.0" in figures
    assert answers % ("failed", "fail") + " 1.0" in figures
    assert answers % ("toast", "other") + " 202.0" in figures
    assert "luonnos" not in figures


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1", True), ("localhost", True), ("::1", True), ("[::1]", True),
        ("192.0.2.1", False), ("10.0.0.1", False), ("localhost.evil.example", False), ("", False),
    ],
)  # fmt: skip
def test_loopback_is_this_machine_alone(host: str, local: bool) -> None:
    """Only addresses that nobody else can reach count as this machine."""
    assert is_loopback(host) == local

"""Promises about calls that go out of a city's network."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from adapters.net import open_session, tls
from bot.ports import MAY_LEAVE
from tests.adapters.mail.post_office import make_certificate


async def _yes(request: web.Request) -> web.Response:
    return web.Response(text=str(request.url))


@pytest.fixture
async def server() -> AsyncIterator[TestServer]:
    """A server that answers with the address that it was asked for, as a proxy is."""
    app = web.Application()
    app.router.add_get("/{path:.*}", _yes)
    server = TestServer(app)
    await server.start_server()
    yield server
    await server.close()


async def test_calls_go_through_the_citys_proxy(
    server: TestServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the city has a proxy, calls go through it, except to what NO_PROXY names."""
    monkeypatch.setenv("HTTP_PROXY", str(server.make_url("/")))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    async with open_session(None) as session:
        async with session.get("http://slack.invalid/api/auth.test") as through:
            assert await through.text() == "http://slack.invalid/api/auth.test"
        async with session.get(server.make_url("/straight")) as straight:
            assert straight.status == 200


async def test_the_citys_own_authority_is_trusted(tmp_path: Path) -> None:
    """A server with a certificate of the city's own authority is trusted with the bundle alone."""
    bundle = make_certificate(tmp_path / "city.pem")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(bundle)
    app = web.Application()
    app.router.add_get("/", _yes)
    server = TestServer(app)
    await server.start_server(ssl=context)
    url = server.make_url("/").with_scheme("https")
    async with open_session(bundle) as session, session.get(url) as answer:
        assert answer.status == 200
    async with open_session(None) as session:
        with pytest.raises(aiohttp.ClientConnectorCertificateError):
            await session.get(url)
    await server.close()


def test_the_public_authorities_stay_trusted_beside_a_bundle(tmp_path: Path) -> None:
    """A bundle adds to what is trusted: Slack's own certificate is still good."""
    bundle = make_certificate(tmp_path / "city.pem")

    assert len(tls(bundle).get_ca_certs()) == len(tls(None).get_ca_certs()) + 1


def test_a_bundle_that_is_none_is_an_error(tmp_path: Path) -> None:
    """A bundle that cannot be read stops the start instead of trusting less than was meant."""
    (tmp_path / "empty.pem").write_text("", "utf-8")
    with pytest.raises(ssl.SSLError):
        tls(tmp_path / "empty.pem")
    with pytest.raises(FileNotFoundError):
        tls(tmp_path / "absent.pem")


async def test_what_may_not_leave_any_more_stays_here() -> None:
    """A message whose turn is over when its connection is free stays here."""
    arrived: list[str] = []

    async def take(request: web.Request) -> web.Response:
        arrived.append(await request.text())
        return web.Response()

    app = web.Application()
    app.router.add_post("/", take)
    server = TestServer(app)
    await server.start_server()
    async with open_session(None) as session:
        (await session.post(server.make_url("/"), data="in time")).release()
        turn = MAY_LEAVE.set(lambda: False)
        with pytest.raises(aiohttp.ClientConnectionError):
            await session.post(server.make_url("/"), data="too late")
        MAY_LEAVE.reset(turn)
    await server.close()

    assert arrived == ["in time"]

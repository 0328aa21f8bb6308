"""Pings through Slack: delivered, found again, and honest about what nobody can know."""

from __future__ import annotations

import datetime
from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio
from aiohttp import web

from adapters.slack.client import Pulse, web_client
from adapters.slack.messenger import SlackMessenger
from bot.card import Button, Buttons, Card, Text
from bot.ports import OutcomeUnknownError, SendFailedError, To
from tests.adapters.slack.emulator import AINO, TOKEN, free_port
from tests.adapters.slack.stage import Stage, find

PING = Card(
    "Kriisi: tulipalo koululla",
    (Text("Otatko kopin?"), Buttons((Button("crisis.ack", "Otan kopin", {"key": "k1"}),))),
)
TO = To(person="aino", name="Aino", addresses={"slack": AINO.id})


@pytest_asyncio.fixture
async def messenger(http: Stage) -> AsyncIterator[SlackMessenger]:
    """A messenger that speaks to the emulated Slack."""
    async with aiohttp.ClientSession() as session:
        yield _on(session, http.shim.api)


def _on(session: aiohttp.ClientSession, api: str) -> SlackMessenger:
    client = web_client(TOKEN, api, Pulse(), patient=False)
    client.session = session
    return SlackMessenger(client)


async def test_a_ping_is_delivered_found_and_updated(
    messenger: SlackMessenger, http: Stage
) -> None:
    """A ping stands in the chat with its button, can be found by its key, and is updated."""
    receipt = await messenger.send(TO, PING, key="k1")
    found = await messenger.find(TO, "k1")
    await messenger.update(receipt, Card("Kriisi: Aino otti kopin"))
    (message,) = [m for m in http.slack.messages(AINO.direct) if m.get("bot_id")]

    assert found == receipt
    assert await messenger.find(TO, "k2") is None
    assert message["text"] == "Kriisi: Aino otti kopin"
    assert find(_sent(http), "crisis.ack")


def _sent(http: Stage) -> list[dict[str, object]]:
    """Return the blocks of the ping as they were sent."""
    sent = [fields for method, fields in http.shim.calls if method == "chat.postMessage"]
    return list(sent[0]["blocks"])


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        ("account_inactive", "blocked"),
        ("channel_not_found", "unknown_address"),
        ("msg_too_long", "down"),
    ],
)
async def test_a_ping_that_slack_refuses_has_failed(
    error: str, reason: str, messenger: SlackMessenger, http: Stage
) -> None:
    """A refusal is certain, and says in the board's words why."""
    http.shim.fail["chat.postMessage"] = error

    with pytest.raises(SendFailedError) as failed:
        await messenger.send(TO, PING, key="k1")

    assert (failed.value.reason, failed.value.again) == (reason, None)


@pytest.mark.parametrize("error", ["invalid_auth", "token_expired", "missing_scope"])
async def test_a_ping_waits_for_a_token_that_works(
    error: str, messenger: SlackMessenger, http: Stage
) -> None:
    """A wrong token is mended by the admin: nobody is given up for it, and it is tried again."""
    http.shim.fail["chat.postMessage"] = error

    with pytest.raises(SendFailedError) as failed:
        await messenger.send(TO, PING, key="k1")

    assert failed.value.again


async def test_a_person_slack_does_not_know_has_no_address(messenger: SlackMessenger) -> None:
    """Somebody without a Slack id is not reached here, and that is said at once."""
    with pytest.raises(SendFailedError) as failed:
        await messenger.send(To(person="x", name="X"), PING, key="k1")

    assert failed.value.reason == "unknown_address"


async def test_a_throttled_ping_says_when_to_try_again(
    messenger: SlackMessenger, http: Stage
) -> None:
    """What Slack throttles has failed for now, with the time that Slack names."""
    http.shim.throttle["chat.postMessage"] = 1

    with pytest.raises(SendFailedError) as failed:
        await messenger.send(TO, PING, key="k1")

    assert failed.value.reason == "throttled"
    assert failed.value.again == datetime.timedelta(seconds=1)


async def test_an_error_inside_slack_leaves_the_outcome_unknown(
    messenger: SlackMessenger, http: Stage
) -> None:
    """Slack's own failure may have delivered the ping: nobody can say."""
    http.shim.fail["chat.postMessage"] = "internal_error"

    with pytest.raises(OutcomeUnknownError):
        await messenger.send(TO, PING, key="k1")


async def test_a_slack_that_is_not_there_has_certainly_not_delivered() -> None:
    """Where no connection comes about nothing was sent, and it is worth trying soon."""
    async with aiohttp.ClientSession() as session:
        messenger = _on(session, f"http://127.0.0.1:{free_port()}/api/")

        with pytest.raises(SendFailedError) as failed:
            await messenger.send(TO, PING, key="k1")

    assert failed.value.reason == "down"
    assert failed.value.again


async def test_a_connection_lost_on_the_way_leaves_the_outcome_unknown() -> None:
    """A call that was handed over and not answered may have been carried out."""
    called: list[str] = []

    async def lose(request: web.Request) -> web.Response:
        method = request.match_info["method"]
        called.append(method)
        if method == "conversations.open":
            return web.json_response({"ok": True, "channel": {"id": "D1"}})
        assert request.transport is not None
        request.transport.close()
        return web.Response()

    app = web.Application()
    app.router.add_post("/api/{method}", lose)
    runner = web.AppRunner(app)
    await runner.setup()
    port = free_port()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        async with aiohttp.ClientSession() as session:
            with pytest.raises(OutcomeUnknownError):
                await _on(session, f"http://127.0.0.1:{port}/api/").send(TO, PING, key="k1")
    finally:
        await runner.cleanup()

    assert called == ["conversations.open", "chat.postMessage"]  # nothing was repeated

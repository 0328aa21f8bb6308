"""Slack's part of the server in this process: slow answers, failing ones, lost connections."""

from __future__ import annotations

import asyncio
import json
import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlencode

import aiohttp
import pytest
from aiohttp import web
from pydantic import SecretStr

from adapters.part import CannotRunError
from adapters.settings import Settings
from adapters.slack import edge
from adapters.slack.part import SlackPart
from bot.card import Button, Card, Input
from bot.request import Request
from tests.adapters.slack.emulator import AINO, APP_TOKEN, SECRET, TEAM, TOKEN, free_port
from tests.adapters.slack.shim import signed
from tests.adapters.slack.stage import Stage
from tests.bot.memory_store import MemoryStore

Send = Callable[[dict[str, Any]], Awaitable[tuple[int, str]]]
FORM = Card("Lomake", (Input("text", "Luonnos"),), "form", Button("check", "Tarkista"))


class Says:
    """Answers with one card, after a while or never."""

    def __init__(self, card: Card, *, after: asyncio.Event | None = None) -> None:
        self.card = card
        self.after = after
        self.asked: list[Request] = []

    async def handle(self, request: Request) -> Card:
        """Answer."""
        self.asked.append(request)
        if self.after:
            await self.after.wait()
        return self.card


class Breaks:
    """Fails whatever it is asked."""

    async def handle(self, request: Request) -> Card:
        """Fail."""
        raise RuntimeError(request.text)


@asynccontextmanager
async def served(api: str, answers: Any) -> AsyncIterator[tuple[SlackPart, Send]]:
    """Serve a part on loopback; yield it, and a way to deliver an interaction or event to it."""
    part = SlackPart(_settings(api), answers, MemoryStore())
    app = web.Application()
    part.mount(app)
    runner = web.AppRunner(app)
    await runner.setup()
    port = free_port()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    await part.start()
    async with aiohttp.ClientSession() as session:

        async def send(payload: dict[str, Any]) -> tuple[int, str]:
            is_event = payload.get("type") == "event_callback"
            whole = {"user": {"id": AINO.id, "team_id": TEAM}, **payload}
            body = json.dumps(payload) if is_event else urlencode({"payload": json.dumps(whole)})
            kind = "application/json" if is_event else "application/x-www-form-urlencoded"
            headers = {"Content-Type": kind, **signed(body)}
            url = f"http://127.0.0.1:{port}/slack/events"
            async with session.post(url, data=body, headers=headers) as answer:
                return answer.status, await answer.text()

        yield part, send
    await part.stop()
    await runner.cleanup()


def _settings(api: str, **more: Any) -> Settings:
    token, secret = SecretStr(TOKEN), SecretStr(SECRET)
    own = {"slack_bot_token": token, "slack_signing_secret": secret, "slack_api_url": api}
    return Settings(**{**own, **more})


def submission() -> dict[str, Any]:
    """Return a dialog that was handed in."""
    way = {"v": "check", "p": {}, "w": {"c": AINO.direct, "d": True}}
    state = {"in.text": {"text": {"type": "plain_text_input", "value": "Luonnos"}}}
    view = {"id": "V1", "type": "modal", "callback_id": "check", "state": {"values": state}}
    view["private_metadata"] = json.dumps(way)
    return {"type": "view_submission", "trigger_id": uuid.uuid4().hex, "view": view}


def message(text: str = "Hei") -> dict[str, Any]:
    """Return a message to the bot."""
    said = {"type": "message", "channel_type": "im", "channel": AINO.direct, "user": AINO.id}
    event = said | {"text": text, "ts": f"{time.time():.6f}"}
    return {
        "type": "event_callback",
        "team_id": TEAM,
        "event_id": f"Ev{uuid.uuid4().hex}",
        "event": event,
    }


async def called(http: Stage, method: str, times: int = 1) -> list[dict[str, Any]]:
    """Wait until a method was called, and return what it was called with."""
    for _ in range(500):
        found = [fields for name, fields in http.shim.calls if name == method]
        if len(found) >= times:
            return found
        await asyncio.sleep(0.02)
    raise AssertionError(f"{method} was not called: {[name for name, _ in http.shim.calls]}")


async def test_slack_gets_its_yes_before_anything_is_done(http: Stage) -> None:
    """However long an answer takes, Slack hears at once that the message arrived."""
    go = asyncio.Event()
    async with served(http.shim.api, Says(Card("Vastaus"), after=go)) as (_, send):
        status, _ = await send(message())
        before = [name for name, _ in http.shim.calls if name == "chat.postMessage"]
        go.set()
        await called(http, "chat.postMessage")

    assert (status, before) == (200, [])


async def test_a_dialog_is_told_to_wait_for_a_slow_answer(
    http: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A form whose answer takes too long says so, and the answer comes in the chat."""
    monkeypatch.setattr(edge, "_FORM_SECONDS", 0.05)
    go = asyncio.Event()
    async with served(http.shim.api, Says(Card("Vastaus"), after=go)) as (_, send):
        _, said = await send(submission())
        go.set()
        answers = await called(http, "chat.postMessage")
        updates = await called(http, "views.update")

    assert json.loads(said)["response_action"] == "update"
    assert answers[0]["text"] == "Vastaus"
    assert updates[0]["view_id"] == "V1"


async def test_a_form_may_lead_to_another_form(http: Stage) -> None:
    """Where the answer to a form is a form, the dialog shows it."""
    async with served(http.shim.api, Says(FORM)) as (_, send):
        _, said = await send(submission())

    assert json.loads(said)["response_action"] == "update"
    assert json.loads(said)["view"]["title"]["text"] == "Lomake"


@pytest.mark.parametrize("payload", [message("Salaisuus"), submission()], ids=["message", "form"])
async def test_a_failure_is_told_to_the_person(payload: dict[str, Any], http: Stage) -> None:
    """Whatever breaks after the yes, the person is told and Slack keeps its yes."""
    async with served(http.shim.api, Breaks()) as (_, send):
        status, _ = await send(payload)
        answers = await called(http, "chat.postMessage")

    assert status == 200
    assert "meni vikaan" in answers[0]["text"]


async def test_all_calls_share_a_connection_and_the_start_is_warm(http: Stage) -> None:
    """Fifty first messages ask Slack once who we are, and do not open fifty connections."""
    async with served(http.shim.api, Says(Card("Vastaus"))) as (_, send):
        await asyncio.gather(*(send(message()) for _ in range(50)))
        await called(http, "chat.postMessage", 50)
        for _ in range(10):
            await send(message())
        await called(http, "chat.postMessage", 60)
        before = set(http.shim.connections)
        for _ in range(20):
            await send(message())
        await called(http, "chat.postMessage", 80)

    assert [name for name, _ in http.shim.calls].count("auth.test") == 1
    assert http.shim.connections == before


async def test_a_store_that_is_down_silences_nobody(http: Stage) -> None:
    """Without the store nothing can be claimed; people are answered all the same."""
    async with served(http.shim.api, Says(Card("Vastaus"))) as (part, send):
        part._store.down = True  # type: ignore[attr-defined]
        await send(message())

        assert await called(http, "chat.postMessage")


async def test_a_part_that_is_told_to_end_takes_nothing_new(http: Stage) -> None:
    """While a server ends Slack is told to come again later."""
    async with served(http.shim.api, Says(Card("Vastaus"))) as (part, send):
        await part.stop()

        assert (await send(message()))[0] == 503


async def test_health_says_what_to_mend(http: Stage) -> None:
    """A token that is revoked meanwhile turns the health check red, with the way out."""
    async with served(http.shim.api, Says(Card("Vastaus"))) as (part, send):
        well = part.health()
        http.shim.fail["chat.postMessage"] = "token_revoked"
        await send(message())
        await called(http, "chat.postMessage")
        for _ in range(100):
            if not part.health().ok:
                break
            await asyncio.sleep(0.02)

        assert well.ok
        assert part.health().key == "slack-health-refused"


async def test_a_socket_that_is_lost_is_opened_again(socket_stage: Stage) -> None:
    """After the connection to Slack breaks, the part is red, then connected again by itself."""
    settings = _settings(
        socket_stage.shim.api, slack_app_token=SecretStr(APP_TOKEN), slack_signing_secret=None
    )
    part = SlackPart(settings, Says(Card("Vastaus")), MemoryStore())
    await part.start()
    assert part.health().ok
    socket = part._socket
    assert socket is not None
    lost = socket._client.current_session
    await lost.close()
    red = part.health()
    for _ in range(1000):
        if part.health().ok and socket._client.current_session is not lost:
            break
        await asyncio.sleep(0.02)
    green = part.health()
    await part.stop()

    assert red.key == "slack-health-socket"
    assert green.ok


def test_a_part_without_a_secret_is_not_made() -> None:
    """Without the signing secret anybody could speak for Slack: it does not start."""
    with pytest.raises(CannotRunError) as refused:
        SlackPart(_settings("http://x/", slack_signing_secret=None), Breaks(), MemoryStore())

    assert refused.value.key == "slack-missing-secret"

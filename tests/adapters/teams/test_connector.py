"""Calls to Teams: what came of them is known, or it is known that nobody knows."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import aiohttp
import pytest
from pydantic import SecretStr

from adapters.teams import connector as ours
from adapters.teams.connector import Connector
from adapters.teams.credentials import Credentials
from bot.ports import OutcomeUnknownError, SendFailedError
from tests.adapters.teams import world

MESSAGE = {"type": "message", "text": "Hei"}


@asynccontextmanager
async def calling(
    far: world.Connector, now: Callable[[], float] = time.monotonic
) -> AsyncIterator[Connector]:
    """Open a connector with a token of its own."""
    async with aiohttp.ClientSession() as session:
        credentials = Credentials(
            "app", SecretStr("s"), f"{far.url}t/oauth2/v2.0/token", lambda: session, now
        )
        yield Connector(lambda: session, credentials, lambda _url: True)


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (400, "refused"),
        (403, "blocked"),
        (404, "unknown_address"),
        (413, "too_long"),
        (302, "refused"),
        (501, "refused"),
    ],
)
async def test_what_was_refused(far: world.Connector, status: int, reason: str) -> None:
    """A refused message was certainly not delivered, and trying again is of no use."""
    far.fail = [(status, {"Location": "https://evil.example"})]
    async with calling(far) as made:
        with pytest.raises(SendFailedError) as failed:
            await made.post(far.url, "a:1", MESSAGE)

    assert (failed.value.reason, failed.value.again) == (reason, None)


@pytest.mark.parametrize(
    ("said", "seconds"),
    [("7", 7), ("0", 0), ("86400", 60), ("soon", 5), (None, 5), ("-3", 5), ("nan", 5), ("inf", 5)],
)
async def test_what_came_in_haste(far: world.Connector, said: str | None, seconds: int) -> None:
    """When Teams asks for less haste it says for how long, within reason."""
    far.fail = [(429, {"Retry-After": said} if said else {})]
    async with calling(far) as made:
        with pytest.raises(SendFailedError) as failed:
            await made.post(far.url, "a:1", MESSAGE)

    assert failed.value.reason == "throttled"
    assert failed.value.again is not None
    assert failed.value.again.total_seconds() == seconds


async def test_patience_ends(far: world.Connector) -> None:
    """Nobody waits longer than they said."""
    far.fail = [(429, {"Retry-After": "30"})]
    async with calling(far) as made:
        with pytest.raises(SendFailedError, match="throttled"):
            await made.post(far.url, "a:1", MESSAGE, patience=10)


@pytest.mark.parametrize("status", [500, 502, 503, 504])
async def test_what_nobody_knows(far: world.Connector, status: int) -> None:
    """A message that was handed over when the service failed may have arrived."""
    far.fail = [(status, {})]
    async with calling(far) as made:
        with pytest.raises(OutcomeUnknownError):
            await made.post(far.url, "a:1", MESSAGE)
        assert made.trouble == "down"
        await made.post(far.url, "a:1", MESSAGE)
        assert made.trouble == ""


async def test_silence(far: world.Connector, monkeypatch: pytest.MonkeyPatch) -> None:
    """A service that does not answer holds nobody for ever."""
    monkeypatch.setattr(ours, "_TIMEOUT", aiohttp.ClientTimeout(total=0.1))
    far.hang = asyncio.Event()
    async with calling(far) as made:
        with pytest.raises(OutcomeUnknownError):
            await made.post(far.url, "a:1", MESSAGE)
        far.hang.set()


async def test_nobody_there(far: world.Connector) -> None:
    """Where nothing listens the message was certainly not delivered; later it may be."""
    async with calling(far) as made:
        with pytest.raises(SendFailedError) as failed:
            await made.post("http://127.0.0.1:9/", "a:1", MESSAGE)

    assert failed.value.reason == "down"
    assert failed.value.again is not None


async def test_ids_are_quoted(far: world.Connector) -> None:
    """A conversation's id cannot lead a call elsewhere."""
    async with calling(far) as made:
        await made.post(far.url, "19:a@thread.tacv2;messageid=1/../../x?y#z", MESSAGE)

    assert (
        far.calls[0].path
        == "/v3/conversations/19:a@thread.tacv2;messageid=1/../../x?y#z/activities"
    )


async def test_one_token_for_many_calls(far: world.Connector) -> None:
    """A token is fetched once, also when many messages want it at the same time."""
    async with calling(far) as made:
        await asyncio.gather(*(made.post(far.url, "a:1", MESSAGE) for _ in range(10)))

    assert far.tokens == 1
    assert {call.token for call in far.calls} == {"Bearer token-1"}


async def test_tokens_grow_old(far: world.Connector) -> None:
    """A token is renewed before it ends, and after it was refused."""
    moment = [0.0]
    async with calling(far, lambda: moment[0]) as made:
        await made.post(far.url, "a:1", MESSAGE)
        moment[0] = 3400.0
        await made.post(far.url, "a:1", MESSAGE)
        far.fail = [(401, {})]
        with pytest.raises(SendFailedError, match="credentials") as failed:
            await made.post(far.url, "a:1", MESSAGE)
        await made.post(far.url, "a:1", MESSAGE)

    assert [call.token[-1] for call in far.calls] == ["1", "2", "2", "3"]
    assert failed.value.again


@pytest.mark.parametrize(
    ("status", "reason"), [(400, "credentials"), (401, "credentials"), (429, "down"), (500, "down")]
)
async def test_no_token(far: world.Connector, status: int, reason: str) -> None:
    """Without a token nothing is sent, and it is said whether the secret is at fault."""
    far.token_status = status
    async with calling(far) as made:
        with pytest.raises(SendFailedError) as failed:
            await made.post(far.url, "a:1", MESSAGE)

    assert failed.value.reason == reason == made.trouble
    assert failed.value.again
    assert far.calls == []


async def test_half_characters(far: world.Connector) -> None:
    """A text with half a character in it is sent all the same."""
    async with calling(far) as made:
        await made.post(far.url, "a:1", {"type": "message", "text": "a\ud83d"})

    assert far.calls[0].body["text"] == "a?"

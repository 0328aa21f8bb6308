"""Pings reach people in Teams, and what came of them is said."""

from __future__ import annotations

from typing import Any

import pytest

from bot.card import Button, Buttons, Card
from bot.ports import OutcomeUnknownError, SendFailedError, To
from bot.request import Request
from tests.adapters.teams.world import Connector, Echo, bot

PING = Card(
    "Kriisi: vesijohto", (Buttons((Button("crisis.ack", "Otan kopin", {"crisis": "c1"}),)),)
)
AUNE = To(person="aune", name="Aune", addresses={"teams": "aad-aune"})


async def test_a_ping_and_its_answer(far: Connector) -> None:
    """Somebody who has the bot is pinged in their own chat, answers there, and the card changes."""

    def answer(request: Request) -> Card:
        return Card("Kuittasit", mode="replace")

    echo = Echo(answer)
    async with bot(echo, far) as made:
        await made.post(made.activity(type="installationUpdate", action="add"))
        await far.sent()
        receipt = await made.part.messenger.send(AUNE, PING, key="k1")
        ping = (await far.sent(2))[1]
        data = ping.card["body"][1]["actions"][0]["data"]
        _, body = await made.post(
            made.pressed("crisis.ack", args=data["args"], replyToId=receipt.id)
        )
        await made.part.messenger.update(receipt, Card("Kriisi ohi"))

    assert ping.path == "/v3/conversations/a:1/activities"
    assert (receipt.messenger, receipt.place) == ("teams", "aad-aune")
    assert body["value"]["body"][0]["text"] == "Kuittasit"
    assert echo.requests[-1].args == {"crisis": "c1"}
    puts = [call for call in far.calls if call.method == "PUT"]
    assert {call.path.rpartition("/")[2] for call in puts} == {receipt.id}
    assert puts[-1].card["body"][0]["text"] == "Kriisi ohi"


async def test_a_restart_forgets_nobody(far: Connector) -> None:
    """Whoever was reachable before a restart is reachable after it."""
    async with bot(Echo(Card("Hei")), far) as before:
        await before.say("Hei")
        async with bot(Echo(Card("Hei")), far, store=before.store) as after:
            receipt = await after.part.messenger.send(AUNE, PING, key="k1")

    assert receipt.id


@pytest.mark.parametrize("addresses", [{}, {"teams": ""}, {"teams": "aad-nobody"}, {"slack": "U1"}])
async def test_nobody_to_write_to(far: Connector, addresses: dict[str, str]) -> None:
    """Who never had the bot cannot be pinged in Teams, and trying again is of no use."""
    async with bot(Echo(Card("Hei")), far) as made:
        with pytest.raises(SendFailedError) as failed:
            await made.part.messenger.send(
                To(person="x", name="X", addresses=addresses), PING, key="k"
            )

    assert (failed.value.reason, failed.value.again) == ("unknown_address", None)


@pytest.mark.parametrize(
    ("status", "headers", "reason", "seconds"),
    [(403, {}, "blocked", None), (429, {"Retry-After": "9"}, "throttled", 9)],
)
async def test_what_certainly_failed(
    far: Connector, status: int, headers: dict[str, str], reason: str, seconds: int | None
) -> None:
    """A blocked bot moves the escalation on; a throttled one says when to try again."""
    async with bot(Echo(Card("Hei")), far) as made:
        await made.say("Hei")
        far.fail = [(status, headers)]
        with pytest.raises(SendFailedError) as failed:
            await made.part.messenger.send(AUNE, PING, key="k")

    again: Any = failed.value.again
    assert failed.value.reason == reason
    assert (again and again.total_seconds()) == seconds


async def test_what_nobody_knows(far: Connector) -> None:
    """A ping whose fate nobody knows is said to be unknown, so that it is sent again."""
    async with bot(Echo(Card("Hei")), far) as made:
        await made.say("Hei")
        far.fail = [(502, {})]
        with pytest.raises(OutcomeUnknownError):
            await made.part.messenger.send(AUNE, PING, key="k")
        assert not made.part.health().ok
        await made.part.messenger.send(AUNE, PING, key="k")

        assert made.part.health().ok
        assert await made.part.messenger.find(AUNE, "k") is None
        assert not made.part.messenger.can_find


async def test_an_update_that_fails_is_told(far: Connector) -> None:
    """A board that could not be updated is not sent again as a second message."""
    async with bot(Echo(Card("Hei")), far) as made:
        await made.say("Hei")
        receipt = await made.part.messenger.send(AUNE, PING, key="k")
        far.fail = [(404, {})]
        with pytest.raises(SendFailedError, match="unknown_address"):
            await made.part.messenger.update(receipt, PING)
        far.fail = [(503, {})]
        await made.part.messenger.update(receipt, PING)

    assert len([call for call in far.calls if call.method == "PUT"]) == 3

"""Teams calls in: answered at once, once, and without harm, whatever comes."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from adapters.teams import edge, invokes
from bot.card import Card, Text
from bot.request import Request
from tests.adapters.teams.world import Connector, Echo, bot
from tests.bot.memory_store import MemoryStore

HELLO = Card("Hei", (Text("Terve"),))


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"{", "application/json", 400),
        (b"", "application/json", 400),
        (b"[1]", "application/json", 400),
        (b'"x"', "application/json", 400),
        (b"null", "application/json", 400),
        (b"\xff\xfe", "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b"{}", "text/plain", 400),
        (b'{"text":"' + b"x" * edge.LARGEST + b'"}', "application/json", 413),
    ],
)
async def test_what_is_no_activity(far: Connector, body: bytes, kind: str, status: int) -> None:
    """What is no JSON object, or too much of it, is refused and does no harm."""
    async with (
        bot(Echo(HELLO), far) as made,
        made.http.post(made.url, data=body, headers={"Content-Type": kind}) as answer,
    ):
        assert answer.status == status


async def test_too_much_without_a_length(far: Connector) -> None:
    """A body that does not say how long it is is not read without end."""

    async def endless() -> Any:
        for _ in range(100):
            yield b"x" * 10_000

    async with (
        bot(Echo(HELLO), far) as made,
        made.http.post(
            made.url, data=endless(), headers={"Content-Type": "application/json"}
        ) as answer,
    ):
        assert answer.status == 413


@pytest.mark.parametrize(
    "changes",
    [
        {"timestamp": "yesterday"},
        {"from": []},
        {"from": {"name": "x"}},
        {"recipient": None},
        {"recipient": {"id": ""}},
        {"attachments": "x"},
        {"conversation": {"id": ""}},
    ],
)
async def test_fields_of_the_wrong_shape(far: Connector, changes: dict[str, Any]) -> None:
    """An activity with a field of the wrong shape is malformed."""
    async with bot(Echo(HELLO), far) as made:
        assert (await made.post(made.activity("x", **changes)))[0] == 400


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)
_FIELDS = st.sampled_from(
    "text textFormat locale value entities attachments channelData conversation from recipient "
    "name replyToId id membersAdded action type serviceUrl".split()
)


async def test_no_activity_breaks_it(far: Connector) -> None:
    """Whatever stands in whatever field, the bot answers with a status of its own."""
    async with bot(Echo(HELLO), far) as made:
        kinds = [
            made.activity("x"),
            made.pressed("erase"),
            made.extension("submitAction", data={"verb": "check"}),
            made.activity(type="installationUpdate", action="add"),
        ]

        @settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
        @given(st.sampled_from(kinds), st.dictionaries(_FIELDS, _JSON, min_size=1, max_size=3))
        def play(base: dict[str, Any], changes: dict[str, Any]) -> None:
            seen.append({**base, "id": f"fuzz-{len(seen)}", **changes})

        seen: list[dict[str, Any]] = []
        play()
        with capture_logs() as logs:
            for activity in seen:
                status, body = await made.post(activity)
                assert status in (200, 400, 401, 501), activity
                assert "vikaan" not in str(body), activity
            await made.part.stop()
        assert [log for log in logs if log["event"] == "teams.failed"] == []


async def test_answered_at_once_and_worked_on_after(far: Connector) -> None:
    """Teams has its 200 while the answer is still being made; slow ones show that they come."""
    go = asyncio.Event()

    async def slow(request: Request) -> Card:
        await go.wait()
        return HELLO

    async with bot(Echo(slow), far) as made:
        assert (await made.post(made.activity("Hei")))[0] == 200
        await far.sent(kind="typing")
        assert not [call for call in far.calls if call.body.get("type") == "message"]
        go.set()

        assert (await far.sent())[0].card["body"][0]["text"] == "Hei"


async def test_quick_answers_show_no_typing(far: Connector) -> None:
    """Who answers at once does not pretend to think."""
    async with bot(Echo(HELLO), far) as made:
        await made.say("Hei")

        assert [c.body["type"] for c in far.calls if c.method == "POST"] == ["message"]


async def test_a_delivery_counts_once(far: Connector) -> None:
    """What Teams delivers again is answered once, also by another instance."""
    store = MemoryStore()
    async with (
        bot(Echo(HELLO), far, store=store) as one,
        bot(Echo(HELLO), far, store=store) as two,
    ):
        activity = one.activity("Hei")
        for made in (one, two, one, two):
            assert (await made.post(activity))[0] == 200
        await two.say("Toinen")

        assert len(await far.sent(2)) == 2


async def test_a_delivery_counts_once_while_the_store_is_down(far: Connector) -> None:
    """A store that cannot be reached keeps nobody from an answer, and nobody gets two."""
    store = MemoryStore()
    store.down = True
    async with bot(Echo(HELLO), far, store=store) as made:
        activity = made.activity("Hei")
        await made.post(activity)
        await made.post(activity)
        await made.say("Toinen")

        assert len(await far.sent(2)) == 2


async def test_a_second_press_is_not_a_second_deed(far: Connector) -> None:
    """A button press that is delivered twice is acted on once, and says so."""
    echo = Echo(Card("Kuitattu", mode="toast"))
    async with bot(echo, far) as made:
        press = made.pressed("crisis.ack")
        first, second = await made.post(press), await made.post(press)

    assert first[1]["value"] == "Kuitattu"
    assert second[1]["value"] == "Tämä on jo tehty."
    assert len(echo.requests) == 1


@pytest.mark.parametrize(
    "value",
    [None, "x", [], {}, {"action": None}, {"action": "x"}, {"action": {"type": "Action.Execute"}},
     {"action": {"type": "Action.Submit", "data": {"verb": "x"}}},
     {"action": {"type": "Action.Execute", "data": {"verb": 5}}},
     {"action": {"type": "Action.Execute", "data": {"verb": "x", "args": {"a": {}}}}}],
)  # fmt: skip
async def test_malformed_presses(far: Connector, value: Any) -> None:
    """A press that none of our cards can have made is refused in the words that Teams expects."""
    async with bot(Echo(HELLO), far) as made:
        press = made.activity(type="invoke", name="adaptiveCard/action")
        status, body = await made.post({**press, "value": value})

    assert status == 200
    assert (body["statusCode"], body["type"]) == (400, "application/vnd.microsoft.error")


async def test_unknown_invokes(far: Connector) -> None:
    """An invoke that nobody here knows is answered as not implemented."""
    async with bot(Echo(HELLO), far) as made:
        invoke = made.activity(type="invoke", name="task/fetch", value={})

        assert await made.post(invoke) == (501, None)


async def test_a_slow_press_is_answered_in_time(
    far: Connector, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Teams waits five seconds: until then there is an answer, and the rest follows."""
    monkeypatch.setattr(invokes, "IN_TIME", 0.05)
    go = asyncio.Event()

    async def slow(request: Request) -> Card:
        await go.wait()
        return Card("Poistettu", mode="toast")

    async with bot(Echo(slow), far) as made:
        _, body = await made.post(made.pressed("crisis.ack"))
        go.set()

        assert body["value"] == "Tämä kestää hetken. Vastaan viestinä."
        assert (await far.sent())[0].body["text"] == "Poistettu"


@pytest.mark.parametrize("how", ["message", "press", "extension"])
async def test_what_breaks_is_said(far: Connector, how: str) -> None:
    """When something breaks the person is told, in their language."""

    def broken(request: Request) -> Card:
        raise RuntimeError(request.text)

    with capture_logs() as logs:
        told = await _told(far, Echo(broken), how)

    assert told.startswith("Något gick fel")
    assert "teams.failed" in {log["event"] for log in logs}


async def _told(far: Connector, echo: Echo, how: str) -> str:
    async with bot(echo, far) as made:
        if how == "message":
            return str((await made.say("x", locale="sv-FI")).body["text"])
        if how == "press":
            _, body = await made.post(made.pressed("check", {"text": "x"}, locale="sv-FI"))
            return str(body["value"])
        step = made.extension("submitAction", data={"verb": "check", "field.text": "x"})
        _, body = await made.post({**step, "locale": "sv-FI"})
        return str(body["task"]["value"])


async def test_what_was_accepted_is_finished(far: Connector) -> None:
    """A server that is told to stop takes nothing new, and finishes what it has accepted."""
    go = asyncio.Event()

    async def slow(request: Request) -> Card:
        await go.wait()
        return HELLO

    async with bot(Echo(slow), far) as made:
        await made.post(made.activity("Hei"))
        stopping = asyncio.create_task(made.part.stop())
        while not made.part._work.closed:
            await asyncio.sleep(0)
        assert (await made.post(made.activity("Toinen")))[0] == 503
        go.set()
        await stopping

        assert len(await far.sent()) == 1
        await made.part.start()


@pytest.mark.parametrize("kind", ["messageUpdate", "messageReaction", "event", "typing", "x"])
async def test_what_needs_no_answer(far: Connector, kind: str) -> None:
    """An edited message, a reaction or a read receipt is taken and not answered."""
    echo = Echo(HELLO)
    async with bot(echo, far) as made:
        assert (await made.post(made.activity("x", type=kind)))[0] == 200
        await made.say("Hei")

    assert len(echo.requests) == 1

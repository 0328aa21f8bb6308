"""What people do in Teams, and what they get: messages, buttons, groups, coming and going."""

from __future__ import annotations

from typing import Any

import pytest

from bot.card import Button, Buttons, Card, Copyable, Note
from bot.remembered import addresses_of
from bot.request import Request
from tests.adapters.teams.world import BOT, Bot, Connector, Echo, bot

ANSWER = Card("Vastaus", (Note("Hyvä"), Buttons((Button("erase", "Poista"),))))
GROUP = {"id": "19:g@thread.v2", "conversationType": "groupChat", "isGroup": True}
MENTION = {
    "type": "mention",
    "mentioned": {"id": BOT, "name": "Somehelp"},
    "text": "<at>Somehelp</at>",
}
INSTALLED: dict[str, Any] = {"type": "installationUpdate", "action": "add", "text": None}


async def test_a_message_is_answered_where_it_came(far: Connector) -> None:
    """A message to the bot is answered by a card in the same conversation."""
    echo = Echo(ANSWER)
    async with bot(echo, far) as made:
        call = await made.say("  Kirjasto on auki.  ")

    request = echo.requests[0]
    assert call.path == "/v3/conversations/a:1/activities"
    assert call.body["summary"] == "Vastaus"
    assert (request.verb, request.text, request.place) == ("message", "Kirjasto on auki.", "direct")
    assert (request.who.key, request.who.language) == ("teams:aad-aune", "fi")


@pytest.mark.parametrize(
    ("locale", "language"),
    [("fi-FI", "fi"), ("sv-FI", "sv"), ("en-GB", "en"), ("EN", "en"), ("de-DE", None), ("", None)],
)
async def test_the_clients_language(far: Connector, locale: str, language: str | None) -> None:
    """The bot knows which of its languages a person's Teams speaks."""
    echo = Echo(ANSWER)
    async with bot(echo, far) as made:
        await made.say("Hei", locale=locale)

    assert echo.requests[0].who.language == language


async def test_the_tenants_own_address_counts(far: Connector) -> None:
    """Who somebody is in the city comes from the tenant's own name for them."""
    far.member = {"userPrincipalName": "aune.sanala@paimio.example", "email": "x@evil.example"}
    echo = Echo(ANSWER)
    async with bot(echo, far) as made:
        await made.say("Hei")

    assert echo.requests[0].who.email == "aune.sanala@paimio.example"


@pytest.mark.parametrize(
    "member",
    [
        {"email": "johtaja@paimio.example"},
        {
            "userPrincipalName": "x_evil.example#EXT#@paimio.example",
            "email": "johtaja@paimio.example",
        },
        {"userPrincipalName": ["x@y"]},
        {},
    ],
)
async def test_a_guest_is_nobody_of_the_city(far: Connector, member: dict[str, Any]) -> None:
    """A guest, or a free field that may say anything, gives nobody the rights of a person."""
    far.member = member
    echo = Echo(ANSWER)
    async with bot(echo, far) as made:
        await made.say("Hei")

    assert echo.requests[0].who.email is None


async def test_a_button_replaces_its_card(far: Connector) -> None:
    """A pressed button's card is replaced at once, and for good."""
    echo = Echo(Card("Uusi", mode="replace"))
    async with bot(echo, far) as made:
        status, body = await made.post(
            made.pressed("set", {"unit": "sivistys"}, args={"crisis": "c1"})
        )
        await far.until(lambda calls: [c for c in calls if c.method == "PUT"])

    assert status == 200
    assert body["type"] == "application/vnd.microsoft.card.adaptive"
    assert body["value"]["body"][0]["text"] == "Uusi"
    assert [c.path for c in far.calls if c.method == "PUT"] == [
        "/v3/conversations/a:1/activities/1:card"
    ]
    assert dict(echo.requests[0].args) == {"unit": "sivistys", "crisis": "c1"}


async def test_the_text_of_a_card_comes_back(far: Connector) -> None:
    """What stands in a card's text field is the request's text, with its line breaks."""
    echo = Echo(ANSWER)
    async with bot(echo, far) as made:
        await made.post(made.pressed("edit", {"text": "eka\r\ntoka", "text~1": "vanha"}))

    assert echo.requests[0].text == "eka\ntoka"


async def test_a_draft_is_no_report_of_a_crisis(far: Connector) -> None:
    """The draft on a card never gets into a crisis record; what a form says does."""
    echo = Echo(ANSWER)
    async with bot(echo, far) as made:
        for form in (False, True):
            data = {"form": form}
            await made.post(made.pressed("crisis.report", {"text": "vettä"}, data=data))
            await made.post(
                made.activity(value={"verb": "crisis.note", "field.text": "vettä", **data})
            )
            await far.sent(len(echo.requests))

    assert sorted(request.text for request in echo.requests) == ["", "", "vettä", "vettä"]


async def test_a_form_comes_as_a_message(far: Connector) -> None:
    """A form is a card below, and the pressed card says so."""
    async with bot(
        Echo(Card("Muokkaa", mode="form", submit=Button("check", "Tarkista"))), far
    ) as made:
        _, body = await made.post(made.pressed("edit"))

        assert body["value"] == "Vastaus on viestinä alempana."
        assert (await far.sent())[0].card["actions"][0]["verb"] == "check"


async def test_an_answer_is_deleted_with_all_of_it(far: Connector) -> None:
    """Deleting an answer also deletes the messages that held its long text."""
    long = Card(
        "Vastaus", (Copyable("Korjattu", "x" * 13_000), Buttons((Button("erase", "Poista"),)))
    )
    async with bot(Echo(long), far) as made:
        await made.post(made.activity("Hei"))
        *texts, card = await far.sent(3)
        data = card.card["body"][-1]["actions"][0]["data"]
        made_echo = Echo(Card("Poistin vastauksen.", mode="erase"))
        made.part._edge._turns._assistant = made_echo
        _, body = await made.post(made.pressed("erase", data={"also": data["also"]}))

    assert "".join(call.body["text"] for call in texts) == "x" * 13_000
    assert body["value"] == "Poistin vastauksen."
    gone = [call.path.rpartition("/")[2] for call in far.calls if call.method == "DELETE"]
    assert gone == ["1:card", *data["also"]]
    assert len(data["also"]) == 2


@pytest.mark.parametrize("status", [403, 501, 502])
async def test_what_cannot_be_deleted_is_emptied(far: Connector, status: int) -> None:
    """Where Teams does not delete an answer, its words are taken out of it."""
    far.fail = [(status, {})]
    async with bot(Echo(Card("Poistin vastauksen.", mode="erase")), far) as made:
        _, body = await made.post(made.pressed("erase"))
    (put,) = [call for call in far.calls if call.method == "PUT"]

    assert body["value"] == "Poistin vastauksen."
    assert put.path.endswith("/1:card")
    assert [each["text"] for each in put.card["body"]] == ["Poistin vastauksen."]


async def test_a_gone_answer_is_gone(far: Connector) -> None:
    """Deleting what is deleted already is no failure."""
    far.fail = [(404, {})]
    async with bot(Echo(Card("Poistin vastauksen.", mode="erase")), far) as made:
        _, body = await made.post(made.pressed("erase"))

    assert body["value"] == "Poistin vastauksen."
    assert [call.method for call in far.calls] == ["DELETE"]


async def test_older_clients_can_press_too(far: Connector) -> None:
    """In a client that only knows Action.Submit every button does the same."""
    echo = Echo(Card("Uusi", mode="replace"))
    async with bot(echo, far) as made:
        press = made.activity(
            value={"verb": "set", "args": {"a": "b"}, "field.unit": "u"}, replyToId="1:card"
        )
        await made.post(press)
        await far.until(lambda calls: [c for c in calls if c.method == "PUT"])
        echo.card = Card("Poistettu", mode="erase")
        await made.post({**press, "id": "again"})
        await far.until(lambda calls: [c for c in calls if c.method == "DELETE"])
        echo.card = Card("Muistan sen.", mode="toast")
        await made.post({**press, "id": "and again"})

        told = [call.body["text"] for call in await far.sent(2)]

    assert dict(echo.requests[0].args) == {"a": "b", "unit": "u"}
    assert told == ["Poistettu", "Muistan sen."]


async def test_a_lost_card_is_sent_anew(far: Connector) -> None:
    """Where Teams has lost the card that should change, the new one comes as a message."""
    far.fail = [(404, {})]
    async with bot(Echo(Card("Uusi", mode="replace")), far) as made:
        await made.post(made.activity(value={"verb": "set", "args": {}}, replyToId="1:card"))

        assert (await far.sent())[0].body["summary"] == "Uusi"


@pytest.mark.parametrize(
    "text",
    [
        "<at>Somehelp</at> Somehelp auttaa &amp; neuvoo",
        "Somehelp auttaa &amp; neuvoo <at>Somehelp</at>",
    ],
)
async def test_a_mention_is_no_part_of_the_draft(far: Connector, text: str) -> None:
    """The bot's name as a mention goes, the bot's name as a word of the draft stays."""
    echo = Echo(ANSWER)
    async with bot(echo, far) as made:
        await made.say(text, entities=[MENTION], conversation=GROUP)

    assert (echo.requests[0].text, echo.requests[0].place) == ("Somehelp auttaa & neuvoo", "shared")


async def test_the_composers_html_is_plain_text(far: Connector) -> None:
    """A formatted message is checked as the text that its writer sees."""
    echo = Echo(ANSWER)
    copy = {
        "contentType": "text/html",
        "content": '<div><span itemtype="http://schema.skype.com/Mention">Somehelp</span>'
        "<p>Eka <b>rivi</b> &amp; muuta</p><ul><li>yksi</li><li>kaksi</li></ul></div>",
    }
    async with bot(echo, far) as made:
        await made.say(
            "<at>Somehelp</at> Eka rivi muuta yksi kaksi", entities=[MENTION], attachments=[copy]
        )

    assert echo.requests[0].text == "Eka rivi & muuta\n– yksi\n– kaksi"


async def test_answers_in_a_group_are_for_whoever_asked(far: Connector) -> None:
    """In a channel a private answer goes to the person alone, and the channel is told only that."""
    async with bot(Echo(ANSWER), far) as made:
        await made.post(
            made.activity("<at>Somehelp</at> Luonnos", entities=[MENTION], conversation=GROUP)
        )
        card, told = await far.sent(2)

    assert card.path == "/v3/conversations/a:opened/activities"
    assert told.path == "/v3/conversations/19:g@thread.v2/activities"
    assert told.body["text"].startswith("Vastasin sinulle omassa keskustelussamme")


async def test_a_button_in_a_group_says_where_its_answer_is(far: Connector) -> None:
    """Whoever presses a button in a channel is told that the answer is in their own chat."""
    async with bot(Echo(ANSWER), far) as made:
        _, body = await made.post(made.pressed("who", conversation=GROUP))
        (card,) = await far.sent()

    assert card.path == "/v3/conversations/a:opened/activities"
    assert body["value"].startswith("Vastasin sinulle omassa keskustelussamme")


async def test_a_known_person_gets_it_in_their_chat(far: Connector) -> None:
    """Who has written to the bot before gets private answers in that conversation."""
    async with bot(Echo(ANSWER), far) as made:
        await made.say("Hei")
        await made.post(made.activity("Luonnos", conversation=GROUP))
        calls = await far.sent(3)

    assert calls[1].path == "/v3/conversations/a:1/activities"


async def test_without_a_way_to_the_person_the_group_gets_it(far: Connector) -> None:
    """Where nobody can be written to alone the answer stands where the question stood."""
    far.may_open = False
    async with bot(Echo(ANSWER), far) as made:
        await made.post(made.activity("Luonnos", conversation=GROUP))
        (card,) = await far.sent()

    assert card.path == "/v3/conversations/19:g@thread.v2/activities"


async def test_what_is_for_all_stands_in_the_group(far: Connector) -> None:
    """A card that is not private, such as a crisis board, stands where it was asked for."""
    async with bot(Echo(Card("Tilanne", private=False)), far) as made:
        await made.post(made.activity("tilanne", conversation=GROUP))
        (card,) = await far.sent()

    assert card.path == "/v3/conversations/19:g@thread.v2/activities"


async def test_who_installs_the_bot_is_greeted_once(far: Connector) -> None:
    """Installing greets, once, though Teams tells of it twice."""
    echo = Echo(ANSWER)
    async with bot(echo, far) as made:
        await made.post(made.activity(**INSTALLED))
        await made.post(
            made.activity(type="conversationUpdate", membersAdded=[{"id": BOT}, {"id": "29:aune"}])
        )
        await far.sent()
        await made.post(made.activity(type="installationUpdate", action="add-upgrade"))
        await made.part.stop()

    assert [request.verb for request in echo.requests] == ["hello"]


async def _known(made: Bot) -> bool:
    return "teams" in await addresses_of(made.store, "teams:aad-aune")


@pytest.mark.parametrize(
    "leaving",
    [
        {"type": "installationUpdate", "action": "remove"},
        {"type": "conversationUpdate", "membersRemoved": [{"id": BOT}]},
    ],
)
async def test_coming_and_going(far: Connector, leaving: dict[str, Any]) -> None:
    """Where somebody is reached is kept when they install the bot, and forgotten when they go."""
    async with bot(Echo(ANSWER), far) as made:
        await made.post(made.activity(type="conversationUpdate", membersAdded=[{"id": BOT}]))
        await made.say("Hei")
        assert await _known(made)

        await made.post(made.activity(**leaving))
        await made.part.stop()

        assert not await _known(made)


async def test_a_group_is_no_address(far: Connector) -> None:
    """Nobody is ever pinged in a group because they wrote there."""
    async with bot(Echo(ANSWER), far) as made:
        await made.post(made.activity("Hei", conversation=GROUP))
        await far.sent()

        assert not await _known(made)


@pytest.mark.parametrize(
    ("attachment", "verb"),
    [
        ({"contentType": "image/png", "contentUrl": "https://x.example"}, "file.image"),
        ({"contentType": "text/html", "content": ""}, "no_text"),
        (None, "no_text"),
    ],
)
async def test_a_message_without_words(far: Connector, attachment: Any, verb: str) -> None:
    """A message without words is not silence: an image gets its advice, nothing gets help."""
    echo = Echo(ANSWER)
    async with bot(echo, far) as made:
        await made.say("", attachments=[attachment] if attachment else [])

    assert echo.requests[0].verb == verb


@pytest.mark.parametrize("status", [403, 404, 413, 500, 502])
async def test_an_answer_is_never_sent_twice(far: Connector, status: int) -> None:
    """An answer that did not arrive, or perhaps did, is not sent again: people ask again."""
    far.fail = [(status, {})]
    async with bot(Echo(ANSWER), far) as made:
        await made.post(made.activity("Hei"))
        await far.sent()
        await made.part.stop()

    assert len([call for call in far.calls if call.method == "POST"]) == 1


async def test_haste_is_waited_out(far: Connector) -> None:
    """Where Teams asks for less haste the answer comes a little later."""
    far.fail = [(429, {"Retry-After": "0.01"}), (412, {"Retry-After": "0.01"})]
    async with bot(Echo(ANSWER), far) as made:
        await made.post(made.activity("Hei"))

        assert len(await far.sent(3)) == 3


def _whoever(request: Request) -> Card:
    return Card(request.verb)


async def test_two_people_at_once(far: Connector) -> None:
    """Many people are answered at the same time, each in their own conversation."""
    async with bot(Echo(_whoever), far) as made:
        for number in range(30):
            await made.post(made.activity("Hei", conversation={"id": f"a:{number}"}))
        calls = await far.sent(30)

    assert len({call.path for call in calls}) == 30

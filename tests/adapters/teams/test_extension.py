"""The message extension: a draft is checked from the compose box, or where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from bot.card import Card, Note
from tests.adapters.teams.card_model import checked, elements
from tests.adapters.teams.world import Connector, Echo, bot
from tests.bot.house import House

DRAFT = "Hakija (131052-308T) saa päätöksen."


def _card(body: Mapping[str, Any]) -> dict[str, Any]:
    task = body["task"]
    assert task["type"] == "continue"
    content = dict(task["value"]["card"]["content"])
    checked(content)
    return content


async def test_a_draft_from_the_compose_box(far: Connector) -> None:
    """The command opens a form; the form's draft, account and channel are checked, and again."""
    house = House()
    async with bot(house.assistant, far) as made:
        status, opened = await made.post(made.extension("fetchTask"))
        form = _card(opened)
        submit = form["actions"][0]
        filled = {**submit["data"], "field.text": DRAFT, "field.channel": "facebook"}
        _, answered = await made.post(made.extension("submitAction", data=filled))
        answer = _card(answered)
        edit = next(each for each in elements(answer) if each.get("data", {}).get("verb") == "edit")
        _, again = await made.post(
            made.extension("submitAction", data={**edit["data"], "field.text": "Hakija saa."})
        )

    fields = {each["id"] for each in elements(form) if str(each.get("id", "")).startswith("field.")}
    assert status == 200
    assert opened["task"]["value"]["title"] == "Tarkista luonnos"
    assert {"field.text", "field.account", "field.channel"} <= fields
    assert "131052-•••••" in str(answer)
    assert "131052-308T" not in str(answer)
    assert "Hakija saa." in str(_card(again))


async def test_dialogs_use_the_one_kind_of_button_that_works_there(far: Connector) -> None:
    """In a dialog Teams knows no Action.Execute."""
    async with bot(House().assistant, far) as made:
        _, body = await made.post(
            made.extension("submitAction", data={"verb": "check", "field.text": DRAFT})
        )

    kinds = {each["type"] for each in elements(_card(body)) if "type" in each}
    assert "Action.Submit" in kinds
    assert "Action.Execute" not in kinds


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ({"contentType": "html", "content": "<p>Kirjasto <b>on</b> auki</p>"}, "Kirjasto on auki"),
        ({"contentType": "text", "content": " a < b "}, "a < b"),
        ({"content": 5}, ""),
        (None, ""),
    ],
)
async def test_a_message_that_stands_already(far: Connector, body: Any, text: str) -> None:
    """On a message the form already holds its text, without its formatting."""
    echo = Echo(Card("Lomake", mode="form"))
    async with bot(echo, far) as made:
        step = made.extension("fetchTask", commandContext="message", messagePayload={"body": body})
        await made.post(step)

    assert (echo.requests[0].verb, echo.requests[0].text) == ("form", text)


async def test_a_long_message_is_checked_as_it_is(far: Connector) -> None:
    """What a field of the form cannot hold is checked without the form."""
    echo = Echo(Card("Tulos"))
    async with bot(echo, far) as made:
        body = {"contentType": "text", "content": "x" * 5000}
        await made.post(made.extension("fetchTask", messagePayload={"body": body}))

    assert (echo.requests[0].verb, len(echo.requests[0].text)) == ("check", 5000)


@pytest.mark.parametrize("mode", ["erase", "toast"])
async def test_what_only_confirms_closes_the_dialog(far: Connector, mode: Any) -> None:
    """A dialog that has done its work closes with a word."""
    async with bot(Echo(Card("Poistettu", mode=mode)), far) as made:
        _, body = await made.post(made.extension("submitAction", data={"verb": "erase"}))

    assert body == {"task": {"type": "message", "value": "Poistettu"}}


@pytest.mark.parametrize("data", [None, "x", {"verb": ""}, {"verb": 5}, []])
async def test_foreign_data_opens_the_form(far: Connector, data: Any) -> None:
    """What none of our forms has sent opens the form anew."""
    echo = Echo(Card("Lomake", mode="form"))
    async with bot(echo, far) as made:
        status, _ = await made.post(made.extension("submitAction", data=data))

    assert (status, echo.requests[0].verb) == (200, "form")


async def test_nothing_is_kept_of_where_it_was_opened(far: Connector) -> None:
    """A dialog opened between two people is no way to write to either of them."""
    async with bot(Echo(Card("Lomake", (Note("x"),), mode="form")), far) as made:
        await made.post(made.extension("fetchTask"))
        await made.part.stop()

        assert await made.store.read("person/teams:aad-aune") == ()

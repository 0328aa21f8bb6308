"""Somebody without any rights reports something; whoever is on duty decides what it is."""

from __future__ import annotations

from tests.adapters.slack.stage import Person
from tests.e2e.steps import answered, board_of, says
from tests.e2e.teams import Colleague
from tests.e2e.town import said

SMOKE = "Koulun kellarista tulee savua"


async def test_a_teachers_message_is_enough(
    ope: Colleague, aino: Person, gita: Colleague, bo: Person
) -> None:
    """A report reaches the duty list wherever they are; one of them opens the crisis from it."""
    ope.writes(f"kriisi: {SMOKE}")
    answer = ope.seen(lambda m: says(m.words, "first-112"))
    assert "Aino Avaaja, Gita Hallinen" in answer.words
    gita.seen(lambda m: m.button("crisis.preview") and m.button("crisis.not"))
    asked = aino.seen(lambda m: "crisis.not" in str(m["blocks"]))
    assert "Ope" in said(asked)
    assert SMOKE in said(asked)

    aino.press(asked, "crisis.preview")
    form = await aino.dialog()
    assert SMOKE in str(form)
    await aino.submit(form)
    await aino.closed()

    bo.seen(lambda m: m["text"] == f"KRIS: {SMOKE}")
    board_of(aino, lambda text: f"KRIISI: {SMOKE}" in text and answered(text, 0, 3))
    ope.seen(lambda m: f"KRIISI: {SMOKE}" in m.words)


def test_not_a_crisis_is_told_to_whoever_reported(
    ope: Colleague, aino: Person, gita: Colleague, bo: Person
) -> None:
    """*Not a crisis* ends a report, and the teacher is thanked; no head is ever pinged."""
    ope.writes(f"kriisi: {SMOKE}")
    asked = gita.seen(lambda m: m.button("crisis.not"))

    gita.presses(asked, "crisis.not")

    ope.seen(lambda m: says(m.words, "not-do"))
    aino.seen(lambda m: says(said(m), "did-dismissed", who="Gita Hallinen"))
    assert bo.stage.slack.messages(bo.direct) == []

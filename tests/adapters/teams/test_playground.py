"""A working day in Teams, in Microsoft's own playground: a real server, a real browser, offline."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.adapters.teams.card_model import checked, elements
from tests.adapters.teams.playground import AUNE, Playground, playing

pytestmark = pytest.mark.asyncio(loop_scope="module")

DRAFT = (
    "We publish: applicant Maija Virtanen (131052-308T) gets the benefit decision on Friday. "
    "Welcome! #paimio"
)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def teams(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Playground]:
    """Return Teams, with the bot installed in the city manager's chat."""
    async with playing(tmp_path_factory.mktemp("teams")) as made:
        await made.sees("Hello! I help with posts on social media.")
        yield made


async def test_a_draft_and_its_correction(teams: Playground) -> None:
    """A draft is marked and masked in place, mended in a form, and is clean afterwards."""
    await teams.say(DRAFT)
    await teams.sees("131052-•••••")
    await teams.sees("[identity code removed]")
    await teams.press("Edit and check again")
    await teams.sees("Write or paste the text as it would be published.")
    await teams.fill("Draft", "The library is open on Friday. Welcome!")
    await teams.press("Check")

    await teams.sees("Nothing to fix.")


async def test_a_correction_made_on_the_card(teams: Playground) -> None:
    """What somebody changes in the corrected text itself goes with them into the form."""
    corrected = teams.page.get_by_role("textbox", name="Corrected text")
    before = await corrected.count()
    await teams.say(DRAFT)
    await expect(corrected).to_have_count(before + 1)  # earlier cards look the same
    await teams.fill("Corrected text", "The pool opens at noon.")
    await teams.press("Edit and check again")
    await teams.sees("Edit and check again")

    draft = teams.page.get_by_role("textbox", name="Draft").last
    await expect(draft).to_have_value("The pool opens at noon.")


async def test_an_override_with_its_reason(teams: Playground) -> None:
    """Advice can be overruled with a reason; a reason with a name in it comes back."""
    await teams.say(DRAFT)
    await teams.sees("131052-•••••")
    await teams.press("This is fine because…")
    await teams.sees("Why is this fine?")
    await teams.fill("Reason", "Maija Virtanen 131052-308T said so")
    await teams.press("Send")
    await teams.sees("The reason has personal data in it.")
    await teams.fill("Reason", "It is the name of a street here")
    await teams.press("Send")

    await teams.sees("Thank you. I kept the reason")


async def test_a_question(teams: Playground) -> None:
    """A question is answered with the person to ask and what the guideline says."""
    await teams.say("Who may open a new Facebook account?")

    await teams.sees("P-6.1")


async def test_an_answer_is_deleted(teams: Playground) -> None:
    """An answer's words go; the playground cannot delete, so the card is emptied instead."""
    answers = teams.page.get_by_role("button", name="Delete this answer")
    before = await answers.count()
    await teams.press("Delete this answer")

    await expect(answers).to_have_count(before - 1)


async def test_the_message_extension(teams: Playground) -> None:
    """The command opens a form and shows its result; what stands in a channel is taken along."""
    body = {"contentType": "html", "content": "<p>Applicant 131052-308T</p>"}
    opened = await teams.extension("fetchTask", messagePayload={"id": "1", "body": body})
    form = opened["task"]["value"]["card"]["content"]
    checked(form)
    draft = next(each for each in elements(form) if each.get("id") == "field.text")
    data = {**form["actions"][0]["data"], "field.text": draft["value"]}
    answered = await teams.extension("submitAction", data=data)
    card = answered["task"]["value"]["card"]["content"]
    checked(card)

    assert draft["value"] == "Applicant 131052-308T"
    assert "131052-•••••" in str(card)


async def test_a_ping_and_its_acknowledgement(teams: Playground) -> None:
    """A crisis that a colleague opens reaches the city manager at once, and she takes it."""
    data = {
        "verb": "crisis.open",
        "args": {"previewed": "kriisi", "key": "k1"},
        "form": True,
        "field.text": "Water main broke in Vista",
        "field.policy": "kriisi",
    }
    colleague = {"id": "29:aune", "name": "Aune Sanala", "aadObjectId": AUNE}
    await teams.happens(
        "install",
        "19:group@thread.v2",
        **{"type": "message", "action": None, "from": colleague, "value": data},
    )
    await teams.sees("KRIISI: Water main broke in Vista")
    await teams.press("Otan kopin")

    await teams.sees("Sinulla on koppi")


async def test_the_language(teams: Playground) -> None:
    """Whoever asks for another language is answered in it from then on."""
    await teams.say("language: svenska")
    await teams.sees("Jag talar svenska med dig.")
    await teams.say("hjälp")

    await teams.sees("Så här hjälper jag")


async def test_leaving(teams: Playground) -> None:
    """Whoever removes the bot is no longer written to; whoever comes back is greeted again."""
    await teams.happens("uninstall")
    await teams.happens("install")

    await teams.sees("Hej!")

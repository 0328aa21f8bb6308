"""What people do and read in a crisis, in the words of the tests."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.texts import Texts
from rules.model import Language
from tests.adapters.slack.stage import Message, Person
from tests.e2e.town import said

FIRE = "Koululla palaa"

_GAP = "\0"
_NAMES = "who to people time until have count shown step minutes policy source what lead title"
_GAPS = dict.fromkeys(_NAMES.split(), _GAP)


def says(text: str, key: str, language: Language = "fi", **values: str) -> bool:
    """Tell whether a text holds a sentence of the program, whatever fills its other gaps."""
    sentence = Texts(language).say(f"crisis-{key}", **{**_GAPS, **values})
    read = " ".join(text.split())
    return all(" ".join(piece.split()) in read for piece in sentence.split(_GAP))


def answered(text: str, have: int, count: int, language: Language = "fi") -> bool:
    """Tell whether a board says how many of how many have answered."""
    return says(text, "people", language, have=str(have), count=str(count))


def row(text: str, name: str) -> str:
    """Return what the table of a board says of somebody, up to their phone number."""
    found = re.search(rf"{name} \([^)]*\)\s*(?:·|\n)(.*?)040 ", text, re.DOTALL)
    return found[1] if found else ""


async def opened(
    by: Person,
    what: str = FIRE,
    policy: str = "kriisi",
    nobody_yet: Callable[[], bool] = lambda: True,
) -> str:
    """Open a crisis in Slack: the command, the preview, the confirmation; return the preview."""
    by.command(f"kriisi {what}", by.direct)
    form = await by.dialog()
    if policy != "kriisi":
        await by.submit(form, policy=policy)
        form = await by.dialog()
    preview = said(form)
    assert nobody_yet()
    await by.submit(form)
    await by.closed()
    return preview


def board_of(who: Person, wanted: Callable[[str], object]) -> Message:
    """Wait until what somebody's board says is as wanted."""
    return who.seen(lambda m: "crisis.status" in str(m["blocks"]) and wanted(said(m)), seconds=25)


def stands_down(who: Person, shown: Message) -> None:
    """End it from a board."""
    who.press(shown, "crisis.down")


def written_to(who: Person) -> list[Message]:
    """Return what the bot has written to somebody."""
    found = who.stage.slack.messages(who.direct)
    return [message for message in found if message.get("bot_id")]

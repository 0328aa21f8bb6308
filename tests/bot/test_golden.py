"""Every answer as a reviewer sees it, in three languages.

After a change that is meant: `SOMEHELP_GOLDEN=write pytest tests/bot/test_golden.py`, and read the
difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rules.model import LANGUAGES, Language
from tests.bot.drawing import drawn
from tests.bot.house import AUNE, House

FOLDER = Path(__file__).parent / "golden"

DRAFTS: dict[Language, str] = {
    "fi": "Kirjasto on auki! Asiakas 131052-308T voitti. Salasana: Kesä2026! Tiedustelut Pekka "
    "Virtanen. Toimenpiteiden toteuttaminen tapahtuu mainitussa aikataulussa. #kirjastonuutiset",
    "sv": "Biblioteket är öppet! Kunden 131052-308T vann. Lösenord: Sommar2026! Förfrågningar "
    "riktas till Pekka Virtanen. Åtgärderna kommer att verkställas i enlighet med planen.",
    "en": "The library is open! Customer 131052-308T won. Password: Summer2026! Utilize the new "
    "premises in order to facilitate the commencement of activities, says Pekka Virtanen.",
}
QUESTIONS: dict[Language, str] = {
    "fi": "Kuka saa avata uuden tilin?",
    "sv": "Vem får öppna ett nytt konto?",
    "en": "Who may open a new account?",
}
RULES = "personal-data/identity-code=2,plain-fi/empty-compound=1,no/such-rule=4"


async def cards(language: Language) -> dict[str, str]:
    """Return every kind of answer, drawn."""
    house, who = House(), AUNE._replace(language=language)

    async def card(verb: str, text: str = "", **args: str) -> str:
        return drawn(await house.do(verb, text, who, **args)) + "\n"

    return {
        "hello": await card("hello"),
        "check": await card("message", DRAFTS[language]),
        "clean": await card("check", "2026"),
        "ask": await card("message", QUESTIONS[language]),
        "silent": await card("ask", "Saako tekoälyllä tehdyn kuvan julkaista?"),
        "out": await card("ask", "Will it hail tonight?"),
        "cry": await card("message", "koululla palaa"),
        "unclear": await card("message", "Kirjasto avataan."),
        "more": await card("more", rules=RULES, left="3"),
        "who": await card("who", roles="dpo,line_manager,nobody-known"),
        "override": await card("override", rules=RULES),
        "overridden": await card("override.give", rules=RULES, rule="all", reason="?"),
        "form": await card("form"),
        "help": await card("help"),
        "home": await card("home"),
        "accounts": await card("accounts"),
        "absence": await card("absence"),
        "image": await card("file.image"),
        "too_long": await card("too_long", "x" * 40_000),
    }


@pytest.mark.parametrize("language", LANGUAGES)
async def test_answers_are_as_reviewed(language: Language) -> None:
    """No answer changes without somebody having read the change."""
    shown = await cards(language)
    if os.environ.get("SOMEHELP_GOLDEN") == "write":
        for name, text in shown.items():
            (FOLDER / f"{name}.{language}.txt").write_text(text, "utf-8")
    kept = {name: (FOLDER / f"{name}.{language}.txt").read_text("utf-8") for name in shown}

    assert shown == kept


def test_no_golden_file_is_left_over() -> None:
    """Every golden file belongs to an answer that is still given."""
    names = {path.name.split(".")[0] for path in FOLDER.glob("*.txt")}

    assert {f"{name}.{language}.txt" for name in names for language in LANGUAGES} == {
        path.name for path in FOLDER.glob("*.txt")
    }

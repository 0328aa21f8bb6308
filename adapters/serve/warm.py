"""What is slow the first time is done once before anybody waits for it."""

from __future__ import annotations

from bot.desk import Desk
from bot.texts import Texts
from rules.model import Draft, Language

_SAMPLES: dict[Language, tuple[str, str]] = {
    "fi": (
        "Kunta on päättänyt, että kirjaston tiloissa suoritetaan remontti ensi viikolla.",
        "Kuka vastaa medialle?",
    ),
    "sv": ("Kommunen har beslutat att biblioteket renoveras nästa vecka.", "Vem svarar medierna?"),
    "en": ("The town has decided that the library is renovated next week.", "Who answers media?"),
}


def warm(desk: Desk, pack: str, language: Language) -> None:
    """Read the sentences and dictionaries of a language by using them."""
    draft, question = _SAMPLES[language]
    Texts(language).say("serve-stopped")
    desk.checker(pack).check(Draft(draft))
    desk.guide(pack).ask(question, "staff", language)

"""Whom to ask about a finding: who that is today, and who answers the rest."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import contact_line
from bot.card import Bullets, Button, Buttons, Card, Piece, Text
from bot.talk import Talk


def who_card(roles: Sequence[str], talk: Talk) -> Card:
    """Say whom roles mean today."""
    if not roles:
        return Card(talk.say("ask-no-contact"), language=talk.language)
    found = talk.contacts(roles, "guideline")
    lines = tuple(contact_line(contact, talk.texts) for contact in found)
    away = Button("who", talk.say("assistant-if-away"), {"roles": ",".join(roles), "away": "yes"})
    pieces: tuple[Piece, ...] = (
        Bullets(lines),
        Text(talk.say("assistant-who-next"), "subtle"),
        Buttons((away,)),
    )
    return Card(talk.say("assistant-who-title"), pieces, language=talk.language)

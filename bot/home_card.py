"""Home: one's own unit and account, whom to ask, one's absence, how to use it, what is kept."""

from __future__ import annotations

from collections.abc import Iterator

from bot.absence_card import coming, told
from bot.answer import contact_line
from bot.card import Bullets, Button, Buttons, Card, Choice, Option, Piece, Text
from bot.place_choice import choices
from bot.short_cards import kept, report_crisis
from bot.talk import Talk
from rules.model import LANGUAGES

_OWN_NAME = {"fi": "suomi", "sv": "svenska", "en": "English"}


def home_card(talk: Talk) -> Card:
    """Draw the home of whoever asks."""
    return Card(
        title=talk.say("assistant-home"),
        pieces=tuple(_pieces(talk)),
        mode="replace" if talk.request.args else "answer",
        language=talk.language,
    )


def _pieces(talk: Talk) -> Iterator[Piece]:
    yield from talk.banner
    yield Text(talk.say("assistant-hello-how"))
    yield _buttons(talk)
    yield Text(talk.say("assistant-home-place"), "heading")
    yield from choices(talk, "home")
    yield Text(talk.say("assistant-home-whom"), "heading")
    yield Bullets(tuple(_whom(talk)))
    yield from _absence(talk)
    yield Text(talk.say("assistant-home-language"), "heading")
    names = tuple(Option(language, _OWN_NAME[language]) for language in LANGUAGES)
    yield Choice("language", talk.say("assistant-language"), names, talk.language, "home")
    yield Text(talk.say("assistant-home-kept"), "heading")
    yield kept(talk)


def _buttons(talk: Talk) -> Buttons:
    return Buttons(
        (
            Button("form", talk.say("assistant-form"), style="primary"),
            Button("accounts", talk.say("assistant-accounts")),
            Button("help", talk.say("assistant-help")),
            report_crisis(talk),
        )
    )


def _whom(talk: Talk) -> Iterator[str]:
    """Name the fallback, then whoever looks after posting, data protection and the systems."""
    fallback = talk.pack.fallback.get(talk.audience)
    known = {role.id for role in talk.pack.roles}
    roles = [fallback, "responsible_person", "channel_owner", "dpo", "it"]
    wanted = [role for role in dict.fromkeys(roles) if role and role in known]
    for contact in talk.contacts(wanted, "guideline"):
        yield contact_line(contact, talk.texts)


def _absence(talk: Talk) -> Iterator[Piece]:
    if talk.person is None:
        return
    yield Text(talk.say("assistant-absence"), "heading")
    own = coming(talk.person, talk)
    if own:
        yield Bullets(tuple(told(absence, talk) for absence in own[:5]))
    else:
        yield Text(talk.say("assistant-absence-none"))
    yield Buttons((Button("absence", talk.say("assistant-absence-send")),))

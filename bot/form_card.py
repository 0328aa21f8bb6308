"""The form in which a draft is checked, and checked again after it was edited."""

from __future__ import annotations

from bot.card import Button, Card, Choice, Input, Note, Option, Piece
from bot.place_choice import choices
from bot.talk import Talk

LONGEST_FIELD = 3_000
"""Characters that a form's field takes on every platform."""

_CHANNELS = ("facebook", "instagram", "x", "linkedin", "youtube", "tiktok", "web")


def form_card(talk: Talk) -> Card:
    """Return the form, with the request's text in it."""
    return _form(talk, talk.say("assistant-form"), ())


def edit_card(talk: Talk) -> Card:
    """Return the form with the corrected text, or say how to go on without it."""
    title = talk.say("assistant-edit")
    if not talk.request.text:
        return _form(talk, title, (Note(talk.say("assistant-edit-paste")),))
    if len(talk.request.text) > LONGEST_FIELD:
        longer = Note(talk.say("assistant-edit-long", limit=LONGEST_FIELD))
        return Card(title, (longer,), language=talk.language)
    return _form(talk, title, ())


def _form(talk: Talk, title: str, notes: tuple[Piece, ...]) -> Card:
    draft = Input(
        "text",
        talk.say("assistant-draft"),
        value=talk.request.text[:LONGEST_FIELD],
        lines=8,
        longest=LONGEST_FIELD,
        hint=talk.say("assistant-draft-hint"),
    )
    return Card(
        title=title,
        pieces=(*notes, draft, *choices(talk, None), _channel(talk), _alt_text(talk)),
        mode="form",
        submit=Button("check", talk.say("assistant-check"), {"origin": "form"}, "primary"),
        language=talk.language,
    )


def _channel(talk: Talk) -> Choice:
    options = tuple(Option(name, talk.say(f"assistant-channel-{name}")) for name in _CHANNELS)
    account = talk.place().account
    asked = talk.arg("channel") or (account.platform if account else "")
    chosen = asked if asked in _CHANNELS else None
    return Choice("channel", talk.say("assistant-channel"), options, chosen, optional=True)


def _alt_text(talk: Talk) -> Choice:
    options = tuple(Option(v, talk.say(f"assistant-alt-{v}")) for v in ("unknown", "yes", "no"))
    said = talk.arg("alt_text")
    chosen = said if said in ("yes", "no") else "unknown"
    return Choice("alt_text", talk.say("assistant-alt"), options, chosen)

"""An answer to a question as a card: whom to ask today, what to do first, what is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.answer import Passage, passages
from bot.card import Bullets, Button, Buttons, Card, Note, Piece, Text
from bot.short_cards import report_crisis
from bot.talk import Talk
from rules.ask import Answer

LONGEST = 2_000
"""Characters of the longest question that is answered."""


def ask_card(answer: Answer, talk: Talk, *, personal: bool, draft: bool, cry: bool) -> Card:
    """Draw an answer.

    `personal` warns of personal data in the question, `draft` says that it reads like a post, `cry`
    that it tells of something grave.
    """
    contacts = talk.contacts(answer.roles, answer.basis)
    told = passages(answer, contacts, talk.pack, talk.texts)
    return Card(
        title=_title(answer, talk),
        pieces=(
            *talk.banner,
            *((Note(talk.say("assistant-alarm"), "error"),) if cry else ()),
            *_warnings(talk, personal=personal, draft=draft),
            *(piece for passage in _untitled(told, answer) for piece in _drawn(passage)),
            _buttons(answer, talk, report=cry or answer.name == "crisis"),
        ),
        language=talk.language,
    )


def _title(answer: Answer, talk: Talk) -> str:
    if answer.topic is None:
        return talk.say("assistant-ask-out")
    return talk.say("ask-understood", topic=answer.topic.title.get(talk.language))


def _untitled(told: Sequence[Passage], answer: Answer) -> Iterator[Passage]:
    """Leave out the line that already is the card's title."""
    verdict, *rest = told
    if left := verdict.lines[1 if answer.topic else 0 :]:
        yield verdict._replace(lines=left)
    yield from rest


def _warnings(talk: Talk, *, personal: bool, draft: bool) -> Iterator[Piece]:
    if personal:
        yield Note(talk.say("ask-personal"), "warning")
    if draft:
        yield Note(talk.say("assistant-like-draft"))


def _drawn(passage: Passage) -> Iterator[Piece]:
    if passage.heading:
        yield Text(passage.heading, "strong")
    if passage.listed:
        yield Bullets(passage.lines)
    else:
        yield Text("\n".join(passage.lines))


def _buttons(answer: Answer, talk: Talk, *, report: bool) -> Buttons:
    roles = {"roles": ",".join(answer.roles), "away": "yes"}
    buttons = [
        Button("who", talk.say("assistant-if-away"), roles),
        Button("erase", talk.say("assistant-erase")),
    ]
    if report:
        buttons.insert(0, report_crisis(talk))
    return Buttons(tuple(buttons))

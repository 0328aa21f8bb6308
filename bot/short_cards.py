"""Short answers: a greeting, help, what could not be read, what is neither draft nor question."""

from __future__ import annotations

from typing import Literal

from bot.card import Bullets, Button, Buttons, Card, Copyable, Mode, Note, Piece, Text
from bot.talk import Talk

FROM_CARD = "card"
"""The `origin` of a report by a button beside a text: a draft, that no crisis record may hold."""

_HELP = ("check", "ask", "form", "accounts", "absence", "crisis", "language")


def say_card(
    talk: Talk, key: str, *pieces: Piece, mode: Mode = "answer", **values: str | int
) -> Card:
    """Return a card of one sentence, and what belongs to it."""
    return Card(talk.say(key, **values), pieces, mode, language=talk.language)


def hello_card(talk: Talk) -> Card:
    """Greet, say what to do, and what is kept and what is not."""
    return Card(
        title=talk.say("assistant-hello"),
        pieces=(
            *talk.banner,
            Text(talk.say("assistant-hello-how")),
            kept(talk),
            _start(talk),
        ),
        language=talk.language,
    )


def help_card(talk: Talk) -> Card:
    """List what can be asked for, in words that can be typed."""
    lines = tuple(talk.say(f"assistant-help-{name}") for name in _HELP)
    return Card(
        title=talk.say("assistant-help"),
        pieces=(
            *talk.banner,
            Text(talk.say("assistant-hello-how")),
            Bullets(lines),
            kept(talk),
            _start(talk),
        ),
        language=talk.language,
    )


def kept(talk: Talk) -> Note:
    """Say what is kept, and by whom."""
    return Note(talk.say("assistant-kept"), "plain")


def _start(talk: Talk) -> Buttons:
    return Buttons(
        (
            Button("form", talk.say("assistant-form"), style="primary"),
            Button("home", talk.say("assistant-home")),
            Button("accounts", talk.say("assistant-accounts")),
        )
    )


def report_crisis(
    talk: Talk,
    label: str = "assistant-report-crisis",
    style: Literal["default", "danger"] = "danger",
) -> Button:
    """Return the button that reports a crisis; a text beside it goes into no report."""
    return Button("crisis.report", talk.say(label), {"origin": FROM_CARD}, style)


def unclear_card(talk: Talk) -> Card:
    """Ask whether a message is a draft or a question; it comes back with the answer if it can."""
    return Card(
        title=talk.say("assistant-unclear"),
        pieces=(
            Copyable(talk.say("assistant-your-message"), talk.request.text),
            _either(talk),
        ),
        language=talk.language,
    )


def _either(talk: Talk) -> Buttons:
    return Buttons(
        (
            Button("unclear.draft", talk.say("assistant-it-is-draft"), style="primary"),
            Button("unclear.question", talk.say("assistant-it-is-question")),
            report_crisis(talk, "assistant-it-is-crisis", style="default"),
        )
    )


def cry_card(talk: Talk, whom: tuple[str, ...]) -> Card:
    """Answer a cry for help: what comes first, whom to tell, one button to report it."""
    draft = Button("unclear.draft", talk.say("assistant-it-is-draft"))
    return Card(
        title=talk.say("assistant-cry"),
        pieces=(
            *talk.banner,
            Note(talk.say("assistant-cry-first"), "error"),
            *((Text(talk.say("ask-first"), "strong"), Bullets(whom)) if whom else ()),
            Buttons((report_crisis(talk), draft)),
            Copyable(talk.say("assistant-your-message"), talk.request.text),
        ),
        language=talk.language,
    )

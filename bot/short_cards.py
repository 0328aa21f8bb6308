"""Short answers: a greeting, help, what could not be read, what is neither draft nor question."""

from __future__ import annotations

from bot.card import Bullets, Button, Buttons, Card, Copyable, Mode, Note, Piece, Text
from bot.talk import Talk

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
            Button("crisis.report", talk.say("assistant-it-is-crisis")),
        )
    )


def cry_card(talk: Talk, whom: tuple[str, ...]) -> Card:
    """Answer a cry for help: what comes first, whom to tell, one button to report it."""
    report = Button("crisis.report", talk.say("assistant-report-crisis"), style="danger")
    draft = Button("unclear.draft", talk.say("assistant-it-is-draft"))
    return Card(
        title=talk.say("assistant-cry"),
        pieces=(
            *talk.banner,
            Note(talk.say("assistant-cry-first"), "error"),
            *((Text(talk.say("ask-first"), "strong"), Bullets(whom)) if whom else ()),
            Buttons((report, draft)),
            Copyable(talk.say("assistant-your-message"), talk.request.text),
        ),
        language=talk.language,
    )

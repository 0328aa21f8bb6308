"""`somehelp chat`: a conversation in the terminal that takes drafts and questions alike."""

from __future__ import annotations

import argparse
import datetime
import select
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from adapters.ask_contract import Line as Question
from adapters.cli.ask import answered, read_city
from adapters.cli.session import Session, draft_options
from adapters.contract import Line, Options, draft_of
from adapters.json_line import BadLineError
from bot.city import Absence
from bot.contacts import Asker, Contacts
from bot.desk import Desk
from bot.follow_up import if_away
from bot.intent import Intent, intent_of
from bot.texts import Texts
from rules.model import Language
from rules.text import Document
from rules.yaml_file import PackError

_PASTE = 0.05  # seconds in which the rest of a pasted message arrives


@dataclass(slots=True)
class _Talk:
    """One conversation: what was last answered, and a message that waits to be explained."""

    desk: Desk
    options: Options
    roles: tuple[str, ...] = ()
    waiting: str | None = None
    language: Language = "fi"

    @property
    def texts(self) -> Texts:
        return Texts(self.language)


def run(arguments: argparse.Namespace) -> int:
    """Talk until the input ends; return 2 if the pack or the city cannot be read, else 0."""
    session = Session.of(arguments)
    options = draft_options(arguments)
    try:
        desk = Desk(read_city(Path(arguments.city)) if arguments.city else None)
        desk.guide(options.pack)
        desk.checker(options.pack)
    except PackError as error:
        session.complain("error-pack")
        print(error, file=sys.stderr)
        return 2
    talk = _Talk(desk, options, language=session.language)
    print(talk.texts.say("chat-hello"))
    for message in _messages():
        _reply(message, talk)
    return 0


def _messages() -> Iterator[str]:
    """Read messages: a line, with all that was pasted together with it."""
    while sys.stdin:
        if sys.stdin.isatty():
            print("\n> ", end="", flush=True)
        lines = [sys.stdin.readline()]
        if not lines[0]:
            return
        while lines[-1].strip() and _more():
            lines.append(sys.stdin.readline())
        if message := "".join(lines).strip():
            yield message


def _more() -> bool:
    if not sys.stdin.isatty():
        return False
    return bool(select.select([sys.stdin], [], [], _PASTE)[0])


def _reply(message: str, talk: _Talk) -> None:
    if talk.waiting and message.strip() in ("1", "2"):
        waiting, talk.waiting = talk.waiting, None
        (_check if message.strip() == "1" else _answer)(waiting, talk)
        return
    talk.language = talk.options.language or _spoken(message, talk.language)
    intent = intent_of(message, answered=bool(talk.roles))
    if intent is Intent.DRAFT:
        _check(message, talk)
    elif intent is Intent.CRISIS:
        print(talk.texts.say("assistant-alarm"))
        _answer(message, talk)
    elif intent is Intent.QUESTION:
        _answer(message, talk)
    elif intent is Intent.FOLLOW_UP:
        _follow(talk)
    elif intent is Intent.GREETING:
        print(talk.texts.say("chat-hello"))
    else:
        talk.waiting = message
        print(talk.texts.say("chat-unclear"))


def _spoken(message: str, before: Language) -> Language:
    return next(iter(Document(message).languages), before)


def _check(message: str, talk: _Talk) -> None:
    from adapters.cli.render import show

    checker = talk.desk.checker(talk.options.pack)
    draft = draft_of(Line(text=message), talk.options, checker.directory)
    show(checker.check(draft), draft, checker.pack, talk.texts)


def _answer(message: str, talk: _Talk) -> None:
    options = talk.options
    asked = Question(
        question=message,
        pack=options.pack,
        unit=options.unit,
        account=options.account,
        audience=options.audience,
        lang=options.lang,
        language=talk.language,
    )
    try:
        answer = answered(asked, talk.desk)
    except BadLineError as bad:
        print(talk.texts.say(bad.key, **bad.values))
        return
    talk.roles = tuple(answer["roles"])
    print(answer["text"])


def _follow(talk: _Talk) -> None:
    """Say who stands in for those whom the last answer named, were they away today."""
    city, pack = talk.desk.city, talk.desk.guide(talk.options.pack).pack
    if city is None or city.pack != pack.id:
        print(talk.texts.say("chat-no-city"))
        return
    today = datetime.datetime.now().astimezone().date()
    elected = talk.options.audience == "elected"
    asker = Asker(unit=talk.options.unit, account=talk.options.account, elected=elected)
    named = Contacts(city, pack, today).of(talk.roles, "guideline", asker)
    away = [Absence(person=c.person.id, first=today, last=today) for c in named if c.person]
    if not away:
        print(talk.texts.say("chat-nobody-named"))
        return
    supposed = Contacts(city.with_absences(away), pack, today)
    for contact in supposed.of(talk.roles, "guideline", asker):
        if contact.person:
            print(if_away(contact, talk.texts))

"""`somehelp ask`: a question in, whom to ask and what the guideline says out."""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path
from typing import Any

from adapters import absence_log, silence_log
from adapters.ask_contract import Line, Options, answer_fields, fit, parse_line
from adapters.cli.session import Session
from adapters.cli.stream import opened, run_stream
from adapters.contract import to_json
from adapters.json_line import BadLineError
from bot.absences import current
from bot.answer import passages, plain
from bot.city import City
from bot.city_file import load_city
from bot.contacts import Asker, Contact, Contacts, labels
from bot.desk import Desk
from bot.intent import Intent, intent_of
from bot.personal import is_personal
from bot.texts import Texts
from rules.ask import Answer, Guide
from rules.yaml_file import PackError


def run(arguments: argparse.Namespace) -> int:
    """Answer questions; return 2 for bad input, else 0."""
    session = Session.of(arguments)
    options = Options(
        pack=arguments.pack,
        unit=arguments.unit,
        account=arguments.account,
        audience=arguments.audience,
        lang=arguments.lang,
        language=arguments.ui,
    )
    try:
        desk = Desk(read_city(Path(arguments.city)) if arguments.city else None)
        desk.guide(options.pack)
    except PackError as error:
        session.complain("error-pack")
        print(error, file=sys.stderr)
        return 2
    if arguments.format == "jsonl":
        return run_stream(
            arguments.question,
            session,
            parse_line,
            lambda line: (answered(options.fill(line), desk), 0),
        )
    return _run_one(arguments, desk, options, session)


def read_city(folder: Path) -> City:
    """Read a city's data, with the absences that were recorded since.

    Raises:
        PackError: the data or the log of absences is wrong.
    """
    return load_city(folder).with_absences(current(absence_log.read(absence_log.log_of(folder))))


def answered(line: Line, desk: Desk) -> dict[str, Any]:
    """Answer a line that options have filled.

    Raises:
        BadLineError: the question is empty or too long, or there is no such pack.
    """
    fit(line)
    name, audience = line.pack or "", line.audience or "staff"
    try:
        guide = desk.guide(name)
    except PackError as error:
        why = error.problems[0].why
        raise BadLineError("pack", "error-field", line.id, reason=why) from None
    answer = guide.ask(line.question, audience, line.lang)
    silence_log.record(answer, guide.pack.id, datetime.datetime.now().astimezone().date())
    language = line.language or answer.language
    asker = Asker(unit=line.unit, account=line.account, elected=audience == "elected")
    found = _contacts(answer, asker, guide, desk.city)
    told = passages(
        answer,
        found,
        guide.pack,
        Texts(language),
        personal=is_personal(line.question, desk.checker(name), line.lang),
        draft=intent_of(line.question) is Intent.DRAFT,
    )
    return answer_fields(line.id, answer, found, language, plain(told))


def _contacts(answer: Answer, asker: Asker, guide: Guide, city: City | None) -> tuple[Contact, ...]:
    """Return today's contacts; of another organisation than the city's, the roles alone."""
    if city is None or city.pack != guide.pack.id:
        return labels(answer.roles, answer.basis, asker, guide.pack)
    today = datetime.datetime.now().astimezone().date()
    return Contacts(city, guide.pack, today).of(answer.roles, answer.basis, asker)


def _typed() -> str:
    """Read a question from standard input.

    Raises:
        BadLineError: it is not UTF-8.
    """
    with opened("-") as stream:
        try:
            return stream.read().decode()
        except UnicodeDecodeError as error:
            raise BadLineError("", "error-not-utf8", byte=error.start) from None


def _run_one(arguments: argparse.Namespace, desk: Desk, options: Options, session: Session) -> int:
    try:
        asked = " ".join(arguments.question) if arguments.question else _typed()
        answer = answered(options.fill(Line(question=asked)), desk)
    except BadLineError as bad:
        session.complain(bad.key, "", **bad.values)
        return 2
    print(to_json(answer, indent=2) if arguments.format == "json" else answer["text"])
    return 0

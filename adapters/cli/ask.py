"""`somehelp ask`: a question in, whom to ask and what the guideline says out."""

from __future__ import annotations

import argparse
import datetime
import sys
from dataclasses import dataclass, field
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
from bot.intent import Intent, intent_of
from bot.texts import Texts
from rules.ask import Answer, Guide
from rules.load import load
from rules.model import Draft, Severity
from rules.yaml_file import PackError

_PERSONAL = frozenset(
    [
        "national_id", "phone_private", "email_private", "iban", "card", "plate",
        "street_address_private", "birth_date", "minor", "person_private", "credential",
    ]
)  # fmt: skip


def run(arguments: argparse.Namespace) -> int:
    """Answer questions; return 2 for bad input, else 0."""
    desk = Desk(Session.of(arguments))
    options = Options(
        pack=arguments.pack,
        unit=arguments.unit,
        account=arguments.account,
        audience=arguments.audience,
        lang=arguments.lang,
        language=arguments.ui,
    )
    try:
        desk.city = read_city(Path(arguments.city)) if arguments.city else None
        desk.guide(options.pack)
    except PackError as error:
        desk.session.complain("error-pack")
        print(error, file=sys.stderr)
        return 2
    if arguments.format == "jsonl":
        return run_stream(
            arguments.question,
            desk.session,
            parse_line,
            lambda line: (desk.answer(options.fill(line)), 0),
        )
    return _run_one(arguments, desk, options)


def read_city(folder: Path) -> City:
    """Read a city's data, with the absences that were recorded since.

    Raises:
        PackError: the data or the log of absences is wrong.
    """
    return load_city(folder).with_absences(current(absence_log.read(absence_log.log_of(folder))))


@dataclass(slots=True)
class Desk:
    """What one run answers with: its guides, compiled at most once, and the city if it is known."""

    session: Session
    city: City | None = None
    guides: dict[str, Guide] = field(default_factory=dict)

    def guide(self, pack: str) -> Guide:
        """Return the guide of a pack.

        Raises:
            PackError: the pack has errors or does not exist.
        """
        if pack not in self.guides:
            self.guides[pack] = Guide(load(pack))
        return self.guides[pack]

    def answer(self, line: Line) -> dict[str, Any]:
        """Answer a line that options have filled.

        Raises:
            BadLineError: the question is empty or too long, or there is no such pack.
        """
        fit(line)
        name, audience = line.pack or "", line.audience or "staff"
        try:
            guide = self.guide(name)
        except PackError as error:
            why = error.problems[0].why
            raise BadLineError("pack", "error-field", line.id, reason=why) from None
        answer = guide.ask(line.question, audience, line.lang)
        silence_log.record(answer, guide.pack.id, datetime.datetime.now().astimezone().date())
        language = line.language or answer.language
        asker = Asker(unit=line.unit, account=line.account, elected=audience == "elected")
        found = self._contacts(answer, asker, guide)
        told = passages(
            answer,
            found,
            guide.pack,
            Texts(language),
            personal=self._has_personal(line, name),
            draft=intent_of(line.question) is Intent.DRAFT,
        )
        return answer_fields(line.id, answer, found, language, plain(told))

    def _contacts(self, answer: Answer, asker: Asker, guide: Guide) -> tuple[Contact, ...]:
        """Return today's contacts; of another organisation than the city's, the roles alone."""
        if self.city is None or self.city.pack != guide.pack.id:
            return labels(answer.roles, answer.basis, asker, guide.pack)
        today = datetime.datetime.now().astimezone().date()
        return Contacts(self.city, guide.pack, today).of(answer.roles, answer.basis, asker)

    def _has_personal(self, line: Line, pack: str) -> bool:
        """Tell whether the question itself names or identifies somebody."""
        report = self.session.checker(pack).check(Draft(line.question, lang=line.lang))
        return any(
            f.category in _PERSONAL and f.severity is not Severity.SUGGESTION
            for f in report.findings
        )


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


def _run_one(arguments: argparse.Namespace, desk: Desk, options: Options) -> int:
    try:
        asked = " ".join(arguments.question) if arguments.question else _typed()
        answer = desk.answer(options.fill(Line(question=asked)))
    except BadLineError as bad:
        desk.session.complain(bad.key, "", **bad.values)
        return 2
    print(to_json(answer, indent=2) if arguments.format == "json" else answer["text"])
    return 0

"""The JSON contract of a question: a line in, a question; a line out, whom to ask and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import StrictStr

from adapters.json_line import BadLineError, JsonLine, read_line
from bot.contacts import Contact
from rules.ask import Answer
from rules.model import Audience, Language

LONGEST = 2_000
"""Characters of the longest question that is answered."""


class Line(JsonLine):
    """A question as a line of input says it."""

    question: StrictStr
    pack: StrictStr | None = None
    audience: Audience | None = None
    unit: StrictStr | None = None
    account: StrictStr | None = None
    lang: Language | None = None
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says for every question; a line's own value beats it."""

    pack: str = "paimio"
    unit: str | None = None
    account: str | None = None
    audience: Audience = "staff"
    lang: Language | None = None
    language: Language | None = None

    def fill(self, line: Line) -> Line:
        """Return the line with what it leaves unsaid."""
        return line.model_copy(
            update={
                "pack": line.pack or self.pack,
                "unit": line.unit or self.unit,
                "account": line.account or self.account,
                "audience": line.audience or self.audience,
                "lang": line.lang or self.lang,
                "language": line.language or self.language,
            }
        )


def parse_line(line: bytes) -> tuple[Line, frozenset[str]]:
    """Read one line; return it and the names of the fields that nobody knows.

    Raises:
        BadLineError: the line is no valid question.
    """
    parsed, unknown = read_line(line, Line, "question")
    fit(parsed)
    return parsed, unknown


def fit(line: Line) -> None:
    """Look whether a question can be answered at all.

    Raises:
        BadLineError: it is empty or too long.
    """
    if not line.question.strip():
        raise BadLineError("question", "error-question-empty", line.id)
    length = len(line.question)
    if length > LONGEST:
        raise BadLineError(
            "question", "error-question-too-long", line.id, length=length, limit=LONGEST
        )


def answer_fields(
    id_: Any, answer: Answer, contacts: Sequence[Contact], language: Language, text: str
) -> dict[str, Any]:
    """Return an answer as the contract writes it."""
    steps = [step.get(language) for step in answer.steps]
    for checklist in answer.checklists:
        steps += [item.get(language) for item in checklist.items]
    return {
        "id": id_,
        "scope": answer.scope,
        "topic": answer.name,
        "roles": list(answer.roles),
        "contacts": [_contact(contact) for contact in contacts],
        "steps": steps,
        "sources": list(_sources(answer, language)),
        "text": text,
    }


def _contact(contact: Contact) -> dict[str, Any]:
    return {
        "role": contact.role,
        "name": contact.person.name if contact.person else None,
        "reach": list(contact.reach),
        "stands_in_for": contact.stands_in_for.name if contact.stands_in_for else None,
        "basis": contact.basis,
    }


def _sources(answer: Answer, language: Language) -> Sequence[dict[str, Any]]:
    found = [
        {**statement.source.model_dump(), "says": statement.says.get(language)}
        for statement in answer.statements
    ]
    found += [
        {**checklist.source.model_dump(), "says": checklist.title.get(language)}
        for checklist in answer.checklists
    ]
    return found

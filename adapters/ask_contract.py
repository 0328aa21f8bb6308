"""The JSON contract of a question: a line in, a question; a line out, whom to ask and why."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, StrictStr, ValidationError

from adapters.contract import BadDraftError
from bot.contacts import Contact
from rules.ask import Answer
from rules.model import Audience, Language

LONGEST = 2_000
"""Characters of the longest question that is answered."""


class Line(BaseModel):
    """One line of input; absent and null are the same."""

    model_config = ConfigDict(extra="ignore")

    id: Any = None
    question: StrictStr
    pack: StrictStr | None = None
    audience: Audience | None = None
    unit: StrictStr | None = None
    account: StrictStr | None = None
    lang: Language | None = None
    language: Language | None = None


KEYS = frozenset(Line.model_fields)


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
        BadDraftError: the line is no valid question.
    """
    try:
        value = json.loads(line)
    except UnicodeDecodeError as error:
        raise BadDraftError("", "error-not-utf8", byte=error.start) from None
    except (ValueError, RecursionError) as error:
        reason = f"{getattr(error, 'msg', 'too deep')} (column {getattr(error, 'colno', 1)})"
        raise BadDraftError("", "error-json-question", reason=reason) from None
    if not isinstance(value, dict):
        raise BadDraftError("", "error-not-object-question")
    if value.get("question") is None:
        raise BadDraftError("question", "error-question-missing", value.get("id"))
    try:
        parsed = Line.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(map(str, first["loc"]))
        raise BadDraftError(field, "error-field", value.get("id"), reason=first["msg"]) from None
    fit(parsed)
    return parsed, frozenset(value) - KEYS


def fit(line: Line) -> None:
    """Look whether a question can be answered at all.

    Raises:
        BadDraftError: it is empty or too long.
    """
    if not line.question.strip():
        raise BadDraftError("question", "error-question-empty", line.id)
    length = len(line.question)
    if length > LONGEST:
        raise BadDraftError(
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

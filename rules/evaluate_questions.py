"""How well a guide does on labelled questions: right first role, right section, right scope."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from rules.ask import NOT_IN_GUIDELINE, Answer


class WrongAnswer(NamedTuple):
    """One question that was not answered as its label expects."""

    question: Mapping[str, Any]
    scope: str
    topic: str
    roles: tuple[str, ...]


@dataclass(slots=True)
class QuestionScore:
    """Counts by group: a language, a style, or `all`."""

    asked: Counter[str] = field(default_factory=Counter)
    scope: Counter[str] = field(default_factory=Counter)
    answerable: Counter[str] = field(default_factory=Counter)
    role: Counter[str] = field(default_factory=Counter)
    cited: Counter[str] = field(default_factory=Counter)
    section: Counter[str] = field(default_factory=Counter)
    invented: Counter[str] = field(default_factory=Counter)
    wrong: list[WrongAnswer] = field(default_factory=list)

    def add(self, post: Mapping[str, Any], answer: Answer, fallback: str | None) -> None:
        """Count one answer.

        The first role counts where the guideline answers, the section where the label names one,
        and a role beside the fallback where the guideline is silent counts as invented.
        """
        scope = answer.scope == post["scope"]
        role = answer.roles[0] in post["expected_roles"]
        sections = {statement.source.section for statement in answer.statements}
        sections |= {checklist.source.section for checklist in answer.checklists}
        allowed = {fallback, NOT_IN_GUIDELINE}
        for group in (post["lang"], post["style"], "all"):
            self.asked[group] += 1
            self.scope[group] += scope
            if post["scope"] == "in":
                self.answerable[group] += 1
                self.role[group] += role
            elif not set(answer.roles) <= allowed:
                self.invented[group] += 1
            if post["expected_sections"]:
                self.cited[group] += 1
                self.section[group] += bool(sections & set(post["expected_sections"]))
        if not scope or (post["scope"] == "in" and not role):
            self.wrong.append(WrongAnswer(post, answer.scope, answer.name, answer.roles))

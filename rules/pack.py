"""A pack: an organisation's guideline, or a layer that several share, ready to be compiled."""

from __future__ import annotations

import datetime
from typing import Literal

from pydantic import Field

from rules.model import Audience, Frozen, Localized, Severity, Source
from rules.rule import Rule
from rules.topic import Topic

Status = Literal["approved", "draft", "slides", "law", "reference", "configuration"]


class Document(Frozen):
    """A source that rules cite: a guideline, an act, a published recommendation.

    `sections` maps each bare section code that a rule may cite to a few words on what it is about;
    empty for acts, whose sections are numbered by the legislator.
    """

    id: str
    title: Localized
    status: Status
    date: datetime.date | None = None
    decided: str | None = None
    url: str | None = None
    note: Localized | None = None
    sections: dict[str, str] = Field(default_factory=dict)


class Role(Frozen):
    """Somebody to ask, by office; a relative one depends on the person, unit or account."""

    id: str
    label: Localized
    to: Literal["city", "person", "unit", "account"] = "city"


class Adjustment(Frozen):
    """What an organisation changes in a shared rule, or in all rules of a group.

    `says` and `source` are for a rule that the organisation's own guideline has, too: what looks
    for it is shared, what is said and cited is the guideline's.
    """

    severity: Severity | None = None
    owner: str | None = None
    says: Localized | None = None
    source: Source | None = None
    numbers: dict[str, int | float] = Field(default_factory=dict)


class Header(Frozen):
    """What stands at the top of a pack: everything but its rules and topics.

    `law` is the document of the law that an organisation is under, by which shared rules cite it.
    `switch` turns rule ids or groups on and off, `adjust` changes shared rules, `accept` lists
    words that the plain-language rules leave alone in this organisation, `fallback` names whom to
    ask where the guideline is silent, per audience (configuration, never the guideline).
    """

    pack: str
    title: Localized
    kind: Literal["organisation", "layer"]
    law: str | None = None
    extends: tuple[str, ...] = ()
    documents: tuple[Document, ...] = ()
    roles: tuple[Role, ...] = ()
    fallback: dict[Audience, str] = Field(default_factory=dict)
    switch: dict[str, bool] = Field(default_factory=dict)
    adjust: dict[str, Adjustment] = Field(default_factory=dict)
    accept: tuple[str, ...] = ()


class Pack(Frozen):
    """A pack with its layers merged, its switches thrown and its adjustments made.

    `rules` holds every rule, those switched off too (`Rule.on`): one draft may switch them on.
    """

    id: str
    title: Localized
    kind: Literal["organisation", "layer"]
    documents: tuple[Document, ...]
    roles: tuple[Role, ...]
    rules: tuple[Rule, ...]
    topics: tuple[Topic, ...] = ()
    fallback: dict[Audience, str] = Field(default_factory=dict)
    accept: tuple[str, ...] = ()

    def rule(self, rule_id: str) -> Rule | None:
        """Find a rule by its id."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)

    def document(self, document_id: str) -> Document | None:
        """Find a source by its id."""
        return next((d for d in self.documents if d.id == document_id), None)

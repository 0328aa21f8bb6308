"""A topic: a kind of question, whom it leads to, and what the guideline says about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from rules.model import Audience, Frozen, Language, Localized, Source

Scope = Literal["in", "gap", "out"]


class Statement(Frozen):
    """One thing that the guideline or the law says, in our words, with its place."""

    says: Localized
    source: Source


class Checklist(Frozen):
    """Questions to have answered, or things to have done, before going on."""

    title: Localized
    items: tuple[Localized, ...] = Field(min_length=1)
    source: Source


class ChannelUse(Frozen):
    """One filled cell of a channel × audience table; what is not listed is not foreseen.

    `channel` is a channel of a draft (`facebook`, `x`, …), `target` whom the post addresses.
    """

    channel: str
    target: str
    use: Localized


def _is_topic_id(value: str) -> str:
    if not value or value != value.lower() or " " in value:
        raise ValueError("a topic id is name or name/aspect in lower case, such as crisis/deputy")
    return value


class Topic(Frozen):
    """What a question may be about.

    The id is the topic's name, with an aspect after a slash where one subject has several answers
    (`crisis` and `crisis/deputy`). Scope `in`: the guideline answers; `gap`: it is about posting,
    but the guideline names nobody; `out`: not about posting at all. `routes` gives, per audience,
    the roles to ask, the first one first; an audience without roles finds a gap. `notes` say where
    the guideline contradicts itself, is out of date or leaves something open. `words` are the base
    forms that speak for the topic when a question has them. `asked_like` names topics of a layer
    whose questions this one answers in their place.
    """

    id: Annotated[str, AfterValidator(_is_topic_id)]
    title: Localized
    scope: Scope = "in"
    routes: dict[Audience, tuple[str, ...]] = Field(default_factory=dict)
    steps: tuple[Localized, ...] = ()
    checklists: tuple[Checklist, ...] = ()
    table: tuple[ChannelUse, ...] = ()
    statements: tuple[Statement, ...] = ()
    notes: tuple[Localized, ...] = ()
    words: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    questions: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    asked_like: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _routes_fit_scope(self) -> Topic:
        named = any(self.routes.values())
        if self.scope == "in" and not named:
            raise ValueError("a topic in scope names a role in routes; else give it scope: gap")
        if self.scope != "in" and named:
            raise ValueError(f"a topic of scope {self.scope} names no role; remove routes")
        return self

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every place that the topic cites, in order."""
        said = [statement.source for statement in self.statements]
        return (*said, *(checklist.source for checklist in self.checklists))

    @property
    def texts(self) -> tuple[Localized, ...]:
        """Every text that a person may read."""
        said = [statement.says for statement in self.statements]
        listed = [text for each in self.checklists for text in (each.title, *each.items)]
        return (self.title, *self.steps, *listed, *(c.use for c in self.table), *said, *self.notes)

    @property
    def name(self) -> str:
        """The part of the id before a slash: what an answer calls its topic."""
        return self.id.partition("/")[0]

    def roles(self, audience: Audience) -> tuple[str, ...]:
        """Return whom this audience asks, the first one first; empty where nobody is named."""
        return self.routes.get(audience, ())

    def scope_for(self, audience: Audience) -> Scope:
        """Return the scope of the answer that this audience gets."""
        return "gap" if self.scope == "in" and not self.roles(audience) else self.scope


def merged(layers: Iterable[Iterable[Topic]]) -> tuple[Topic, ...]:
    """Merge the topics of layers, the deepest first.

    How people ask is much the same everywhere, what they are told is not: a topic replaces the one
    of the same id below it, and keeps only that one's words and questions besides its own.
    """
    found: dict[str, Topic] = {}
    for topics in layers:
        for topic in topics:
            below = [found.pop(name) for name in (topic.id, *topic.asked_like) if name in found]
            every = (topic, *below)
            asked = {
                "words": _joined(each.words for each in every),
                "questions": _joined(each.questions for each in every),
            }
            found[topic.id] = topic.model_copy(update=asked)
    return tuple(found.values())


def _joined(
    texts: Iterable[Mapping[Language, tuple[str, ...]]],
) -> dict[Language, tuple[str, ...]]:
    """Join texts of several topics, language by language, each text once."""
    joined: dict[Language, dict[str, None]] = {}
    for each in texts:
        for language, entries in each.items():
            joined.setdefault(language, {}).update(dict.fromkeys(entries))
    return {language: tuple(entries) for language, entries in joined.items()}

"""The guideline answers: whom to ask, what to do first, what it says, and where it is silent."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from rules.asking.by_rule import TOPIC_OF, RuleFinder
from rules.asking.guess import Guesser, learned
from rules.asking.understand import Understood, understand
from rules.model import Audience, Basis, Language, Localized
from rules.pack import Pack
from rules.rule import Rule
from rules.topic import ChannelUse, Checklist, Scope, Statement, Topic

OUT_OF_SCOPE = "out_of_scope"
NOT_IN_GUIDELINE = "not_in_guideline"

_CERTAIN = 0.22
"""Score below which a topic is no answer to a question that names nothing of posting."""

_SAID = 0.15
"""How much a topic that the guideline or a law speaks of is preferred to one that none does."""

_NAMED = 0.1
"""How much being out of scope loses where something of posting is named."""

_CLEAR = 0.6
"""Score from which a topic needs no rule to speak for it."""

_LEAST = 0.1
"""Score below which a topic is no answer at all."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a guide answers, for one audience.

    `roles` are whom to ask, the first one first; where the guideline names nobody, the configured
    fallback or `not_in_guideline`, and `basis` is then `configuration`. `topic` is None where the
    question is not about posting. `words` are those of the question that led to the topic.
    """

    scope: Scope
    topic: Topic | None
    roles: tuple[str, ...]
    basis: Basis
    language: Language
    statements: tuple[Statement, ...] = ()
    words: tuple[str, ...] = ()
    score: float = 0.0

    @property
    def name(self) -> str:
        """What the answer calls its topic."""
        return self.topic.name if self.topic else OUT_OF_SCOPE

    @property
    def steps(self) -> tuple[Localized, ...]:
        """What to do before or besides asking."""
        return self.topic.steps if self.topic else ()

    @property
    def checklists(self) -> tuple[Checklist, ...]:
        """Questions to have answered first."""
        return self.topic.checklists if self.topic else ()

    @property
    def table(self) -> tuple[ChannelUse, ...]:
        """Which channel is for whom, where the question is about that."""
        return self.topic.table if self.topic else ()

    @property
    def notes(self) -> tuple[Localized, ...]:
        """Where the guideline contradicts itself, is out of date or leaves something open."""
        return self.topic.notes if self.topic else ()


class Guide:
    """A pack's topics, ready to answer; immutable, safe to use from many threads."""

    def __init__(self, pack: Pack) -> None:
        """Learn how people ask from the pack's own examples, or recall what was learned."""
        self.pack = pack
        self._topics = {topic.id: topic for topic in pack.topics}

    @cached_property
    def guesser(self) -> Guesser:
        """The trained guess of this pack's topics."""
        return learned(self.pack.topics)

    @cached_property
    def _rules(self) -> RuleFinder:
        return RuleFinder.of(self.pack)

    def ask(
        self, question: str, audience: Audience = "staff", language: Language | None = None
    ) -> Answer:
        """Answer a question; `language` forces the language that it is read in."""
        heard = understand(question, language)
        rule = self._rules.find(heard.clues) if heard.words else None
        topic, score = self._best(heard, rule)
        scope = topic.scope_for(audience) if topic else "out"
        named = topic is not None and scope == "in"
        silent = (self.pack.fallback.get(audience, NOT_IN_GUIDELINE),)
        return Answer(
            scope=scope,
            topic=topic,
            roles=self._asked(topic, rule, audience) if topic and named else silent,
            basis="guideline" if named else "configuration",
            language=heard.language,
            statements=_said(topic, rule) if topic else (),
            words=self.guesser.words(heard, topic.id) if topic else (),
            score=score,
        )

    def _best(self, heard: Understood, rule: Rule | None) -> tuple[Topic | None, float]:
        """Return the topic that the words speak for; None where it is not about posting.

        Where they do not speak clearly, a rule that answers the question leads to its topic.
        """
        if not self._topics or not heard.words:
            return None, 0.0
        ranked = [(score, self._topics[name]) for score, name in self.guesser.rank(heard)]
        score, topic = max(ranked, key=lambda each: each[0] + _leaning(each[1], heard))
        least = _LEAST if heard.about_posting else _CERTAIN
        unclear = topic.scope == "out" or score < least
        if rule and (unclear or score < _CLEAR):
            topic = self._topics.get(TOPIC_OF.get(rule.category, ""), topic)
            unclear = topic.scope == "out"
        return (None if unclear else topic), score

    def _asked(self, topic: Topic, rule: Rule | None, audience: Audience) -> tuple[str, ...]:
        """Return whom the guideline names; a rule that answers puts its owner first."""
        roles = topic.roles(audience)
        owner = rule.owner if rule else None
        if owner is None or owner not in roles:
            return roles
        return (owner, *(role for role in roles if role != owner))


def _leaning(topic: Topic, heard: Understood) -> float:
    """Return what is added to a topic's score, whatever the question's words.

    People ask more of what a guideline says something about; and a question that names something
    of posting is rarely about anything else.
    """
    if topic.scope == "out":
        return -_NAMED if heard.about_posting else 0.0
    return _SAID if topic.statements or topic.routes else 0.0


def _said(topic: Topic, rule: Rule | None) -> tuple[Statement, ...]:
    """Return what the guideline and the law say, the rule's own word first.

    A rule that cites a law is left out where the topic has its own word on the law: said twice in
    two wordings, one thing looks like two.
    """
    twice = rule and rule.source.basis == "law" and any(_is_law(each) for each in topic.statements)
    own = (Statement(says=rule.says, source=rule.source),) if rule and not twice else ()
    return (*own, *(each for each in topic.statements if each not in own))


def _is_law(statement: Statement) -> bool:
    return statement.source.basis == "law"

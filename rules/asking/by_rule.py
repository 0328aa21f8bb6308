"""Questions that a rule answers: the nearest of the questions that its examples lead to it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rules.asking.model import Clues
from rules.asking.understand import understand
from rules.pack import Pack
from rules.rule import Rule

_NEAR = 0.72
"""Cosine of the clues from which two questions ask the same."""

_TOPICS = {
    "data_protection": (
        "national_id", "phone_private", "email_private", "iban", "card", "plate",
        "street_address_private", "birth_date", "person_private",
    ),
    "confidentiality": (
        "minor", "health", "social_care", "secrecy_marking", "unpublished", "procurement",
        "internal_host",
    ),
    "passwords": ("credential",),
    "copyright": ("copyright",),
    "image_consent": ("consent",),
    "accessibility": ("accessibility",),
    "attribution": ("attribution_missing", "attribution_wrong_unit"),
    "channel_audience": ("audience",),
}  # fmt: skip

TOPIC_OF = {category: topic for topic, categories in _TOPICS.items() for category in categories}
"""The topic that a question about a rule of each category belongs to, where one does."""


def asked(pack: Pack) -> Iterator[tuple[Rule, str]]:
    """Yield every question that leads to a rule, once, with the first such rule."""
    seen: set[str] = set()
    for rule in pack.rules:
        for question in rule.examples.ask:
            if question not in seen:
                seen.add(question)
                yield rule, question


@dataclass(frozen=True, slots=True)
class RuleFinder:
    """The questions of a pack's rules, taken apart once."""

    known: Sequence[tuple[Rule, Clues, float]]

    @classmethod
    def of(cls, pack: Pack) -> RuleFinder:
        """Take apart the questions of every rule that is switched on."""
        known = []
        for rule, question in asked(pack):
            if rule.on:
                clues = understand(question).clues
                known.append((rule, clues, _length(clues)))
        return cls(known)

    def find(self, clues: Clues) -> Rule | None:
        """Return the rule that answers a question, None where none does."""
        length = _length(clues)
        near = [
            (_shared(clues, other) / (length * other_length), index)
            for index, (_, other, other_length) in enumerate(self.known)
            if length and other_length
        ]
        best, index = max(near, default=(0.0, 0))
        return self.known[index][0] if best >= _NEAR else None


def _length(clues: Clues) -> float:
    return math.sqrt(sum(value * value for value in clues.values()))


def _shared(one: Clues, other: Clues) -> float:
    return sum(value * other[clue] for clue, value in one.items() if clue in other)

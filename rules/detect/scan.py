"""What every detector is given and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

from rules.directory import Directory
from rules.model import Draft, Frozen
from rules.text import Document

T = TypeVar("T")


class Match(NamedTuple):
    """One place that a detector proves, in code points of `Document.norm`.

    `values` fill the placeholders of the rule's message; `{match}` is always there.
    """

    start: int
    end: int
    replacements: tuple[str, ...] = ()
    values: Mapping[str, str | int] = {}


class Spec(Frozen):
    """What a rule says under its detector's key; `told` are placeholders that its matches fill."""

    @property
    def told(self) -> frozenset[str]:
        """The placeholders besides {match} and {replacement} that a message may use."""
        return frozenset()


@dataclass(slots=True)
class Scan:
    """One check under way: the document, the draft, the city, and what detectors share."""

    doc: Document
    draft: Draft
    directory: Directory
    _memo: dict[Hashable, Any] = field(default_factory=dict)

    def once(self, key: Hashable, make: Callable[[Scan], T]) -> T:
        """Return `make(self)`, made at most once in this check for `key`."""
        if key not in self._memo:
            self._memo[key] = make(self)
        made: T = self._memo[key]
        return made


Finder = Callable[[Scan], Iterable[tuple[int, Match]]]
"""Finds for all rules of one kind at once; the number is the rule's place among them."""

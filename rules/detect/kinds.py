"""The table of detector kinds: the key in a rule's `detect`, its data, its compiler."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from pydantic import model_validator

from rules.detect import pattern, terms
from rules.detect.scan import Finder, Spec
from rules.directory import Directory
from rules.model import Frozen


class Kind(NamedTuple):
    """How one kind of detector is read and compiled."""

    spec: type[Spec]
    compile: Callable[[Sequence[Any], Directory], Finder]


KINDS: dict[str, Kind] = {
    "terms": Kind(terms.TermsSpec, terms.compile),
    "pattern": Kind(pattern.PatternSpec, pattern.compile),
}


class Detect(Frozen):
    """What a rule looks for: exactly one kind of detector."""

    terms: terms.TermsSpec | None = None
    pattern: pattern.PatternSpec | None = None

    @model_validator(mode="after")
    def _exactly_one(self) -> Detect:
        given = [key for key in KINDS if getattr(self, key) is not None]
        if len(given) != 1:
            raise ValueError(f"give exactly one of {', '.join(KINDS)}; here: {given or 'none'}")
        return self

    @property
    def kind(self) -> str:
        """The key that is present."""
        return next(key for key in KINDS if getattr(self, key) is not None)

    @property
    def spec(self) -> Spec:
        """The data under that key."""
        spec: Spec = getattr(self, self.kind)
        return spec

"""The table of detector kinds: the key in a rule's `detect`, its data, its compiler."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from pydantic import model_validator

from rules.detect import attribution as _attribution
from rules.detect import audience as _audience
from rules.detect import identifier as _identifier
from rules.detect import limit as _limit
from rules.detect import measure as _measure
from rules.detect import near as _near
from rules.detect import pattern as _pattern
from rules.detect import person as _person
from rules.detect import secret as _secret
from rules.detect import shorthand as _shorthand
from rules.detect import situation as _situation
from rules.detect import stacked as _stacked
from rules.detect import terms as _terms
from rules.detect import together as _together
from rules.detect.attribution import AttributionSpec
from rules.detect.audience import AudienceSpec
from rules.detect.identifier import IdentifierSpec
from rules.detect.limit import LimitSpec
from rules.detect.measure import MeasureSpec
from rules.detect.near import NearSpec
from rules.detect.pattern import PatternSpec
from rules.detect.person import PersonSpec
from rules.detect.scan import Finder, Spec
from rules.detect.secret import SecretSpec
from rules.detect.shorthand import ShorthandSpec
from rules.detect.situation import SituationSpec
from rules.detect.stacked import StackedSpec
from rules.detect.terms import TermsSpec
from rules.detect.together import TogetherSpec
from rules.directory import Directory
from rules.model import Frozen


class Kind(NamedTuple):
    """How one kind of detector is read and compiled."""

    spec: type[Spec]
    compile: Callable[[Sequence[Any], Directory], Finder]


KINDS: dict[str, Kind] = {
    "terms": Kind(TermsSpec, _terms.compile),
    "pattern": Kind(PatternSpec, _pattern.compile),
    "identifier": Kind(IdentifierSpec, _identifier.compile),
    "person": Kind(PersonSpec, _person.compile),
    "near": Kind(NearSpec, _near.compile),
    "secret": Kind(SecretSpec, _secret.compile),
    "together": Kind(TogetherSpec, _together.compile),
    "attribution": Kind(AttributionSpec, _attribution.compile),
    "audience": Kind(AudienceSpec, _audience.compile),
    "limit": Kind(LimitSpec, _limit.compile),
    "situation": Kind(SituationSpec, _situation.compile),
    "shorthand": Kind(ShorthandSpec, _shorthand.compile),
    "stacked": Kind(StackedSpec, _stacked.compile),
    "measure": Kind(MeasureSpec, _measure.compile),
}


class Detect(Frozen):
    """What a rule looks for: exactly one kind of detector."""

    terms: TermsSpec | None = None
    pattern: PatternSpec | None = None
    identifier: IdentifierSpec | None = None
    person: PersonSpec | None = None
    near: NearSpec | None = None
    secret: SecretSpec | None = None
    together: TogetherSpec | None = None
    attribution: AttributionSpec | None = None
    audience: AudienceSpec | None = None
    limit: LimitSpec | None = None
    situation: SituationSpec | None = None
    shorthand: ShorthandSpec | None = None
    stacked: StackedSpec | None = None
    measure: MeasureSpec | None = None

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

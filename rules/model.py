"""The words of the house: drafts, spans, findings, fixes, reports, and what is known of a city."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Literal, NamedTuple, get_args

from pydantic import BaseModel, ConfigDict, ValidationInfo

Language = Literal["fi", "sv", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

Basis = Literal["guideline", "law", "configuration"]

Audience = Literal["staff", "elected"]


class Severity(StrEnum):
    """How much a finding matters; nothing ever blocks a post."""

    SUGGESTION = "suggestion"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for a suggestion, 1 for a warning, 2 for an error."""
        return _RANK[self]


_RANK = {Severity.SUGGESTION: 0, Severity.WARNING: 1, Severity.ERROR: 2}


class Frozen(BaseModel):
    """An immutable value read from data; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


CHECKED = {"checked": True}
"""The context in which a value is read that was checked when it was first read."""


def is_checked(info: ValidationInfo) -> bool:
    """Tell whether this value comes from the cache, so that costly checks need no repeating."""
    return info.context is CHECKED


class Localized(Frozen):
    """One text in the three languages of the house."""

    fi: str
    sv: str
    en: str

    def get(self, language: Language) -> str:
        """Return the text in `language`."""
        text: str = getattr(self, language)
        return text


class Source(Frozen):
    """Where a rule is written.

    `document` is the id of a pack's document, `section` its bare code (`P-6.1`) or a law's section,
    `quote` at most eight literal words by which a reader finds the place.
    """

    document: str
    section: str
    basis: Basis
    quote: str | None = None


class Span(NamedTuple):
    """A half-open range of Unicode code points of the draft's own text."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two ranges share a code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Draft:
    """A post that somebody means to publish, and what is known of where it goes.

    `lang` forces the language of the text, `language` is that of the answer; `rules` switches a
    rule id or a group (the part before `/`) on or off for this draft alone. `alt_text` is None
    where nobody said whether there is a picture; an empty string is a picture without one.
    """

    text: str
    unit: str | None = None
    account: str | None = None
    account_profile: str | None = None
    channel: str | None = None
    audience: Audience = "staff"
    target: tuple[str, ...] = ()
    lang: Language | None = None
    language: Language | None = None
    rules: Mapping[str, bool] = field(default_factory=dict)
    alt_text: str | None = None

    def __repr__(self) -> str:
        """Say how long the draft is and never what it says: a repr ends up in logs."""
        return f"<Draft of {len(self.text)} characters>"


class Finding(NamedTuple):
    """One place in a draft that a rule speaks about.

    A finding about the whole post has `start == end == 0`. `message` says what is wrong here,
    `says` what the guideline says, `replacements` are texts for the span, the best first.
    """

    rule: str
    category: str
    severity: Severity
    start: int
    end: int
    message: str
    says: str
    replacements: tuple[str, ...]
    owner: str | None
    source: Source

    @property
    def span(self) -> Span:
        """The range in the draft."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found, sorted by place in the draft."""

    languages: tuple[Language, ...]
    findings: tuple[Finding, ...]

    @property
    def worst(self) -> Severity | None:
        """The highest severity among the findings, None without any."""
        return max((f.severity for f in self.findings), key=lambda s: s.rank, default=None)

    def fixed(self, draft: Draft) -> Draft:
        """Return the draft with each finding's first replacement, in one pass.

        Where findings overlap, the graver one is applied, then the longer one; the other is left
        for a human. Checking the result finds nothing more to replace.
        """
        text = draft.text
        for finding in reversed(self.applied):
            text = text[: finding.start] + finding.replacements[0] + text[finding.end :]
        return replace(draft, text=text)

    @property
    def applied(self) -> tuple[Finding, ...]:
        """The findings whose first replacement `fixed` puts in, sorted by place."""
        return tuple(sorted(_applicable(self.findings), key=lambda f: f.start))


def _applicable(findings: Iterable[Finding]) -> list[Finding]:
    chosen: list[Finding] = []
    for finding in sorted(findings, key=lambda f: (-f.severity.rank, f.start - f.end, f.start)):
        replaceable = finding.replacements and finding.end > finding.start
        if replaceable and not any(finding.span.overlaps(other.span) for other in chosen):
            chosen.append(finding)
    return chosen

"""A rule: a guideline made executable, with its source and its examples both ways."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field, ValidationInfo, model_validator

from rules.detect import Detect
from rules.model import (
    LANGUAGES,
    Audience,
    Draft,
    Frozen,
    Language,
    Localized,
    Severity,
    Source,
    is_checked,
)
from rules.shorthand import Shorthand

Category = Literal[
    "national_id", "phone_private", "email_private", "iban", "card", "plate",
    "street_address_private", "birth_date", "health", "social_care", "minor", "person_private",
    "credential", "internal_host", "secrecy_marking", "unpublished", "procurement",
    "attribution_missing", "attribution_wrong_unit",
    "plain_word", "plain_phrase", "plain_nominalisation", "plain_passive", "plain_long_sentence",
    "plain_stacked_modifiers", "plain_abbreviation",
    "copyright", "consent", "tone", "accessibility", "channel", "audience", "language", "situation",
]  # fmt: skip


class Fix(Frozen):
    """How a finding is mended when the detector itself gives no replacement."""

    redact: Localized


class Example(Shorthand):
    """A draft that shows a rule at work; `find` are the exact words that it marks."""

    shorthand: ClassVar[str] = "text"

    text: str
    find: str | None = None
    unit: str | None = None
    account: str | None = None
    account_profile: str | None = None
    channel: str | None = None
    audience: Audience = "staff"
    target: tuple[str, ...] = ()
    lang: Language | None = None
    alt_text: str | None = None

    def draft(self, rules: Mapping[str, bool]) -> Draft:
        """Return the example as a draft with some rules switched."""
        return Draft(
            text=self.text,
            unit=self.unit,
            account=self.account,
            account_profile=self.account_profile,
            channel=self.channel,
            audience=self.audience,
            target=self.target,
            lang=self.lang,
            rules=rules,
            alt_text=self.alt_text,
        )


class Examples(Frozen):
    """Texts that the rule must find, must leave alone, and questions that lead to its owner."""

    bad: tuple[Example, ...] = Field(min_length=2)
    good: tuple[Example, ...] = Field(min_length=2)
    ask: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()


def _is_rule_id(value: str) -> str:
    group, slash, name = value.partition("/")
    if not (group and slash and name) or value != value.lower() or " " in value:
        raise ValueError("a rule id is group/name in lower case, such as personal-data/iban")
    return value


RuleId = Annotated[str, AfterValidator(_is_rule_id)]


def _placeholders(text: str) -> list[str]:
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        raise ValueError("a brace in the message is not closed; write {{ for a brace") from None
    return [
        name + (f"!{how}" if how else "") + (f":{spec}" if spec else "")
        for _, name, spec, how in parts
        if name is not None
    ]


class Abroad(Frozen):
    """What a rule of law cites, and says where it must, under another country's law."""

    source: Source
    says: Localized | None = None


class Rule(Frozen):
    """One rule of a pack.

    `message` may use the placeholders {match} and {replacement} and those its detector gives.
    `supersedes` names rules that give way where their spans overlap this rule's. `abroad` maps the
    document of a country's law to what is cited in an organisation under that law, whatever the
    language of its drafts; merging puts it in the place of `source` and `says`.
    """

    id: RuleId
    severity: Severity
    category: Category
    message: Localized
    says: Localized
    detect: Detect
    source: Source
    examples: Examples
    abroad: dict[str, Abroad] = Field(default_factory=dict)
    owner: str | None = None
    fix: Fix | None = None
    languages: tuple[Language, ...] = ()
    audiences: tuple[Audience, ...] = ()
    channels: tuple[str, ...] = ()
    on: bool = True
    supersedes: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _message_can_be_filled(self, info: ValidationInfo) -> Rule:
        if is_checked(info):
            return self
        known = {"match", "replacement", *self.detect.spec.told}
        for language in LANGUAGES:
            for name in _placeholders(self.message.get(language)):
                if name not in known:
                    listed = ", ".join(f"{{{each}}}" for each in sorted(known))
                    why = f"message.{language}: no placeholder {{{name}}} here; there are {listed}"
                    raise ValueError(why)
        return self

    @property
    def group(self) -> str:
        """The part of the id before the slash."""
        return self.id.partition("/")[0]

    def under(self, law: str | None) -> Rule:
        """Return the rule as it is under the law of one country; None keeps its own source."""
        there = self.abroad.get(law or "")
        update: dict[str, object] = {"abroad": {}}
        if there:
            update |= {"source": there.source, "says": there.says or self.says}
        return self.model_copy(update=update)

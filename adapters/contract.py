"""The JSON contract of a check: a line in, a draft; a report, a line out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, StrictStr

from adapters.json_line import BadLineError, JsonLine, read_line
from rules.directory import Directory
from rules.model import Audience, Draft, Language, Report

LONGEST = 1_000_000
"""Characters of the longest draft that is checked."""

CHANNELS = {"fb": "facebook", "ig": "instagram", "twitter": "x"}


def _switch(value: object) -> object:
    return {"on": True, "off": False}.get(value, value) if isinstance(value, str) else value


class Line(JsonLine):
    """A draft as a line of input says it."""

    text: StrictStr
    pack: StrictStr | None = None
    unit: StrictStr | None = None
    account: StrictStr | None = None
    account_profile: StrictStr | None = None
    channel: StrictStr | None = None
    audience: Audience | None = None
    target: list[StrictStr] | None = None
    lang: Language | None = None
    language: Language | None = None
    rules: dict[StrictStr, Annotated[bool, BeforeValidator(_switch)]] | None = None
    alt_text: StrictStr | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says for every draft; a line's own value beats it."""

    pack: str = "paimio"
    unit: str | None = None
    account: str | None = None
    channel: str | None = None
    audience: Audience = "staff"
    lang: Language | None = None
    language: Language | None = None


def parse_line(line: bytes) -> tuple[Line, frozenset[str]]:
    """Read one line; return it and the names of the fields that nobody knows.

    Raises:
        BadLineError: the line is no valid draft.
    """
    parsed, unknown = read_line(line, Line, "text")
    length = len(parsed.text)
    if length > LONGEST:
        raise BadLineError("text", "error-too-long", parsed.id, length=length, limit=LONGEST)
    return parsed, unknown


def draft_of(line: Line, options: Options, directory: Directory) -> Draft:
    """Make a draft of a line, the options and what the city knows of the account."""
    name = line.account or options.account
    account = directory.account(name) if name else None
    channel = line.channel or options.channel or (account.platform if account else None)
    return Draft(
        text=line.text,
        unit=line.unit or options.unit or (account.unit if account else None),
        account=name,
        account_profile=line.account_profile or (account.profile if account else None),
        channel=CHANNELS.get(channel.lower(), channel.lower()) if channel else None,
        audience=line.audience or options.audience,
        target=tuple(line.target or ()),
        lang=line.lang or options.lang,
        language=line.language or options.language,
        rules=line.rules or {},
        alt_text=line.alt_text,
    )


def report_fields(id_: Any, report: Report, draft: Draft) -> dict[str, Any]:
    """Return a report as the contract writes it."""
    return {
        "id": id_,
        "languages": list(report.languages),
        "worst": report.worst,
        "findings": [
            {
                "rule": f.rule,
                "category": f.category,
                "severity": f.severity,
                "start": f.start,
                "end": f.end,
                "message": f.message,
                "says": f.says,
                "replacements": list(f.replacements),
                "owner": f.owner,
                "source": f.source.model_dump(),
            }
            for f in report.findings
        ],
        "fixed": report.fixed(draft).text,
    }


def to_json(value: Any, *, indent: int | None = None) -> str:
    """Write JSON as UTF-8 text; lone surrogates, which UTF-8 cannot say, are escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, ensure_ascii=True, indent=indent)
    return text

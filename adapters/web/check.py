"""Check: a draft is marked as one types, or when one sends it; nothing of it is kept."""

from __future__ import annotations

import asyncio
import datetime
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any, NamedTuple

from aiohttp import web

from adapters.contract import to_json
from adapters.web.advise import Advised, advise
from adapters.web.form import BodyError, read_body
from adapters.web.marks import Corrected, Stretch, advice, corrected, in_utf16, stretches
from adapters.web.meter import Meter, most_on, used_on
from adapters.web.visit import Visit
from bot.checking import counts
from bot.ports import StoreDownError
from rules.model import Draft, Language, Report
from rules.text import Document

LONGEST = 100_000
"""Characters of the longest draft that is checked; a channel takes some sixty thousand."""

LIVE = 20_000
"""Characters up to which a draft is checked at every keystroke, and not only in a pause."""

CHANNELS = ("facebook", "instagram", "x", "linkedin", "youtube", "tiktok", "web")
PICTURES = ("yes", "no")
"""Whether a picture comes along and has words of its own for who cannot see it."""


class Checked(NamedTuple):
    """A checked draft as its page shows it."""

    draft: Draft
    report: Report
    summary: str
    stretches: tuple[Stretch, ...]
    advised: Advised
    corrected: tuple[Corrected, ...]
    meter: Meter | None

    @property
    def fixed(self) -> str:
        """The corrected text; empty where nothing is replaced by itself."""
        text = "".join(part.text for part in self.corrected)
        return text if any(part.new for part in self.corrected) or self.report.applied else ""

    @property
    def language(self) -> Language | None:
        """The language that the draft is mostly in."""
        return next(iter(self.report.languages), None)


async def show(visit: Visit) -> web.Response:
    """Show the empty page."""
    return _page(visit, None)


async def send(visit: Visit) -> web.Response:
    """Check what a form sent: so the page works without scripts, too."""
    own = not {"carry", "example"} & visit.form.keys()
    if "example" in visit.form:
        visit = replace(visit, form={"text": visit.texts.say("web-check-example")})
    text = visit.form.get("text", "")
    if len(text) > LONGEST:
        return _page(visit, None, problem=too_long(visit, len(text)))
    if text.strip():
        checked = await check(visit)
        if own:
            await _count(visit, checked)
        return _page(visit, checked)
    # Where another language was chosen, what was written comes along, were it nothing.
    problem = "" if "carry" in visit.form else visit.texts.say("web-check-empty")
    return _page(visit, None, problem=problem)


async def live(visit: Visit) -> web.Response:
    """Check a draft that a script sends; answer with the marks and the pieces of the page."""
    fields = await _json(visit)
    if fields is None:
        return web.json_response({"problem": visit.texts.say("web-body-400")}, status=400)
    visit, text = replace(visit, form=fields), fields.get("text", "")
    if len(text) > LONGEST:
        return web.json_response({"problem": too_long(visit, len(text))}, status=413)
    checked = await check(visit)
    if "count" in fields:
        await _count(visit, checked)
    at = in_utf16(text)
    answer = {
        "summary": checked.summary,
        "marks": [
            [at(s.start), at(s.end), s.severity, s.number] for s in checked.stretches if s.severity
        ],
        "places": [
            [at(f.start), at(f.end), told.advice.number]
            for level in checked.advised.levels
            for told in level.told
            for _, f in told.advice.group.numbered
            if f.end > f.start
        ],
        "advice": visit.piece("advice.html", checked=checked),
        "corrected": visit.piece("corrected.html", checked=checked),
        "meter": checked.meter._asdict() if checked.meter else None,
        "language": checked.language,
    }
    return web.Response(text=to_json(answer), content_type="application/json")


async def check(visit: Visit) -> Checked:
    """Check the draft of a form."""
    checker = visit.site.desk.checker(visit.site.pack)
    draft = draft_of(visit)
    async with visit.site.checking:
        report = await asyncio.to_thread(checker.check, draft)
    found = advice(report, draft)
    return Checked(
        draft,
        report,
        _summary(visit, report),
        tuple(stretches(found, len(draft.text))),
        advise(found, checker.pack, visit),
        corrected(report, draft),
        _meter(visit, draft),
    )


async def _count(visit: Visit, checked: Checked) -> None:
    """Count a check for the insights, as in chat; a store that is down stops no check."""
    week = visit.today - datetime.timedelta(days=visit.today.weekday())
    found = counts(checked.report, checked.draft, week)
    with suppress(StoreDownError):
        await visit.site.store.tally(found, writer=visit.who.key if visit.signed else "")


def draft_of(visit: Visit) -> Draft:
    """Make a draft of a form; where it is silent, what the city knows of the account counts."""
    fields = visit.form
    account = visit.city.account(fields.get("account"))
    unit = visit.city.unit(fields.get("unit")) or visit.city.unit(account.unit if account else None)
    picture = fields.get("picture")
    return Draft(
        text=fields.get("text", ""),
        unit=unit.id if unit else None,
        account=account.id if account else None,
        account_profile=account.profile if account else None,
        channel=fields.get("channel") or (account.platform if account else None),
        audience="elected" if visit.person and visit.person.elected else "staff",
        language=visit.language,
        alt_text="" if picture == "no" else None,
    )


def too_long(visit: Visit, length: int) -> str:
    """Say how long a draft may be."""
    return visit.texts.say("error-too-long", length=length, limit=LONGEST)


def _summary(visit: Visit, report: Report) -> str:
    if not report.findings:
        return visit.texts.say("verdict-clean")
    return visit.texts.say("verdict-found", count=len(report.findings))


def _meter(visit: Visit, draft: Draft) -> Meter | None:
    most = most_on(draft.channel, visit.site.desk.checker(visit.site.pack).pack)
    if most is None or draft.channel is None:
        return None
    return Meter(used_on(draft.channel, Document(draft.text)), most)


async def _json(visit: Visit) -> Mapping[str, str] | None:
    """Return the fields of a JSON object, those that are texts; None if it is no such object."""
    if visit.request.content_type != "application/json":
        return None
    try:
        value: Any = json.loads(await read_body(visit.request))
    except (BodyError, ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or not isinstance(value.get("text", ""), str):
        return None
    return {name: each for name, each in value.items() if isinstance(each, str)}


def _page(visit: Visit, checked: Checked | None, problem: str = "") -> web.Response:
    return visit.page(
        "check.html",
        "check",
        checked=checked,
        problem=problem,
        longest=LONGEST,
        live=LIVE,
        channels=CHANNELS,
        pictures=PICTURES,
    )

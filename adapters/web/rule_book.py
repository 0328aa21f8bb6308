"""Rule book: the readable form of the pack, to search and to print, and what is broken in it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import NamedTuple, get_args

from aiohttp import web

from adapters.web.advise import contacts
from adapters.web.book import Chapter, Entry, Samples, chapters, questions, samples
from adapters.web.visit import Visit
from bot.answer import cited, contact_line
from rules.model import Audience, Basis
from rules.pack import Pack

_AUDIENCES: tuple[Audience, ...] = get_args(Audience)
_LONGEST_SEARCH = 200


class Shown(NamedTuple):
    """What a page says of an entry besides what the pack says: in words, for this reader."""

    where: str
    asked: tuple[tuple[str, str], ...]
    samples: Samples | None
    questions: tuple[str, ...]


async def show(visit: Visit) -> web.Response:
    """Show the book, or what was searched in it."""
    wanted = visit.request.query.get("q", "")[:_LONGEST_SEARCH].strip()
    pack = visit.site.desk.checker(visit.site.pack).pack
    found, shown = await asyncio.to_thread(_read, visit, pack, wanted)
    return visit.page(
        "rules.html",
        "rules",
        pack=pack,
        wanted=wanted,
        chapters=found,
        count=len(shown),
        shown=shown,
        problems=visit.site.watch.problems if visit.signed else (),
        broken=bool(visit.site.watch.problems),
    )


def _read(visit: Visit, pack: Pack, wanted: str) -> tuple[tuple[Chapter, ...], dict[str, Shown]]:
    found = chapters(pack, visit.language, wanted)
    entries = [e for chapter in found for section in chapter.sections for e in section.entries]
    return found, {entry.id: _shown(entry, visit, pack) for entry in entries}


def _shown(entry: Entry, visit: Visit, pack: Pack) -> Shown:
    where = cited(entry.source, pack, visit.texts) if entry.source else ""
    if entry.rule:
        basis = entry.rule.source.basis
        owner = [entry.rule.owner] if entry.rule.owner else []
        asked = ((visit.texts.say("web-rules-owner"), _asked(owner, basis, visit, pack)),)
        return Shown(where, asked, samples(entry.rules, visit.language), ())
    topic = entry.topic
    if topic is None:
        return Shown(where, (), None, ())
    by_audience = {
        visit.texts.say(f"web-rules-{audience}"): _asked(
            topic.roles(audience) or [pack.fallback.get(audience, "not_in_guideline")],
            "guideline" if topic.roles(audience) else "configuration",
            visit,
            pack,
        )
        for audience in _AUDIENCES
    }
    return Shown(where, tuple(by_audience.items()), None, questions(topic, visit.language))


def _asked(roles: Sequence[str], basis: Basis, visit: Visit, pack: Pack) -> str:
    if not roles:
        return visit.texts.say("ask-nobody")
    found = contacts(roles, "guideline" if basis == "law" else basis, pack, visit)
    return "\n".join(contact_line(contact, visit.texts) for contact in found)

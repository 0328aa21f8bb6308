"""Ask: a question in, the same answer as in chat out."""

from __future__ import annotations

import re
from dataclasses import replace
from http import HTTPStatus

from aiohttp import web
from markupsafe import Markup

from adapters.web.draw import drawn
from adapters.web.visit import Visit
from bot.request import Request
from bot.rule_counts import packed

LONGEST = 2_000
"""Characters of the longest question."""

_VERB = re.compile(r"[a-z]+(\.[a-z]+)?")


async def show(visit: Visit) -> web.Response:
    """Show the empty page."""
    return _page(visit)


async def send(visit: Visit) -> web.Response:
    """Answer a question."""
    question = visit.form.get("example") or visit.form.get("text", "")
    problem = ""
    if not question.strip():
        problem = "" if "carry" in visit.form else visit.texts.say("error-question-empty")
    elif len(question) > LONGEST:
        problem = visit.texts.say("web-ask-long", length=len(question), limit=LONGEST)
    answer: Markup | str = ""
    if question.strip() and not problem:
        answer = await _answer(visit, visit.asks("ask", question))
    return _page(visit, answer, question, problem)


async def override(visit: Visit) -> web.Response:
    """Show the form for the reason why what a rule finds is fine as it is."""
    counts = packed({visit.request.query.get("rule", ""): 1})
    card = await visit.site.answers.handle(visit.asks("override", args=counts))
    return visit.page("override.html", title=card.title, card=drawn(card, visit, "override"))


async def give_reason(visit: Visit) -> web.Response:
    """Take the reason; what is wrong with it is said beside it."""
    reason = replace(visit.acts(), verb="override.give")
    card = await visit.site.answers.handle(reason)
    return visit.page("override.html", title=card.title, card=drawn(card, visit, "override"))


async def act(visit: Visit) -> web.Response:
    """Do what a button of an answer says."""
    verb = visit.form.get("verb", "")
    if not _VERB.fullmatch(verb) or verb.startswith("crisis."):
        return visit.sorry("web-body-400", HTTPStatus.BAD_REQUEST)
    return _page(visit, await _answer(visit, visit.acts()))


async def _answer(visit: Visit, request: Request) -> Markup:
    card = await visit.site.answers.handle(request)
    # What stands above the page need not stand above the answer, too.
    pieces = tuple(piece for piece in card.pieces if piece not in visit.banner)
    return drawn(replace(card, pieces=pieces), visit, "ask/act")


def _page(
    visit: Visit, answer: Markup | str = "", question: str = "", problem: str = ""
) -> web.Response:
    return visit.page("ask.html", "ask", answer=answer, question=question, problem=problem)

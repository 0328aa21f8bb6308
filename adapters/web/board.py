"""Crisis board: whatever card the crisis desk draws, alive, with its buttons."""

from __future__ import annotations

import asyncio
import re
import time
from dataclasses import replace
from http import HTTPStatus

from aiohttp import web
from aiohttp_sse import EventSourceResponse

from adapters.web.draw import drawn
from adapters.web.guard import headed
from adapters.web.visit import Visit
from bot.card import Buttons, Card, Fold

_VERB = re.compile(r"crisis(\.[a-z]+)?")
_ID = re.compile(r"[\w.:-]{1,100}")

_LOOK = 1.0
_REDRAW = 10.0
_LASTS = 1800.0
"""Seconds between two looks at the store, two drawings of what the clock changes, two sign-ins."""

MOST_BOARDS = 200
"""Boards that one instance keeps alive at once."""


async def show(visit: Visit) -> web.Response:
    """Show the board of what is open, or of one crisis."""
    return _page(visit, await _status(visit), live=True)


async def act(visit: Visit) -> web.Response:
    """Do what a button of the board says."""
    verb = visit.form.get("verb", "")
    if not _VERB.fullmatch(verb):
        return visit.sorry("web-body-400", HTTPStatus.BAD_REQUEST)
    card = await visit.site.answers.handle(visit.acts())
    if card.mode == "toast":
        return _page(visit, await _status(visit), live=True, done=card.title)
    crisis = _wanted(visit) or _about(card)
    if await _is_board(card, crisis, visit):
        # Asked for anew, so that pressing "reload" does nothing twice.
        address = f"{visit.path('crisis')}?crisis={crisis}"
        return web.Response(status=HTTPStatus.SEE_OTHER, headers={"Location": address})
    return _page(visit, card, live=False, crisis=crisis)


async def report(visit: Visit) -> web.Response:
    """Send the report of a crisis or drill, to keep or to hand on."""
    request = visit.asks("crisis.status", args={"crisis": _wanted(visit)})
    text = await visit.site.crisis.record(request)
    if text is None:
        return visit.sorry("web-not-found", HTTPStatus.NOT_FOUND)
    response = web.Response(text=text, content_type="text/markdown")
    response.headers["Content-Disposition"] = 'attachment; filename="somehelp-crisis.md"'
    return response


async def live(visit: Visit) -> web.StreamResponse:
    """Send the board anew whenever it has changed, until the page is closed."""
    site = visit.site
    if len(site.boards) >= MOST_BOARDS:
        return visit.sorry("web-too-often", HTTPStatus.SERVICE_UNAVAILABLE)
    response = headed(EventSourceResponse(), site)
    await response.prepare(visit.request)
    site.boards.add(response)
    try:
        await _follow(visit, response)
    except ConnectionResetError:
        pass  # the page was closed
    finally:
        site.boards.discard(response)
    return response


async def _follow(visit: Visit, response: EventSourceResponse) -> None:
    """Draw the board again when a crisis grew, and now and then for what the clock changes."""
    ends = time.monotonic() + _LASTS
    shown: Card | None = None
    seen, drawn_at = "", 0.0
    while time.monotonic() < ends and response.is_connected():
        stamp = await visit.site.pulse.stamp()
        if stamp != seen or time.monotonic() - drawn_at > _REDRAW:
            seen, drawn_at = stamp, time.monotonic()
            card = await _status(visit)
            if card != shown:
                await response.send(_piece(visit, card), event="board")
                shown = card
            await response.send(_time(visit), event="time")
        await asyncio.sleep(_LOOK)


async def _status(visit: Visit, crisis: str = "") -> Card:
    wanted = crisis or _wanted(visit)
    args = {"crisis": wanted} if wanted else {}
    return await visit.site.answers.handle(visit.asks("crisis.status", args=args))


async def _is_board(card: Card, crisis: str, visit: Visit) -> bool:
    """Tell whether an answer is but the board; one that says more is shown by itself first."""
    if not crisis or card.submit:
        return False
    status = await _status(visit, crisis)
    return replace(card, mode=status.mode) == status


def _about(card: Card) -> str:
    """Return the crisis that a card's buttons are about."""
    for piece in card.pieces:
        buttons = piece.buttons if isinstance(piece, Buttons) else ()
        for button in (piece.button,) if isinstance(piece, Fold) else buttons:
            if _ID.fullmatch(button.payload.get("crisis", "")):
                return button.payload["crisis"]
    return ""


def _wanted(visit: Visit) -> str:
    """Return the crisis that the address or a button names; empty for whatever is open."""
    named = visit.request.query.get("crisis", "") or visit.form.get("a.crisis", "")
    return named if _ID.fullmatch(named) else ""


def _page(
    visit: Visit, card: Card, *, live: bool, done: str = "", crisis: str = ""
) -> web.Response:
    wanted = crisis or _wanted(visit) or _about(card)
    return visit.page(
        "crisis.html",
        "crisis",
        board=_piece(visit, card),
        live=live,
        done=done,
        query=f"?crisis={wanted}" if wanted else "",
        time=_time(visit),
    )


def _piece(visit: Visit, card: Card) -> str:
    return drawn(card, visit, "crisis/act")


def _time(visit: Visit) -> str:
    return f"{visit.now:%H:%M}"

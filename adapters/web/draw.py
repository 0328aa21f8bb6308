"""Any card as HTML: what the pieces of a card are, the template knows; what they say, nobody."""

from __future__ import annotations

import secrets

from markupsafe import Markup

from adapters.web.visit import Visit
from bot.card import Card, Copyable


def drawn(card: Card, visit: Visit, here: str) -> Markup:
    """Return a card as a piece of a page; `here` is the page that its buttons come back to.

    What a card hands out to be copied goes back with its buttons: the page has it anyway, and the
    payload of a button never holds a draft. It never goes to a crisis, whose record is kept.
    """
    copied = [(piece.name, piece.text) for piece in card.pieces if isinstance(piece, Copyable)]
    values = {
        "card": card,
        "copied_to": lambda verb: () if _is_crisis(verb) else copied,
        "address_of": lambda verb: visit.path(_page_of(verb, here)),
        "web_address": web_address,
    }
    # Made by our own template, in which everything is escaped already.
    return Markup(visit.piece("card.html", ids=f"c{secrets.token_hex(3)}", **values))  # noqa: S704


def _is_crisis(verb: str) -> bool:
    return verb.startswith("crisis.")


def _page_of(verb: str, here: str) -> str:
    """Return where a button is answered: what is about a crisis, at the board."""
    if _is_crisis(verb):
        return "crisis/act"
    return "ask/act" if here == "crisis/act" else here


def web_address(url: str | None) -> str | None:
    """Return an address that a link may have: a page, a phone, a mail; None for anything else."""
    if url and url.lower().startswith(("https://", "http://", "tel:", "mailto:")):
        return url
    return None

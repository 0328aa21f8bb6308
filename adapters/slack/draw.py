"""A card as Slack shows it: messages, a dialog, the home tab.

Everything is plain dictionaries; the tests hold them to Slack's types and limits.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from adapters.slack import controls, limits, rich
from adapters.slack.controls import Ids, plain, say
from adapters.slack.limits import Block, cut, size
from bot.card import (
    Bullets,
    Buttons,
    Card,
    Choice,
    Copyable,
    Fields,
    Fold,
    Input,
    Marked,
    Note,
    Piece,
    Quote,
    Table,
    Text,
)

_APP = "Somehelp"


class Message(NamedTuple):
    """One message: `text` is what a notification and a screen reader say."""

    text: str
    blocks: list[Block]


def messages(card: Card) -> list[Message]:
    """Return a card as messages: one, or as many as Slack's limits take."""
    text = fallback(card)
    drawn: list[list[Block]] = [[]]
    length = 0
    for block in _blocks(card, title=True):
        room = size([block])
        full = len(drawn[-1]) == limits.BLOCKS_IN_MESSAGE
        if drawn[-1] and (full or length + room > limits.JSON_IN_MESSAGE):
            drawn.append([])
            length = 0
        drawn[-1].append(block)
        length += room
    return [Message(text, blocks) for blocks in drawn]


def message(card: Card) -> Message:
    """Return a card as the one message that stands for it and is updated later.

    What does not fit is left out at the end, and the message says so.
    """
    first, *rest = messages(card)
    if not rest:
        return first
    more = rich.note(Note(say(card.language).say("slack-cut"), "notice"))
    return Message(first.text, first.blocks[: limits.BLOCKS_IN_MESSAGE - 1] + list(more))


def modal(card: Card, metadata: str = "") -> Block:
    """Return a card as a dialog; `metadata` comes back with what is handed in."""
    texts = say(card.language)
    short = len(card.title) <= limits.VIEW_TITLE
    view: Block = {
        "type": "modal",
        "callback_id": card.submit.verb if card.submit else "read",
        "title": plain(card.title if short else _APP, limits.VIEW_TITLE),
        "close": plain(texts.say("slack-close"), limits.VIEW_TITLE),
        "blocks": _fitting(card, title=not short),
        "private_metadata": metadata,
    }
    if card.submit:
        view["submit"] = plain(card.submit.label, limits.VIEW_TITLE)
    elif any(block["type"] == "input" for block in view["blocks"]):
        view["submit"] = plain(texts.say("slack-submit"), limits.VIEW_TITLE)
    return view


def home(card: Card) -> Block:
    """Return a card as the home tab."""
    return {"type": "home", "blocks": _fitting(card, title=True)}


def fallback(card: Card) -> str:
    """Return what is said of a card in one line; Slack reads mark-up here, so it is escaped."""
    text = cut(card.title, limits.FALLBACK) or _APP
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _fitting(card: Card, *, title: bool) -> list[Block]:
    blocks = list(_blocks(card, title=title))
    if len(blocks) <= limits.BLOCKS_IN_VIEW:
        return blocks
    more = rich.note(Note(say(card.language).say("slack-cut"), "notice"))
    return blocks[: limits.BLOCKS_IN_VIEW - 1] + list(more)


def _blocks(card: Card, *, title: bool) -> Iterator[Block]:
    ids = Ids()
    if title and card.title.strip():
        yield rich.title(card.title)
    drawn = False
    for piece in card.pieces:
        for block in _piece(piece, card, ids):
            drawn = True
            yield block
    if not drawn and not (title and card.title.strip()):
        # Slack takes nothing empty: a dialog that only has a title says it once more.
        yield from rich.paragraph(Text(card.title.strip() or _APP))


def _piece(piece: Piece, card: Card, ids: Ids) -> Iterator[Block]:
    match piece:
        case Text():
            yield from rich.paragraph(piece)
        case Note():
            yield from rich.note(piece)
        case Bullets():
            yield from rich.bullets(piece)
        case Quote():
            yield from rich.quote(piece)
        case Marked():
            yield from rich.marked(piece)
        case Copyable():
            yield from rich.copyable(piece, ids.once(rich.COPY + piece.name))
        case Fields():
            yield from rich.fields(piece)
        case Table():
            yield from rich.table(piece)
        case Buttons():
            yield from controls.buttons(piece.buttons, card.language, ids)
        case Choice():
            yield controls.choice(piece, card.language, ids)
        case Input():
            yield from controls.field(piece, card.language, ids)
        case Fold():
            yield from controls.buttons((piece.button,), card.language, ids)

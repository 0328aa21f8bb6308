"""A card that fits: Teams takes so much and no more, and nothing is left out without saying so."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from adapters.teams.draw import adaptive
from adapters.teams.runs import Element
from bot.card import Buttons, Card, Copyable, Fold, Input, Marked, Note, Part, Piece, Table
from bot.texts import Texts

BUDGET = 28 * 1024
"""Bytes that a message may have, counted in UTF-16 as Teams counts."""

_ROOM = 2 * 1024
_MESSAGE = 12_000
_LONG = 1_000
_SOME_ID = ("1:" + "x" * 60,)


class Drawn(NamedTuple):
    """A card's content, and texts that are too long for it and go before it as messages."""

    content: Element
    before: tuple[str, ...] = ()


def fitted(card: Card, *, dialog: bool = False) -> Drawn:
    """Draw a card so that it fits into one message; before a dialog no messages can go."""
    drawn = adaptive(card, dialog=dialog)
    if _fits(drawn):
        return Drawn(drawn)
    for smaller in _smaller(
        card, Texts(card.language), "teams-resend" if dialog else "teams-moved"
    ):
        drawn = adaptive(smaller, dialog=dialog)
        if _fits(drawn):
            break
    return Drawn(drawn, () if dialog else _long_texts(card))


def compact(content: Any) -> str:
    """Return JSON as it is sent."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def size(content: Any) -> int:
    """Return how much of the budget a content takes."""
    return len(compact(content).encode("utf-16-le", "replace"))


def belonging(content: Any, ids: tuple[str, ...]) -> Any:
    """Return a card whose buttons know which messages belong to it and go when it goes."""
    if isinstance(content, list):
        return [belonging(each, ids) for each in content]
    if not isinstance(content, dict):
        return content
    known = {key: belonging(value, ids) for key, value in content.items()}
    if content.get("type") in ("Action.Execute", "Action.Submit"):
        known["data"] = {**content["data"], "also": list(ids)}
    return known


def _fits(content: Element) -> bool:
    return size(content) <= BUDGET - _ROOM


def _long_texts(card: Card) -> tuple[str, ...]:
    long = [p.text for p in card.pieces if isinstance(p, Copyable) and len(p.text) > _LONG]
    return tuple(text[at : at + _MESSAGE] for text in long for at in range(0, len(text), _MESSAGE))


def _smaller(card: Card, texts: Texts, moved: str) -> Iterator[Card]:
    """Yield ever smaller cards: first what can be had elsewhere goes, last what was found."""
    pieces = [_moved(piece, texts.say(moved)) for piece in card.pieces]
    yield replace(card, pieces=tuple(pieces))
    pieces = [Buttons((p.button,)) if isinstance(p, Fold) else p for p in pieces]
    yield replace(card, pieces=tuple(pieces))
    for longest in (6000, 3000, 1000):
        pieces = [each for piece in pieces for each in _cut(piece, longest, texts)]
        yield replace(card, pieces=tuple(pieces))
    left_out = Note(texts.say("teams-left-out"), "warning")
    while any(not isinstance(piece, Buttons) for piece in pieces):
        last = max(n for n, piece in enumerate(pieces) if not isinstance(piece, Buttons))
        del pieces[last]
        yield replace(card, pieces=(*pieces, left_out))
    yield replace(card, pieces=(left_out,))


def _moved(piece: Piece, where: str) -> Piece:
    if isinstance(piece, Copyable) and len(piece.text) > _LONG:
        return Note(where)
    return piece


def _cut(piece: Piece, longest: int, texts: Texts) -> tuple[Piece, ...]:
    match piece:
        case Marked() if (whole := sum(len(part.text) for part in piece.parts)) > longest:
            rest = texts.say("teams-cut-draft", count=whole - longest)
            return replace(piece, parts=_beginning(piece.parts, longest)), Note(rest)
        case Input() if len(piece.value) > longest:
            return Note(texts.say("teams-resend"), "warning"), replace(piece, value="")
        case Table() if len(piece.rows) * 100 > longest:
            rows = piece.rows[: longest // 100]
            rest = texts.say("teams-cut-rows", count=len(piece.rows) - len(rows))
            return replace(piece, rows=rows), Note(rest)
    return (piece,)


def _beginning(parts: tuple[Part, ...], longest: int) -> tuple[Part, ...]:
    kept: list[Part] = []
    for part in parts:
        kept.append(part._replace(text=part.text[:longest]))
        longest -= len(part.text)
        if longest <= 0:
            break
    return tuple(kept)

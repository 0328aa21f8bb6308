"""A card as an Adaptive Card 1.5.

What anybody wrote stands in `RichTextBlock`s alone: there Markdown means nothing. Only headings are
`TextBlock`s, because a screen reader finds its way by them, and have their Markdown escaped.
A colour never says anything that a sign or word beside it does not.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from adapters.teams.controls import Controls, Inputs
from adapters.teams.runs import SIGNS, Element, Inline, block, heading, lines, marked, run
from bot.card import (
    Bullets,
    Button,
    Buttons,
    Card,
    Cell,
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
    Tone,
)
from bot.texts import Texts

_STYLES: dict[Tone, str] = {
    "plain": "default",
    "good": "good",
    "notice": "accent",
    "warning": "warning",
    "error": "attention",
}
_IN_A_ROW = 4
_LETTERS = 36
_BESIDE = 4
_MOST_ROWS = 16
_LETTERS_ON_A_PHONE = 34
_LETTERS_OF_AN_EDGE = 2


def adaptive(card: Card, *, dialog: bool = False) -> Element:
    """Return a card as the content of an attachment; `dialog` as in `Controls`."""
    pen = _Pen(card, Controls(Texts(card.language), dialog=dialog))
    drawn: Element = {
        "type": "AdaptiveCard",
        "version": "1.5",
        "lang": card.language,
        "fallbackText": Texts(card.language).say("teams-fallback", title=card.title),
        "msteams": {"width": "Full"},
        "body": [heading(card.title, "Large"), *pen.all(card.pieces)],
    }
    if card.submit is not None:
        drawn["actions"] = [pen.controls.submit(card.submit)]
    return drawn


class _Pen:
    """Draws the pieces of one card, one after the other."""

    def __init__(self, card: Card, controls: Controls) -> None:
        self._card = card
        self._folds = 0
        self.controls = controls
        # A form's other buttons leave it, also when not everything is filled in.
        self._inputs: Inputs = "none" if card.submit else "auto"

    def all(self, pieces: Iterable[Piece]) -> list[Element]:
        return [element for piece in pieces for element in self._piece(piece)]

    def _piece(self, piece: Piece) -> list[Element]:
        match piece:
            case Text():
                return _text(piece)
            case Bullets():
                return _bullets(piece)
            case Quote():
                return [_quote(piece)]
            case Marked():
                return [marked(piece, self._card.language)]
            case Copyable():
                return [self.controls.copyable(piece)]
            case Fields():
                return [_field(*row) for row in piece.rows]
            case Table():
                return _table(piece)
            case Note():
                return [_note(piece)]
            case Buttons():
                return self._buttons(piece.buttons)
            case Choice():
                return [self.controls.choice(piece)]
            case Input():
                return self.controls.input(piece)
            case Fold():
                return self._fold(piece)

    def _buttons(self, buttons: tuple[Button, ...]) -> list[Element]:
        return [
            {
                "type": "ActionSet",
                "actions": [self.controls.button(each, self._inputs) for each in row],
            }
            for row in _in_rows(buttons)
        ]

    def _fold(self, piece: Fold) -> list[Element]:
        self._folds += 1
        name = f"fold.{self._folds}"
        toggle = {
            "type": "Action.ToggleVisibility",
            "title": piece.label,
            "targetElements": [name],
        }
        inside = {"type": "Container", "id": name, "isVisible": False}
        return [
            {"type": "ActionSet", "actions": [toggle]},
            {**inside, "items": self.all(piece.pieces)},
        ]


def _in_rows(buttons: Iterable[Button]) -> list[list[Button]]:
    """Put buttons beside each other only where their labels can be read to the end."""
    rows: list[list[Button]] = []
    room = 0
    for button in buttons:
        room -= len(button.label) + _BESIDE
        if room < 0 or len(rows[-1]) == _IN_A_ROW:
            rows.append([])
            room = _LETTERS - len(button.label)
        rows[-1].append(button)
    return rows


def _text(piece: Text) -> list[Element]:
    if piece.style == "heading":
        return [heading(piece.text)]
    if piece.style == "strong":
        first, *rest = lines(piece.text, weight="Bolder") or [block("")]
        return [{**first, "spacing": "Medium"}, *rest]
    return lines(piece.text, **({"size": "Small"} if piece.style == "subtle" else {}))


def _bullets(piece: Bullets) -> list[Element]:
    signs = (f"{n}. " if piece.ordered else "• " for n in range(1, len(piece.items) + 1))
    return [
        block(run(sign + item.replace("\n", " ")), spacing="Small")
        for sign, item in zip(signs, piece.items, strict=True)
    ]


def _quote(piece: Quote) -> Element:
    said = lines(piece.text, italic=True)
    source = block(run(f"— {piece.source}", size="Small"), spacing="Small")
    return {"type": "Container", "style": "emphasis", "items": [*said, source]}


def _field(label: str, value: str) -> Element:
    name = run(f"{label}: ", weight="Bolder")
    return block(name, run(value.replace("\n", " ")), spacing="Small")


def _note(piece: Note) -> Element:
    said = lines(SIGNS[piece.tone] + piece.text)
    return {"type": "Container", "style": _STYLES[piece.tone], "items": said}


def _table(piece: Table) -> list[Element]:
    """Draw a grid where it fits on a phone, else a paragraph per row, else a line per row."""
    caption = block(run(piece.caption, weight="Bolder"))
    head = tuple(Cell(column) for column in piece.columns)
    if len(piece.rows) > _MOST_ROWS:
        return [caption, _row_as_line(head, weight="Bolder"), *map(_row_as_line, piece.rows)]
    widths = [_longest_word(column) for column in zip(head, *piece.rows, strict=True)]
    if sum(widths) > _LETTERS_ON_A_PHONE - _LETTERS_OF_AN_EDGE * len(widths):
        return [caption, *(each for row in piece.rows for each in _row_as_text(row, head))]
    rows = [_row(head, weight="Bolder"), *(_row(row) for row in piece.rows)]
    return [
        caption,
        {
            "type": "Table",
            "columns": [{"width": width} for width in widths],
            "firstRowAsHeaders": True,
            "showGridLines": True,
            "rows": rows,
        },
    ]


def _longest_word(column: tuple[Cell, ...]) -> int:
    """Return how many letters stand together in a column; at a hyphen, too, a line can end."""
    words = (word for cell in column for word in cell.text.replace("-", " ").split())
    return max([4, *(len(word) + 1 for word in words)])


def _row_as_text(row: tuple[Cell, ...], head: tuple[Cell, ...]) -> list[Element]:
    first, *rest = row
    named = zip(head[1:], rest, strict=True)
    runs = [each for name, cell in named for each in (run(f" · {name.text}: "), _cell(cell))]
    above = block(_cell(first, weight="Bolder"), spacing="Medium")
    if not runs:
        return [above]
    return [above, block(run(f"{head[1].text}: "), *runs[1:], spacing="Small")]


def _row(row: tuple[Cell, ...], **style: Any) -> Element:
    cells = [{"type": "TableCell", "items": [block(_cell(cell, **style))]} for cell in row]
    return {"type": "TableRow", "cells": cells}


def _row_as_line(row: tuple[Cell, ...], **style: Any) -> Element:
    runs = [each for cell in row for each in (run(" · "), _cell(cell, **style))]
    return block(*runs[1:], spacing="Small")


def _cell(cell: Cell, **style: Any) -> Inline:
    if cell.url is not None:
        style["selectAction"] = {"type": "Action.OpenUrl", "title": cell.text, "url": cell.url}
    return run(SIGNS[cell.tone] + cell.text, **style)

"""A card as lines of text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot import card as c

_SIGNS = {"good": "✔ ", "warning": "⚠ ", "error": "✖ "}


def card_text(card: c.Card) -> str:
    """Return what can be read in a card; buttons are for those who can press them."""
    return "\n".join([card.title, "", *_lines(card.pieces)])


def _lines(pieces: Iterable[c.Piece]) -> Iterator[str]:
    for piece in pieces:
        match piece:
            case c.Text(text, _):
                yield text
            case c.Note(text, tone):
                yield _SIGNS.get(tone, "") + text
            case c.Bullets(items, _):
                yield from (f"- {item}" for item in items)
            case c.Quote(text, source):
                yield f"”{text}” ({source})"
            case c.Fields(rows):
                yield from (f"{label}: {value}" for label, value in rows)
            case c.Table(caption, _, rows):
                yield caption
                yield from (
                    "  " + " · ".join(cell.text for cell in row if cell.text) for row in rows
                )
            case c.Fold(label, folded, _):
                yield label
                yield from _lines(folded)
            case _:
                pass  # what is filled in or pressed

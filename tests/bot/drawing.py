"""Cards as plain text, for golden files: what a reviewer sees when an answer changes."""

from __future__ import annotations

from collections.abc import Iterator

from bot.card import (
    Bullets,
    Button,
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

_SIGN = {"error": "✖", "warning": "▲", "suggestion": "●"}


def drawn(card: Card) -> str:
    """Return a card as text."""
    head = [f"[{card.mode}] {card.title}"]
    foot = [f"=> {_button(card.submit)}"] if card.submit else []
    return "\n".join([*head, *(line for piece in card.pieces for line in _piece(piece)), *foot])


def _piece(piece: Piece) -> Iterator[str]:
    match piece:
        case Text(text, style):
            yield text if style == "body" else f"({style}) {text}"
        case Bullets(items, ordered):
            yield from (f"{n}. {i}" if ordered else f"- {i}" for n, i in enumerate(items, 1))
        case Quote(text, source):
            yield f"> {text} ({source})"
        case Marked(parts, language):
            marks = [
                f"[{p.text}]{_SIGN[p.severity]}{p.number}" if p.severity else p.text for p in parts
            ]
            yield f"|{language}| " + "".join(marks)
        case Copyable(label, text, name):
            yield f"{label} <{name}>: «{text}»"
        case Fields(rows):
            yield from (f"  {label}: {value}" for label, value in rows)
        case Table(caption, columns, rows):
            yield f"# {caption}"
            yield " | ".join(columns)
            yield from (" | ".join(cell.text for cell in row) for row in rows)
        case Note(text, tone):
            yield f"!{tone}! {text}"
        case Buttons(buttons):
            yield "  ".join(map(_button, buttons))
        case Choice(name, label, options, chosen, verb):
            listed = " / ".join(f"*{o.label}" if o.value == chosen else o.label for o in options)
            yield f"{label} <{name}{f' → {verb}' if verb else ''}>: {listed}"
        case Input(name, label, value, lines, _, hint, _, error):
            yield f"{label} <{name}, {lines}>: «{value}» ({hint})" + (
                f" !! {error}" if error else ""
            )
        case Fold(label, pieces, button):
            yield f"▸ {label} → {_button(button)}"
            yield from (f"    {line}" for inner in pieces for line in _piece(inner))


def _button(button: Button) -> str:
    payload = " ".join(f"{key}={value}" for key, value in button.payload.items())
    return f"({button.label} → {button.verb}{f' {payload}' if payload else ''})"

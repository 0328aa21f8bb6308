"""A card as a mail: plain text, and the same as simple HTML.

Mail is for pings. What holds a draft is never drawn here, and nothing can be pressed: one link
leads to the page where it can.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import NamedTuple

from bot import card as c
from bot.texts import Texts

_SIGNS = {"good": "✔ ", "warning": "⚠ ", "error": "✖ "}


class Drawn(NamedTuple):
    """A card in both forms."""

    plain: str
    html: str


class _Block(NamedTuple):
    """Lines that belong together; `tag` is how HTML shows them, `url` makes them a link."""

    lines: tuple[str, ...]
    tag: str = "p"
    url: str | None = None


def draw(card: c.Card, board: str | None) -> Drawn:
    """Draw a card; `board` is the page where one can answer, None where there is none."""
    texts = Texts(card.language)
    blocks = [_Block((card.title,), "h1"), *_blocks(card.pieces, texts)]
    if _can_press(card.pieces):
        said = texts.say("mail-answer-there") if board else texts.say("mail-answer-elsewhere")
        blocks.append(_Block((said,), url=board))
    blocks.append(_Block((texts.say("mail-no-reply"),), "small"))
    return Drawn(_plain(blocks), _html(blocks, card.language))


def _blocks(pieces: Iterable[c.Piece], texts: Texts) -> Iterator[_Block]:
    for piece in pieces:
        match piece:
            case c.Text(text, style):
                yield _Block((text,), "h2" if style == "heading" else "p")
            case c.Bullets(items, ordered):
                yield _Block(items, "ol" if ordered else "ul")
            case c.Quote(text, source):
                yield _Block((f"”{text}”", source), "blockquote")
            case c.Fields(rows):
                yield _Block(tuple(f"{label}: {value}" for label, value in rows))
            case c.Table(caption, columns, rows):
                yield _Block((caption,), "h2")
                yield _Block(tuple(_row(columns, row) for row in rows), "ul")
            case c.Note(text, tone):
                yield _Block((_SIGNS.get(tone, "") + text,), "strong")
            case c.Buttons(buttons):
                yield from (_Block((b.label,), url=b.url) for b in buttons if b.url)
            case c.Fold(label, folded):
                yield _Block((label,), "h2")
                yield from _blocks(folded, texts)
            case c.Marked() | c.Copyable() | c.Input() | c.Choice():
                pass  # holds a draft, or can only be filled in where one can answer


def _row(columns: tuple[str, ...], row: tuple[c.Cell, ...]) -> str:
    return "; ".join(f"{column}: {cell.text}" for column, cell in zip(columns, row, strict=True))


def _can_press(pieces: Iterable[c.Piece]) -> bool:
    buttons = [b for piece in pieces if isinstance(piece, c.Buttons) for b in piece.buttons]
    return any(button.url is None for button in buttons)


def _plain(blocks: Iterable[_Block]) -> str:
    return "\n\n".join("\n".join(_plain_lines(block)) for block in blocks) + "\n"


def _plain_lines(block: _Block) -> Iterator[str]:
    for number, line in enumerate(block.lines, 1):
        yield {"ul": "- ", "ol": f"{number}. "}.get(block.tag, "") + line
    if block.url:
        yield block.url


def _html(blocks: Iterable[_Block], language: str) -> str:
    body = "\n".join(_html_block(block) for block in blocks)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8"></head>\n'
        f'<body style="font-family: sans-serif; max-width: 40em">\n{body}\n</body></html>\n'
    )


def _html_block(block: _Block) -> str:
    lines = [escape(line).replace("\n", "<br>") for line in block.lines]
    if block.url:
        return f'<p><a href="{escape(block.url)}">{"<br>".join(lines)}</a></p>'
    if block.tag in ("ul", "ol"):
        return f"<{block.tag}>{''.join(f'<li>{line}</li>' for line in lines)}</{block.tag}>"
    if block.tag in ("strong", "small"):
        return f"<p><{block.tag}>{'<br>'.join(lines)}</{block.tag}></p>"
    return f"<{block.tag}>{'<br>'.join(lines)}</{block.tag}>"

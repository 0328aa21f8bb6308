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
    """Lines that belong together; `tag` is how HTML shows them, `url` makes them a link.

    `html` is what HTML shows instead, where it can do more than lines.
    """

    lines: tuple[str, ...]
    tag: str = "p"
    url: str | None = None
    html: str = ""


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
                lines = tuple(_row(columns, row) for row in rows)
                yield _Block((caption, *lines), html=_table(caption, columns, rows))
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


def _table(caption: str, columns: tuple[str, ...], rows: tuple[tuple[c.Cell, ...], ...]) -> str:
    head = "".join(f'<th scope="col" align="left">{escape(column)}</th>' for column in columns)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return (
        f'<table cellpadding="6"><caption align="left"><b>{escape(caption)}</b></caption>'
        f"<tr>{head}</tr>{body}</table>"
    )


def _cell(cell: c.Cell) -> str:
    said = escape(_SIGNS.get(cell.tone, "") + cell.text)
    return f'<td valign="top">{_link(said, cell.url) if cell.url else said}</td>'


def _link(said: str, url: str) -> str:
    """Return a link to a page or a phone, for anything else the words alone."""
    safe = url.startswith(("https://", "http://", "tel:"))
    return f'<a href="{escape(url)}">{said}</a>' if safe else said


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
    if block.html:
        return block.html
    lines = [escape(line).replace("\n", "<br>") for line in block.lines]
    if block.url:
        return f"<p>{_link('<br>'.join(lines), block.url)}</p>"
    if block.tag in ("ul", "ol"):
        return f"<{block.tag}>{''.join(f'<li>{line}</li>' for line in lines)}</{block.tag}>"
    if block.tag in ("strong", "small"):
        return f"<p><{block.tag}>{'<br>'.join(lines)}</{block.tag}></p>"
    return f"<{block.tag}>{'<br>'.join(lines)}</{block.tag}>"

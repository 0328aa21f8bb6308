"""Pieces that are read, as rich text: Slack reads no mark-up in it, so nothing needs escaping."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from adapters.slack.limits import HEADER, TEXT, Block, stretches
from bot.card import Bullets, Cell, Copyable, Fields, Marked, Note, Part, Quote, Table, Text, Tone
from rules.model import Severity

Element = dict[str, Any]

COPY = "copy."
"""How the ids of the blocks with a text to copy begin; its name follows."""

_HOLD, _JOIN = "\u00a0", "\u2060"  # a finding, its sign and its number stay on one line

_SIGN_OF_TONE: dict[Tone, str] = {
    "plain": "",
    "good": "✅ ",
    "notice": "ℹ️ ",
    "warning": "⚠️ ",
    "error": "⛔ ",
}
SIGN_OF_SEVERITY = {
    Severity.ERROR: "⛔",
    Severity.WARNING: "⚠️",
    Severity.SUGGESTION: "💡",
}


def title(text: str) -> Block:
    """Return a card's title: a heading, which screen readers can jump to, if it is short enough."""
    if len(text) <= HEADER:
        return {"type": "header", "text": {"type": "plain_text", "text": text, "emoji": False}}
    return _block(_section(_text(text, bold=True)))


def paragraph(piece: Text) -> Iterator[Block]:
    """Yield plain words; those that matter less are small."""
    if piece.style == "subtle":
        for words in stretches(piece.text):
            if words.strip():
                element = {"type": "plain_text", "text": words, "emoji": False}
                yield {"type": "context", "elements": [element]}
        return
    if piece.style == "heading":
        yield {"type": "divider"}
    yield from _sections([_text(piece.text, bold=piece.style != "body")])


def note(piece: Note) -> Iterator[Block]:
    """Yield a sentence that must be seen, with its sign."""
    loud = piece.tone in ("warning", "error")
    yield from _sections([_text(_SIGN_OF_TONE[piece.tone]), _text(piece.text, bold=loud)])


def bullets(piece: Bullets) -> Iterator[Block]:
    """Yield a list; one that needs several blocks bears its numbers as words, or they restart."""
    batches = list(_batches([[_text(item)] for item in piece.items]))
    if piece.ordered and len(batches) > 1:
        lines = "\n".join(f"{number}. {item}" for number, item in enumerate(piece.items, 1))
        yield from _sections([_text(lines)])
        return
    for items in batches:
        yield _list(items, "ordered" if piece.ordered else "bullet")


def quote(piece: Quote) -> Iterator[Block]:
    """Yield words from a document with their source under them."""
    for elements in _fitting([_text(piece.text), _text(f"\n— {piece.source}", italic=True)]):
        yield _block({"type": "rich_text_quote", "elements": elements})


def marked(piece: Marked) -> Iterator[Block]:
    """Yield a draft in which each finding stands out and bears its sign and number."""
    after = [*(part.text[:1] for part in piece.parts[1:]), ""]
    drawn = (
        element
        for part, follows in zip(piece.parts, after, strict=False)
        for element in _part(part, follows)
    )
    for elements in _fitting(drawn):
        yield _block({"type": "rich_text_quote", "elements": elements})


def _part(part: Part, follows: str) -> Iterator[Element]:
    if part.severity is None:
        yield _text(part.text)
        return
    yield _text(part.text, bold=True, code=part.severity is not Severity.SUGGESTION)
    number = "" if part.number is None else str(part.number)
    gap = " " if follows.isalnum() else ""
    yield _text(f"{_HOLD}{SIGN_OF_SEVERITY[part.severity]}{_JOIN}{number}{gap}", bold=True)


def copyable(piece: Copyable, name: str) -> Iterator[Block]:
    """Yield a text to copy; the ids of its blocks begin with `name`, to find it again."""
    yield from _sections([_text(piece.label, bold=True)])
    for index, words in enumerate(stretches(piece.text or " ")):
        body = {"type": "rich_text_preformatted", "elements": [_text(words)]}
        yield _block(body) | {"block_id": f"{name}.{index}"}


def fields(piece: Fields) -> Iterator[Block]:
    """Yield facts, a line each."""
    elements: list[Element] = []
    for index, (label, value) in enumerate(piece.rows):
        elements.append(_text(("\n" if index else "") + f"{label}: ", bold=True))
        elements.append(_text(value))
    yield from _sections(elements)


def table(piece: Table) -> Iterator[Block]:
    """Yield a table as lines: a row is an item that begins with its first cell."""
    yield from _sections([_text(piece.caption, bold=True)])
    for items in _batches([list(_row(piece.columns, row)) for row in piece.rows]):
        yield _list(items, "bullet")


def _row(columns: tuple[str, ...], row: tuple[Cell, ...]) -> Iterator[Element]:
    for index, (column, cell) in enumerate(zip(columns, row, strict=False)):
        if not cell.text:
            continue
        if index:
            yield _text(f" · {column}: ")
        if sign := _SIGN_OF_TONE[cell.tone]:
            yield _text(sign)
        if cell.url and cell.url.startswith(("https:", "tel:")):
            yield {"type": "link", "url": cell.url, "text": cell.text}
        else:
            yield _text(cell.text, bold=not index)


def _text(text: str, *, bold: bool = False, italic: bool = False, code: bool = False) -> Element:
    style = {name: True for name, on in (("bold", bold), ("italic", italic), ("code", code)) if on}
    return {"type": "text", "text": text} | ({"style": style} if style else {})


def _section(*elements: Element) -> Element:
    return {"type": "rich_text_section", "elements": list(elements)}


def _block(body: Element) -> Block:
    return {"type": "rich_text", "elements": [body]}


def _list(items: list[list[Element]], style: str) -> Block:
    drawn = [_section(*item) for item in items]
    return _block({"type": "rich_text_list", "style": style, "elements": drawn})


def _sections(elements: Iterable[Element]) -> Iterator[Block]:
    for fitting in _fitting(elements):
        yield _block(_section(*fitting))


def _fitting(elements: Iterable[Element]) -> Iterator[list[Element]]:
    """Yield elements in lists that fit a block each; a long text is continued in the next."""
    now: list[Element] = []
    room = TEXT
    for element in elements:
        for words in stretches(element["text"]):
            if len(words) > room:
                yield now
                now, room = [], TEXT
            now.append({**element, "text": words})
            room -= len(words)
    if now:
        yield now


def _batches(items: list[list[Element]]) -> Iterator[list[list[Element]]]:
    """Yield list items in batches that fit a block each."""
    now: list[list[Element]] = []
    room = TEXT
    for item in items:
        for elements in _fitting(item):
            length = sum(len(element["text"]) for element in elements)
            if now and length > room:
                yield now
                now, room = [], TEXT
            now.append(elements)
            room -= length
    if now:
        yield now

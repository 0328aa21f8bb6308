"""Text on an Adaptive Card: runs of plain words, a draft with its findings, headings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from bot.card import Marked, Part, Tone
from bot.texts import Texts
from rules.model import Language, Severity

Element = dict[str, Any]
Inline = Element | str

SIGNS: dict[Tone, str] = {
    "plain": "",
    "good": "✔ ",
    "notice": "ℹ ",
    "warning": "▲ ",
    "error": "✖ ",
}
"""What stands before a piece of a tone, for whoever does not see its colour."""

_SEVERITY_SIGNS = {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.SUGGESTION: "○"}
_MARKDOWN = re.compile(r"([\\*_\[\]`~])|^(\s{0,3})([-+#>]|\d{1,9}[.)])(?=\s)", re.MULTILINE)


def run(text: str, **style: Any) -> Inline:
    """Return a stretch of words as they are; without a style they need no more than themselves."""
    return {"type": "TextRun", "text": text, **style} if style else text


def block(*runs: Inline, **layout: Any) -> Element:
    """Return runs as one paragraph."""
    return {"type": "RichTextBlock", "inlines": list(runs), **layout}


def lines(text: str, **style: Any) -> list[Element]:
    """Return a text as a paragraph per line; an empty line is space above the next."""
    return [
        block(*(run(part.text, **style) for part in parts), **layout)
        for parts, layout in _by_line([Part(text)])
    ]


def heading(text: str, size: str = "Medium") -> Element:
    """Return a heading that a screen reader can jump to; Markdown in it means nothing."""
    safe = _MARKDOWN.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", text)
    return {
        "type": "TextBlock",
        "text": safe,
        "style": "heading",
        "size": size,
        "weight": "Bolder",
        "wrap": True,
    }


def marked(piece: Marked, language: Language) -> Element:
    """Return a draft with its findings in place: bold, underlined, each with sign and number."""
    rows = [
        block(*(each for part in parts for each in _finding(part)), **layout)
        for parts, layout in _by_line(piece.parts)
    ]
    found = {part.severity for part in piece.parts}
    said = [
        Texts(language).say(
            "teams-sign", sign=_SEVERITY_SIGNS[each], meaning=_meaning(each, language)
        )
        for each in _SEVERITY_SIGNS
        if each in found
    ]
    legend = [block(run("   ".join(said), size="Small"), spacing="Medium")] if said else []
    if reads_from_the_right("".join(part.text for part in piece.parts)):
        rows = [{"type": "Container", "rtl": True, "items": rows}]
    return {"type": "Container", "style": "emphasis", "items": rows + legend}


def reads_from_the_right(text: str) -> bool:
    """Tell whether a text begins in a script that is written from right to left."""
    for sign in text:
        way = unicodedata.bidirectional(sign)
        if way in ("L", "R", "AL"):
            return way != "L"
    return False


def _meaning(severity: Severity, language: Language) -> str:
    return Texts(language).say(f"severity-{severity}")


def _finding(part: Part) -> Iterator[Inline]:
    if part.severity is None:
        yield run(part.text)
        return
    number = "" if part.number is None else str(part.number)
    yield run(part.text, weight="Bolder", underline=True, highlight=True)
    yield run(f" [{_SEVERITY_SIGNS[part.severity]}{number}]", weight="Bolder")


def _by_line(parts: Iterable[Part]) -> Iterator[tuple[list[Part], dict[str, str]]]:
    line: list[Part] = []
    layout: dict[str, str] = {}
    for part in parts:
        first, *others = part.text.split("\n")
        line += [part._replace(text=first)] if first else []
        for text in others:
            if line:
                yield line, layout
            layout = {"spacing": "Small" if line else "Medium"}
            line = [part._replace(text=text)] if text else []
    if line:
        yield line, layout

"""Normal form of a text for matching, and the way back to the offsets of the text as written."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from rules.model import Span

_SAFE = (
    "\x00-\x7f\u00a1-\u00a7\u00a9\u00ab\u00ac\u00ae\u00b0\u00b1\u00b6\u00b7\u00bb\u00bf-\u0131"
    "\u0134-\u013e\u0141-\u0148\u014a-\u017e\u0391-\u03c9\u0410-\u044f"
    "\u2013\u2014\u201c-\u201e\u2020-\u2022\u2039\u203a\u20ac\u2190-\u21ff"
    "\u231a-\u23ff\u25a0-\u27bf\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff"
)
"""Characters that stay as they are, unless a combining mark follows."""
_UNSAFE = re.compile(rf"[^{_SAFE}]")
_SPAN = re.compile(rf"(?s:.)?[^{_SAFE}]+")
_BROKEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""Control characters and lone surrogates: dictionaries and RE2 cannot be asked about them."""
_MOST_MARKS = 30
"""As in Unicode's stream-safe format: longer towers of accents are cut into several."""

_LONGEST_EXPANSION = 4
"""A single Arabic ligature would become 18 characters."""

_REMOVED = frozenset(
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_JOINERS = "\u200d\ufe0e\ufe0f"
"""Part of an emoji after an emoji; after a letter they only hide it."""
_MOST_JOINERS = 3
_SKIN_TONES = frozenset("\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201b\u02bc\u00b4", "'"),
        **dict.fromkeys("\u2010\u2011\u2212\ufe63", "-"),
        **dict.fromkeys(_REMOVED),
    }
)


class Normalized(NamedTuple):
    """A normalised text; `starts` and `ends` give each character's range in the raw text.

    Both are None where nothing changed.
    """

    text: str
    starts: list[int] | None = None
    ends: list[int] | None = None

    def raw_span(self, start: int, end: int) -> Span:
        """Map a range back to the raw text, with every removed character inside it."""
        if self.starts is None or self.ends is None:
            return Span(start, end)
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else self._raw_end()
            return Span(at, at)
        return Span(self.starts[start], self.ends[end - 1])

    def _raw_end(self) -> int:
        return self.ends[-1] if self.ends else 0


def normalize(text: str) -> Normalized:
    """Return `text` in NFKC, without invisible characters, with plain apostrophes and hyphens.

    Digits of any script become ASCII digits; what is no character becomes U+FFFD. Takes time
    linear in the length.
    """
    if _BROKEN.search(text):
        text = _BROKEN.sub("\ufffd", text)
    if text.isascii() or not _UNSAFE.search(text):
        return Normalized(text)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position = 0
    for found in _SPAN.finditer(text):
        pieces.append(text[position : found.start()])
        starts.extend(range(position, found.start()))
        ends.extend(range(position + 1, found.start() + 1))
        for start, end in _clusters(text, found.start(), found.end()):
            new = _normal(text, start, end)
            pieces.append(new)
            starts.extend([start] * len(new))
            ends.extend([end] * len(new))
        position = found.end()
    pieces.append(text[position:])
    starts.extend(range(position, len(text)))
    ends.extend(range(position + 1, len(text) + 1))
    norm = "".join(pieces)
    return Normalized(text) if norm == text else Normalized(norm, starts, ends)


def _clusters(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a range into characters with their combining marks, and what is hidden before those."""
    clusters: list[tuple[int, int]] = []
    for at in range(start, end):
        if unicodedata.combining(text[at]):
            while len(clusters) > 1 and text[clusters[-1][0]] in _REMOVED:
                clusters.pop()
            if clusters and at - clusters[-1][0] <= _MOST_MARKS:
                clusters[-1] = (clusters[-1][0], at + 1)
                continue
        clusters.append((at, at + 1))
    return clusters


def _normal(text: str, start: int, end: int) -> str:
    char = text[start]
    if end - start == 1:
        if char in _REMOVED or (char in _JOINERS and _hides(text, start)):
            return ""
        if char.isdecimal():
            return str(unicodedata.decimal(char))
    cluster = text[start:end].translate(_PLAIN)
    composed = unicodedata.normalize("NFKC", cluster).translate(_PLAIN)
    lone_mark = composed.startswith(" ") and not char.isspace()
    return cluster if lone_mark or len(composed) > end - start + _LONGEST_EXPANSION else composed


def _hides(text: str, at: int) -> bool:
    """Tell whether a joiner only hides a letter: it follows no emoji and makes no keycap."""
    if text[at + 1 : at + 2] == "\u20e3":
        return False
    before = text[max(at - _MOST_JOINERS, 0) : at].rstrip(_JOINERS)
    last = before[-1:]
    return not last or not (last in _SKIN_TONES or _stays_symbol(last))


def _stays_symbol(char: str) -> bool:
    return unicodedata.category(char) == "So" and not unicodedata.decomposition(char)

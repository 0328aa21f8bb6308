"""Text to tokens by one regular expression, in time linear in the length."""

from __future__ import annotations

import re
from typing import NamedTuple

from rules.text.abbreviations import ABBREVIATIONS
from rules.text.token import TokenKind

_LETTER = r"[^\W\d_]"
_TLD = r"(?:fi|se|ax|com|org|net|eu|info|gov|edu|int|io|app|dev|me|tv|no|dk|ee|de|uk|local|lan)"
_EMOJI_BASE = (
    "[\u00a9\u00ae\u203c\u2049\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u25fe\u2600-\u27bf"
    "\u2934\u2935\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa"
    "\U0001f400-\U0001faff]"
)
_EMOJI_PART = rf"{_EMOJI_BASE}[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]{{0,2}}"

_PATTERNS: tuple[tuple[TokenKind | None, str], ...] = (
    # A plain word, by far the commonest token, is decided by one look ahead.
    (TokenKind.WORD, rf"{_LETTER}++(?![\d_@/&'+:-]|\.\w)"),
    (None, r"[^\S\n]*+\n\s*+"),
    (
        TokenKind.URL,
        r"(?:https?|ftp)://[^\s<>\"”»]{1,2000}(?<![.,:;!?)\]'\"])"
        r"|www\.[^\s<>\"”»]{1,2000}(?<![.,:;!?)\]'\"])"
        rf"|[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{0,6}}\.{_TLD}(?![\w@-]|\.\w)"
        r"(?::\d{1,5})?(?:/(?:[^\s<>\"”»]{0,2000}(?<![.,:;!?)\]'\"]))?)?",
    ),
    (TokenKind.EMAIL, r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"),
    (TokenKind.HANDLE, r"(?<![\w@])@\w[\w.-]{0,60}(?<![.-])"),
    (TokenKind.HASHTAG, r"#(?=\d{0,20}[^\W\d])\w++"),
    (
        TokenKind.EMOJI,
        rf"[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]\ufe0f?\u20e3"
        rf"|{_EMOJI_PART}(?:\u200d{_EMOJI_PART}){{0,8}}[\U000e0020-\U000e007f]{{0,8}}"
        r"|(?<![\w:])[:;=]['’]?-?[)(DPp](?!\w)|<3(?!\d)",
    ),
    (
        TokenKind.WORD,
        # Abbreviations with inner dots, then `12-vuotias`, `9.-luokkalainen`, then `EU:n`, `vaa'an`.
        rf"(?<!\w)(?:{_LETTER}\.){{1,5}}{_LETTER}(?![\w@-])\.?"
        rf"|(?<!\w)(?:t\.ex|bl\.a|fr\.o\.m|e\.Kr|f\.Kr|e\.Kr|jKr|eKr|P\.S)\.?(?!\w)"
        rf"|\d++(?:[.,–-]\d++){{0,3}}\.?-{_LETTER}++(?:[-]{_LETTER}++){{0,5}}(?![\w@])"
        rf"|{_LETTER}[^\W_]*+(?:[-':&/][^\W_]++){{0,12}}",
    ),
    (
        TokenKind.NUMBER,
        rf"\d++(?:[.,:/–+-]\d++){{0,40}}[^\W_]{{0,40}}(?::{_LETTER}++)?",
    ),
    (TokenKind.SYMBOL, r"(?P<run>[^\s\w])(?P=run)*+|_++|\S"),
)
_KINDS = tuple(kind for kind, _ in _PATTERNS)
_TOKEN = re.compile("|".join(f"({pattern})" for _, pattern in _PATTERNS))


class Piece(NamedTuple):
    """A token before its sentence and word are known."""

    start: int
    end: int
    kind: TokenKind
    text: str
    newline: int
    """1 where a line ends before it, 2 where a blank line stands before it"""


def tokenize(text: str) -> list[Piece]:
    """Cut a normalised text into pieces; whitespace is none."""
    pieces: list[Piece] = []
    newline = 0
    word = TokenKind.WORD
    kinds, make, add = _KINDS, Piece._make, pieces.append
    for found in _TOKEN.finditer(text):
        kind = kinds[found.lastindex - 1]  # type: ignore[operator]
        start, end = found.span()
        if kind is None:
            newline = 2 if text.count("\n", start, end) > 1 else 1
            continue
        piece = text[start:end]
        if piece == "." and pieces:
            last = pieces[-1]
            if last.end == start and last.kind is word and last.text.lower() in ABBREVIATIONS:
                pieces[-1] = make((last.start, end, word, last.text + piece, last.newline))
                continue
        add(make((start, end, kind, piece, newline)))
        newline = 0
    return pieces

"""Text to tokens by one regular expression, in time linear in the length."""

from __future__ import annotations

import re

from rules.text.token import TokenKind

_LETTER = r"[^\W\d_]"
_PLAIN = "[A-Za-zÀ-ÖØ-öø-ÿ]"
_URL_END = r"(?<![.,:;!?)\]'\"])"
_DOMAIN = (
    "(?:fi|se|ax|com|org|net|eu|info|gov|edu|int|io|app|dev|me|tv|no|dk|ee|de|uk|local|lan"
    "|internal|intra)"
)
_EMOJI = (
    "[\u00a9\u00ae\u203c\u2049\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u25fe\u2600-\u27bf"
    "\u2934\u2935\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa"
    "\U0001f400-\U0001faff][\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]{0,2}"
)
_FLAG = "[\U0001f1e6-\U0001f1ff]{2}"
_TAGS = "[\U000e0020-\U000e007f]{0,8}"

_WORD = "|".join(
    (
        rf"(?<!\w)(?:{_LETTER}\.){{1,5}}{_LETTER}(?![\w@-])\.?",  # e.g., m.m.
        r"(?<!\w)(?i:t\.ex|bl\.a|fr\.o\.m|m\.fl|(?:o|e|el)\.dyl|st\.f|e\.kr|f\.kr|ym\.fl)(?!\w)\.?",
        rf"(?<!\w){_LETTER}{{1,2}}/{_LETTER}(?!\w)",  # km/h
        rf"\d++(?:[.,–-]\d++){{0,3}}\.?-{_LETTER}++(?:-{_LETTER}++){{0,5}}(?![\w@])",  # 12-vuotias
        rf"{_LETTER}[^\W_]*+(?:[-'&][^\W_]++|:{_LETTER}{{1,8}}(?!\w)){{0,12}}",  # EU:n, linja-auto
    )
)
_HOST = rf"[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{0,6}}\.{_DOMAIN}(?![\w@-]|\.\w)"
_URL = "|".join(
    (
        rf"(?:https?|ftp)://[^\s<>\"”»]{{1,2000}}{_URL_END}",
        rf"www\.[^\s<>\"”»]{{1,2000}}{_URL_END}",
        rf"{_HOST}(?::\d{{1,5}})?(?:/(?:[^\s<>\"”»]{{0,2000}}{_URL_END})?)?",
    )
)
_SMILEY = r"(?<![\w:])[:;=]'?-?[)(DPp](?!\w)|<3(?!\d)"

_PATTERNS: tuple[tuple[TokenKind | None, str], ...] = (
    # Plain words and lone marks, by far the commonest tokens, are settled by one look ahead.
    (TokenKind.WORD, rf"{_PLAIN}++(?![\w@/&'+:-]|\.\w)"),
    (TokenKind.SYMBOL, r"[.,!?:;](?!\S)"),
    (None, r"\n\s*+|\Z"),
    (TokenKind.URL, _URL),
    (TokenKind.EMAIL, r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"),
    (TokenKind.HANDLE, r"(?<![\w@])@\w[\w.-]{0,60}(?<![.-])"),
    (TokenKind.HASHTAG, r"(?<!\w)#(?=\d{0,20}[^\W\d])\w++"),
    (
        TokenKind.EMOJI,
        rf"{_FLAG}|[0-9#*]\ufe0f?\u20e3|{_EMOJI}(?:\u200d{_EMOJI}){{0,8}}{_TAGS}|{_SMILEY}",
    ),
    (TokenKind.WORD, _WORD),
    (
        TokenKind.NUMBER,
        rf"\d++(?:[.,:/–+-]\d++){{0,40}}[^\W_]{{0,40}}(?::{_LETTER}++)?",
    ),
    (TokenKind.SYMBOL, r"(?P<run>[^\s\w])(?P=run)*+|_++|\S"),
)
KINDS = (None, *(kind for kind, _ in _PATTERNS))
"""The kind of the token by the number of the group of `TOKEN` that it is in; None: none."""
PLAIN = 1
"""The group of a plain word."""
TOKEN = re.compile(r"[^\S\n]*+(?:" + "|".join(f"({pattern})" for _, pattern in _PATTERNS) + ")")
"""Cuts a normalised text into pieces: tokens, and breaks between lines with what is empty."""

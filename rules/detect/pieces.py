"""A text in pieces: its tokens, with `LiV/röntgen` and `kirj.palv.` taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.text import Document, Token, TokenKind
from rules.text.word import word_of


class Pieces:
    """The tokens of a text, those written together with a stroke or a full stop taken apart."""

    def __init__(self, doc: Document) -> None:
        """Take `doc` apart."""
        self.doc = doc
        self.pieces: list[Token] = []
        for token in doc.tokens:
            if token.kind is TokenKind.WORD and ("/" in token.text or "." in token.text):
                self.pieces.extend(_apart(token))
            else:
                self.pieces.append(token)


def _apart(token: Token) -> Iterator[Token]:
    start = 0
    for part in re.split(r"[/.]", token.text):
        if part:
            at = token.start + start
            yield token._replace(start=at, end=at + len(part), text=part, word=word_of(part))
        start += len(part) + 1

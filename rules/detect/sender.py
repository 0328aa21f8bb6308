"""Who speaks in a post: a unit that signs it, heads it, greets or says "we", or only a topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from rules.detect.sender_words import (
    AFTER_PARTNER,
    FILLERS,
    GREETINGS,
    HERE,
    PARTNERS,
    PREPOSITIONS,
    SIGN_OFFS,
    SPEECH,
    SPOKEN_TO,
    WE,
)
from rules.detect.unit_names import Mention, Pieces
from rules.text import Token, TokenKind

_TAGS = (TokenKind.HANDLE, TokenKind.HASHTAG)
_WORDS = (TokenKind.WORD, TokenKind.NUMBER)
_FEWEST_IN_LIST = 3
_CUTS = frozenset((":", "–", "—", "|", "||", "//", "!", "?", "•", ";"))


class Voice(IntEnum):
    """How clearly a mention is the sender."""

    TOPIC = 0
    PERHAPS = 1
    SENDER = 2


class _Segment(NamedTuple):
    first: int
    last: int
    cut: str  # the sign, or "\n", or "" at the end of a sentence


def voices(text: Pieces, mentions: Sequence[Mention]) -> list[Voice]:
    """Tell of each mention of a unit how clearly it speaks in the text."""
    if not any(mention.units for mention in mentions):
        return [Voice.TOPIC] * len(mentions)
    reader = _Reader(text, mentions)
    return [reader.voice(mention) if mention.units else Voice.TOPIC for mention in mentions]


class _Reader:
    def __init__(self, text: Pieces, mentions: Sequence[Mention]) -> None:
        self.pieces = text.pieces
        self.mentions = mentions
        self.covered = {at for m in mentions for at in range(m.first, m.last)}
        self.segments = list(_segments(text))

    def voice(self, mention: Mention) -> Voice:
        number = next(n for n, s in enumerate(self.segments) if mention.first < s.last)
        segment = self.segments[number]
        if self._is_spoken_of(mention, segment):
            return Voice.TOPIC
        if self._says_we(mention, segment) or self._speaks(mention, segment):
            return Voice.SENDER
        if self._signs(mention, number) or self._closes(mention, segment):
            return Voice.SENDER
        if mention.kind in _TAGS and self._only_tags_after(mention.last):
            return Voice.SENDER if mention.kind is TokenKind.HANDLE else Voice.PERHAPS
        return Voice.PERHAPS if self._is_official_subject(mention) else Voice.TOPIC

    def _lower(self, at: int) -> str:
        return self.pieces[at].word.lower

    def _before(self, mention: Mention, segment: _Segment, reach: int) -> list[str]:
        """Return the words just before a mention, the nearest first; names count for nothing."""
        words: list[str] = []
        for at in range(mention.first - 1, segment.first - 1, -1):
            if at not in self.covered and self.pieces[at].kind in _WORDS:
                words.append(self._lower(at))
            if len(words) == reach:
                break
        return words

    def _is_spoken_of(self, mention: Mention, segment: _Segment) -> bool:
        after = range(mention.last, min(mention.last + 8, segment.last))
        if any(self._lower(at) in AFTER_PARTNER for at in after):
            return mention.kind in _TAGS or mention.form != "base"
        before = self._before(mention, segment, 4)
        if _signs_off(before[:2]):
            return False
        if not PARTNERS.isdisjoint(before):
            return True
        if before[:1] and before[0] in ("med", "with"):
            return True
        if not SPOKEN_TO.isdisjoint(before[:1]):
            return True
        return self._is_labelled(segment) and self._is_pure(segment)

    def _is_labelled(self, segment: _Segment) -> bool:
        """Tell whether a label such as `Paikka:` or `Kuva:` stands before the segment."""
        at = self.segments.index(segment)
        if at == 0 or self.segments[at - 1].cut != ":":
            return False
        return not self._is_pure(self.segments[at - 1])

    def _says_we(self, mention: Mention, segment: _Segment) -> bool:
        before = self._before(mention, segment, 3)
        while before and before[0] in PREPOSITIONS - WE:
            before = before[1:]
        if before and before[0] in WE:
            return before[0] not in HERE or mention.form == "base"
        after = mention.last
        return after < segment.last and self._lower(after) in HERE

    def _speaks(self, mention: Mention, segment: _Segment) -> bool:
        if mention.form != "base" or mention.kind is TokenKind.HASHTAG:
            return False
        after = [
            self._lower(at)
            for at in range(mention.last, segment.last)
            if at not in self.covered and self.pieces[at].kind in _WORDS
        ]
        near = [*after[:2], *self._before(mention, segment, 1)]
        return not SPEECH.isdisjoint(near)

    def _is_pure(self, segment: _Segment) -> bool:
        """Tell whether a segment has nothing but names and the words of signing and greeting."""
        words = [
            self.pieces[at]
            for at in range(segment.first, segment.last)
            if at not in self.covered and self.pieces[at].kind in _WORDS
        ]
        greets = any(_greets(word.word.lower) for word in words)
        return all(
            word.word.lower in FILLERS
            or _greets(word.word.lower)
            or (greets and word.word.shape == "title" and word.word.is_first_name)
            or (greets and word.word.shape == "title" and word.word.is_last_name)
            for word in words
        )

    def _signs(self, mention: Mention, number: int) -> bool:
        segment = self.segments[number]
        if mention.kind is TokenKind.HASHTAG or segment.cut == "?" or not self._is_pure(segment):
            return False
        if self._greets_in(segment):
            return True
        if mention.form != "base" and not self._has_filler(segment):
            return False
        first = last = number
        while first and self._is_pure(self.segments[first - 1]):
            first -= 1
        while last + 1 < len(self.segments) and self._is_pure(self.segments[last + 1]):
            last += 1
        run = self.segments[first : last + 1]
        if any(self._greets_in(part) for part in run):
            return True
        if self._is_list(run) or (first and self.segments[first - 1].cut == ":"):
            return False
        is_last = self._only_tags_after(run[-1].last)
        official = any(m.official and run[0].first <= m.first < run[-1].last for m in self.mentions)
        heads = segment.cut in (":", "\n", "–", "—", "|") and (run[0].first == 0 or official)
        return is_last or official or heads

    def _is_list(self, run: Sequence[_Segment]) -> bool:
        """Tell whether so many units are named that it is a list of them and no signature."""
        named = [m.units for m in self.mentions if run[0].first <= m.first < run[-1].last]
        return len(frozenset().union(*named)) >= _FEWEST_IN_LIST

    def _closes(self, mention: Mention, segment: _Segment) -> bool:
        """Tell whether a post ends in `…, Suomussalmen kunnan nuorisopalvelut`."""
        if mention.form != "base" and not self._before(mention, segment, 1):
            return False
        if _signs_off(self._before(mention, segment, 2)[:1]):
            return True
        if mention.form != "base" or not self._only_tags_after(segment.last):
            return False
        commas = [at for at in range(segment.first, mention.first) if self.pieces[at].text == ","]
        for comma in commas:
            tail = _Segment(comma + 1, segment.last, "")
            if self._is_pure(tail) and any(
                m.official and comma < m.first < segment.last for m in self.mentions
            ):
                return True
        return False

    def _greets_in(self, segment: _Segment) -> bool:
        return any(
            at not in self.covered and _greets(self._lower(at))
            for at in range(segment.first, segment.last)
        )

    def _has_filler(self, segment: _Segment) -> bool:
        return any(
            at not in self.covered and self._lower(at) in FILLERS
            for at in range(segment.first, segment.last)
        )

    def _only_tags_after(self, first: int) -> bool:
        return all(
            self.pieces[at].kind not in _WORDS or at in self.covered
            for at in range(first, len(self.pieces))
        )

    def _is_official_subject(self, mention: Mention) -> bool:
        if mention.form != "base":
            return False
        return any(m.official and not m.units and m.last == mention.first for m in self.mentions)


def _greets(lower: str) -> bool:
    return lower in GREETINGS or lower.endswith(("terveisin", "terkuin", "terveiset", "terveisiä"))


def _signs_off(words: Sequence[str]) -> bool:
    return any(
        (word in SIGN_OFFS and word not in ("from", "från"))
        or word.endswith(("terveisin", "terkuin", "terveiset", "hälsningar", "hälsning"))
        for word in words
    )


def _segments(text: Pieces) -> Iterator[_Segment]:
    first = 0
    pieces = text.pieces
    for at, piece in enumerate(pieces):
        if at > first and piece.sentence != pieces[at - 1].sentence:
            yield _Segment(first, at, "\n" if _newline(text, at) else "")
            first = at
        elif at > first and _newline(text, at):
            yield _Segment(first, at, "\n")
            first = at
        if _cuts(text, piece):
            yield _Segment(first, at + 1, piece.text[0])
            first = at + 1
    if first < len(pieces):
        yield _Segment(first, len(pieces), "")


def _newline(text: Pieces, at: int) -> bool:
    return "\n" in text.doc.norm[text.pieces[at - 1].end : text.pieces[at].start]


def _cuts(text: Pieces, piece: Token) -> bool:
    if piece.kind is not TokenKind.SYMBOL:
        return False
    if piece.text in _CUTS or piece.text[0] in "!?":
        return True
    around = text.doc.norm[max(piece.start - 1, 0) : piece.end + 1]
    return piece.text[0] == "-" and around.strip() == piece.text

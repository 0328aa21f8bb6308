"""Who speaks in a post: a unit that signs it, heads it, greets or says "we", or only a topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import islice

from rules.detect.pieces import Pieces
from rules.detect.segment import Segment, Segments
from rules.detect.sender_words import (
    AFTER_PARTNER,
    HERE,
    PARTNERS,
    PREPOSITIONS,
    SIGN_OFFS,
    SPEECH,
    SPOKEN_TO,
    WE,
)
from rules.detect.unit_names import Mention
from rules.text import TokenKind

_TAGS = (TokenKind.HANDLE, TokenKind.HASHTAG)
_PARTNER_REACH = 8
_LONGEST_CLOSING = 25


class Voice(IntEnum):
    """How clearly a mention is the sender."""

    TOPIC = 0
    PERHAPS = 1
    SENDER = 2


def voices(text: Pieces, mentions: Sequence[Mention]) -> list[Voice]:
    """Tell of each mention of a unit how clearly it speaks in the text."""
    if not any(mention.units for mention in mentions):
        return [Voice.TOPIC] * len(mentions)
    reader = _Reader(text, mentions)
    return [reader.voice(mention) if mention.units else Voice.TOPIC for mention in mentions]


class _Reader:
    def __init__(self, text: Pieces, mentions: Sequence[Mention]) -> None:
        self.pieces = text.pieces
        self.segments = Segments(text, mentions)
        self.officials = {m.first for m in mentions if m.official}
        self.official_ends = {m.last for m in mentions if m.official and not m.units}

    def voice(self, mention: Mention) -> Voice:
        number = self.segments.number_at(mention.first)
        segment = self.segments.all[number]
        if self._is_spoken_of(mention, number):
            return Voice.TOPIC
        if self._says_we(mention, segment) or self._speaks(mention, segment):
            return Voice.SENDER
        if self._signs(mention, number) or self._closes(mention, segment):
            return Voice.SENDER
        if mention.kind in _TAGS and self.segments.ends_before(mention.last):
            return Voice.SENDER if mention.kind is TokenKind.HANDLE else Voice.PERHAPS
        is_subject = mention.form == "base" and mention.first in self.official_ends
        return Voice.PERHAPS if is_subject else Voice.TOPIC

    def _words(self, among: range) -> Iterator[str]:
        """Return the words there, in small letters; names count for nothing."""
        return (self.pieces[at].word.lower for at in among if self.segments.is_word(at))

    def _before(self, mention: Mention, segment: Segment, reach: int) -> list[str]:
        """Return the words just before a mention, the nearest first."""
        start = max(segment.first, mention.first - _LONGEST_CLOSING)
        return list(islice(self._words(range(mention.first - 1, start - 1, -1)), reach))

    def _is_spoken_of(self, mention: Mention, number: int) -> bool:
        segment = self.segments.all[number]
        end = min(mention.last + _PARTNER_REACH, segment.last)
        after = (self.pieces[at].word.lower for at in range(mention.last, end))
        if any(word in AFTER_PARTNER for word in after):
            return mention.kind in _TAGS or mention.form != "base"
        before = self._before(mention, segment, 4)
        if _signs_off(before[:2]):
            return False
        if not PARTNERS.isdisjoint(before) or before[:1] in (["med"], ["with"]):
            return True
        if not SPOKEN_TO.isdisjoint(before[:1]):
            return True
        return segment.pure and self._is_labelled(number)

    def _is_labelled(self, number: int) -> bool:
        """Tell whether a label such as `Paikka:` or `Kuva:` stands before the segment."""
        before = self.segments.all[number - 1] if number else None
        return before is not None and before.cut == ":" and not before.pure

    def _says_we(self, mention: Mention, segment: Segment) -> bool:
        before = self._before(mention, segment, 3)
        while before and before[0] in PREPOSITIONS - WE:
            before = before[1:]
        if before and before[0] in WE:
            return before[0] not in HERE or mention.form == "base"
        after = mention.last
        return after < segment.last and self.pieces[after].word.lower in HERE

    def _speaks(self, mention: Mention, segment: Segment) -> bool:
        if mention.form != "base" or mention.kind is TokenKind.HASHTAG:
            return False
        end = min(segment.last, mention.last + _LONGEST_CLOSING)
        after = islice(self._words(range(mention.last, end)), 2)
        return not SPEECH.isdisjoint([*after, *self._before(mention, segment, 1)])

    def _signs(self, mention: Mention, number: int) -> bool:
        segment = self.segments.all[number]
        if mention.kind is TokenKind.HASHTAG or segment.cut == "?" or not segment.pure:
            return False
        if segment.greets:
            return True
        if mention.form != "base" and not segment.fills:
            return False
        run = self.segments.run_of(number)
        if run.greets:
            return True
        if run.lists or run.labelled:
            return False
        heads = segment.cut in (":", "\n", "–", "—", "|") and run.first == 0
        return heads or run.official or self.segments.ends_before(run.last)

    def _closes(self, mention: Mention, segment: Segment) -> bool:
        """Tell whether a post ends in `…, Suomussalmen kunnan nuorisopalvelut`."""
        before = self._before(mention, segment, 1)
        if mention.form != "base" and not before:
            return False
        if _signs_off(before):
            return True
        if mention.form != "base" or not self.segments.ends_before(segment.last):
            return False
        start = max(segment.first, segment.last - _LONGEST_CLOSING)
        return any(
            self.pieces[at].text == ","
            and self.segments.is_pure(at + 1, segment.last)
            and not self.officials.isdisjoint(range(at + 1, segment.last))
            for at in range(start, mention.first)
        )


def _signs_off(words: Sequence[str]) -> bool:
    return any(
        (word in SIGN_OFFS and word not in ("from", "från"))
        or word.endswith(("terveisin", "terkuin", "terveiset", "hälsningar", "hälsning"))
        for word in words
    )

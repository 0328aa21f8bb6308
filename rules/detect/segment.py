"""A text cut into the stretches in which somebody may sign, head a post, or be listed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from rules.detect.pieces import Pieces
from rules.detect.sender_words import FILLERS, GREETINGS
from rules.detect.unit_names import Mention
from rules.text import Token, TokenKind

_WORDS = (TokenKind.WORD, TokenKind.NUMBER)
_FEWEST_IN_LIST = 3
_CUTS = frozenset((":", "–", "—", "|", "||", "//", "!", "?", "•", ";"))


class Segment(NamedTuple):
    """`pieces[first:last]`, up to a sign that cuts.

    `cut` is that sign, a line break, or empty at the end of a sentence. A pure segment has nothing
    but names and the words of signing and greeting; `fills` says that it has such words.
    """

    first: int
    last: int
    cut: str
    pure: bool
    greets: bool
    fills: bool


class Run(NamedTuple):
    """Pure segments that follow each other, from piece `first` to `last`.

    `labelled` says that something like `Paikka:` stands before; `lists` that so many units are
    named that it is a list of them and no signature.
    """

    first: int
    last: int
    labelled: bool
    greets: bool
    official: bool
    lists: bool


class Segments:
    """All segments of a text, and its runs of pure ones."""

    def __init__(self, text: Pieces, mentions: Sequence[Mention]) -> None:
        """Cut `text`, in which `mentions` are the names."""
        self.pieces = text.pieces
        self.covered = {at for m in mentions for at in range(m.first, m.last)}
        self.all = [self._segment(*bounds) for bounds in _bounds(text)]
        self._lasts = [segment.last for segment in self.all]
        words = (at for at in range(len(self.pieces) - 1, -1, -1) if self.is_word(at))
        self._last_word = next(words, -1)
        self._runs = self._make_runs(mentions)

    def is_word(self, at: int) -> bool:
        """Tell whether a piece is a word or a number and no part of a name."""
        return at not in self.covered and self.pieces[at].kind in _WORDS

    def number_at(self, piece: int) -> int:
        """Return the number of the segment in which a piece stands."""
        return bisect_right(self._lasts, piece)

    def run_of(self, number: int) -> Run:
        """Return the run that a pure segment belongs to."""
        return self._runs[number]

    def ends_before(self, piece: int) -> bool:
        """Tell whether from `piece` on there are only names, tags and signs."""
        return piece > self._last_word

    def is_pure(self, first: int, last: int) -> bool:
        """Tell whether `pieces[first:last]` are only names and words of signing and greeting."""
        return self._segment(first, last, "").pure

    def _segment(self, first: int, last: int, cut: str) -> Segment:
        words = [self.pieces[at].word for at in range(first, last) if self.is_word(at)]
        greeting = [greets(word.lower) for word in words]
        has_greeting = any(greeting)
        pure = all(
            is_greeting
            or word.lower in FILLERS
            or (
                has_greeting and word.shape == "title" and (word.is_first_name or word.is_last_name)
            )
            for word, is_greeting in zip(words, greeting, strict=True)
        )
        fills = any(word.lower in FILLERS for word in words)
        return Segment(first, last, cut, pure, has_greeting, fills)

    def _make_runs(self, mentions: Sequence[Mention]) -> dict[int, Run]:
        named: dict[int, list[Mention]] = {}
        for mention in mentions:
            named.setdefault(self.number_at(mention.first), []).append(mention)
        runs: dict[int, Run] = {}
        for pure, group in groupby(range(len(self.all)), lambda number: self.all[number].pure):
            numbers = list(group)
            if not pure:
                continue
            inside = [mention for number in numbers for mention in named.get(number, ())]
            units = frozenset[str]().union(*(mention.units for mention in inside))
            run = Run(
                self.all[numbers[0]].first,
                self.all[numbers[-1]].last,
                labelled=numbers[0] > 0 and self.all[numbers[0] - 1].cut == ":",
                greets=any(self.all[number].greets for number in numbers),
                official=any(mention.official for mention in inside),
                lists=len(units) >= _FEWEST_IN_LIST,
            )
            runs |= dict.fromkeys(numbers, run)
        return runs


def greets(lower: str) -> bool:
    """Tell whether a word greets or signs off: `hej`, `kesäterveisin`."""
    return lower in GREETINGS or lower.endswith(("terveisin", "terkuin", "terveiset", "terveisiä"))


def _bounds(text: Pieces) -> Iterator[tuple[int, int, str]]:
    first = 0
    pieces = text.pieces
    for at, piece in enumerate(pieces):
        if at > first:
            newline = "\n" in text.doc.norm[pieces[at - 1].end : piece.start]
            if newline or piece.sentence != pieces[at - 1].sentence:
                yield first, at, "\n" if newline else ""
                first = at
        if _cuts(text, piece):
            yield first, at + 1, piece.text[0]
            first = at + 1
    if first < len(pieces):
        yield first, len(pieces), ""


def _cuts(text: Pieces, piece: Token) -> bool:
    if piece.kind is not TokenKind.SYMBOL:
        return False
    if piece.text in _CUTS or piece.text[0] in "!?":
        return True
    around = text.doc.norm[max(piece.start - 1, 0) : piece.end + 1]
    return piece.text[0] == "-" and around.strip() == piece.text

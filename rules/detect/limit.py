"""Length and shape: what a channel can carry, and what a screen reader can read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import Literal

from pydantic import Field, NonNegativeInt

from rules.channel import canonical
from rules.detect.hashtag import camel_case
from rules.detect.scan import Finder, Match, Scan, Spec
from rules.directory import Directory
from rules.text import Document, Token, TokenKind

_LINK_ON_X = 23  # x.com counts any link as this long, and an emoji as two
_EMOJI_ON_X = 2
_LONGEST_ACRONYM = 4
_MOST_TAGS = 30  # as many as instagram takes; no reader looks at more
_FEWEST_LETTERLIKE = 3
_LETTERLIKE = re.compile(
    "[\U0001d400-\U0001d7ff\u24b6-\u24e9\U0001f130-\U0001f149\U0001f150-\U0001f169"
    "\U0001f170-\U0001f189\uff21-\uff3a\uff41-\uff5a]"
)


class LimitSpec(Spec):
    """What is limited, and for `length`, `hashtags` and `links` the most per channel.

    `length` counts characters (on x as that service counts links and emoji) and marks what is over;
    `hashtags` and `links` count these; `camel_case` finds tags that run words together;
    `letterlike` finds signs that only look like letters; `alt_text` a picture without one.
    `emoji_run`, `emoji_bullets` and `capitals` find more than `over` emoji in a row, lines that
    begin with one, words in a row in capitals.
    The message may use {channel}, {count} and {most}.
    """

    what: Literal[
        "length", "hashtags", "links", "camel_case", "letterlike", "alt_text",
        "emoji_run", "emoji_bullets", "capitals",
    ]  # fmt: skip
    over: int = Field(default=0, ge=0)
    most: dict[str, NonNegativeInt] = Field(default_factory=dict)

    @property
    def told(self) -> frozenset[str]:
        """What a message may say of the limit."""
        if self.what in ("length", "hashtags", "links"):
            return frozenset({"channel", "count", "most"})
        counts = self.what in ("emoji_run", "emoji_bullets", "capitals")
        return frozenset({"count"}) if counts else frozenset()


def compile(entries: Sequence[LimitSpec], city: Directory) -> Finder:  # noqa: A001
    """Make ready the limits of all rules."""
    names = _tag_names(city)
    looks: dict[str, Callable[[Scan, LimitSpec], Iterator[Match]]] = {
        "length": _length,
        "hashtags": lambda scan, spec: _count(scan, spec, TokenKind.HASHTAG),
        "links": lambda scan, spec: _count(scan, spec, TokenKind.URL),
        "camel_case": lambda scan, _: _camel_case(scan, names),
        "letterlike": _letterlike,
        "alt_text": _alt_text,
        "emoji_run": _emoji_run,
        "emoji_bullets": _emoji_bullets,
        "capitals": _capitals,
    }

    def find(scan: Scan) -> Iterator[tuple[int, Match]]:
        for index, spec in enumerate(entries):
            for match in looks[spec.what](scan, spec):
                yield index, match

    return find


def _tag_names(city: Directory) -> dict[str, str]:
    """Return the city's names as tags: `stadinsoterekry` is to be `StadinSoterekry`."""
    names: dict[str, str] = {}
    for name in (*city.official, *(n for unit in city.units for n in (unit.name, *unit.aliases))):
        words = name.split()
        if len(words) > 1 and all(word.isalpha() for word in words):
            names["".join(words).lower()] = "".join(w[:1].upper() + w[1:] for w in words)
    return names


def _length(scan: Scan, spec: LimitSpec) -> Iterator[Match]:
    channel = canonical(scan.draft.channel)
    most = spec.most.get(channel)
    text = scan.doc.norm
    if most is None or (channel != "x" and len(text) <= most):
        return
    counted = end = 0
    over: int | None = None
    for token, counted in _counted(scan.doc.tokens, channel):
        end = token.end
        if over is None and counted > most:
            over = token.start
    if over is not None:
        values: Mapping[str, str | int] = {"channel": channel, "count": counted, "most": most}
        yield Match(over, end, values=values)


def length_on(channel: str, doc: Document) -> int:
    """Return how long a text is as its channel counts."""
    *_, (_, length) = ((None, 0), *_counted(doc.tokens, canonical(channel)))
    return length


def _counted(tokens: Iterable[Token], channel: str) -> Iterator[tuple[Token, int]]:
    """Yield each token with the length of the text up to its end, as the channel counts."""
    counted = end = 0
    for token in tokens:
        weight = token.end - end
        if channel == "x" and token.kind in (TokenKind.URL, TokenKind.EMOJI):
            weight = token.start - end
            weight += _LINK_ON_X if token.kind is TokenKind.URL else _EMOJI_ON_X
        counted, end = counted + weight, token.end
        yield token, counted


def _count(scan: Scan, spec: LimitSpec, kind: TokenKind) -> Iterator[Match]:
    channel = canonical(scan.draft.channel)
    most = spec.most.get(channel)
    if most is None:
        return
    found = [token for token in scan.doc.tokens if token.kind is kind]
    if len(found) > most:
        values: Mapping[str, str | int] = {"channel": channel, "count": len(found), "most": most}
        yield Match(found[most].start, found[-1].end, values=values)


def _camel_case(scan: Scan, names: Mapping[str, str]) -> Iterator[Match]:
    if "#" not in scan.doc.norm:
        return
    for token in islice(_of_kind(scan, TokenKind.HASHTAG), _MOST_TAGS):
        better = camel_case(token.text[1:], names)
        if better:
            yield Match(token.start, token.end, ("#" + better,))


def _of_kind(scan: Scan, kind: TokenKind) -> Iterator[Token]:
    return (token for token in scan.doc.tokens if token.kind is kind)


def _emoji(scan: Scan) -> list[Token]:
    return scan.once("emoji", lambda scan: list(_of_kind(scan, TokenKind.EMOJI)))


def _letterlike(scan: Scan, _: LimitSpec) -> Iterator[Match]:
    doc = scan.doc
    if doc.text is doc.norm or not _LETTERLIKE.search(doc.text):
        return
    for token in doc.tokens:
        span = doc.raw_span(token.start, token.end)
        written = doc.text[span.start : span.end]
        if len(_LETTERLIKE.findall(written)) >= _FEWEST_LETTERLIKE:
            yield Match(token.start, token.end, (token.text,))


def _alt_text(scan: Scan, _: LimitSpec) -> Iterator[Match]:
    alt = scan.draft.alt_text
    if alt is not None and not alt.strip():
        yield Match(0, 0)


def _emoji_run(scan: Scan, spec: LimitSpec) -> Iterator[Match]:
    if len(_emoji(scan)) <= spec.over:
        return
    for is_emoji, run in groupby(scan.doc.tokens, lambda token: token.kind is TokenKind.EMOJI):
        tokens = list(run) if is_emoji else []
        if len(tokens) > spec.over:
            yield Match(tokens[0].start, tokens[-1].end, values={"count": len(tokens)})


def _emoji_bullets(scan: Scan, spec: LimitSpec) -> Iterator[Match]:
    text = scan.doc.norm
    if text.count("\n") < spec.over or len(_emoji(scan)) <= spec.over:
        return
    first = [
        token
        for token in _emoji(scan)
        if not text[text.rfind("\n", 0, token.start) + 1 : token.start].strip()
        and text[token.end : token.end + 1] not in ("", "\n")
    ]
    if len(first) > spec.over:
        yield Match(first[0].start, first[0].end, values={"count": len(first)})


def _capitals(scan: Scan, spec: LimitSpec) -> Iterator[Match]:
    if sum([token.word.shape == "upper" for token in scan.doc.tokens]) <= spec.over:
        return
    words = [token for token in scan.doc.tokens if token.kind is TokenKind.WORD]
    for is_upper, run in groupby(words, lambda token: token.word.shape == "upper"):
        tokens = list(run) if is_upper else []
        long = [token for token in tokens if len(token.text) > _LONGEST_ACRONYM]
        if len(tokens) > spec.over and len(long) > spec.over // 2:
            yield Match(tokens[0].start, tokens[-1].end, values={"count": len(tokens)})

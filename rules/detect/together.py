"""Several things said together: words of withholding beside words of a decision, say.

No single word of such a sentence proves anything, and no fixed phrase would catch the next one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from pydantic import Field

from rules.detect.cues import Cue, Cues
from rules.detect.scan import Finder, Match, Scan, Spec
from rules.detect.sought import Gate
from rules.directory import Directory
from rules.model import Span

_FAR = 300  # of a very long sentence only this much around a word counts
_LONGEST = 110  # a longer stretch is marked only at its first word
_GAP = 40  # so far apart, in characters, stand the parts of one phrase
_BREAK = re.compile(r"[.,;:!?()\n]")


class TogetherSpec(Spec):
    """Groups of words (as in `rules.detect.cues`) of which one each must be said.

    They stand in one sentence, or in neighbouring ones with `apart`. `unless` are words that make
    the matter a public one; they are looked for in the neighbouring sentences, too. A phrase may
    have gaps, written `...`, and alternatives: `ei|eikä ... julkist*|kerro*`.
    """

    groups: tuple[tuple[Cue, ...], ...] = Field(min_length=2)
    unless: tuple[Cue, ...] = ()
    apart: bool = False


class _Words:
    """The words and phrases of one group."""

    def __init__(self, entries: Sequence[str]) -> None:
        plain = [word for entry in entries if "..." not in entry for word in entry.split("|")]
        self._plain = Cues(plain)
        self._phrases = [
            tuple(Cues(part.strip().split("|")) for part in entry.split("..."))
            for entry in entries
            if "..." in entry
        ]

    @property
    def bodies(self) -> tuple[str, ...]:
        """What a text must have, in small letters, one of for any of them to be in it."""
        rarest = (
            max((part.bodies for part in parts), key=lambda bodies: min(map(len, bodies)))
            for parts in self._phrases
        )
        return (*self._plain.bodies, *chain.from_iterable(rarest))

    def within(self, text: str, start: int = 0, end: int | None = None) -> list[Span]:
        """Return every place within `text[start:end]`, in order."""
        found = self._plain.within(text, start, end)
        for first, *rest in self._phrases:
            for span in first.within(text, start, end):
                stop = _followed(text, span.end, rest)
                if stop and (end is None or stop <= end):
                    found.append(Span(span.start, stop))
        return sorted(found)


def _followed(text: str, at: int, parts: Sequence[Cues]) -> int | None:
    """Return where a phrase ends whose other parts follow `at`, in one clause."""
    for part in parts:
        at = _word_end(text, at)
        broken = _BREAK.search(text, at, at + _GAP)
        span = part.search(text, at, broken.start() if broken else min(at + _GAP, len(text)))
        if span is None:
            return None
        at = span.end
    return at


class _Compiled(NamedTuple):
    groups: tuple[_Words, ...]
    unless: _Words
    apart: bool


def compile(entries: Sequence[TogetherSpec], city: Directory) -> Finder:  # noqa: A001, ARG001
    """Compile the words of all rules."""
    rules = [
        _Compiled(
            tuple(map(_Words, spec.groups)),
            _Words(spec.unless),
            spec.apart,
        )
        for spec in entries
    ]
    groups = [(index, words) for index, rule in enumerate(rules) for words in rule.groups]
    gate = Gate(words.bodies for _, words in groups)

    def find(scan: Scan) -> Iterator[tuple[int, Match]]:
        said = Counter(groups[at][0] for at in gate.passed_by(scan))
        for index, rule in enumerate(rules):
            if said[index] == len(rule.groups):
                for match in _find(scan, rule):
                    yield index, match

    return find


def _find(scan: Scan, rule: _Compiled) -> Iterator[Match]:
    text = scan.doc.norm
    reached = 0
    first, *others = rule.groups
    said: dict[Span, list[Span]] = {}
    for cue in first.within(text):
        if cue.start < reached or not scan.doc.tokens:
            continue
        around = _around(scan, cue.start, wider=int(rule.apart))
        if around not in said:
            said[around] = _firsts(text, around, others)
        found = said[around]
        if len(found) < len(others) or rule.unless.within(text, *_around(scan, cue.start, wider=1)):
            continue
        spans = [cue, *found]
        start, end = min(s.start for s in spans), max(s.end for s in spans)
        end = _word_end(text, end)
        yield Match(start, end) if end - start <= _LONGEST else Match(*cue)
        reached = around.end


def _firsts(text: str, around: Span, groups: Sequence[_Words]) -> list[Span]:
    """Return the first place of each group, up to one that has none."""
    found: list[Span] = []
    for words in groups:
        places = words.within(text, *around)
        if not places:
            break
        found.append(places[0])
    return found


def _around(scan: Scan, at: int, wider: int) -> Span:
    doc = scan.doc
    sentence = doc.tokens[min(doc.token_index_at(at), len(doc.tokens) - 1)].sentence
    first = doc.sentences[max(sentence - wider, 0)]
    last = doc.sentences[min(sentence + wider, len(doc.sentences) - 1)]
    return Span(max(min(first.start, at), at - _FAR), min(last.end, at + _FAR))


def _word_end(text: str, at: int) -> int:
    while at < len(text) and text[at].isalpha():
        at += 1
    return at

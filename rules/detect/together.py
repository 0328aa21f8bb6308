"""Several things said together: words of withholding beside words of a decision, say.

No single word of such a sentence proves anything, and no fixed phrase would catch the next one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pydantic import Field

from rules.detect.cues import Cues
from rules.detect.scan import Finder, Match, Scan, Spec
from rules.directory import Directory
from rules.model import Span

_FAR = 300  # of a very long sentence only this much around a word counts
_LONGEST = 110  # a longer stretch is marked only at its first word


class TogetherSpec(Spec):
    """Groups of words (as in `rules.detect.cues`) of which one each must be said.

    They stand in one sentence, or in neighbouring ones with `apart`. `unless` are words that make
    the matter a public one; they are looked for in the same sentences.
    """

    groups: tuple[tuple[str, ...], ...] = Field(min_length=2)
    unless: tuple[str, ...] = ()
    apart: bool = False


class _Compiled(NamedTuple):
    first: Cues
    others: tuple[Cues, ...]
    unless: Cues
    apart: bool


def compile(entries: Sequence[TogetherSpec], city: Directory) -> Finder:  # noqa: A001, ARG001
    """Compile the words of all rules."""
    rules = [
        _Compiled(
            Cues(spec.groups[0]),
            tuple(map(Cues, spec.groups[1:])),
            Cues(spec.unless),
            spec.apart,
        )
        for spec in entries
    ]

    def find(scan: Scan) -> Iterator[tuple[int, Match]]:
        for index, rule in enumerate(rules):
            for match in _find(scan, rule):
                yield index, match

    return find


def _find(scan: Scan, rule: _Compiled) -> Iterator[Match]:
    text = scan.doc.norm
    reached = 0
    for cue in rule.first.everywhere(scan):
        if cue.start < reached or not scan.doc.tokens:
            continue
        around = _around(scan, cue.start, wider=int(rule.apart))
        found = [cues.search(text, *around) for cues in rule.others]
        if not all(found) or rule.unless.search(text, *around):
            continue
        spans = [cue, *(span for span in found if span)]
        start, end = min(s.start for s in spans), max(s.end for s in spans)
        end = _word_end(text, end)
        yield Match(start, end) if end - start <= _LONGEST else Match(*cue)
        reached = around.end


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

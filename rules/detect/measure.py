"""What can be counted in a sentence or a post: words, stacked modifiers, nouns, capitals, emoji."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal

from pydantic import Field

from rules.detect.modifiers import modifiers
from rules.detect.scan import Finder, Match, Scan, Spec
from rules.directory import Directory
from rules.model import Language
from rules.text import Document, Sentence, Token, TokenKind
from rules.text.perword import PerWord


class MeasureSpec(Spec):
    """One measure and its limit; a finding says `{count}` (`{words}`) and `{limit}`.

    `sentence_words`: a sentence of more than `over` words, lists and programmes excepted.
    `stacked_modifiers`: more than `over` words before a noun, with a participle among them
    (Finnish). `nominalisation_share`: more than `over` percent of a sentence's words are `-minen`
    and other nouns of action (Finnish). `capitals`: more than `over` words in a row in capitals.
    `emoji`: more than `over` emoji in the post. With `language` only sentences in that language.
    """

    what: Literal[
        "sentence_words", "stacked_modifiers", "nominalisation_share", "capitals", "emoji"
    ]
    over: int = Field(ge=0)
    language: Language | None = None

    @property
    def told(self) -> frozenset[str]:
        """What a message may say of the measure."""
        return frozenset({"count", "words", "limit"})


_LIST_MARKS = frozenset((";", ":", "•", "–", "-", "*", "|", "/"))
_FEWEST_WORDS = 6
_SHORTEST_CAPITALS = 4

_Measure = Callable[[Scan, int, Language | None], Iterator[Match]]


def compile(entries: Sequence[MeasureSpec], city: Directory) -> Finder:  # noqa: A001, ARG001
    """Make ready the measures of all rules."""
    measures = [(spec, _MEASURES[spec.what]) for spec in entries]

    def find(scan: Scan) -> Iterator[tuple[int, Match]]:
        for index, (spec, measure) in enumerate(measures):
            for match in measure(scan, spec.over, spec.language):
                yield index, match

    return find


def _sentences(scan: Scan, language: Language | None) -> Iterator[Sentence]:
    return (s for s in scan.doc.sentences if language in (None, s.language))


def _found(start: int, end: int, count: int, limit: int) -> Match:
    return Match(start, end, (), {"count": count, "words": count, "limit": limit})


def _long_sentences(scan: Scan, over: int, language: Language | None) -> Iterator[Match]:
    for sentence in _sentences(scan, language):
        if sentence.last - sentence.first <= over:
            continue
        tokens = scan.doc.tokens[sentence.first : sentence.last]
        words = sum(token.kind is TokenKind.WORD for token in tokens)
        if words > over and not _is_list(scan.doc, tokens, words):
            yield _found(sentence.start, sentence.end, words, over)


def _is_list(doc: Document, tokens: Sequence[Token], words: int) -> bool:
    """Tell whether a sentence is a list or a programme: lines, times, marks of a list."""
    text = doc.norm[tokens[0].start : tokens[-1].end]
    if text.count("\n") > 1:
        return True
    numbers = sum(token.kind is TokenKind.NUMBER for token in tokens)
    marks = sum(token.text in _LIST_MARKS for token in tokens)
    commas = sum(token.text == "," for token in tokens)
    return numbers * 6 > words or marks > 2 or commas * 4 > words or _lists_after_colon(tokens)


def _lists_after_colon(tokens: Sequence[Token]) -> bool:
    colon = next((i for i, token in enumerate(tokens) if token.text == ":"), None)
    return colon is not None and sum(token.text in ",;" for token in tokens[colon:]) > 2


def _stacked_modifiers(scan: Scan, over: int, language: Language | None) -> Iterator[Match]:
    if language not in (None, "fi"):
        return
    for sentence in _sentences(scan, "fi"):
        for first, last in modifiers(scan.doc, sentence, over):
            tokens = scan.doc.tokens
            yield _found(tokens[first].start, tokens[last].end, last - first, over)


def _nominalisation_share(scan: Scan, over: int, language: Language | None) -> Iterator[Match]:
    for sentence in _sentences(scan, language or "fi"):
        tokens = scan.doc.tokens[sentence.first : sentence.last]
        if len(tokens) < _FEWEST_WORDS:
            continue
        words = [token[4] for token in tokens if token[2] is TokenKind.WORD]
        actions = sum(map(_names_action.__getitem__, words))
        if len(words) >= _FEWEST_WORDS and actions * 100 > over * len(words):
            share = round(actions * 100 / len(words))
            yield _found(sentence.start, sentence.end, share, over)


_names_action = PerWord[bool](
    lambda word: any(reading.mood == "inf-minen" for reading in word.readings)
)


def _capitals(scan: Scan, over: int, language: Language | None) -> Iterator[Match]:
    if sum([token[4].shape == "upper" for token in scan.doc.tokens]) <= over:
        return
    for sentence in _sentences(scan, language):
        run: list[Token] = []
        for token in (*scan.doc.tokens[sentence.first : sentence.last], None):
            if token is not None and _shouts(token):
                run.append(token)
            elif token is None or token.kind is TokenKind.WORD:
                if len(run) > over and any(len(t.text) >= _SHORTEST_CAPITALS for t in run):
                    yield _found(run[0].start, run[-1].end, len(run), over)
                run = []


def _shouts(token: Token) -> bool:
    return token.kind is TokenKind.WORD and token.word.shape == "upper"


def _emoji(scan: Scan, over: int, language: Language | None) -> Iterator[Match]:  # noqa: ARG001
    found = [token for token in scan.doc.tokens if token[2] is TokenKind.EMOJI]
    if len(found) > over:
        yield _found(found[over].start, found[-1].end, len(found), over)


_MEASURES: Mapping[str, _Measure] = {
    "sentence_words": _long_sentences,
    "stacked_modifiers": _stacked_modifiers,
    "nominalisation_share": _nominalisation_share,
    "capitals": _capitals,
    "emoji": _emoji,
}

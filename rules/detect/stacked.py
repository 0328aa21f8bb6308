"""What piles up before a noun: a long Swedish attribute, a string of English nouns.

Swedish: a determiner, at once a preposition, and then a participle and its noun (`det av nämnden
till invånarna riktade brevet`). English: five or more words in a row of which nearly all are nouns
(`harbour flood protection scheme report`); which words are nouns the pack says, besides those that
end like one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rules.detect.scan import Finder, Match, Scan, Spec
from rules.directory import Directory
from rules.model import Language
from rules.text import Document, Sentence, Token, TokenKind
from rules.text.functionwords import FUNCTION_WORDS

_DETERMINERS = frozenset("den det de denna detta dessa en ett alla".split())
_PREPOSITIONS = frozenset(
    "av för i till på från under hos vid om med enligt genom inom mellan efter mot".split()
)
_PARTICIPLES = tuple(
    """dda tta lda rda nda mda gda vda sta pta kta gna tna vna dna llna rna ande ende""".split()
)
_LOOSE_PARTICIPLES = ("ade", "ad", "at")  # these may be a past tense: more must stand before them
_CLAUSE = frozenset(
    """som att är var blir blev kan ska skall får fick har hade vill måste bör inte när där du
    vi ni jag han hon man kommer finns gör går ser tar""".split()
)
_LONGEST_ATTRIBUTE = 14
_SHORTEST_STRING = 5
_NOUN_ENDINGS = tuple(
    """tion sion ment ance ence ship ness ity ism ing age ure ics hood tions sions ments ances
    ences ings ities ages ures""".split()
)


class StackedSpec(Spec):
    """One language; in English also the words that count as nouns."""

    language: Language
    nouns: tuple[str, ...] = ()


def compile(entries: Sequence[StackedSpec], city: Directory) -> Finder:  # noqa: A001, ARG001
    """Compile the entries, each for its language."""
    prepared = [(spec.language, frozenset(spec.nouns)) for spec in entries]

    def find(scan: Scan) -> Iterator[tuple[int, Match]]:
        for sentence in scan.doc.sentences:
            for index, (language, nouns) in enumerate(prepared):
                if language != sentence.language:
                    continue
                if language == "sv":
                    found = _attributes(scan.doc, sentence)
                else:
                    found = _noun_strings(scan.doc, sentence, nouns)
                for first, last in found:
                    yield index, Match(scan.doc.tokens[first].start, scan.doc.tokens[last].end)

    return find


def _attributes(doc: Document, sentence: Sentence) -> Iterator[tuple[int, int]]:
    for at in range(sentence.first, sentence.last - 3):
        if (
            doc.tokens[at].word.lower in _DETERMINERS
            and doc.tokens[at + 1].word.lower in _PREPOSITIONS
        ):
            last = _noun_after_participle(doc, sentence, at)
            if last is not None:
                yield at, last


def _noun_after_participle(doc: Document, sentence: Sentence, first: int) -> int | None:
    end = min(sentence.last - 1, first + _LONGEST_ATTRIBUTE)
    for at in range(first + 2, end):
        token = doc.tokens[at]
        if token.kind is not TokenKind.WORD or token.word.lower in _CLAUSE:
            return None
        if at == first + 2 or not _is_participle(token.word.lower, at - first):
            continue
        noun = at + 1
        if noun + 1 < sentence.last and doc.tokens[noun].word.lower.endswith(("ade", "iga", "ska")):
            noun += 1
        return noun if _may_be_noun(doc.tokens[noun]) else None
    return None


def _is_participle(word: str, distance: int) -> bool:
    if len(word) < 5:
        return False
    return word.endswith(_PARTICIPLES) or (distance >= 4 and word.endswith(_LOOSE_PARTICIPLES))


def _may_be_noun(token: Token) -> bool:
    lower = token.word.lower
    return token.kind is TokenKind.WORD and lower not in _CLAUSE and lower not in _PREPOSITIONS


def _noun_strings(
    doc: Document, sentence: Sentence, nouns: frozenset[str]
) -> Iterator[tuple[int, int]]:
    if sentence.last - sentence.first < _SHORTEST_STRING:
        return
    run: list[int] = []
    for at in range(sentence.first, sentence.last):
        token = doc.tokens[at]
        if token.kind is TokenKind.WORD and _is_content(token, first=at == sentence.first):
            run.append(at)
            continue
        yield from _as_string(doc, run, nouns)
        run = []
    yield from _as_string(doc, run, nouns)


def _is_content(token: Token, *, first: bool) -> bool:
    word = token.word
    if len(word.lower) < 3 or "en" in FUNCTION_WORDS.get(word.lower, ()):
        return _is_plain_noun(word.lower)
    return word.shape == "lower" or (first and word.shape == "title")


def _is_plain_noun(lower: str) -> bool:
    """The list of common words has nouns too."""
    return lower in ("food", "service", "staff", "news", "website", "page", "people", "info", "day")


def _as_string(doc: Document, run: list[int], nouns: frozenset[str]) -> Iterator[tuple[int, int]]:
    while run and not _is_noun(doc.tokens[run[0]], nouns):
        run = run[1:]
    while run and not _is_noun(doc.tokens[run[-1]], nouns):
        run = run[:-1]
    if len(run) < _SHORTEST_STRING:
        return
    strange = sum(not _is_noun(doc.tokens[at], nouns) for at in run)
    if strange <= len(run) // 4:
        yield run[0], run[-1]


def _is_noun(token: Token, nouns: frozenset[str]) -> bool:
    lemmas = token.word.lemmas("en")
    return not nouns.isdisjoint(lemmas) or token.word.lower.endswith(_NOUN_ENDINGS)

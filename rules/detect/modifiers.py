"""Finnish modifiers piled up: `asukkailta keväällä kerätyn jätteitä koskevan palautteen`.

A participle that agrees with a later noun carries its own words before it; the reader meets them
all before learning what they are about.
"""

from __future__ import annotations

from collections.abc import Iterator

from rules.text import Document, Sentence, Token, TokenKind
from rules.text.perword import PerWord

_ATTRIBUTES = frozenset(
    ("present_active", "present_passive", "past_active", "past_passive", "agent")
)
_NOUNS = frozenset(("noun", "proper_name", "place_name"))
_INSIDE = frozenset(("noun", "proper_name", "place_name", "adjective", "numeral", "last_name"))
_FINITE = frozenset(("indicative", "conditional", "imperative", "potential"))
_POSTPOSITIONS = frozenset(
    """varten aikana mukaan kautta jälkeen ennen vuoksi takia kanssa ansiosta lähellä luona alla
    yli ali läpi johdosta osalta yhteydessä puitteissa vuonna viime ensi""".split()
)
_MANY_PARTICIPLES = 2

_Cell = tuple[str, str]
"""A case and a number"""


def modifiers(doc: Document, sentence: Sentence, over: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last token of the noun phrase with more than `over` words before it.

    With two participles one word less is enough. At most one phrase of a sentence is told.
    """
    if sentence.last - sentence.first <= over:
        return
    tokens = doc.tokens[sentence.first : sentence.last]
    carriers = [
        at
        for at, token in enumerate(tokens)
        if token[2] is TokenKind.WORD and _can_be_participle[token[4]]
    ]
    if not carriers:
        return
    for at in range(sentence.last - 1, sentence.first + carriers[0], -1):
        heads = _head_cells[doc.tokens[at].word]
        if not heads or doc.tokens[at].kind is not TokenKind.WORD:
            continue
        first, participles = _reach_left(doc, sentence, at, heads)
        if participles and at - first > over - (participles >= _MANY_PARTICIPLES):
            yield first, at
            return


def _reach_left(
    doc: Document, sentence: Sentence, at: int, heads: frozenset[_Cell]
) -> tuple[int, int]:
    """Walk left over what can belong to the phrase; return its first token and its participles."""
    first, participles = at, 0
    for left in range(at - 1, sentence.first - 1, -1):
        token = doc.tokens[left]
        if not heads.isdisjoint(_attribute_cells[token.word]):
            participles += token.kind is TokenKind.WORD and _can_be_participle[token.word]
        elif not (participles and _may_stand_inside(token)) and not _is_genitive(token):
            break
        first = left
    return first, participles


_head_cells = PerWord[frozenset[_Cell]](
    lambda word: frozenset(
        (r.case, r.number) for r in word.readings if r.word_class in _NOUNS and r.case
    )
)
"""The cases and numbers in which a word may be the noun of a phrase."""

_attribute_cells = PerWord[frozenset[_Cell]](
    lambda word: frozenset(
        (r.case, r.number)
        for r in word.readings
        if r.participle in _ATTRIBUTES or r.word_class in ("adjective", "numeral")
    )
)
"""Those in which it may agree with a noun after it."""

_can_be_participle = PerWord[bool](
    lambda word: any(reading.participle in _ATTRIBUTES for reading in word.readings)
)


def _is_genitive(token: Token) -> bool:
    return any(r.case == "genitive" and r.word_class in _INSIDE for r in token.word.readings)


def _may_stand_inside(token: Token) -> bool:
    """Tell whether a word can depend on a participle: a noun in any case, an adverb, no verb."""
    if token.kind is TokenKind.NUMBER:
        return True
    if token.kind is not TokenKind.WORD:
        return False
    readings = token.word.readings
    if any(r.mood in _FINITE or r.mood in ("inf-a", "inf-ma", "inf-e") for r in readings):
        return False
    if token.word.lower in _POSTPOSITIONS:
        return True
    return any(
        (r.word_class in _INSIDE and r.case not in ("", "nominative"))
        or r.mood == "inf-minen"
        or r.word_class == "adverb"
        for r in readings
    )

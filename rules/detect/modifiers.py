"""Finnish modifiers piled up: `asukkailta keväällä kerätyn jätteitä koskevan palautteen`.

A participle that agrees with a later noun carries its own words before it; the reader meets them
all before learning what they are about.
"""

from __future__ import annotations

from collections.abc import Iterator

from rules.text import Document, Reading, Sentence, Token, TokenKind
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


def modifiers(doc: Document, sentence: Sentence, over: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last token of the noun phrase with more than `over` words before it.

    With two participles one word less is enough. At most one phrase of a sentence is told.
    """
    if sentence.last - sentence.first <= over:
        return
    carriers = [
        at for at in range(sentence.first, sentence.last) if _is_participle(doc.tokens[at])
    ]
    if not carriers:
        return
    for at in range(sentence.last - 1, carriers[0], -1):
        heads = _head_readings(doc.tokens[at])
        if not heads:
            continue
        first, participles = _reach_left(doc, sentence, at, heads)
        if participles and at - first > over - (participles >= _MANY_PARTICIPLES):
            yield first, at
            return


def _head_readings(token: Token) -> list[Reading]:
    if token.kind is not TokenKind.WORD:
        return []
    return [r for r in token.word.readings if r.word_class in _NOUNS and r.case]


def _reach_left(
    doc: Document, sentence: Sentence, at: int, heads: list[Reading]
) -> tuple[int, int]:
    """Walk left over what can belong to the phrase; return its first token and its participles."""
    first, participles = at, 0
    for left in range(at - 1, sentence.first - 1, -1):
        token = doc.tokens[left]
        if _agrees(token, heads):
            participles += _is_participle(token)
        elif not (participles and _may_stand_inside(token)) and not _is_genitive(token):
            break
        first = left
    return first, participles


def _agrees(token: Token, heads: list[Reading]) -> bool:
    return any(
        reading.case == head.case
        and reading.number == head.number
        and (reading.participle in _ATTRIBUTES or reading.word_class in ("adjective", "numeral"))
        for reading in token.word.readings
        for head in heads
    )


def _is_participle(token: Token) -> bool:
    return token.kind is TokenKind.WORD and _can_be_participle(token.word)


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
        (r.word_class in _INSIDE and r.case not in ("", "nominative")) or r.mood == "inf-minen"
        or r.word_class == "adverb"
        for r in readings
    )

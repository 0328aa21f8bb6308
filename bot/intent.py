"""What a message is: a draft to check, a question to answer, a question about the last answer.

People do not use commands. A draft speaks to the public, a question speaks to us: about who, may,
how. The signs below are counted; a message with as many of one as of the other is unclear, and the
person is asked.
"""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import pairwise

from bot.cry import is_cry
from rules.text import Document, TokenKind


class Intent(StrEnum):
    """What the person wants of us."""

    DRAFT = "draft"
    QUESTION = "question"
    FOLLOW_UP = "follow_up"
    GREETING = "greeting"
    CRISIS = "crisis"
    UNCLEAR = "unclear"


_LONGEST_QUESTION = 400

_GREETINGS = frozenset(
    "hei moi terve huomenta päivää heippa moikka hej tjena hello hi hey help apua hjälp".split()
)

# Words that ask wherever a part of a sentence begins.
_INTERROGATIVES = frozenset(
    """kuka kukas ketkä kenen kenelle keneltä kenet ketä keiden kehen mikä mitä mistä mihin millä
    missä minne milloin koska koskas miten miksi minkä mites mitäs kelle keltä kuinka kuin paljonko
    montako onko onks saako saaks saanko saanks voiko voiks voinko voinks pitääkö pitääks tarviiko
    tarviiks tarvitseeko tarvitaanko täytyykö kannattaako ehtiikö entä entäs
    vem vems vilka vilken vilket vad var när hur varför varifrån vart
    who whom whose what which where when how why""".split()
)

# Verbs that ask only where they come first.
_INVERTED = frozenset(
    """får kan ska behöver måste är finns bör har
    can may could should shall do does did is are must will would""".split()
)
_CONJUNCTIONS = frozenset("ja niin että och så and so but mut mutta men".split())
_FIRST_PERSON = frozenset("mä mun mulla minä voinks saanks i jag".split())

# A question behind a comma: "…, får jag svara", "…, should we delete it".
_TAIL = re.compile(
    r",\s(får|kan|ska|tar|måste|är|can|may|must|should|shall|do|does|is)\s(jag|vi|man|den|det|"
    r"we|i|it|that)\b",
    re.IGNORECASE,
)

_FOLLOW_UP = re.compile(
    r"\s{0,9}(entä|entäs|mites|mitä jos|jos (hän|se)|och om|men om|tänk om|vad händer om|"
    r"what if|and if|but if|how about|hänen|hänet|häneen)\b",
    re.IGNORECASE,
)

_QUESTION_CLITIC = re.compile(r"(ko|kö|kohan|köhän|ks|kos|kös|nks)$")

# Signs that a text is meant for the public.
_PUBLIC = re.compile(
    r"tervetuloa|välkommen|välkomna|welcome to|join us|tule mukaan|tulkaa|kom och|lue lisää|"
    r"läs mer|read more|ilmoittaudu|anmäl dig|sign up|kiitos kaikille|tack till",
    re.IGNORECASE,
)


def intent_of(text: str, *, answered: bool = False) -> Intent:
    """Tell what a message is; `answered` is whether a question was just answered."""
    doc = Document(text)
    words = [token.word.lower for token in doc.tokens if token.kind is TokenKind.WORD]
    if not doc.tokens:
        return Intent.UNCLEAR
    if len(words) <= 2 and (not words or words[0] in _GREETINGS):
        return Intent.GREETING
    if answered and len(text) < 150 and _FOLLOW_UP.match(doc.norm):
        return Intent.FOLLOW_UP
    asked, public = _asks(doc, words), _is_public(doc)
    if is_cry(doc):
        return Intent.QUESTION if asked > 1 else Intent.CRISIS
    if len(text) > _LONGEST_QUESTION or public > asked:
        return Intent.DRAFT
    if asked > public:
        return Intent.QUESTION
    return Intent.DRAFT if len(doc.sentences) > 1 or len(words) > 8 else Intent.UNCLEAR


def _asks(doc: Document, words: list[str]) -> int:
    signs = 2 * doc.norm.rstrip().endswith("?")
    if words and (words[0] in _INTERROGATIVES | _INVERTED or _QUESTION_CLITIC.search(words[0])):
        signs += 2
    if any(word in _INTERROGATIVES for word in _after_breaks(doc)) or _TAIL.search(doc.norm):
        signs += 2
    own = _FIRST_PERSON - {"i"} if doc.languages[:1] == ("sv",) else _FIRST_PERSON  # sv: "in"
    return signs + any(word in own for word in words[:8])


def _after_breaks(doc: Document) -> list[str]:
    """The words that follow a comma, a conjunction or a full stop."""
    return [
        later.word.lower
        for earlier, later in pairwise(doc.tokens)
        if earlier.kind is TokenKind.SYMBOL or earlier.word.lower in _CONJUNCTIONS
    ]


def _is_public(doc: Document) -> int:
    kinds = [token.kind for token in doc.tokens]
    signs = 2 * (TokenKind.HASHTAG in kinds) + (TokenKind.EMOJI in kinds) + (TokenKind.URL in kinds)
    signs += len(doc.sentences) > 2
    signs += "!" in doc.norm
    signs += not doc.norm.rstrip().endswith("?") and len(doc.sentences) > 1
    return signs + 2 * bool(_PUBLIC.search(doc.norm))

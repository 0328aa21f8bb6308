"""Which of the three languages a sentence is in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rules.model import LANGUAGES, Language
from rules.text.functionwords import FUNCTION_WORDS
from rules.text.names import listed
from rules.text.token import Token, TokenKind
from rules.text.word import Word

Evidence = tuple[float, float, float]
"""For Finnish, Swedish and English, in that order."""

_MARGIN = 2.0
"""What the best language must be ahead by to be told from the sentence alone."""
_ENDINGS: dict[Language, str] = {
    "fi": """ssa ssä lla llä sta stä lta ltä aan ään een iin oon uun ksi kin kaan kään nen set ja jä
        uu ää aa ii den ien lle mme nsa nsä""",
    "sv": "arna erna orna ningen ning heten het isk iska skt aren ade sson",
    "en": "ing tion ness ly ght ould ous ship ck ful less ies ee ay ey 'll 's",
}
_FINNISH, _SWEDISH, _ENGLISH = (tuple(_ENDINGS[language].split()) for language in LANGUAGES)
_NONE: Evidence = (0.0, 0.0, 0.0)


_same: dict[Evidence, Evidence] = {}
"""One object for each of the few values there are: thousands of words share them."""


class Guess(NamedTuple):
    """The language of each sentence (None where nothing tells), and those present."""

    each: tuple[Language | None, ...]
    present: tuple[Language, ...]


def languages(
    tokens: Sequence[Token], firsts: Sequence[int], forced: Language | None = None
) -> Guess:
    """Guess the language of each sentence; `firsts` are their first tokens and the end.

    A sentence that is too short to tell, or only names, takes its neighbours' language.
    """
    bounds = list(pairwise(firsts))
    if forced is not None:
        return Guess((forced,) * len(bounds), (forced,))
    scores = [_score(tokens, first, last) for first, last in bounds]
    own = [_decide(score) for score in scores]
    each = tuple([told or _inherit(scores, own, i) for i, told in enumerate(own)])
    decided = own if any(own) else each
    if len(set(decided)) == 1:
        sole = decided[0]
        return Guess(each, (sole,) if sole else ())
    length = dict.fromkeys(LANGUAGES, 0)
    for (first, last), language in zip(bounds, decided, strict=True):
        if language is not None:
            length[language] += tokens[last - 1].end - tokens[first].start
    present = sorted(filter(length.__getitem__, LANGUAGES), key=lambda lang: -length[lang])
    return Guess(each, tuple(present))


def _score(tokens: Sequence[Token], first: int, last: int) -> Evidence:
    """Add up what a sentence's words speak for; a capital inside it is likely a name's."""
    fi = sv = en = 0.0
    opening, word_kind = tokens[first], TokenKind.WORD
    for token in tokens[first:last]:
        if token[2] is word_kind:
            word = token[4]
            f, s, e = word.evidence or _weigh(word)
            if word.shape == "title" and token is not opening:
                f, s, e = f / 3, s / 3, e / 3
            fi += f
            sv += s
            en += e
    return fi, sv, en


def leaning(word: Word) -> Language | None:
    """Return the one language that `word` speaks for, None where it speaks for none or two."""
    evidence = word.evidence or _weigh(word)
    best = max(evidence)
    return LANGUAGES[evidence.index(best)] if evidence.count(best) == 1 and best > 0 else None


def _weigh(word: Word) -> Evidence:
    evidence = _evidence(word)
    word.evidence = evidence = _same.setdefault(evidence, evidence)
    return evidence


def _evidence(word: Word) -> Evidence:
    """Weigh one word: common words most, then what the dictionaries know, then the letters."""
    lower = word.lower
    common = FUNCTION_WORDS.get(lower)
    if common:
        weight = 3.0 / len(common)
        fi, sv, en = (weight if language in common else 0.0 for language in LANGUAGES)
        return fi, sv, en
    fi, sv, en = _known(word)
    if word.shape == "title" and listed(word.surface):
        fi, sv, en = fi / 5, sv / 5, en / 5
    if "å" in lower:
        sv += 2.0
    if "ä" in lower or "ö" in lower:
        en -= 2.0
    if lower.endswith(_FINNISH):
        fi += 1.0
    elif lower.endswith(_SWEDISH):
        sv += 0.5
    elif lower.endswith(_ENGLISH):
        en += 0.5
    return fi, sv, en


def _known(word: Word) -> Evidence:
    """Share 1.5 among the languages that know the word.

    The Swedish dictionary has many English words, the English one few Swedish: known to both
    speaks for English.
    """
    fi, sv, en = (1.0 if word.is_known(language) else 0.0 for language in LANGUAGES)
    if sv and en:
        sv = 0.6
    total = fi + sv + en
    return (1.5 * fi / total, 1.5 * sv / total, 1.5 * en / total) if total else _NONE


def _decide(score: Evidence) -> Language | None:
    _, second, best = sorted(score)
    return LANGUAGES[score.index(best)] if best - second >= _MARGIN else None


def _inherit(
    scores: Sequence[Evidence], own: Sequence[Language | None], at: int
) -> Language | None:
    """Lean on the nearest sentences that are sure, then on the whole text."""
    fi, sv, en = scores[at]
    before = next((own[i] for i in range(at - 1, -1, -1) if own[i]), None)
    after = next((own[i] for i in range(at + 1, len(own)) if own[i]), None)
    votes = [fi, sv, en]
    for neighbour in (before, after):
        if neighbour:
            votes[LANGUAGES.index(neighbour)] += _MARGIN / 2
    if not any(votes):
        return None
    return LANGUAGES[votes.index(max(votes))]

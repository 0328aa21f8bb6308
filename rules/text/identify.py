"""Which of the three languages a sentence is in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rules.model import LANGUAGES, Language
from rules.text.functionwords import FUNCTION_WORDS
from rules.text.token import TokenKind
from rules.text.tokenize import Piece
from rules.text.word import Word

Evidence = tuple[float, float, float]
"""For Finnish, Swedish and English, in that order."""

_MARGIN = 2.0
"""What the best language must be ahead by to be told from the sentence alone."""
_NONE: Evidence = (0.0, 0.0, 0.0)


class Guess(NamedTuple):
    """The language of each sentence (None where nothing tells), and those present."""

    each: tuple[Language | None, ...]
    present: tuple[Language, ...]


def languages(
    pieces: Sequence[Piece],
    words: Sequence[Word],
    bounds: Sequence[tuple[int, int]],
    forced: Language | None = None,
) -> Guess:
    """Guess the language of each sentence, given as ranges of `pieces`.

    A sentence that is too short to tell, or only names, takes its neighbours' language.
    """
    if forced is not None:
        return Guess((forced,) * len(bounds), (forced,))
    scores = [_score(pieces, words, first, last) for first, last in bounds]
    own = [_decide(score) for score in scores]
    each = tuple(own[i] or _inherit(scores, own, i) for i in range(len(bounds)))
    length = dict.fromkeys(LANGUAGES, 0)
    for (first, last), language, sure in zip(bounds, each, own, strict=True):
        if language is not None:
            length[language] += (pieces[last - 1].end - pieces[first].start) * (2 if sure else 1)
    present = {language for language in own if language} or {lang for lang in each if lang}
    return Guess(each, tuple(sorted(present, key=lambda lang: -length[lang])))


def _score(pieces: Sequence[Piece], words: Sequence[Word], first: int, last: int) -> Evidence:
    fi = sv = en = 0.0
    for at in range(first, last):
        piece = pieces[at]
        if piece.kind is TokenKind.WORD:
            word = words[at]
            f, s, e = word._evidence or _weigh(word)
            if at > first and word.shape == "title":
                f, s, e = f / 3, s / 3, e / 3
            fi += f
            sv += s
            en += e
    return fi, sv, en


def _weigh(word: Word) -> Evidence:
    evidence = _evidence(word)
    word._evidence = evidence
    return evidence


def _evidence(word: Word) -> Evidence:
    """Weigh one word: common words most, then what a dictionary knows, then letters."""
    lower = word.lower
    common = FUNCTION_WORDS.get(lower)
    if common:
        weight = 3.0 / len(common)
        fi, sv, en = (weight if language in common else 0.0 for language in LANGUAGES)
        return fi, sv, en
    sv, en = 1.0 * word.is_known("sv"), 1.0 * word.is_known("en")
    fi = 1.0 * word.is_known("fi")
    total = fi + sv + en
    if total:
        fi, sv, en = 1.5 * fi / total, 1.5 * sv / total, 1.5 * en / total
    if "å" in lower:
        sv += 2
    if lower.endswith(("ssa", "ssä", "lla", "llä", "sta", "stä", "aan", "ään", "een", "iin", "uu")):
        fi += 1
    if "ä" in lower or "ö" in lower:
        en -= 2
    return fi, sv, en


def _decide(score: Evidence) -> Language | None:
    best = max(score)
    rest = sorted(score)[1]
    return LANGUAGES[score.index(best)] if best - rest >= _MARGIN else None


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

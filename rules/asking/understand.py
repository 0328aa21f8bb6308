"""A question taken apart into clues: concepts and pairs of them, base forms, pieces of words."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rules.asking.lexicon import Lexicon, Words, lexicon
from rules.asking.spelling import mended
from rules.model import LANGUAGES, Language
from rules.text.document import Document, Token, TokenKind
from rules.text.word import word_of

LONGEST = 1_000
"""Characters of a question that are read; what follows is a letter, not a question."""

_WORDLIKE = (TokenKind.WORD, TokenKind.NUMBER)
_CLITICS = (("sko", "siko"), ("skö", "sikö"), ("ks", "ko"), ("ks", "kö"), ("nks", "nko"))
_PIECE = 4  # letters in a piece of a word
_SHARE = {"concept": 1.0, "pair": 1.05, "word": 0.42, "piece": 0.5, "kind": 0.5}


@dataclass(frozen=True, slots=True)
class Heard:
    """One word of a question: as written, its forms, and the concepts it stands for."""

    written: str
    forms: tuple[str, ...]
    concepts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Understood:
    """A question as a guide understands it.

    `clues` gives each clue its weight, `words` the written words behind it; `about_posting` tells
    whether something of posting is named at all.
    """

    language: Language
    clues: dict[str, float]
    words: dict[str, tuple[str, ...]]
    concepts: frozenset[str]
    about_posting: bool = False


def understand(question: str, language: Language | None = None) -> Understood:
    """Take a question apart; `language` forces its language."""
    doc = Document(question[:LONGEST], language)
    told = language or (doc.languages or ("fi",))[0]
    known = lexicon()
    heard = [_hear(token, told, known) for token in doc.tokens if token.kind in _WORDLIKE]
    heard = _with_runs(heard, known)
    concepts = frozenset(name for word in heard for name in word.concepts)
    clues, words = _clues(heard, concepts, known)
    about = any(known.kinds[name] == "posting" for name in concepts)
    return Understood(told, clues, words, concepts, about)


def _hear(token: Token, language: Language, known: Lexicon) -> Heard:
    lower = token.word.lower
    forms = dict.fromkeys((lower, *lower.split("-"))) if "-" in lower else {lower: None}
    spoken = known.words[language].spoken.get(lower) or _without_clitic(token, language)
    if spoken:
        forms.update(dict.fromkeys((spoken, *word_of(spoken).lemmas(language))))
    forms.update(dict.fromkeys(token.word.lemmas(language)))
    if language == "fi":
        readings = token.word.readings
        forms.update(dict.fromkeys(head for reading in readings for head in reading.heads))
        forms.update(dict.fromkeys(r.derived_from for r in readings if r.derived_from))
    told = tuple(form for form in forms if form)
    return Heard(token.text, told, frozenset(_concepts(told, token, language, known)))


def _without_clitic(token: Token, language: Language) -> str | None:
    """Return the standard form of a spoken Finnish question (`saisko`, `kelpaaks`)."""
    if language != "fi" or token.word.is_known("fi"):
        return None
    lower = token.word.lower
    for spoken, standard in _CLITICS:
        if lower.endswith(spoken):
            form = lower.removesuffix(spoken) + standard
            if word_of(form).is_known("fi"):
                return form
    return None


def _concepts(forms: Sequence[str], token: Token, language: Language, known: Lexicon) -> set[str]:
    """Find what a word stands for; one that its own language does not know may be another's."""
    found = known.words[language].of(forms)
    if found or token.kind is TokenKind.NUMBER:
        return found
    if not token.word.is_known(language):
        right = mended(token.word.lower, language)
        if right:
            return known.words[language].of((right,))
        for other in LANGUAGES:
            found |= known.words[other].of(forms) if other != language else set()
    return found


def _with_runs(heard: Sequence[Heard], known: Lexicon) -> list[Heard]:
    """Give several words in a row the concept that they stand for together.

    One of posting takes the place of what they stand for alone: social media is no matter of the
    press. Any other is added to it.
    """
    added: list[set[str]] = [set() for _ in heard]
    instead: list[set[str]] = [set() for _ in heard]
    for words in known.words.values():
        for at in range(len(heard)):
            for run, concept in _starting(heard[at], words):
                if at + len(run) <= len(heard) and all(
                    _fits(part, heard[at + step]) for step, part in enumerate(run)
                ):
                    kept = instead if known.kinds[concept] == "posting" else added
                    for step in range(len(run)):
                        kept[at + step].add(concept)
    return [
        Heard(word.written, word.forms, frozenset((instead[at] or word.concepts) | added[at]))
        for at, word in enumerate(heard)
    ]


def _starting(word: Heard, words: Words) -> Iterable[tuple[tuple[str, ...], str]]:
    for form in word.forms:
        for cut in range(1, len(form) + 1):
            yield from words.runs.get(form[:cut], ())


def _fits(part: str, word: Heard) -> bool:
    if part.endswith("*"):
        return any(form.startswith(part[:-1]) for form in word.forms)
    return part in word.forms


def _clues(
    heard: Sequence[Heard], concepts: frozenset[str], known: Lexicon
) -> tuple[dict[str, float], dict[str, tuple[str, ...]]]:
    behind: dict[str, dict[str, list[str]]] = {group: {} for group in _SHARE}
    for word in heard:
        for name in word.concepts:
            behind["concept"].setdefault(f"c:{name}", []).append(word.written)
        for form in word.forms:
            behind["word"].setdefault(f"w:{form}", []).append(word.written)
        for piece in _pieces(word.forms[0]):
            behind["piece"].setdefault(f"p:{piece}", []).append(word.written)
    names = sorted(concepts)
    for index, one in enumerate(names):
        for other in names[index + 1 :]:
            both = [*behind["concept"][f"c:{one}"], *behind["concept"][f"c:{other}"]]
            behind["pair"][f"c:{one}+{other}"] = both
    behind["kind"][_kind(concepts, known)] = []
    clues: dict[str, float] = {}
    for group, found in behind.items():
        share = _SHARE[group] / math.sqrt(len(found)) if found else 0.0
        clues.update(dict.fromkeys(found, share))
    words = {clue: tuple(said) for found in behind.values() for clue, said in found.items()}
    return clues, words


def _kind(concepts: frozenset[str], known: Lexicon) -> str:
    """Return what the concepts are about as one clue: posting, near it, outside it, or nothing."""
    kinds = {known.kinds[name] for name in concepts}
    about = [kind for kind in ("posting", "nearby", "outside") if kind in kinds]
    return f"k:{'+'.join(about) or 'nothing'}"


def _pieces(form: str) -> Iterable[str]:
    padded = f"^{form}$"
    if len(padded) <= _PIECE:
        return (padded,)
    return {padded[at : at + _PIECE] for at in range(len(padded) - _PIECE + 1)}

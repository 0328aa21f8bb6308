"""Abbreviations in capitals that a reader may not know: `HWRC`, `LAO`.

The known ones are the pack's. An abbreviation that the text itself explains, before or after, in
brackets or with them, is left alone; so is one in a line that is all capitals, which is shouting.
In Finnish it may carry an ending or begin a compound: `KVTES:n`, `TEAn`, `POP-aika`. There a word
of the language in capitals is taken for emphasis, and what stands before `ry` for a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pydantic import field_validator

from rules.detect.scan import Finder, Match, Scan, Spec
from rules.directory import Directory
from rules.model import Language
from rules.text import Document, Sentence, Token, TokenKind

_LONGEST = 5
_INFLECTED = re.compile(
    r"([A-ZÅÄÖ]{2,6})(?::[a-zåäö]{1,6}|-[a-zåäö]{2,30}"
    r"|(?:n|a|ä|ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|hin|iin|een|aan|ään|t|ien|eja|ejä)?)"
)
"""A Finnish abbreviation with an ending, or before the rest of a compound"""
_FIRMS = frozenset(("ry", "ry:n", "ry.", "rf", "oy", "oy:n", "oyj", "ab", "rp", "ky", "tmi"))


class ShorthandSpec(Spec):
    """The abbreviations that everybody knows, in capitals, in sentences of one language."""

    language: Language
    known: tuple[str, ...]

    @field_validator("known")
    @classmethod
    def _in_capitals(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if wrong := [word for word in value if word != word.upper()]:
            raise ValueError(f"write the known abbreviations in capitals, not {wrong[0]!r}")
        return value


def compile(entries: Sequence[ShorthandSpec], city: Directory) -> Finder:  # noqa: A001
    """Compile; the city's own names and units in capitals are known too."""
    names = {word for name in _names(city) for word in name.split() if word.isupper()}
    known = [(spec.language, names.union(spec.known)) for spec in entries]

    def find(scan: Scan) -> Iterator[tuple[int, Match]]:
        doc = scan.doc
        for sentence in doc.sentences:
            language = sentence.language
            first, last = sentence.first, sentence.last
            capitals = [
                at
                for at, token in enumerate(doc.tokens[first:last], first)
                if token[3][:2].isupper()
            ]
            short = [
                at for at in capitals if _stem(doc.tokens[at], language) and not _by_number(doc, at)
            ]
            if not short or _shouts(doc, sentence, short):
                continue
            for index, (of, words) in enumerate(known):
                if of != language:
                    continue
                for at in short:
                    stem = _stem(doc.tokens[at], language)
                    if stem not in words and not _is_explained(doc, stem, language):
                        yield index, Match(doc.tokens[at].start, doc.tokens[at].end)

    return find


def _names(city: Directory) -> Iterator[str]:
    yield from city.official
    yield from city.places
    for unit in city.units:
        yield unit.name
        yield from unit.aliases


def _stem(token: Token, language: Language) -> str:
    """Return the abbreviation that a token is, without its Finnish ending; empty for none."""
    if not token.text[:2].isupper() or token.kind is not TokenKind.WORD:
        return ""
    if language != "fi":
        whole = 2 <= len(token.text) <= _LONGEST and token.text.isupper() and token.text.isalpha()
        return token.text if whole else ""
    found = _INFLECTED.fullmatch(token.text)
    if not found or (found[1] == token.text and _is_word(token)):
        return ""
    return found[1]


def _is_word(token: Token) -> bool:
    """Tell whether a Finnish word in capitals is an ordinary word of the language."""
    return len(token.text) > _LONGEST or any(
        reading.word_class != "abbreviation" for reading in token.word.readings
    )


def _by_number(doc: Document, at: int) -> bool:
    """Tell whether a number stands beside it, as in a plate, a post code or a model."""
    slash = at + 1 < len(doc.tokens) and doc.tokens[at + 1].text == "/"
    beside = doc.tokens[max(0, at - 1) : at + 2 + slash]
    roman = not set(doc.tokens[at].text) - set("IVX")
    return roman or any(token.kind is TokenKind.NUMBER for token in beside)


def _shouts(doc: Document, sentence: Sentence, short: Sequence[int]) -> bool:
    """Tell whether whole words stand in capitals, or hardly anything else does."""
    words = {
        at for at in range(sentence.first, sentence.last) if doc.tokens[at].kind is TokenKind.WORD
    }
    others = (doc.tokens[at] for at in words.difference(short))
    capitals = any(t.word.shape == "upper" and len(t.text) > _LONGEST for t in others)
    return capitals or 2 * len(short) > len(words)


def _is_explained(doc: Document, stem: str, language: Language) -> bool:
    """Tell whether the text gives the long form: `waste site (HWRC)`, `HWRC (waste site)`."""
    for at, token in enumerate(doc.tokens):
        if _stem(token, language) != stem:
            continue
        before = doc.tokens[at - 1].text if at else ""
        after = doc.tokens[at + 1].text if at + 1 < len(doc.tokens) else ""
        if before in {"(", "eli"} or after in {"(", "eli"} or after.startswith(("–", "=")):
            return True
        if language == "fi" and after.lower() in _FIRMS:
            return True
    return False

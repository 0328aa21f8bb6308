"""Abbreviations in capitals that a reader may not know: `HWRC`, `LAO`.

The known ones are the pack's. An abbreviation that the text itself explains, before or after, in
brackets or with them, is left alone; so is one in a line that is all capitals, which is shouting.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pydantic import field_validator

from rules.detect.scan import Finder, Match, Scan, Spec
from rules.directory import Directory
from rules.model import Language
from rules.text import Document, Sentence, Token, TokenKind

_LONGEST = 5


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
            every = range(sentence.first, sentence.last)
            short = [at for at in every if _is_short(doc.tokens[at]) and not _by_number(doc, at)]
            if not short or _shouts(doc, sentence, len(short)):
                continue
            for index, (language, words) in enumerate(known):
                if language != sentence.language:
                    continue
                for at in short:
                    if doc.tokens[at].text not in words and not _is_explained(doc, at):
                        yield index, Match(doc.tokens[at].start, doc.tokens[at].end)

    return find


def _names(city: Directory) -> Iterator[str]:
    yield from city.official
    yield from city.places
    for unit in city.units:
        yield unit.name
        yield from unit.aliases


def _is_short(token: Token) -> bool:
    return (
        token.kind is TokenKind.WORD
        and 2 <= len(token.text) <= _LONGEST
        and token.text.isupper()
        and token.text.isalpha()
    )


def _by_number(doc: Document, at: int) -> bool:
    """Tell whether a number stands beside it, as in a plate, a post code or a model."""
    beside = doc.tokens[max(0, at - 1) : at + 2]
    roman = not set(doc.tokens[at].text) - set("IVX")
    return roman or any(token.kind is TokenKind.NUMBER for token in beside)


def _shouts(doc: Document, sentence: Sentence, short: int) -> bool:
    """Tell whether whole words stand in capitals, or hardly anything else does."""
    words = [t for t in doc.tokens[sentence.first : sentence.last] if t.kind is TokenKind.WORD]
    capitals = [t for t in words if t.word.shape == "upper" and len(t.text) > _LONGEST]
    return bool(capitals) or 2 * short > len(words)


def _is_explained(doc: Document, at: int) -> bool:
    """Tell whether the text gives the long form: `waste site (HWRC)`, `HWRC (waste site)`."""
    text = doc.tokens[at].text
    for other, token in enumerate(doc.tokens):
        if token.text != text:
            continue
        before = doc.tokens[other - 1].text if other else ""
        after = doc.tokens[other + 1].text if other + 1 < len(doc.tokens) else ""
        if before == "(" or after == "(" or after.startswith(("–", "=")):
            return True
    return False

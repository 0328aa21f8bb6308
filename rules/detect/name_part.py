"""The parts of a name as a city's data gives it, ready to be met in any form."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from rules.detect.pieces import Pieces
from rules.text import Document, TokenKind, Word

_WORDS = (TokenKind.WORD, TokenKind.NUMBER)
_ENDINGS = (
    "", "n", "a", "ä", "ta", "tä", "ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "lle",
    "ksi", "na", "nä", "t", "in", "s", "'s", "mme", "nsa", "nsä", "n kanssa",
)  # fmt: skip


class NamePart(NamedTuple):
    """One word of a name: the forms or base forms by which it is known."""

    keys: frozenset[str]
    exact: bool  # compare the form as written: `LiV` is not Swedish `liv`


def fold(name: str) -> str:
    """Return a name as handles and tags write it: no case, accents, spaces or signs."""
    plain = unicodedata.normalize("NFD", name.casefold())
    return "".join(letter for letter in plain if letter.isalnum())


def name_parts(alias: str) -> Iterator[NamePart]:
    """Take a name into its parts."""
    tokens = [token for token in Pieces(Document(alias)).pieces if token.kind in _WORDS]
    for at, token in enumerate(tokens):
        is_head = at == len(tokens) - 1
        if token.kind is TokenKind.NUMBER:
            yield NamePart(frozenset({token.text}), exact=True)
        elif len(token.text) <= 5 and not token.text[1:].islower() and token.text[1:].isalpha():
            forms = {token.text + mark + end for mark in ("", ":") for end in _ENDINGS}
            yield NamePart(frozenset(forms), exact=True)
        else:
            yield NamePart(frozenset(_word_keys(token.word, is_head=is_head)), exact=False)


def _word_keys(word: Word, *, is_head: bool) -> set[str]:
    """Return the base forms and, where no dictionary helps, the forms by which a word is met."""
    nominal = [r for r in word.readings if r.word_class != "verb"]
    base = {r.lemma for r in nominal if r.case == "nominative"}
    if nominal and not base and not is_head:
        return {word.lower}  # `Suomussalmen`: a genitive in front stays as it is
    keys = {word.lower, *base, *word.lemmas("sv"), *word.lemmas("en")}
    if not any(r.word_class == "noun" for r in nominal):
        keys |= {word.lower + ending for ending in _ENDINGS}
    return keys


def place_forms(official: str) -> Iterator[str]:
    """Return the place in the city's name as tags use it: `suomussalmen`, `suomussalmi`."""
    for token in Document(official).tokens:
        if token.kind is TokenKind.WORD and token.word.shape == "title":
            for reading in token.word.readings:
                if reading.word_class == "place_name":
                    yield fold(token.text)
                    yield fold(reading.lemma)

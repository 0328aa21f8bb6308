"""Tokens and sentences as values."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from rules.model import Language
from rules.text.word import Word


class TokenKind(StrEnum):
    """What a token is; only WORD tokens have lemmas worth asking for."""

    WORD = "word"
    """Letters, with inner hyphens, apostrophes and colons (`linja-auto`, `EU:n`, `12-vuotias`);
    abbreviations with their dots (`esim.`, `t.ex.`)"""
    NUMBER = "number"
    """Digits with inner separators and what is written together with them: `15.10.2019`,
    `14.03`, `1,5`, `040-1234567`, `5G`, `3:n`"""
    URL = "url"
    """With or without a scheme: `https://paimio.fi/kirjasto`, `paimio.fi`"""
    EMAIL = "email"
    HANDLE = "handle"
    """`@suomussalmenkirjasto`"""
    HASHTAG = "hashtag"
    """`#PuistonPenkki`"""
    EMOJI = "emoji"
    """One emoji with all its parts, a flag, or a smiley in ASCII"""
    SYMBOL = "symbol"
    """Punctuation and everything else: a character, or a run of the same one"""


class Token(NamedTuple):
    """A piece of the normalised text."""

    start: int
    end: int
    kind: TokenKind
    text: str
    word: Word
    sentence: int
    """Index of its sentence"""


class Sentence(NamedTuple):
    """A sentence: `tokens[first:last]` of its document, from `start` to `end` in its text."""

    start: int
    end: int
    first: int
    last: int
    language: Language

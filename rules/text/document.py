"""A text taken apart once: tokens, sentences, language per sentence, words with their readings."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from rules.model import Language, Span


class TokenKind(StrEnum):
    """What a token is; only WORD tokens have lemmas worth asking for."""

    WORD = "word"  # letters, with inner hyphens, apostrophes and colons (`linja-auto`, `EU:n`), abbreviations with their dots (`esim.`, `t.ex.`)
    NUMBER = "number"  # digits with inner separators: `15.10.2019`, `14.03`, `1,5`, `040-123`
    URL = "url"
    EMAIL = "email"
    HANDLE = "handle"  # `@suomussalmenkirjasto`
    HASHTAG = "hashtag"  # `#PuistonPenkki`
    EMOJI = "emoji"
    SYMBOL = "symbol"  # punctuation and everything else, one token per character or run


class Reading(NamedTuple):
    """One way to read a word form, as the morphological analyser gives it.

    `word_class` is one of noun, verb, adjective, numeral, pronoun, adverb, conjunction, preposition, interjection,
    abbreviation, first_name, last_name, place_name, proper_name, other; `case` is one of nominative, genitive, partitive,
    inessive, elative, illative, adessive, ablative, allative, essive, translative, abessive,
    comitative, instructive, or "" ; `heads` are the lower-case base forms of a compound's parts,
    first to last (`["kirjasto", "palvelu"]`), one element for a simple word.
    """

    lemma: str
    word_class: str
    case: str = ""
    number: str = ""  # singular, plural
    mood: str = ""  # indicative, conditional, imperative, potential, inf-a, inf-e, inf-ma, inf-minen
    tense: str = ""  # present, past
    person: str = ""  # 1, 2, 3, 4 (4 is the Finnish passive)
    participle: str = ""  # present_active, present_passive, past_active, past_passive, agent, negation
    possessive: str = ""
    heads: tuple[str, ...] = ()
    derived_from: str = ""  # verb lemma behind a deverbal noun (`toteutus` -> `toteuttaa`)

"""What a morphological analyser says of one Finnish word form."""

from __future__ import annotations

from typing import NamedTuple


class Reading(NamedTuple):
    """One way to read a word form, as the morphological analyser gives it.

    `word_class` is one of noun, verb, adjective, numeral, pronoun, adverb, conjunction,
    preposition, interjection, abbreviation, first_name, last_name, place_name, proper_name, other;
    `case` is one of nominative, genitive, partitive, inessive, elative, illative, adessive,
    ablative, allative, essive, translative, abessive, comitative, instructive, or "". A finite
    form of the negative verb (`ei`, `emme`) is a verb.
    """

    lemma: str
    word_class: str
    case: str = ""
    number: str = ""
    """singular, plural"""
    mood: str = ""
    """indicative, conditional, imperative, potential, inf-a, inf-e, inf-ma, inf-minen"""
    tense: str = ""
    """present, past"""
    person: str = ""
    """1, 2, 3 or 4; 4 is the Finnish passive"""
    participle: str = ""
    """present_active, present_passive, past_active, past_passive, agent, negation"""
    possessive: str = ""
    """1s, 2s, 1p, 2p, 3"""
    heads: tuple[str, ...] = ()
    """Lower-case base forms of a compound's parts, first to last; one for a simple word"""
    derived_from: str = ""
    """The verb behind a deverbal noun (`toteutus` from `toteuttaa`) or a participle (`tehty`)"""

"""What a word means to the name finder: a title, a street, a relative, a performance."""

from __future__ import annotations

from rules.model import Language
from rules.names.words import listed
from rules.text import Word


class Mark:
    """Sections of the word lists that a word, in any inflection, belongs to: bits."""

    TITLE = 1 << 0
    THING = 1 << 1
    COMPANY = 1 << 2
    VESSEL = 1 << 3
    FAMILY = 1 << 4
    HONORIFIC = 1 << 5
    PRIVATE = 1 << 6
    CHILD = 1 << 7
    GROUP = 1 << 8
    CHILDPLACE = 1 << 9
    KIN = 1 << 10
    THANKED = 1 << 11
    THANKS = 1 << 12
    PERFORMANCE = 1 << 13
    CREDIT = 1 << 14
    WORK = 1 << 15
    NAMEDAY = 1 << 16
    LOWER = 1 << 17
    PERSON_VERB = 1 << 18
    HUMAN_VERB = 1 << 19
    MEMBER = 1 << 20
    BODY = 1 << 21
    ABOUT = 1 << 22


_SECTIONS: dict[str, tuple[str, int]] = {
    "family": ("roles", Mark.FAMILY),
    "honorific": ("roles", Mark.HONORIFIC),
    "private": ("roles", Mark.PRIVATE),
    "child": ("roles", Mark.CHILD),
    "group": ("roles", Mark.GROUP),
    "childplace": ("roles", Mark.CHILDPLACE),
    "kin": ("roles", Mark.KIN),
    "thanked": ("roles", Mark.THANKED),
    "member": ("roles", Mark.MEMBER),
    "body": ("roles", Mark.BODY),
    "vessel": ("contexts", Mark.VESSEL),
    "thanks": ("contexts", Mark.THANKS),
    "performance": ("contexts", Mark.PERFORMANCE),
    "credit": ("contexts", Mark.CREDIT),
    "work": ("contexts", Mark.WORK),
    "nameday": ("contexts", Mark.NAMEDAY),
    "lower": ("contexts", Mark.LOWER),
    "person_verb": ("contexts", Mark.PERSON_VERB),
    "human_verb": ("contexts", Mark.HUMAN_VERB),
    "about": ("contexts", Mark.ABOUT),
    "thing": ("contexts", Mark.THING),
    "company": ("contexts", Mark.COMPANY),
    "words": ("titles", Mark.TITLE),
    "art": ("titles", Mark.TITLE),
}

_ENDINGS = tuple(sorted(listed("titles", "endings") | listed("titles", "art")))
_COMPOUNDS = listed("titles", "compound")
_COMPOUND_ENDINGS = tuple(sorted(_COMPOUNDS))
_THING_HEADS = tuple(sorted(word for word in listed("contexts", "thing") if len(word) > 2))
_HEADS: dict[Language, tuple[str, ...]] = {
    "fi": _THING_HEADS,
    "sv": tuple(head + end for head in _THING_HEADS for end in ("", "n", "en", "et", "s")),
    "en": (),
}
_SHOWS = tuple(sorted(listed("contexts", "shows")))
_SHORTEST_COMPOUND = 7

_cache: dict[tuple[str, Language], int] = {}
_MOST_CACHED = 20_000


def _index() -> dict[str, int]:
    index: dict[str, int] = {}
    for section, (file, mark) in _SECTIONS.items():
        for word in listed(file, section):
            index[word] = index.get(word, 0) | mark
    return index


_INDEX = _index()


def bases(word: Word, language: Language) -> frozenset[str]:
    """Return the base forms of a word, with the form itself and that without a genitive -s."""
    lower = word.lower
    forms = word.lemmas(language) | {lower}
    if language != "fi":
        if lower.endswith("'s"):
            forms |= {lower[:-2]}
        elif lower.endswith("s") and len(lower) > 4:
            forms |= {lower[:-1]}
    return forms


def marks(word: Word, language: Language) -> int:
    """Return the bits of `Mark` of a word in a sentence of `language`."""
    found = _cache.get((word.surface, language))
    return _look(word, language) if found is None else found


def _look(word: Word, language: Language) -> int:
    made = _make(word, language)
    if word.is_known(language):  # a draft's own words are not kept
        if len(_cache) >= _MOST_CACHED:
            _cache.clear()
        _cache[word.surface, language] = made
    return made


def _likely(word: Word, language: Language) -> frozenset[str]:
    """Return the base forms without far-fetched ones: `kirjoittako` is no `kirja`."""
    forms = bases(word, language)
    if language == "fi" and any(reading.case == "abessive" for reading in word.readings):
        likely = {reading.lemma for reading in word.readings if reading.case != "abessive"}
        return frozenset(likely | {word.lower})
    return forms - {"miss"} if word.lower in ("missing", "missed", "misses") else forms


def _make(word: Word, language: Language) -> int:
    forms = _likely(word, language)
    made = _INDEX.get(word.lower.partition(":")[0], 0)
    for form in forms:
        made |= _INDEX.get(form, 0)
        if form.endswith(_ENDINGS) or (form.endswith(_COMPOUND_ENDINGS) and form not in _COMPOUNDS):
            made |= Mark.TITLE
        if form.endswith(_SHOWS):
            made |= Mark.PERFORMANCE
        heads = _HEADS[language]
        if heads and len(form) >= _SHORTEST_COMPOUND and form.endswith(heads):
            made |= Mark.THING
    return made

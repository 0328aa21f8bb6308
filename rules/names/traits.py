"""What a single word could be in a name, from the dictionaries, lists and endings."""

from __future__ import annotations

from rules.model import Language
from rules.names.words import listed
from rules.text import Reading, Word, english, names, swedish


class Trait:
    """Possible parts in a name, and what else the word is: bits, to be combined with `|`.

    Plain numbers: the operators of an `IntFlag` take more time than all else that asks for them.
    """

    CAPITAL = 1  # Virtanen, Ala-Mäyry, al-Rashid
    UPPER = 2  # VIRTANEN
    FIRST = 4  # a first name in base form
    FIRST_INFLECTED = 8  # a first name in another case or with a genitive -s
    LAST = 16  # a last name in any form, by list, analyser or ending
    LAST_LIKE = 32  # by an ending that only last names have
    COMMON = 64  # also a word of the sentence's language
    PLACE = 128
    STOP = 256  # never part of a name
    INFLECTED = 512  # in a Finnish case other than the nominative
    ONLY_NAME = 1024  # nothing but a name, whatever the language
    PARTICLE = 2048  # von, af, al


_NAME_CLASSES = frozenset(("first_name", "last_name"))
_OPEN_CLASSES = frozenset(
    """noun verb adjective numeral pronoun adverb conjunction preposition interjection""".split()
)
# Endings that words of the three languages hardly have, and endings that only tell of a last name
# where no dictionary knows the word.
_SURE_ENDINGS = tuple(
    name + genitive
    for name in "sson ström qvist kvist gren enko chuk shvili ović oglu wicz sdotter quist".split()
    for genitive in ("", "s")
)
_ENDINGS = tuple(
    name + genitive
    for name in "lund berg dahl holm stedt blom man ovic ova ski sen lander ell".split()
    for genitive in ("", "s")
)
_FINNISH_ENDINGS = ("nen", "sen", "sesta", "selle", "selta", "sella")
_SHORTEST_LIKE = 6
_CASES = ("in", "n", "ille", "lle", "ilta", "lta", "illa", "lla", "ista", "sta", "ia")
_SHORTEST_STEM = 4

_cache: dict[tuple[str, Language], int] = {}
_MOST_CACHED = 20_000


def traits(word: Word, language: Language) -> int:
    """Return the traits of a word in a sentence of `language` as bits of `Trait`."""
    found = _cache.get((word.surface, language))
    return _look(word, language) if found is None else found


def _look(word: Word, language: Language) -> int:
    made = _make(word, language)
    if made & Trait.COMMON or made & Trait.FIRST or word.is_known(language):
        # Only what a dictionary or list has is kept: a draft's own words are not.
        if len(_cache) >= _MOST_CACHED:
            _cache.clear()
        _cache[word.surface, language] = made
    return made


def _make(word: Word, language: Language) -> int:
    lower = word.lower
    traits = 0
    if lower in listed("stop", "particle"):
        traits |= Trait.PARTICLE
    if word.shape == "title" or (word.shape in ("mixed", "other") and _foreign_capital(word)):
        traits |= Trait.CAPITAL
    elif word.shape == "upper":
        traits |= Trait.UPPER
    if lower in listed("stop", "stop"):
        traits |= Trait.STOP
    traits |= _name_traits(word, language)
    return traits


def _foreign_capital(word: Word) -> bool:
    """Tell whether this is a McKenzie, O'Brien or al-Rashid."""
    head, mark, tail = word.surface.partition("-")
    if mark and head.lower() in listed("stop", "particle"):
        return tail[:1].isupper() and tail.isalpha()
    if word.surface.startswith(("Mc", "Mac", "De", "Di", "La", "Le", "O'", "D'", "Van")):
        return word.surface.replace("'", "").isalpha()
    return (
        word.surface.endswith("'s") and word.surface[:1].isupper() and word.surface[1:2].islower()
    )


def _name_traits(word: Word, language: Language) -> int:
    lower = base_form(word.lower)
    readings = word.readings
    in_list = _listed(lower)
    traits = _read_traits(readings)
    if "f" in in_list and not (language == "fi" and _only_place(readings)):
        traits |= Trait.FIRST
    if "l" in in_list:
        traits |= Trait.LAST
    if language == "fi" and not readings and not traits and _inflected_foreign(lower):
        traits |= Trait.FIRST_INFLECTED
    if language != "fi" and lower.endswith("s"):
        traits |= _genitive_traits(word, traits)
    if "-" in lower and not traits & (Trait.FIRST | Trait.LAST):
        traits |= _hyphenated(lower)
    common = _is_common(word, lower, language, in_list)
    if "-" in lower and traits & Trait.FIRST and _hyphenated(lower) == Trait.FIRST:
        common, traits = False, traits & ~Trait.PLACE
    if common:
        traits |= Trait.COMMON
    known = bool(readings) or (common and language != "fi")
    if _ends_like_last_name(lower, language, known=known, common=common):
        traits |= Trait.LAST | Trait.LAST_LIKE
    if traits & (Trait.FIRST | Trait.FIRST_INFLECTED | Trait.LAST) and not _is_word_anywhere(word):
        traits |= Trait.ONLY_NAME
    return traits


def _read_traits(readings: tuple[Reading, ...]) -> int:
    """Return what the Finnish analyser says."""
    traits = 0
    for reading in readings:
        if reading.word_class == "first_name" and reading.number != "plural":
            nominative = reading.case == "nominative" and not reading.possessive
            traits |= Trait.FIRST if nominative else Trait.FIRST_INFLECTED
        elif reading.word_class == "last_name":
            traits |= Trait.LAST
        elif reading.word_class == "place_name":
            traits |= Trait.PLACE
    if readings and all(reading.case not in ("", "nominative") for reading in readings):
        traits |= Trait.INFLECTED
    return traits


def _genitive_traits(word: Word, traits: int) -> int:
    listed_as = names.listed(word.surface)
    if "f" in listed_as and not traits & Trait.FIRST:
        traits |= Trait.FIRST_INFLECTED
    return traits | Trait.LAST if "l" in listed_as else traits


def _only_place(readings: tuple[Reading, ...]) -> bool:
    """Tell whether Finnish readings tell of an inflected place: `Savon` is no first name there."""
    classes = {reading.word_class for reading in readings}
    if "place_name" not in classes or "first_name" in classes:
        return False
    return all(reading.case != "nominative" for reading in readings)


def _inflected_foreign(lower: str) -> bool:
    """Tell whether taking a Finnish ending off leaves a first name: `Ahmadin`, `Yusufille`."""
    for ending in _CASES:
        stem = lower[: -len(ending)]
        if lower.endswith(ending) and len(stem) >= _SHORTEST_STEM and "f" in _listed(stem):
            return True
    return False


def is_given(word: Word) -> bool:
    """Tell whether a Finnish common noun, inflected, may be a first name too: `Arvolle`."""
    return any(
        reading.word_class == "noun"
        and reading.case != "nominative"
        and "f" in _listed(reading.lemma)
        for reading in word.readings
    )


def base_form(lower: str) -> str:
    """Take an English genitive off a lower-case word."""
    return lower[:-2] if lower.endswith("'s") else lower.rstrip("'")


def _listed(lower: str) -> str:
    from rules.text import cache

    found = cache.names().get(lower)
    return str(found[0].decode()) if found else ""


def _hyphenated(lower: str) -> int:
    """Read `Anna-Liisa` and `Ala-Mäyry` by their parts."""
    kinds = [_listed(part) for part in lower.split("-")]
    if all("f" in kind for kind in kinds):
        return Trait.FIRST
    if any("l" in kind for kind in kinds) or lower.startswith(("ala-", "ylä-", "iso-", "rinta-")):
        return Trait.LAST
    return 0


def _is_common(word: Word, lower: str, language: Language, in_list: str) -> bool:
    if language == "fi":
        return any(reading.word_class in _OPEN_CLASSES for reading in word.readings)
    if language == "en":
        return english.is_known(lower)
    return swedish.is_known(lower) and (not in_list or len(swedish.lemmas(lower)) > 1)


def _is_word_anywhere(word: Word) -> bool:
    if any(reading.word_class in _OPEN_CLASSES | {"place_name"} for reading in word.readings):
        return True
    return word.is_known("en") or (not word.readings and len(word.lemmas("sv")) > 1)


def _ends_like_last_name(lower: str, language: Language, *, known: bool, common: bool) -> bool:
    if len(lower) < _SHORTEST_LIKE:
        return False
    if lower.endswith(_SURE_ENDINGS):
        return not (common and language == "fi")
    if lower.endswith("nen"):
        return not common and not (language == "sv" and lower.endswith(("ionen", "anen")))
    return not known and lower.endswith(_ENDINGS + _FINNISH_ENDINGS)

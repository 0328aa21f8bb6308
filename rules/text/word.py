"""Words: one object per surface form, with what the dictionaries know of it."""

from __future__ import annotations

from os import urandom

from rules.model import Language
from rules.text import english, finnish, names, swedish
from rules.text.reading import Reading

_MOST_SHARED = 30_000
_LONGEST_SHARED = 40
_NAME_PREFIXES = ("Mc", "O'", "D'")
_PARTICLES = frozenset(("al", "el", "van", "von", "de", "af"))


class Word:
    """A surface form. Everything that costs is asked for at its first use and then kept."""

    __slots__ = (
        "_first",
        "_last",
        "_lemmas_en",
        "_lemmas_fi",
        "_lemmas_sv",
        "_readings",
        "evidence",
        "lower",
        "shape",
        "surface",
    )

    surface: str
    lower: str
    shape: str
    """lower, title (`Virtanen`, `Ala-Mäyry`), upper, mixed or other (no letters)"""
    evidence: tuple[float, float, float] | None
    """How much it speaks for Finnish, Swedish and English, once it was weighed"""

    def __init__(self, surface: str) -> None:
        self.surface = surface
        lower = surface.lower()
        self.lower = surface if lower == surface else lower
        self.shape = _shape(surface)
        self._readings: tuple[Reading, ...] | None = None
        self._lemmas_fi: frozenset[str] | None = None
        self._lemmas_sv: frozenset[str] | None = None
        self._lemmas_en: frozenset[str] | None = None
        self._first: bool | None = None
        self._last: bool | None = None
        self.evidence: tuple[float, float, float] | None = None

    def __repr__(self) -> str:
        """Never show the form: a draft's words do not belong in logs."""
        return f"<Word of {len(self.surface)} characters>"

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The Finnish readings in the analyser's order; empty where the analyser knows none."""
        readings = self._readings
        if readings is None:
            readings = self._readings = _read(self.surface)
        return readings

    def lemmas(self, language: Language) -> frozenset[str]:
        """Return the lower-case base forms in `language`.

        Finnish: those of all readings, of an unknown form the form itself. Swedish and English:
        the dictionary's base form and the form itself.
        """
        if language == "fi":
            if self._lemmas_fi is None:
                found = frozenset(reading.lemma for reading in self.readings)
                self._lemmas_fi = found or frozenset((self.lower,))
            return self._lemmas_fi
        if language == "sv":
            if self._lemmas_sv is None:
                self._lemmas_sv = swedish.lemmas(self.surface)
            return self._lemmas_sv
        if self._lemmas_en is None:
            self._lemmas_en = english.lemmas(self.surface)
        return self._lemmas_en

    def is_known(self, language: Language) -> bool:
        """Tell whether the dictionary of `language` knows the form."""
        if language == "fi":
            return bool(self.readings)
        if language == "sv":
            return swedish.is_known(self.surface)
        return english.is_known(self.surface)

    @property
    def is_first_name(self) -> bool:
        """Whether it can be a first name, inflected in Finnish or with a genitive -s."""
        first = self._first
        if first is None:
            first = self._first = names.is_first_name(self.surface, self.readings)
        return first

    @property
    def is_last_name(self) -> bool:
        """Whether it can be a last name, inflected in Finnish or with a genitive -s."""
        last = self._last
        if last is None:
            last = self._last = names.is_last_name(self.surface, self.readings)
        return last


def _read(surface: str) -> tuple[Reading, ...]:
    if surface.lower() != surface.upper() or (len(surface) == 1 and not surface.isdigit()):
        return finnish.read(surface)
    # Without letters the analyser, which costs, need not be asked; `§` and `%` it can read.
    digits = any(map(str.isdigit, surface))
    return (Reading(surface, "numeral", heads=(surface,)),) if digits else ()


def _shape(surface: str) -> str:
    if surface.isdecimal():
        return "other"
    stem = surface.partition(":")[0]
    if stem.islower():
        return "lower"
    if stem.isupper() and len(stem) > 1:
        return "upper"
    parts = stem.split("-")
    if all(map(_is_title, parts)) or (parts[0] in _PARTICLES and all(map(_is_title, parts[1:]))):
        return "title"
    return "mixed" if any(map(str.isalpha, stem)) else "other"


def _is_title(part: str) -> bool:
    prefix = next(filter(part.startswith, _NAME_PREFIXES), "")
    part = part[len(prefix) :] or part
    return part[:1].isupper() and (len(part) == 1 or part[1:].islower())


_shared: dict[str, Word] = {}
known_word = _shared.get
"""Returns the shared word of a form, None where there is none yet; `word_of` makes it."""
_unknown: set[int] = set()
_salt = urandom(16)
_INNER = dict.fromkeys(map(ord, "-'.:"))


def word_of(form: str) -> Word:
    """Return the word of `form`.

    Words that a dictionary knows are shared by all documents of the process, so that a warm check
    looks nothing up. A draft may hold secrets: a form that no dictionary knows, or that has a
    digit, lives only as long as its document; of a form without digits no more is remembered than
    a salted hash, which spares asking the dictionaries again.
    """
    word = _shared.get(form)
    return word if word is not None else _meet(form)


def is_shared(word: Word) -> bool:
    """Tell whether a word is one that a dictionary knows: only of such may anything be kept."""
    return _shared.get(word.surface) is word


def _meet(form: str) -> Word:
    word = Word(form)
    if len(form) == 1 and not form.isalnum():
        _shared[form] = word
        return word
    if len(form) > _LONGEST_SHARED or not form.translate(_INNER).isalpha():
        return word
    mark = hash((_salt, form))
    if mark in _unknown:
        word._readings = ()
    elif swedish.is_known(form) or english.is_known(form) or word.readings:
        if len(_shared) >= _MOST_SHARED:
            _shared.clear()
        _shared[form] = word
    else:
        if len(_unknown) >= _MOST_SHARED:
            _unknown.clear()
        _unknown.add(mark)
    return word

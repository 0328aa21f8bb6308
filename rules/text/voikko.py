"""Voikko's native library, and its Finnish terms in ours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from threading import local

import libvoikko

from rules.text.reading import Reading

CLASSES = {
    "nimisana": "noun",
    "nimisana_laatusana": "adjective",
    "laatusana": "adjective",
    "teonsana": "verb",
    "kieltosana": "verb",
    "lukusana": "numeral",
    "asemosana": "pronoun",
    "seikkasana": "adverb",
    "sidesana": "conjunction",
    "suhdesana": "preposition",
    "huudahdussana": "interjection",
    "lyhenne": "abbreviation",
    "etunimi": "first_name",
    "sukunimi": "last_name",
    "paikannimi": "place_name",
    "nimi": "proper_name",
}
CASES = {
    "nimento": "nominative",
    "omanto": "genitive",
    "osanto": "partitive",
    "olento": "essive",
    "tulento": "translative",
    "sisaolento": "inessive",
    "sisaeronto": "elative",
    "sisatulento": "illative",
    "ulkoolento": "adessive",
    "ulkoeronto": "ablative",
    "ulkotulento": "allative",
    "vajanto": "abessive",
    "seuranto": "comitative",
    "keinonto": "instructive",
}
MOODS = {
    "indicative": "indicative",
    "conditional": "conditional",
    "imperative": "imperative",
    "potential": "potential",
    "A-infinitive": "inf-a",
    "E-infinitive": "inf-e",
    "MA-infinitive": "inf-ma",
    "MINEN-infinitive": "inf-minen",
}
TENSES = {"present_simple": "present", "past_imperfective": "past"}

_BASE = re.compile(r"([^()+]{1,80})\(([^()]{1,80})\)")
_VERB = re.compile(r"\[Lt\]\[Xp\]([^\[\]]{1,80})\[X\]")

_PARTICIPLE = re.compile(r"\[Lt\]\[Xp\]([^\[\]]{1,80})\[X\][^\[\]]{0,80}\[Ll\]")
_DERIVED_PARTICIPLE = re.compile(
    r"\[Lt\]\[Xp\][^\[\]]{1,80}\[X\]([^\[\]]{1,80})\[Xj\]([^\[\]]{1,9})\[X\][^\[\]]{0,9}\[Ll\]"
)

_threads = local()


@cache
def is_available() -> bool:
    """Tell whether the native library and its Finnish dictionary are installed."""
    try:
        libvoikko.VoikkoLibrary.open()
        return any(dictionary.language == "fi" for dictionary in libvoikko.Voikko.listDicts())
    except OSError:
        return False


def read(form: str) -> tuple[Reading, ...]:
    """Return every reading of `form`."""
    return tuple(dict.fromkeys(map(reading_of, _handle().analyze(form))))


def _handle() -> libvoikko.Voikko:
    """Return this thread's own analyser: one handle shared by threads gives wrong results."""
    try:
        return _threads.handle
    except AttributeError:
        _threads.handle = libvoikko.Voikko("fi")
        return _threads.handle


def reading_of(analysis: Mapping[str, str]) -> Reading:
    """Translate one of Voikko's analyses."""
    get = analysis.get
    lemma = analysis["BASEFORM"].lower()
    return Reading(
        lemma=lemma,
        word_class=CLASSES.get(analysis["CLASS"], "other"),
        case=CASES.get(get("SIJAMUOTO", ""), ""),
        number=get("NUMBER", ""),
        mood=MOODS.get(get("MOOD", ""), ""),
        tense=TENSES.get(get("TENSE", ""), ""),
        person=get("PERSON", ""),
        participle=get("PARTICIPLE", ""),
        possessive=get("POSSESSIVE", ""),
        heads=_heads(lemma, get("WORDBASES", ""), get("STRUCTURE", "")),
        derived_from=verb_behind(get("FSTOUTPUT", "")),
    )


def _heads(lemma: str, wordbases: str, structure: str) -> tuple[str, ...]:
    """Return a compound's parts from `+kirjasto(kirjasto)+palvel(palvella)+u(+u)`.

    A part made by a suffix is spelled out (`palvelu`). The last part is the end of the base form,
    from where the structure (`=pppppppp=ppppppp`, one letter for each of the form's) says.
    """
    parts: list[str] = []
    stem = ""
    for surface, base in _BASE.findall(wordbases):
        if base.startswith("+") and parts:
            stem += surface
            parts[-1] = stem
        else:
            stem = surface
            parts.extend(base.split("="))
    if len(parts) < 2:
        return (lemma,)
    letters_before = len(structure[: structure.rfind("=")].replace("=", ""))
    parts[-1] = lemma[letters_before:].lstrip("-") or parts[-1]
    return tuple(part.lower() for part in parts)


def verb_behind(output: str) -> str:
    """Return the verb that a participle or the last part of a noun is made from, else ""."""
    last = output.rsplit("[Bc]", 1)[-1]
    if derived := _DERIVED_PARTICIPLE.match(last):
        return "".join(derived.groups()).replace("=", "")  # `käynnistyneet`: käynnist + yä
    found = _PARTICIPLE.match(last) or (_VERB.match(last) if "[Ln]" in last else None)
    return found[1].replace("=", "") if found else ""

"""Voikko's dictionary through pyvoikko: Finnish readings where no native library is installed.

Ten to two hundred times slower than the native library, and equal but for the order of readings
and a few derived words.
"""

from __future__ import annotations

import pyvoikko

from rules.text.reading import Reading
from rules.text.voikko import CASES, CLASSES, MOODS, TENSES, verb_behind


def read(form: str) -> tuple[Reading, ...]:
    """Return every reading of `form`; pyvoikko knows lower case only."""
    return tuple(dict.fromkeys(map(_reading_of, pyvoikko.analyse(form.lower()))))


def _reading_of(analysis: pyvoikko.VoikkoAnalysis) -> Reading:
    parts = analysis.COMPOUND_PARTS or [analysis]
    first_parts = "".join(part.FORM for part in parts[:-1])
    lemma = (first_parts + parts[-1].BASEFORM.replace("=", "")).lower()
    heads = tuple(head for part in parts for head in part.BASEFORM.lower().split("="))
    return Reading(
        lemma=lemma,
        word_class=CLASSES.get(analysis.CLASS, "other"),
        case=CASES.get(analysis.SIJAMUOTO or "", ""),
        number=analysis.NUMBER or "",
        mood=MOODS.get(analysis.MOOD or "", ""),
        tense=TENSES.get(analysis.TENSE or "", ""),
        person=analysis.PERSON or "",
        participle=analysis.PARTICIPLE or "",
        possessive=analysis.POSSESSIVE or "",
        heads=heads if len(heads) > 1 else (lemma,),
        derived_from=verb_behind(analysis.FSTOUTPUT),
    )

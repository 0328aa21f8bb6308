"""A Finnish word in the inflection of another one.

The forms come from a table, `fi_paradigms.tsv`, that `tools/fi_paradigms.py` makes for the words
that the rules suggest; each form in it was read back by the analyser. A form that is not there is
not made: the caller then has nothing to put in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

from rules.text.reading import Reading
from rules.text.word import Word

_CLITICS = ("kin", "kaan", "kään", "ko", "kö", "han", "hän", "pa", "pä")
_PLURAL_ONLY = "plural"


def like(lemma: str, word: Word, readings: Sequence[Reading]) -> str | None:
    """Return `lemma` inflected as `word` is, where `readings` are what `word` may be here.

    None where the table has no such form, where the readings ask for different forms, and where
    `word` has a possessive or a clitic that would be lost.
    """
    if not readings or _has_more(word, readings):
        return None
    forms = {form_like(lemma, word, reading) for reading in readings}
    return forms.pop() if len(forms) == 1 else None


def form_like(lemma: str, word: Word, reading: Reading) -> str | None:
    """Return the form of `lemma` for one reading of `word`."""
    forms = _forms(lemma)
    derived = reading.participle or (reading.mood if reading.mood == "inf-minen" else "")
    if derived in forms:
        forms = _forms(forms[derived])
    if derived:
        return forms.get(f"{reading.number} {reading.case}")
    return forms.get(cell(word, reading))


def cell(word: Word, reading: Reading) -> str:
    """Return the name of the table's cell for one reading of `word`, "" for none."""
    if reading.mood in ("inf-a", "inf-ma"):
        return f"{reading.mood} {reading.case}".strip()
    if reading.mood:
        if not reading.person or (reading.person == "4" and not word.lower.endswith("n")):
            return ""  # `ei kohdenneta`
        number = "" if reading.person == "4" else reading.number[:1]
        return f"{reading.mood} {reading.tense} {reading.person}{number}"
    return f"{reading.number} {reading.case}" if reading.case else ""


def changes_number(lemma: str, readings: Iterable[Reading]) -> bool:
    """Tell whether `lemma` is plural by nature and stands for a singular."""
    plural = _PLURAL_ONLY in _forms(lemma)
    return plural and any(reading.number == "singular" for reading in readings)


def _has_more(word: Word, readings: Iterable[Reading]) -> bool:
    """Tell whether a form says more than its cell: a possessive, a clitic, a degree."""
    lower = word.lower
    for reading in readings:
        base = lower == reading.lemma
        if reading.possessive or (not base and lower.endswith(_CLITICS)):
            return True
        is_base = (reading.case, reading.number) == ("nominative", "singular")
        if is_base and not base and not reading.mood:
            return True
        if reading.word_class == "adjective" and not reading.participle and not base:
            tail = lower[max(len(reading.lemma) - 2, 1) :]
            if "mp" in tail or "mm" in tail:
                return True
    return False


@cache
def _forms(lemma: str) -> Mapping[str, str]:
    """Return the forms of a word by cell; none for a word that the table lacks."""
    fields = _table().get(lemma, "").split("\t")
    return {cell: form for cell, _, form in (field.partition("=") for field in fields if field)}


@cache
def _table() -> Mapping[str, str]:
    """Read the table: a line has a word, then `cell=form` for each of its forms."""
    text = (files("rules.text") / "fi_paradigms.tsv").read_text("utf-8")
    lines = (line.partition("\t") for line in text.splitlines() if line[:1] not in ("", "#"))
    return {lemma: forms for lemma, _, forms in lines}

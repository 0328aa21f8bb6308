"""Swedish and English words in each of their forms, from tables made by `tools/sv_en_paradigms.py`.

A form that is not in the tables is unknown: nobody guesses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rules.model import Language

_CELLS: Mapping[tuple[Language, str], tuple[str, ...]] = {
    ("sv", "verb"): (
        "infinitive", "present", "past", "supine", "imperative",
        "infinitive-s", "present-s", "past-s", "supine-s",
    ),
    ("sv", "noun"): ("singular", "definite", "plural", "definite-plural"),
    ("en", "verb"): ("base", "third", "past", "participle", "ing"),
    ("en", "noun"): ("singular", "plural"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Paradigm:
    """One word: its class (`verb`, `noun`) and its form for each cell that it has."""

    word_class: str
    forms: Mapping[str, str]

    def cells(self, form: str) -> tuple[str, ...]:
        """Return the cells in which `form`, in lower case, stands."""
        return tuple(cell for cell, other in self.forms.items() if other == form)


def paradigms(language: Language, lemma: str) -> tuple[Paradigm, ...]:
    """Return how a base form is inflected; more than one for `request`, empty if unknown."""
    return _table(language).get(lemma, ())


def known_forms(language: Language, lemma: str) -> frozenset[str]:
    """Return every form that the table has of a base form."""
    return frozenset(form for p in paradigms(language, lemma) for form in p.forms.values())


@cache
def _table(language: Language) -> Mapping[str, tuple[Paradigm, ...]]:
    table: dict[str, tuple[Paradigm, ...]] = {}
    text = files("rules.text").joinpath(f"{language}_paradigms.tsv").read_text("utf-8")
    for line in text.splitlines():
        word_class, *forms = line.split("\t")
        named = zip(_CELLS[language, word_class], forms, strict=True)
        paradigm = Paradigm(word_class, {cell: form for cell, form in named if form != "-"})
        table[forms[0]] = (*table.get(forms[0], ()), paradigm)
    return table

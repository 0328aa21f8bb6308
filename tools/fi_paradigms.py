"""Make `rules/text/fi_paradigms.tsv`: the forms of the words that the Finnish rules suggest.

Needs the package `voikko` 0.5 for development (`uv run --with voikko==0.5 tools/fi_paradigms.py`).
It proposes forms; the analyser that the product itself uses reads each of them back, and only a
form that is read as this word in this cell is kept.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from rules.detect.phrase import parse_phrase
from rules.detect.replacing import words_to_inflect
from rules.detect.terms import TermsSpec
from rules.load import BUILT_IN, read
from rules.text import finnish, inflect
from rules.text.word import Word

Generate = Callable[[str], list[dict[str, list[str]]]]
"""Returns, for each word of that spelling, its forms by their Finnish names."""

TABLE = Path(inflect.__file__).with_name("fi_paradigms.tsv")

HEAD = """\
# The forms of the words that the Finnish rules suggest, made by tools/fi_paradigms.py.
# A word, then cell=form for each form that the analyser reads back as this word in this cell.
"""

CASES = {
    "nominatiivi": "nominative",
    "genetiivi": "genitive",
    "partitiivi": "partitive",
    "translatiivi": "translative",
    "essiivi": "essive",
    "inessiivi": "inessive",
    "elatiivi": "elative",
    "illatiivi": "illative",
    "adessiivi": "adessive",
    "ablatiivi": "ablative",
    "allatiivi": "allative",
}


IRREGULAR = {
    "tämä": """tämä tämän tätä täksi tänä tässä tästä tähän tällä tältä tälle nämä näiden näitä
        näiksi näinä näissä näistä näihin näillä näiltä näille""".split()
}
"""Words that the generator inflects wrongly, with the forms to try."""

ENDINGS = """n t mme tte vat vät aan ään daan dään taan tään tta ttä
    in it i imme itte ivat ivät tiin ttiin
    isin isit isi isimme isitte isivat isivät taisiin täisiin ttaisiin ttäisiin
    kaa kää massa mässä masta mästä maan mään malla mällä matta mättä
    minen va vä ttava ttävä tava tävä ttu tty tu ty nut nyt lut lyt rut ryt sut syt""".split()


def wanted() -> Iterator[str]:
    """Yield the words that replacements of Finnish terms inflect; a plural one as it is written."""
    for folder in sorted(p.parent for p in BUILT_IN.glob("*/pack.yaml")):
        for rule in read(folder).rules:
            spec = rule.detect.spec
            if isinstance(spec, TermsSpec) and spec.language == "fi":
                for term in spec.items:
                    if any(e.lemmas or e.heads for e in parse_phrase(term.term)):
                        for replacement in term.replace:
                            yield from words_to_inflect(replacement)


def rows(lemma: str, generate: Generate) -> Iterator[str]:
    """Yield the table's lines for a word: itself, a verb's participles and its noun too."""
    readings = finnish.read(lemma)
    plural = next(
        (r.lemma for r in readings if (r.number, r.case) == ("plural", "nominative")), None
    )
    if lemma in IRREGULAR:
        yield _line(lemma, _irregular_cells(lemma))
    elif any(r.lemma == lemma and r.mood == "inf-a" for r in readings):
        yield from _verb_rows(lemma, generate)
    elif any(r.lemma == lemma for r in readings):
        yield _line(lemma, _noun_cells(lemma, generate, lemma))
    elif any(r.mood == "inf-minen" for r in readings):
        yield _line(lemma, _derived_cells(lemma, generate))
    elif plural:
        yield _line(lemma, _as_plural(_noun_cells(plural, generate, plural)))


def _line(lemma: str, cells: dict[str, str]) -> str:
    return "\t".join([lemma, *(f"{cell}={form}" for cell, form in sorted(cells.items()))])


def _irregular_cells(lemma: str) -> dict[str, str]:
    cells: dict[str, str] = {}
    for form in IRREGULAR[lemma]:
        for reading in finnish.read(form):
            if reading.word_class == "pronoun" and reading.case and not reading.possessive:
                cells.setdefault(f"{reading.number} {reading.case}", form)
    return cells


def _noun_cells(lemma: str, generate: Generate, base: str) -> dict[str, str]:
    """Return the forms of a noun or adjective that are read back as `base`."""
    cells: dict[str, str] = {}
    for homonym in generate(lemma):
        for name, forms in homonym.items():
            case = CASES.get(name.removesuffix("_mon"))
            number = "plural" if name.endswith("_mon") else "singular"
            for form in forms:
                if case and _is(form, base, number, case):
                    cells.setdefault(f"{number} {case}", form)
    return cells


def _is(form: str, base: str, number: str, case: str) -> bool:
    return any(
        base == r.lemma and (r.number, r.case) == (number, case) and not r.possessive
        for r in finnish.read(form)
    )


def _as_plural(cells: dict[str, str]) -> dict[str, str]:
    """Let a plural word answer for a singular too, but never as the subject of a verb."""
    plural = {cell: form for cell, form in cells.items() if cell.startswith("plural ")}
    singular = {
        cell.replace("plural", "singular"): form
        for cell, form in plural.items()
        if cell not in ("plural nominative", "plural genitive")
    }
    return {**plural, **singular, "plural": "yes"}


def _verb_rows(lemma: str, generate: Generate) -> Iterator[str]:
    cells: dict[str, str] = {"inf-a": lemma}
    derived: dict[str, str] = {}
    for form in _candidates(lemma, generate(lemma)):
        if form[-1] not in "aeiouyäönt":
            continue  # the analyser also takes clipped forms (`tehk`)
        for reading in finnish.read(form):
            if reading.possessive:
                continue
            if reading.participle and reading.derived_from == lemma:
                if (reading.number, reading.case) == ("singular", "nominative"):
                    derived.setdefault(reading.participle, form)
            elif reading.lemma == lemma and reading.mood == "inf-minen":
                derived.setdefault("inf-minen", form)
            elif reading.lemma == lemma and reading.mood not in ("", "inf-e", "inf-a"):
                name = inflect.cell(Word(form), reading)
                if name:
                    cells.setdefault(name, form)
    yield _line(lemma, cells | derived)
    for kind, base in derived.items():
        forms = {
            cell: form
            for cell, form in _derived_cells(base, generate).items()
            if _reads_as(form, lemma, kind)
        }
        yield _line(base, {"singular nominative": base, **forms})


def _derived_cells(base: str, generate: Generate) -> dict[str, str]:
    cells: dict[str, str] = {}
    for homonym in generate(base):
        for name, forms in homonym.items():
            case = CASES.get(name.removesuffix("_mon"))
            number = "plural" if name.endswith("_mon") else "singular"
            for form in forms:
                if case and any(
                    (r.number, r.case) == (number, case) and not r.possessive
                    for r in finnish.read(form)
                ):
                    cells.setdefault(f"{number} {case}", form)
    return cells


def _reads_as(form: str, lemma: str, kind: str) -> bool:
    return any(
        (r.participle == kind and r.derived_from == lemma)
        or (kind == "inf-minen" and r.mood == kind and r.lemma == lemma)
        for r in finnish.read(form)
    )


def _candidates(lemma: str, homonyms: list[dict[str, list[str]]]) -> Iterator[str]:
    """Yield what may be forms of a verb: its principal forms, and their stems with every ending."""
    principal = [form for homonym in homonyms for forms in homonym.values() for form in forms]
    stems: list[str] = []
    for form in [lemma, *principal]:
        stems += [form[:cut] for cut in range(len(form), max(len(form) - 5, 1), -1)]
    yield from principal
    for stem in dict.fromkeys(stems):
        yield stem
        for long in ("", stem[-1], "e", "ee"):
            yield stem + long
            for ending in ENDINGS:
                yield stem + long + ending


def main() -> None:
    """Write the table and say on standard error which words it lacks."""
    from voikko.inflect_word import generate_forms

    lines: dict[str, str] = {}
    for lemma in sorted(set(wanted())):
        found = list(rows(lemma, generate_forms))
        if not found:
            sys.stderr.write(f"no forms: {lemma}\n")
        for line in found:
            lines.setdefault(line.partition("\t")[0], line)
    TABLE.write_text(HEAD + "".join(line + "\n" for _, line in sorted(lines.items())), "utf-8")


if __name__ == "__main__":
    main()

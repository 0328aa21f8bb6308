"""A Swedish or English replacement in the inflection of the word that it replaces.

`erhöll` gives `fick`, `utilising` gives `using`. Where two forms look the same (`request`, noun or
verb; `inlämna!` or `att inlämna`) the words before decide; where they do not, nothing is put in.
The first word of a replacement is inflected: `ta emot`, `tog emot`.
"""

from __future__ import annotations

from collections.abc import Iterable

from rules.model import Language
from rules.text import Document, Sentence
from rules.text.paradigms import Paradigm, paradigms

_SV_WITH_INFINITIVE = frozenset(
    """att kan kunde ska skall skulle får fick vill ville måste bör borde behöver brukar tänker
    ämnar låter lät vågar orkar hinner slipper kunna""".split()
)
_SV_WITH_SUPINE = frozenset("har hade ha haft".split())
_SV_SUBJECTS = frozenset(
    """jag du han hon den det vi ni de man som kommunen staden regionen nämnden styrelsen alla
    inte ej också alltid""".split()
)
_EN_WITH_BASE = frozenset(
    """to will would can could shall should must may might do does did not don't cannot can't won't
    please you we they i who people and or let help""".split()
)
_EN_NOUN_SIGNS = frozenset(
    """a an the this that these those your our their his her its my any no some each every of for
    in on by with from new""".split()
)
_EN_WITH_PARTICIPLE = frozenset(
    "be is are was were been being am has have had having get gets got".split()
)
_EN_SUBJECTS = frozenset("i you he she it we they who council".split())
_EN_OBJECTS = frozenset("it them him her us you me this that these those".split())
_FAR = 4


def inflected(doc: Document, sentence: Sentence, at: int, lemma: str, wanted: str) -> str | None:
    """Return `wanted` in the form that the word `lemma` has at the token `at`.

    None when the form is unknown or not certain.
    """
    head, space, rest = wanted.partition(" ")
    language = sentence.language
    made: set[str] = set()
    for source in paradigms(language, lemma):
        cells = source.cells(doc.tokens[at].word.lower)
        certain = _certain(doc, sentence, at, source, cells)
        if cells and not certain:
            return None
        made |= {form for form in _forms(language, head, source, certain) if form}
        if certain and not made:
            return None
    if len(made) != 1:
        return None
    form = made.pop()
    if space and _would_split(doc, sentence, at):
        return None
    return form + space + rest


def _forms(
    language: Language, head: str, source: Paradigm, cells: Iterable[str]
) -> Iterable[str | None]:
    """Yield the replacement's form for each cell; None where it has none."""
    for target in paradigms(language, head):
        if target.word_class != source.word_class:
            continue
        if source.word_class == "noun" and language == "sv" and not _same_gender(source, target):
            continue
        for cell in cells:
            yield target.forms.get(cell)


def _same_gender(source: Paradigm, target: Paradigm) -> bool:
    """Tell it by the definite form: `mötet` and `kriget`, `planen` and `strategin`."""
    return source.forms["definite"][-1] == target.forms["definite"][-1]


def _certain(
    doc: Document, sentence: Sentence, at: int, source: Paradigm, cells: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the cells that the words before leave possible; empty when in doubt."""
    before = [doc.tokens[i].word.lower for i in range(max(sentence.first, at - _FAR), at)]
    if sentence.language == "sv":
        return _certain_sv(before, source, cells)
    return _certain_en(before, source, cells, first=at == sentence.first)


def _certain_sv(before: list[str], source: Paradigm, cells: tuple[str, ...]) -> tuple[str, ...]:
    if source.word_class == "noun":
        return cells
    cell = cells[0] if cells else ""
    infinitive = not _SV_WITH_INFINITIVE.isdisjoint(before)
    if cell in ("infinitive", "imperative"):
        if infinitive:
            return ("infinitive",) if "infinitive" in cells else ()
        return ("imperative",) if not before and "imperative" in cells else ()
    if cell in ("infinitive-s", "present-s"):
        wanted = "infinitive-s" if infinitive else "present-s"
        return (wanted,) if wanted in cells else ()
    if cell in ("supine", "supine-s"):
        return (cell,) if not _SV_WITH_SUPINE.isdisjoint(before) else ()
    if cell == "past" and source.forms["past"].endswith(("de", "te")):
        return ("past",) if before and before[-1] in _SV_SUBJECTS else ()
    return cells


def _certain_en(
    before: list[str], source: Paradigm, cells: tuple[str, ...], *, first: bool
) -> tuple[str, ...]:
    last = before[-1] if before else ""
    if source.word_class == "noun":
        return cells if not first and last in _EN_NOUN_SIGNS else ("plural",) * ("plural" in cells)
    if "base" in cells:
        return ("base",) if first or last in _EN_WITH_BASE else ()
    if "third" in cells:
        return ("third",) if not first and last not in _EN_NOUN_SIGNS else ()
    if "participle" in cells:
        if not _EN_WITH_PARTICIPLE.isdisjoint(before[-2:]):
            return ("participle",)
        if last in _EN_SUBJECTS and "past" in cells:
            return ("past",)
        return ("past", "participle") if "past" in cells else ("participle",)
    return cells


def _would_split(doc: Document, sentence: Sentence, at: int) -> bool:
    """Tell whether the words of `lämna in` would have to part: `inlämnar du`, `relinquish it`."""
    after = doc.tokens[at + 1].word.lower if at + 1 < sentence.last else ""
    return after in (_SV_SUBJECTS if sentence.language == "sv" else _EN_OBJECTS)


def fits_article(doc: Document, sentence: Sentence, at: int, text: str) -> bool:
    """Tell whether `text` can stand at the token `at` after what is there: no `an more`."""
    last = doc.tokens[at - 1].word.lower if at > sentence.first else ""
    if sentence.language != "en" or last not in ("a", "an"):
        return True
    return (text[0].lower() in "aeiou") == (last == "an")

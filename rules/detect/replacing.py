"""What may be put in a term's place, in the inflection of what stood there.

How a replacement is written:

- `ohje`             takes the inflection of the word that it replaces
- `ottaa~ käyttöön`  so does the word with `~`; the others stay
- `=verkossa`        stands as it is; so does every replacement of a term of `=forms` alone
- `(kerro, kuka)`    is advice for a human and never put in

Where the form cannot be made with certainty there is no replacement, only advice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.detect.inflect import fits_article, inflected
from rules.detect.phrase import Phrase, Place
from rules.text import Document, Reading, Sentence, Token, inflect
from rules.text.paradigms import known_forms

_SEPARATOR = re.compile(r",\s+(?![^(]*\))")

_GOVERNORS = frozenset(
    """voida saada pitää tulla täytyä aikoa haluta tarvita pystyä kannattaa alkaa osata yrittää
    muistaa pyrkiä joutua mahdollinen syy tarkoitus oikeus lupa tarve hyvä""".split()
)
"""What an infinitive beside it hangs on."""


def split_replacements(text: str) -> tuple[str, ...]:
    """Split `jos, kun, (muuta lausetta, jos voit)` at the commas outside brackets."""
    return tuple(part.strip() for part in _SEPARATOR.split(text) if part.strip())


def advice(wanted: Sequence[str]) -> str:
    """Return replacements as a person reads them, in base form."""
    return ", ".join(w.strip("()").removeprefix("=").replace("~", "") for w in wanted)


def words_to_inflect(wanted: str) -> tuple[str, ...]:
    """Return the words of a replacement that take an inflection."""
    if wanted.startswith(("=", "(")):
        return ()
    if " " not in wanted:
        return (wanted,)
    return tuple(word[:-1] for word in wanted.split() if word.endswith("~"))


def replacements(
    doc: Document, sentence: Sentence, phrase: Phrase, place: Place, wanted: Sequence[str]
) -> tuple[str, ...]:
    """Return what can be put in the place of a phrase, the best first; nothing when in doubt."""
    if not place.whole:
        return ()
    first = doc.tokens[place.first]
    made = (_make(doc, sentence, phrase, place, w) for w in wanted if not w.startswith("("))
    fitting = (text for text in made if text and fits_article(doc, sentence, place.first, text))
    return tuple(dict.fromkeys(_cased(text, first) for text in fitting))


def _make(
    doc: Document, sentence: Sentence, phrase: Phrase, place: Place, wanted: str
) -> str | None:
    if wanted.startswith("="):
        return wanted[1:]
    model = _model(phrase, place)
    if model is None:
        return wanted if "~" not in wanted else None
    if sentence.language != "fi":
        return _inflected_sv_en(doc, sentence, phrase, place, wanted)
    return _inflected(doc, sentence, phrase, place, wanted)


def _model(phrase: Phrase, place: Place) -> int | None:
    """Return which element gives the inflection: the first that names a base form."""
    elements = [e for e in phrase.elements if not e.gap]
    inflecting = (
        i
        for i, e in enumerate(elements)
        if (e.lemmas or e.heads or e.firsts) and place.tokens[i] >= 0
    )
    return next(inflecting, None)


def _inflected_sv_en(
    doc: Document, sentence: Sentence, phrase: Phrase, place: Place, wanted: str
) -> str | None:
    model = _model(phrase, place)
    if model is None:
        return None
    element = [e for e in phrase.elements if not e.gap][model]
    at = place.tokens[model]
    form = doc.tokens[at].word.lower
    lemmas = [w for w in element.lemmas if form in known_forms(sentence.language, w)]
    return inflected(doc, sentence, at, lemmas[0], wanted) if len(lemmas) == 1 else None


def _inflected(
    doc: Document, sentence: Sentence, phrase: Phrase, place: Place, wanted: str
) -> str | None:
    model = _model(phrase, place)
    marked = words_to_inflect(wanted)
    if model is None or not marked:
        return None
    element = [e for e in phrase.elements if not e.gap][model]
    at = place.tokens[model]
    token = doc.tokens[at]
    readings = [r for r in token.word.readings if element.fits_reading(token.word, r)]
    several = " " in wanted or sum(bool(e.lemmas) for e in phrase.elements) > 1
    if several and any(r.participle for r in readings):
        return None  # `tehty päätös` is no `päätetty`, `huomioitu toive` no `otettu huomioon`
    readings = _as_used(doc, sentence, at, readings)
    forms = {word: inflect.like(word, token.word, readings) for word in marked}
    plural = inflect.changes_number(marked[0], readings)
    if plural and _is_qualified(doc, sentence, place, readings):
        return None
    parts = [forms.get(part.removesuffix("~"), part) for part in wanted.split()]
    return " ".join(part for part in parts if part) if all(parts) else None


def _as_used(doc: Document, sentence: Sentence, at: int, readings: list[Reading]) -> list[Reading]:
    """Choose between `kunta kohdentaa` and `kunta voi kohdentaa`, which look the same.

    Beside a word that an infinitive hangs on it is one; without any other verb it is the verb of
    the sentence; else nobody can say and both stay.
    """
    if {r.mood for r in readings} != {"inf-a", "indicative"}:
        return readings
    others = [doc.tokens[i].word for i in range(sentence.first, sentence.last) if i != at]
    if any(not _GOVERNORS.isdisjoint(word.lemmas("fi")) for word in others):
        return [r for r in readings if r.mood == "inf-a"] if _hangs(doc, sentence, at) else readings
    if any(r.mood in ("indicative", "conditional") for word in others for r in word.readings):
        return readings
    return [r for r in readings if r.mood == "indicative"]


def _hangs(doc: Document, sentence: Sentence, at: int) -> bool:
    """Tell whether a word that an infinitive hangs on stands up to three words before it."""
    before = doc.tokens[max(sentence.first, at - 3) : at]
    return any(not _GOVERNORS.isdisjoint(token.word.lemmas("fi")) for token in before)


def _is_qualified(
    doc: Document, sentence: Sentence, place: Place, readings: Sequence[Reading]
) -> bool:
    """Tell whether the word before agrees with the replaced one, as `uuden` in `uuden väen`."""
    if place.first == sentence.first:
        return False
    cases = {reading.case for reading in readings}
    return any(
        r.case in cases and r.word_class in ("adjective", "pronoun", "numeral")
        for r in doc.tokens[place.first - 1].word.readings
    )


def _cased(text: str, first: Token) -> str:
    if first.word.shape == "title":
        return text[:1].upper() + text[1:]
    return text.upper() if first.word.shape == "upper" and len(first.text) > 3 else text

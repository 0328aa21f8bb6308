"""Swedish base forms, from simplemma's dictionary."""

from __future__ import annotations

from rules.text import cache

_MIN_HEAD = 4
_LONGEST = 40


def is_known(form: str) -> bool:
    """Tell whether the dictionary has `form`, as written or in lower case."""
    return lemma(form) is not None


def lemma(form: str) -> str | None:
    """Return the base form of `form` in lower case, None where the dictionary has none."""
    if len(form) > _LONGEST:
        return None
    found = cache.lemmas("sv").get(form.lower()) or cache.lemmas("sv").get(form)
    return str(found[0].decode()).lower() if found else None


def lemmas(form: str) -> frozenset[str]:
    """Return the base form and the lower-case form itself.

    A compound that the dictionary lacks takes the base form of the longest known word at its end
    (`idrottstjänsterna`: `idrottstjänst`).
    """
    lower = form.lower()
    base = lemma(form) or _compound_lemma(lower)
    return frozenset((lower, base)) if base else frozenset((lower,))


def _compound_lemma(lower: str) -> str | None:
    if not lower.isalpha() or len(lower) > _LONGEST:
        return None
    dictionary = cache.lemmas("sv")
    for start in range(3, len(lower) - _MIN_HEAD + 1):
        if (found := dictionary.get(lower[start:])) and _is_first_part(lower[:start]):
            return lower[:start] + str(found[0].decode()).lower()
    return None


def _is_first_part(part: str) -> bool:
    """Tell whether a compound can begin so: `vatten`, `vårds`, and `vattenvårds` by its end."""
    dictionary = cache.lemmas("sv")
    stem = part.removesuffix("s")
    return any(
        part[at:] in dictionary or stem[at:] in dictionary
        for at in (0, *range(3, len(stem) - _MIN_HEAD + 1))
    )

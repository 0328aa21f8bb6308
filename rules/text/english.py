"""English base forms, from simplemma's dictionary."""

from __future__ import annotations

from rules.text import cache

_LONGEST = 40


def is_known(form: str) -> bool:
    """Tell whether the dictionary has `form`, as written, in lower case or with a genitive `'s`."""
    return lemma(form) is not None


def lemma(form: str) -> str | None:
    """Return the base form of `form` in lower case, None where the dictionary has none."""
    if len(form) > _LONGEST:
        return None
    form = form.removesuffix("'s")
    found = cache.lemmas("en").get(form.lower()) or cache.lemmas("en").get(form)
    return str(found[0].decode()).lower() if found else None


def lemmas(form: str) -> frozenset[str]:
    """Return the base form and the lower-case form itself."""
    lower = form.lower()
    base = lemma(form)
    return frozenset((lower, base)) if base else frozenset((lower,))

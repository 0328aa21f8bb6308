"""Which words are first or last names: the analyser's classes and the lists of many countries."""

from __future__ import annotations

from rules.text import cache
from rules.text.reading import Reading


def is_first_name(form: str, readings: tuple[Reading, ...]) -> bool:
    """Tell whether `form` (in any case of inflection in Finnish) can be a first name."""
    return any(reading.word_class == "first_name" for reading in readings) or "f" in listed(form)


def is_last_name(form: str, readings: tuple[Reading, ...]) -> bool:
    """Tell whether `form` (in any case of inflection in Finnish) can be a last name."""
    return any(reading.word_class == "last_name" for reading in readings) or "l" in listed(form)


def listed(form: str) -> str:
    """Return what the name lists say of `form`, or of it without -s: "", "f", "l" or "fl"."""
    lower = form.lower()
    trie = cache.names()
    found = trie.get(lower)
    if not found and lower.endswith("s"):
        found = trie.get(lower[:-1].removesuffix("'"))
    return str(found[0].decode()) if found else ""

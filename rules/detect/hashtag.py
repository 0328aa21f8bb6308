"""Hashtags of several words: where one word ends and the next begins."""

from __future__ import annotations

from collections.abc import Mapping
from os import urandom

from rules.model import LANGUAGES, Language
from rules.text.functionwords import FUNCTION_WORDS
from rules.text.word import word_of

_SHORTEST = 6
_LONGEST = 40
_MOST_KEPT = 10_000
_COINED = ("sote", "rekry", "soterekry", "some", "vaka", "hyte", "nuokkari", "stadi")
_ENDINGS = (
    "", "n", "a", "ä", "en", "on", "yn", "in", "ssa", "ssä", "sta", "stä", "lla", "llä", "lle",
    "lta", "ltä", "t",
)  # fmt: skip
_COINED_FORMS = frozenset(word + ending for word in _COINED for ending in _ENDINGS)

_Cut = tuple[float, tuple[str, ...]]
_NO_CUT: _Cut = (float("inf"), ())

_kept: dict[str, str] = {}
_uncut: set[int] = set()
_salt = urandom(16)


def camel_case(body: str, names: Mapping[str, str]) -> str | None:
    """Return a tag's body with a capital where each word begins, None where it is one word.

    `names` are the city's own, in small letters and without spaces, as they are to be written.
    """
    lower = body.lower()
    if not _SHORTEST <= len(body) <= _LONGEST or body != lower or not body.isalpha():
        return None
    if lower in names:
        return names[lower]
    if lower in _kept or hash((_salt, lower)) in _uncut:
        return _kept.get(lower)
    made = _made_of_words(lower)
    kept: dict[str, str] | set[int] = _kept if made else _uncut
    if len(kept) >= _MOST_KEPT:
        kept.clear()
    if made:
        _kept[lower] = made  # it consists of words of the dictionary: it gives no secret away
    else:
        _uncut.add(hash((_salt, lower)))
    return made


def _made_of_words(lower: str) -> str | None:
    if any(_is_word(lower, each) or _is_word(lower.title(), each) for each in LANGUAGES):
        return None
    cuts = [(*_cut(lower, each, {}), each) for each in LANGUAGES]
    cost, parts, language = min(cuts, key=lambda cut: cut[0])
    if len(parts) < 2 or cost > len(lower) / 3 or (language == "sv" and _is_compound(parts)):
        return None
    words = [piece for part in parts for piece in _at_seam(part)]
    return "".join(word[:1].upper() + word[1:] for word in words)


def _is_word(form: str, language: Language) -> bool:
    return word_of(form).is_known(language)


def _is_compound(parts: tuple[str, ...]) -> bool:
    """Tell whether two Swedish words run together are likely one: its compounds are in no list."""
    return len(parts) == 2 and not any("sv" in FUNCTION_WORDS.get(part, ()) for part in parts)


def _cut(rest: str, language: Language, seen: dict[str, _Cut]) -> _Cut:
    """Cut a run of letters into words of one language, the fewest and the least short ones."""
    if not rest:
        return 0.0, ()
    if rest in seen:
        return seen[rest]
    best = _NO_CUT
    for size in range(len(rest), 1, -1):
        cost = _cost(rest[:size], language)
        if cost < best[0]:
            after, parts = _cut(rest[size:], language, seen)
            best = min(best, (cost + after, (rest[:size], *parts)), key=lambda cut: cut[0])
    seen[rest] = best
    return best


def _cost(part: str, language: Language) -> float:
    if language in FUNCTION_WORDS.get(part, ()) or part in _COINED_FORMS:
        return 1.0
    if len(part) < 3:
        return float("inf")
    if _is_word(part, language):
        return 1.0 if len(part) > 3 else 1.5
    return 1.5 if len(part) > 4 and _is_word(part.title(), language) else float("inf")


def _at_seam(part: str) -> list[str]:
    """Cut a Finnish compound where its first part ends, if that shows in the form."""
    for reading in word_of(part).readings:
        heads = reading.heads
        if len(heads) > 1 and len(heads[0]) > 2 and part.startswith(heads[0]):
            rest = part[len(heads[0]) :]
            if len(rest) > 2:
                return [heads[0], *_at_seam(rest)]
    return [part]

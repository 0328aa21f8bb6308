"""Hashtags of several words: where one word ends and the next begins."""

from __future__ import annotations

from collections.abc import Mapping

from rules.text import Word
from rules.text.word import word_of

_SHORTEST = 3
_LONGEST = 40
_SHORT = frozenset("ja on ei se me te he i på av en vi du of to in on is we be a".split())


def camel_case(body: str, names: Mapping[str, str]) -> str | None:
    """Return a tag's body with a capital where each word begins, None where it is one word.

    `names` are the city's own, in small letters and without spaces, as they are to be written.
    """
    lower = body.lower()
    if not 2 * _SHORTEST <= len(body) <= _LONGEST or body[1:] != lower[1:] or not body.isalpha():
        return None
    own = names.get(lower)
    if own is not None:
        return own if own[1:] != lower[1:] else None
    if _is_word(lower) or _is_word(lower.title()):
        return None
    parts = _split(lower, {})
    if parts is None or len(parts) < 2:
        return None
    words = [piece for part in parts for piece in _at_seam(part)]
    return "".join(word[:1].upper() + word[1:] for word in words)


def _is_word(form: str) -> bool:
    word = word_of(form)
    return bool(word.readings) or word.is_known("sv") or word.is_known("en")


def _split(rest: str, seen: dict[str, list[str] | None]) -> list[str] | None:
    """Cut a run of letters into the fewest known words; the longest word is tried first."""
    if not rest:
        return []
    if rest in seen:
        return seen[rest]
    best: list[str] | None = None
    for size in range(len(rest), 0, -1):
        part = rest[:size]
        if not (_is_plain_word(part) if size >= _SHORTEST else part in _SHORT):
            continue
        after = _split(rest[size:], seen)
        if after is not None and (best is None or 1 + len(after) < len(best)):
            best = [part, *after]
    seen[rest] = best
    return best


def _is_plain_word(part: str) -> bool:
    return _is_word(part) or (len(part) > 4 and _is_word(part.title()))


def _at_seam(part: str) -> list[str]:
    """Cut a Finnish compound where its first part ends, if that shows in the form."""
    word: Word = word_of(part)
    for reading in word.readings:
        heads = reading.heads
        if len(heads) > 1 and part.startswith(heads[0]) and len(part) - len(heads[0]) >= _SHORTEST:
            return [heads[0], *_at_seam(part[len(heads[0]) :])]
    return [part]

"""The concept lexicon: which words stand for what, in three languages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from rules.model import LANGUAGES, Language
from rules.yaml_file import read_yaml

FOLDER = Path(__file__).parent
FILES = ("concepts.yaml", "spoken.yaml")

Names = tuple[str, ...]

_SHORTEST_PART = 3  # letters that a prefix or a suffix has at least, besides exact words


@dataclass(frozen=True, slots=True)
class Words:
    """The lexicon of one language: exact words, beginnings, endings, runs of words."""

    exact: Mapping[str, Names]
    begins: Mapping[str, Names]
    ends: Mapping[str, Names]
    runs: Mapping[str, tuple[tuple[Names, str], ...]]
    spoken: Mapping[str, str]
    longest: int = 0

    def of(self, forms: Iterable[str]) -> set[str]:
        """Return the concepts that any of these forms of a word stands for."""
        found: set[str] = set()
        for form in forms:
            found.update(self.exact.get(form, ()))
            for cut in range(2, min(len(form), self.longest) + 1):
                found.update(self.begins.get(form[:cut], ()))
                found.update(self.ends.get(form[-cut:], ()))
        return found


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All concepts, their kinds (posting, people, form, outside) and each language's words."""

    kinds: Mapping[str, str]
    words: Mapping[Language, Words]
    spelling: dict[Language, dict[str, str]] = field(default_factory=dict)


def raw() -> dict[str, Any]:
    """Read the lexicon's files as plain data, ready to be kept as JSON."""
    return {name: read_yaml(FOLDER / name, name).content for name in FILES}


def fingerprint() -> bytes:
    """Return the bytes of the files, by which a cached form is told from a stale one."""
    return b"".join((FOLDER / name).read_bytes() for name in FILES)


@cache
def lexicon() -> Lexicon:
    """Return the lexicon, read from a cache where it can be."""
    import hashlib

    from rules.kept import keep, recall

    name = f"concepts-{hashlib.sha256(fingerprint()).hexdigest()[:24]}.json"
    kept = recall(name)
    data = json.loads(kept) if kept else _plain(raw())
    if kept is None:
        keep(name, json.dumps(data, ensure_ascii=False).encode())
    return compiled(data)


def _plain(data: Mapping[str, Any]) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(json.dumps(data, default=dict))
    return loaded


def compiled(data: Mapping[str, Any]) -> Lexicon:
    """Make the lexicon of plain data."""
    concepts, spoken = data["concepts.yaml"], data["spoken.yaml"]
    kinds = {name: kind for kind, group in concepts.items() for name in group}
    words = {
        language: _words(
            ((name, said[language]) for group in concepts.values() for name, said in group.items()),
            spoken[language],
        )
        for language in LANGUAGES
    }
    return Lexicon(kinds, words)


def _words(entries: Iterable[tuple[str, str]], spoken: Mapping[str, str]) -> Words:
    exact: dict[str, list[str]] = {}
    begins: dict[str, list[str]] = {}
    ends: dict[str, list[str]] = {}
    runs: dict[str, list[tuple[Names, str]]] = {}
    for concept, listed in entries:
        for word in str(listed).split():
            if "_" in word:
                first, *rest = (part for part in word.split("_") if part)
                runs.setdefault(first.rstrip("*"), []).append(((first, *rest), concept))
            else:
                _sort_in(word, concept, exact, begins, ends)
    return Words(
        {word: tuple(names) for word, names in exact.items()},
        {word: tuple(names) for word, names in begins.items()},
        {word: tuple(names) for word, names in ends.items()},
        {word: tuple(names) for word, names in runs.items()},
        spoken,
        max(map(len, (*begins, *ends)), default=0),
    )


def _sort_in(
    word: str,
    concept: str,
    exact: dict[str, list[str]],
    begins: dict[str, list[str]],
    ends: dict[str, list[str]],
) -> None:
    if word.endswith("*"):
        begins.setdefault(word.rstrip("*"), []).append(concept)
    elif word.startswith("*"):
        ends.setdefault(word.lstrip("*"), []).append(concept)
    else:
        exact.setdefault(word, []).append(concept)


def vocabulary(words: Words) -> Iterator[str]:
    """Yield the words by which a misspelt one may be mended."""
    yield from (word for word in words.exact if len(word) > _SHORTEST_PART)
    yield from words.runs

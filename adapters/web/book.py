"""The pack as a book: every rule and topic under the document and section where it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rules.model import Language, Source
from rules.pack import Document, Pack
from rules.rule import Example, Rule
from rules.text import Document as Read
from rules.topic import Topic

_ORDER = {"approved": 0, "draft": 0, "slides": 0, "law": 1, "reference": 2, "configuration": 3}
"""The organisation's own words come first, then what binds it, then what advises it."""

_EXAMPLES = 3
_QUESTIONS = 4


class Entry(NamedTuple):
    """Rules that say the same, or a topic, with where it is written.

    What is looked for in each language by a rule of its own is one thing to a reader. A topic on
    which the guideline is silent is written nowhere.
    """

    id: str
    rules: tuple[Rule, ...]
    topic: Topic | None
    source: Source | None

    @property
    def rule(self) -> Rule | None:
        """The first of the rules."""
        return self.rules[0] if self.rules else None


class Section(NamedTuple):
    """A section of a document; `about` is a few words on it, where the pack has them."""

    code: str
    about: str
    entries: tuple[Entry, ...]

    @property
    def language(self) -> Language:
        """The language of those words: the document's own."""
        return _language(self.about) or "fi"


class Chapter(NamedTuple):
    """A document; None for what no document says."""

    document: Document | None
    sections: tuple[Section, ...]


class Samples(NamedTuple):
    """Examples of a rule in one language as far as there are any."""

    bad: tuple[str, ...]
    good: tuple[str, ...]


def chapters(pack: Pack, language: Language, wanted: str = "") -> tuple[Chapter, ...]:
    """Return the book, or of it what has the wanted words in it."""
    words = wanted.casefold().split()
    entries = [e for e in _entries(pack) if all(word in _text(e, language) for word in words)]
    documents = sorted(pack.documents, key=lambda document: _ORDER[document.status])
    found = [Chapter(document, _sections(document, entries)) for document in documents]
    silent = tuple(entry for entry in entries if entry.source is None)
    found.append(Chapter(None, (Section("", "", silent),) if silent else ()))
    return tuple(chapter for chapter in found if chapter.sections)


def samples(rules: Sequence[Rule], language: Language) -> Samples:
    """Return a few examples, those in the reader's language first."""
    return Samples(
        _chosen([each for rule in rules for each in rule.examples.bad], language),
        _chosen([each for rule in rules for each in rule.examples.good], language),
    )


def questions(topic: Topic, language: Language) -> tuple[str, ...]:
    """Return a few ways in which people ask about a topic."""
    return topic.questions.get(language, ())[:_QUESTIONS]


def _entries(pack: Pack) -> Iterator[Entry]:
    alike: dict[tuple[object, ...], list[Rule]] = {}
    for rule in pack.rules:
        key = (rule.says, rule.source, rule.severity, rule.owner, rule.on)
        alike.setdefault(key, []).append(rule)
    for rules in alike.values():
        yield Entry(rules[0].id, tuple(rules), None, rules[0].source)
    for topic in pack.topics:
        if topic.scope != "out":
            yield Entry(topic.id, (), topic, next(iter(topic.sources), None))


def _sections(document: Document, entries: Sequence[Entry]) -> tuple[Section, ...]:
    """Return the sections of a document that have an entry, in the document's order."""
    by_code: dict[str, list[Entry]] = {code: [] for code in document.sections}
    for entry in entries:
        if entry.source and entry.source.document == document.id:
            by_code.setdefault(entry.source.section, []).append(entry)
    return tuple(
        Section(code, document.sections.get(code, ""), tuple(found))
        for code, found in by_code.items()
        if found
    )


def _text(entry: Entry, language: Language) -> str:
    """Return all that is searched of an entry."""
    texts = [entry.id, entry.source.section if entry.source else ""]
    for rule in entry.rules:
        texts += [rule.says.get(language), rule.message.get(language), rule.id]
        texts += [example.text for example in (*rule.examples.bad, *rule.examples.good)]
    if entry.topic:
        texts += [text.get(language) for text in entry.topic.texts]
        texts += entry.topic.questions.get(language, ())
    return "\n".join(texts).casefold()


def _chosen(examples: Sequence[Example], language: Language) -> tuple[str, ...]:
    own = [each for each in examples if (each.lang or _language(each.text)) == language]
    others = [each for each in examples if each not in own]
    return tuple(each.text for each in (*own, *others))[:_EXAMPLES]


@lru_cache(maxsize=8192)
def _language(text: str) -> Language | None:
    """Return the language of an example; those of a pack are few and read again and again."""
    return next(iter(Read(text).languages), None)

"""What is weak in a pack that loads: untranslated texts, stale laws, told secrets, lost quotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import NamedTuple

from rules.model import LANGUAGES, Localized, Source
from rules.pack import Pack
from rules.rule import Category
from rules.yaml_file import read_yaml

_OWN = ("approved", "draft", "slides")
"""Status of an organisation's own document, of which a city has the text at hand."""

LONGEST_QUOTE = 8
"""Words of the longest quotation that helps a reader find the place."""

_UNREPEATED: frozenset[Category] = frozenset(
    {
        "national_id", "phone_private", "email_private", "iban", "card", "plate",
        "street_address_private", "birth_date", "credential",
    }
)  # fmt: skip
"""What a message must not repeat: whoever reads the findings may log it."""


class Weakness(NamedTuple):
    """One weak point; `key` is a sentence in `bot.texts`, with its values."""

    entry: str
    key: str
    values: Mapping[str, str]


class Stale(NamedTuple):
    """A law, body or name that is no longer what it was."""

    word: str
    now: str


def weaknesses(pack: Pack, sources: Path | None = None) -> Iterator[Weakness]:
    """Find the weak points of a pack; with the folder of its sources, check its quotations too."""
    for entry, text in _texts(pack):
        yield from _translated(entry, text)
        yield from _fresh(entry, text)
    for entry, source in _sources(pack):
        if source.quote and len(source.quote.split()) > LONGEST_QUOTE:
            yield Weakness(entry, "lint-quote-long", {"quote": source.quote})
    yield from _told_secrets(pack)
    yield from _repeated_terms(pack)
    if sources is not None:
        yield from _quotations(pack, sources)


def _texts(pack: Pack) -> Iterator[tuple[str, Localized]]:
    for rule in pack.rules:
        yield rule.id, rule.message
        yield rule.id, rule.says
        if rule.fix:
            yield rule.id, rule.fix.redact
    for topic in pack.topics:
        for text in topic.texts:
            yield topic.id, text


def _sources(pack: Pack) -> Iterator[tuple[str, Source]]:
    for rule in pack.rules:
        yield rule.id, rule.source
    for topic in pack.topics:
        for source in topic.sources:
            yield topic.id, source


def _translated(entry: str, text: Localized) -> Iterator[Weakness]:
    said = {language: text.get(language).strip() for language in LANGUAGES}
    for language in LANGUAGES:
        if not said[language]:
            yield Weakness(entry, "lint-empty", {"language": language})
    if len(said["fi"].split()) > 2 and len(set(said.values())) < len(LANGUAGES):
        yield Weakness(entry, "lint-untranslated", {"text": said["fi"]})
    fields = {language: _placeholders(said[language]) for language in LANGUAGES}
    if fields["fi"] != fields["sv"] or fields["fi"] != fields["en"]:
        yield Weakness(entry, "lint-placeholders", {"text": said["fi"]})


def _placeholders(text: str) -> frozenset[str]:
    try:
        return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)
    except ValueError:  # a brace that stands for itself
        return frozenset()


def _fresh(entry: str, text: Localized) -> Iterator[Weakness]:
    for language in LANGUAGES:
        said = text.get(language).casefold()
        for stale in _stale_names():
            if stale.word in said:
                yield Weakness(entry, "lint-stale", {"word": stale.word, "now": stale.now})


@cache
def _stale_names() -> tuple[Stale, ...]:
    path = Path(__file__).parent / "stale.yaml"
    return tuple(
        Stale(str(item["word"]).casefold(), str(item["now"]))
        for item in read_yaml(path, path.name).content
    )


def _told_secrets(pack: Pack) -> Iterator[Weakness]:
    for rule in pack.rules:
        told = any("match" in _placeholders(rule.message.get(lang)) for lang in LANGUAGES)
        if told and rule.category in _UNREPEATED:
            yield Weakness(rule.id, "lint-match-told", {"category": rule.category})


def _repeated_terms(pack: Pack) -> Iterator[Weakness]:
    seen: Counter[tuple[str, str, str]] = Counter()
    for rule in pack.rules:
        spec = rule.detect.terms
        for term in spec.items if spec else ():
            plain = (term.after, term.before, *term.not_near) == (None, None)
            key = (spec.language, rule.category, term.term) if spec and plain else None
            if key and seen[key]:
                yield Weakness(rule.id, "lint-term-twice", {"term": term.term})
            if key:
                seen[key] += 1


def _quotations(pack: Pack, folder: Path) -> Iterator[Weakness]:
    """Check that each quotation stands literally in its own document.

    Which file is whose is seen from the quotations themselves: the file that has most of a
    document's quotations is that document.
    """
    texts = {p.name: _bare(p.read_text("utf-8", "replace")) for p in sorted(_readable(folder))}
    quoted: dict[str, list[tuple[str, str]]] = {}
    for entry, source in _sources(pack):
        cited = pack.document(source.document)
        if source.quote and cited and cited.status in _OWN:
            quoted.setdefault(source.document, []).append((entry, source.quote))
    for document, quotes in quoted.items():
        own = max(texts.values(), key=lambda t: sum(_bare(q) in t for _, q in quotes), default="")
        for entry, quote in quotes:
            if _bare(quote) not in own:
                values = {"quote": quote, "document": document}
                yield Weakness(entry, "lint-quote-nowhere", values)


def _readable(folder: Path) -> Iterator[Path]:
    return (p for p in folder.iterdir() if p.suffix in (".txt", ".md") and p.is_file())


def _bare(text: str) -> str:
    return re.sub(r"[\s*]{1,200}", "", text)

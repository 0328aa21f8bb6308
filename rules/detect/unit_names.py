"""Where a text names a service unit or the city itself: any inflection, compound, handle, tag."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rules.detect.name_part import NamePart, fold, name_parts, place_forms
from rules.detect.pieces import Pieces
from rules.directory import Directory, Unit
from rules.model import LANGUAGES
from rules.text import Reading, Token, TokenKind, Word
from rules.text.perword import PerWord

_TAGS = (TokenKind.HANDLE, TokenKind.HASHTAG)
_TEAMS = (
    "tiimi", "väki", "porukka", "poppoo", "henkilökunta", "henkilöstö", "yksikkö", "blogi",
    "tili", "sivu", "kanava",
    "team", "teamet", "personal", "personalen", "avdelning", "avdelningen", "enhet", "enheten",
    "mottagning", "mottagningen", "blogg", "bloggen",
)  # fmt: skip
_OWNED = ("stads", "kommun", "region", "landstings", "huvud")
_VERB_REACH = 30
_JOINTS = (".", ",", "&", "-")
_FROM = {"elative", "ablative"}
_AT = {"inessive", "adessive", "illative", "allative", "elative", "ablative"}


class Mention(NamedTuple):
    """A name in a text: `pieces[first:last]`, whose it is, and how it stands there.

    `units` holds ids; it is empty for the city's own name. A handle may be a unit's and official
    at once. `form` is base, genitive, from, at, or other.
    """

    first: int
    last: int
    units: frozenset[str]
    official: bool
    form: str
    kind: TokenKind


class _Name(NamedTuple):
    elements: tuple[NamePart, ...]
    units: frozenset[str]
    official: bool


class UnitNames:
    """All names of one city's units and of the city, indexed once."""

    def __init__(self, city: Directory) -> None:
        """Index the names of `city`."""
        self._index: dict[str, list[_Name]] = {}
        self._simple: dict[str, _Name] = {}
        self._ignored = frozenset(map(str.casefold, city.not_enough))
        self._tags: dict[str, tuple[frozenset[str], bool]] = {}
        self._begins = PerWord(self._may_begin)
        places = {part for form in city.official for part in place_forms(form)}
        for unit in city.units:
            for alias in {unit.name, *unit.aliases}:
                self._add(alias, frozenset({unit.id}), official=False, places=places)
        for form in city.official:
            self._add(form, frozenset(), official=True, places=set())

    def _add(self, alias: str, units: frozenset[str], *, official: bool, places: set[str]) -> None:
        written = fold(alias)
        forms = {written}
        if alias[:1] not in "@#":
            name = _Name(tuple(name_parts(alias)), units, official)
            if not name.elements:
                return
            for key in name.elements[0].keys:
                self._index.setdefault(key, []).append(name)
            if len(name.elements) == 1 and not name.elements[0].exact:
                self._simple |= dict.fromkeys(name.elements[0].keys, name)
            forms |= {form for place in places for form in (place + written, written + place)}
        for form in forms:
            if len(form) > 3:
                before, was_official = self._tags.get(form, (frozenset(), False))
                self._tags[form] = (before | units, official or was_official)

    def find(self, text: Pieces) -> list[Mention]:
        """Return the names in a text, in order; of two that overlap the longer one."""
        found: list[Mention] = []
        for at, token in enumerate(text.pieces):
            if found and at < found[-1].last:
                continue
            if token.kind in _TAGS:
                found.extend(self._tag(at, token))
            elif token.kind is TokenKind.NUMBER:
                if token.text in self._index:
                    found.extend(self._words(text, at, token))
            elif token.kind is TokenKind.WORD and (
                self._begins(token.word) or _is_cut(text, token)
            ):
                found.extend(self._words(text, at, token))
        return found

    def _may_begin(self, word: Word) -> bool:
        """Tell whether a name can begin at a word, whatever the languages of the text."""
        keys = {word.surface, word.lower}.union(*map(word.lemmas, LANGUAGES))
        return not keys.isdisjoint(self._index) or self._compound(word, keys) is not None

    def _tag(self, at: int, token: Token) -> Iterator[Mention]:
        if token.text.casefold() in self._ignored:
            return
        named = self._tags.get(fold(token.text))
        if named is not None:
            yield Mention(at, at + 1, *named, "base", token.kind)

    def _words(self, text: Pieces, at: int, token: Token) -> Iterator[Mention]:
        keys = _keys(text, token)
        best: tuple[int, frozenset[str], bool] | None = None
        for key in keys:
            for name in self._index.get(key, ()):
                last = self._reaches(text, at, name)
                if last and (best is None or last > best[0]):
                    best = (last, name.units, name.official)
                elif last and best is not None and last == best[0]:
                    best = (last, best[1] | name.units, best[2] or name.official)
        if best is None and token.kind is TokenKind.WORD:
            cut = _is_cut(text, token)
            whole = self._elliptic(text, at, token.word.lower) if cut else None
            whole = whole or self._compound(token.word, keys)
            best = (at + 1, whole.units, whole.official) if whole else None
        if best is not None:
            last, units, official = best
            yield Mention(at, last, units, official, _form(text.pieces[last - 1].word), token.kind)

    def _reaches(self, text: Pieces, at: int, name: _Name) -> int:
        """Return the index after the name that begins at a token, 0 if it does not stand there."""
        before: Token | None = None
        for element in name.elements:
            while before and at < len(text.pieces) and text.pieces[at].text in _JOINTS:
                at += 1
            if at >= len(text.pieces):
                return 0
            token = text.pieces[at]
            if before and not _adjoins(text, before, token):
                return 0
            if not self._fits(text, at, element, single=len(name.elements) == 1):
                if not (name.official and element is name.elements[-1] and before):
                    return 0
                if not self._owned_by(token, element):
                    return 0
                return at  # `Paimion kaupunginkirjasto`: the unit follows as a name of its own
            before = token
            at += 1
        return at

    def _fits(self, text: Pieces, at: int, element: NamePart, *, single: bool) -> bool:
        token = text.pieces[at]
        if element.exact:
            return token.text in element.keys
        lower = token.word.lower
        if lower in element.keys:
            return not (single and _is_the_verb(text, at))
        if element.keys.isdisjoint(_keys(text, token)):
            return False
        readings = token.word.readings
        return (
            not readings
            or any(
                reading.word_class != "verb" and reading.lemma in element.keys
                for reading in readings
            )
            or not element.keys.isdisjoint(_foreign(text, token))
        )

    def _owned_by(self, token: Token, owner: NamePart) -> bool:
        return any(
            len(reading.heads) > 1
            and reading.heads[0] in owner.keys
            and reading.heads[-1] in self._simple
            for reading in token.word.readings
        )

    def _compound(self, word: Word, keys: set[str]) -> _Name | None:
        for reading in word.readings:
            if len(reading.heads) > 1 and reading.heads[-1] in self._simple:
                return self._simple[reading.heads[-1]]
        for key in keys:
            if key.endswith(_TEAMS) and (name := self._of_team(key)):
                return name
            for owner in _OWNED:
                if key.startswith(owner) and key.removeprefix(owner) in self._simple:
                    return self._simple[key.removeprefix(owner)]
        return None

    def _of_team(self, key: str) -> _Name | None:
        for team in filter(key.endswith, _TEAMS):
            stem = key.removesuffix(team).rstrip("-")
            name = self._simple.get(stem) or self._simple.get(stem.removesuffix("s"))
            if stem and name:
                return name
        return None

    def _elliptic(self, text: Pieces, at: int, stem: str) -> _Name | None:
        """Read `nuoriso- ja liikuntapalvelut` as naming both."""
        for token in text.pieces[at + 1 : at + 4]:
            for reading in token.word.readings:
                if len(reading.heads) > 1 and stem + reading.heads[-1] in self._simple:
                    return self._simple[stem + reading.heads[-1]]
            for key in _foreign(text, token):
                for size in range(4, len(key)):
                    if stem + key[-size:] in self._simple:
                        return self._simple[stem + key[-size:]]
        return None


def of_unit(name: str) -> UnitNames:
    """Index a unit that the city does not list, by its own name."""
    return UnitNames(Directory(city="", units=(Unit(id=name, name=name),)))


def _keys(text: Pieces, token: Token) -> set[str]:
    if token.kind is TokenKind.NUMBER:
        return {token.text}
    return {token.text, token.word.lower, *token.word.lemmas("fi"), *_foreign(text, token)}


def _foreign(text: Pieces, token: Token) -> Iterable[str]:
    for language in text.doc.languages:
        if language != "fi":
            yield from token.word.lemmas(language)


def _is_cut(text: Pieces, token: Token) -> bool:
    """Tell whether a word ends in a stroke for what a later one has: `nuoriso- ja …`."""
    return text.doc.norm[token.end : token.end + 2] == "- "


def _adjoins(text: Pieces, before: Token, token: Token) -> bool:
    between = text.doc.norm[before.end : token.start]
    return len(between) <= 3 and not between.strip(" .,&-")


def _form(word: Word) -> str:
    cases = {reading.case for reading in word.readings if reading.word_class != "verb"}
    if not cases:
        return _guessed_form(word.lower)
    if "nominative" in cases:
        return "base"
    if "genitive" in cases:
        return "genitive"
    if cases & _FROM:
        return "from"
    return "at" if cases & _AT else "other"


def _guessed_form(lower: str) -> str:
    if lower.endswith(("lta", "ltä", "sta", "stä")):
        return "from"
    if lower.endswith(("lla", "llä", "ssa", "ssä", "lle")):
        return "at"
    return "genitive" if lower.endswith(("yn", "in", "an")) and len(lower) > 6 else "base"


def _is_the_verb(text: Pieces, at: int) -> bool:
    """Tell `nuoret etsivät töitä` from `Etsivät päivystävät`: the sentence has no other verb."""
    token = text.pieces[at]
    if not any(_is_finite(reading) for reading in token.word.readings):
        return False
    if token.word.shape == "title" and text.doc.sentences[token.sentence].start < token.start:
        return False
    near = text.pieces[max(at - _VERB_REACH, 0) : at + _VERB_REACH]
    words = [t for t in near if t.sentence == token.sentence and t.kind is TokenKind.WORD]
    after = next((t for t in words if t.start > token.start), None)
    if after is None or text.doc.norm[token.end : after.start].strip():
        return False
    return not any(
        _is_finite(reading)
        for word in words
        if word.start != token.start
        for reading in word.word.readings[:1]
    )


def _is_finite(reading: Reading) -> bool:
    return reading.word_class == "verb" and bool(reading.person)

"""Whose a name is: a private person's, a child's, or that of somebody who is public here.

Public are those named with an office or a profession, before or after the name; those that the city
lists itself; makers and performers where the sentence is about their work; the dead of history.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from rules.directory import Directory
from rules.names.child import child_names, is_child
from rules.names.find import find
from rules.names.lexicon import Mark, bases
from rules.names.name import Evidence, Name
from rules.names.titled import in_row, shares_title, title_after, title_before
from rules.names.view import View
from rules.names.words import listed, phrases
from rules.text import Document, TokenKind


class Standing(StrEnum):
    """Whose name it is: a private grown-up's, a child's, that of somebody public."""

    ADULT = "adult"
    CHILD = "child"
    PUBLIC = "public"


class Person(NamedTuple):
    """A name in a text and whose it is."""

    name: Name
    standing: Standing


_YEAR = re.compile(r"(?:\d{1,2}\.\d{1,2}\.)?(1\d{3})(?:[\u2013-]\d{4}|-luvu\w{1,4}|-tal\w{1,4}|s)?")
_LIFE = re.compile(r"\s?\((?:s\. |f\. |b\. )?1\d{3}\s?[\u2013-]\s?[12]\d{3}\)")
_LONG_AGO = re.compile(
    r"(?:för |for )?(?:8\d|9\d|[1-9]\d\d) (?:år sedan|vuotta sitten|years ago)", re.IGNORECASE
)
_FIRST_YEAR = 1400
_OLD = 1912
"""Nobody born before this year lives; a sentence with an older year is about history."""
_CREDITS = listed("contexts", "credit")
_PRONOUNS = frozenset("hän han hon hen he she".split())
_KNOWN = phrases("known", "public")


def people_in(doc: Document, city: Directory) -> tuple[Person, ...]:
    """Return every name in a text with its standing; those that `city` lists are public."""
    view = View(doc)
    names, repeats = find(view)
    if not names:
        return ()
    listed = frozenset(_key(person.name) for person in city.people)
    public: set[Name] = set()
    row: list[Name] = []
    for name in names:
        if not row or row[-1] not in public or not in_row(view, row[-1], name):
            row = []
        shared = bool(row) and shares_title(view, row[0])
        if _is_public(view, name, listed) or (shared and name not in repeats):
            public.add(name)
        row.append(name)
    public |= {name for name, origin in repeats.items() if origin in public}
    children = child_names(view, [name for name in names if name not in public])
    children |= {name for name, origin in repeats.items() if origin in children} - public
    return tuple(Person(name, _standing(name, public, children)) for name in names)


def _standing(name: Name, public: set[Name], children: set[Name]) -> Standing:
    if name in public:
        return Standing.PUBLIC
    return Standing.CHILD if name in children else Standing.ADULT


def _key(name: str) -> str:
    return " ".join(name.lower().split())


def _is_public(view: View, name: Name, listed: frozenset[str]) -> bool:
    after = name.evidence is not Evidence.INITIAL and title_after(view, name)
    if after or title_before(view, name) or _credited(view, name):
        return True
    if _is_listed(view, name, listed) or _historical(view, name):
        return True
    called = name.evidence is Evidence.CUED and name.last - name.first == 1
    called |= name.evidence is Evidence.LOWER
    return not called and _performs(view, name)


def _is_listed(view: View, name: Name, listed: frozenset[str]) -> bool:
    """Tell whether the name is the city's own, or everybody's; its last word may be inflected."""
    words = [token.word for token in view.tokens[name.first : name.last]]
    start = "".join(f"{word.lower} " for word in words[:-1])
    forms = bases(words[-1], view.language(name.first))
    return any(start + form in listed or start + form in _KNOWN for form in forms)


def _credited(view: View, name: Name) -> bool:
    """Tell whether the name is a credit: `Kuva: Anna Aho`, `boken … av Tove Jansson`."""
    before = view.before(name.first)
    if before is None:
        return False
    first = view.sentence(name.first).first
    if before.text == ":" and name.first - 2 >= first:
        return view.has(name.first - 2, Mark.CREDIT)
    if before.word.shape == "title" and before.word.lower in _CREDITS:
        return True
    if before.word.lower in ("av", "by"):
        return view.any_has(max(first, name.first - 6), name.first - 1, Mark.WORK)
    return False


def _historical(view: View, name: Name) -> bool:
    """Tell whether the sentence gives years that only the dead have."""
    sentence = view.sentence(name.first)
    if _LIFE.match(view.doc.norm, name.end, name.end + 25):
        return True
    if _LONG_AGO.search(view.doc.norm, sentence.start, sentence.end):
        return True
    for at in range(sentence.first, sentence.last):
        token = view.tokens[at]
        year = _YEAR.fullmatch(token.text)
        if year and _FIRST_YEAR <= int(year[1]) < _OLD and not _among_numbers(view, at):
            return True
    return False


def _among_numbers(view: View, at: int) -> bool:
    """Tell whether a number stands between others, as in an account number."""
    around = (view.before(at), view.after(at + 1))
    return any(token is not None and token.kind is TokenKind.NUMBER for token in around)


def _performs(view: View, name: Name) -> bool:
    """Tell whether the sentence is about a work or a performance, and not about its public."""
    sentence = view.sentence(name.first)
    sides = ((sentence.first, name.first), (name.last, sentence.last))
    if not any(view.any_has(first, last, Mark.PERFORMANCE) for first, last in sides):
        return False
    told = any(t.word.lower in _PRONOUNS for t in view.tokens[name.last : sentence.last])
    if told or _becomes(view, sentence.first, name.first) or is_child(view, name):
        return False
    return not any(_is_private(view, at) for first, last in sides for at in range(first, last))


def _becomes(view: View, first: int, last: int) -> bool:
    """Tell whether a post that somebody is chosen for stands there: `johtajaksi esitetään`."""
    return any(
        view.tokens[at].word.lower.endswith("ksi") and view.has(at, Mark.TITLE)
        for at in range(first, last)
    )


def _is_private(view: View, at: int) -> bool:
    """Tell whether a word speaks for a private person; `Mies` in a title of a film does not."""
    if view.has(at, Mark.THANKS):
        return True
    title = view.tokens[at].word.shape == "title" and not view.begins_sentence(at)
    return not title and view.has(at, Mark.PRIVATE)

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
from rules.names.view import View
from rules.names.words import listed, phrases
from rules.text import Document, Token, TokenKind


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
_FIRST_YEAR = 1400
_OLD = 1912
"""Nobody born before this year lives; a sentence with an older year is about history."""
_SMALL = frozenset("of for the in av för i på vid hos ja och and & sekä uusi ny new".split())
_PARTY = frozenset(
    "kesk kok sd sdp vihr vas r rkp sfp ps kd liik s m c v l mp sl sv. gröna".split()
)
_OPENINGS = frozenset((",", "(", "\u2013", "-", "|", "/"))
_NEW_CLAUSE = frozenset("ja och and joka som who".split())
_BODIES = ("lautakunnan", "lautakunta", "nämnden", "nämnd", "styrelsen", "valtuuston")
_CREDITS = listed("contexts", "credit")
_BEFORE_WORDS = 5
_ROW_WORDS = 16
_AFTER_WORDS = 6
_LINKS = frozenset(("-", "'", "\u201d", '"', "."))
_ROW = frozenset((",", "ja", "och", "and", "sekä", "&"))
_COPULAS = frozenset(
    """on är is oli var was toimii toimi arbetar works aloitti aloittaa jatkaa nimitettiin valittiin
    siirtyy ryhtyy työskentelee börjar började tillträder blir blev utses utsågs starts started
    becomes became joins""".split()
)
_PROPOSED = frozenset("esittää ehdottaa hakea harkita föreslå föreslås propose".split())
_KNOWN = phrases("known", "public")
_CALLED = frozenset("heter är is on named called".split())


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
        if not row or row[-1] not in public or not _in_row(view, row[-1], name):
            row = []
        shared = bool(row) and _shares_title(view, row[0])
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
    after = name.evidence is not Evidence.INITIAL and _title_after(view, name)
    if after or _title_before(view, name) or _credited(view, name):
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


def _title_before(view: View, name: Name) -> bool:
    """Tell whether a title leads to the name: `rehtori`, `Minister of Education`, `valittiin`."""
    first = max(view.sentence(name.first).first, name.first - _BEFORE_WORDS)
    start = name.first - 1
    if start > first and view.tokens[start].text in (",", ":"):
        return view.has(start - 1, Mark.TITLE)
    if _in_titled_row(view, name):
        return True
    for at in range(start, first - 1, -1):
        token = view.tokens[at]
        if view.has(at, Mark.TITLE) or (view.has(at, Mark.MEMBER) and _of_body(view, at)):
            return at == name.first - 1 or _leads(view, at, name.first)
        if token.kind not in (TokenKind.WORD, TokenKind.NUMBER) and token.text not in _LINKS:
            return False
        if token.word.lower not in _CALLED and view.has(at, Mark.PRIVATE | Mark.CHILD):
            return False
    return False


def _in_titled_row(view: View, name: Name) -> bool:
    """Tell whether only capitalised words and commas stand between a title in the plural and it."""
    first = max(view.sentence(name.first).first, name.first - _ROW_WORDS)
    at = name.first - 1
    if at < first or view.tokens[at].text not in _ROW:
        return False
    while at > first and (view.tokens[at].text in _ROW or view.is_capital(at)):
        if view.has(at, Mark.TITLE):
            break
        at -= 1
    return view.has(at, Mark.TITLE) and _is_plural(view, at)


def _of_body(view: View, at: int) -> bool:
    """Tell whether the sentence names the elected body that a member is of."""
    sentence = view.sentence(at)
    if view.any_has(sentence.first, sentence.last, Mark.BODY):
        return True
    tokens = view.tokens[sentence.first : sentence.last]
    return any(token.word.lower.endswith(_BODIES) for token in tokens)


def _leads(view: View, title: int, first: int) -> bool:
    """Tell whether the words between a title and a name belong to the title."""
    between = view.tokens[title + 1 : first]
    language = view.language(title)
    if language == "fi":
        lower = view.tokens[title].word.lower
        elected = lower.endswith(("ksi", "na", "nä"))
        proposed = any(not _PROPOSED.isdisjoint(t.word.lemmas("fi")) for t in between)
        return elected and not proposed and len(between) <= 3
    if all(token.word.lower in _CALLED for token in between):
        return True
    if between[0].word.lower in ("of", "for", "i", "vid", "på", "för", "in", "at"):
        return all(t.word.shape in ("title", "upper") or t.word.lower in _SMALL for t in between)
    return False


def _title_after(view: View, name: Name) -> bool:
    """Tell whether a title stands after the name: `, kirjastonjohtaja`, `(kesk.)`, `är rektor`."""
    end = min(name.last + 1 + _AFTER_WORDS, view.sentence(name.first).last)
    if end - name.last < 2:
        return False
    opening, following = view.tokens[name.last : name.last + 2]
    if opening.text == "(" and following.text.lower().rstrip(".") in _PARTY:
        closing = [token.text for token in view.tokens[name.last + 2 : name.last + 4]]
        return closing[:1] == [")"] or closing == [".", ")"]
    if opening.text not in _OPENINGS and opening.word.lower not in _COPULAS:
        return False
    for at in range(name.last + 1, end):
        token = view.tokens[at]
        if token.text == "." and view.tokens[at - 1].kind is TokenKind.NUMBER:
            continue
        if token.kind is TokenKind.SYMBOL or token.word.lower in _NEW_CLAUSE:
            return False
        if view.has(at, Mark.TITLE):
            leads_on = at + 1 < end and view.tokens[at + 1].word.shape == "title"
            oblique = view.language(at) == "fi" and _oblique(token)
            return not leads_on and not oblique
    return False


def _oblique(token: Token) -> bool:
    """Tell whether a Finnish noun is in a case that no apposition or predicate has."""
    cases = {reading.case for reading in token.word.readings}
    return bool(cases) and cases.isdisjoint(("nominative", "essive", ""))


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


def _in_row(view: View, before: Name, name: Name) -> bool:
    """Tell whether nothing but a comma or an `and` stands between two names."""
    between = view.tokens[before.last : name.first]
    return len(between) == 1 and between[0].text in _ROW


def _shares_title(view: View, first: Name) -> bool:
    """Tell whether the title before the first name of a row is in the plural."""
    title = view.before(first.first)
    if title is not None and title.text == ":":
        title = view.before(first.first - 1)
    return title is not None and _is_plural(view, first.first, title)


def _is_plural(view: View, at: int, token: Token | None = None) -> bool:
    word = (token or view.tokens[at]).word
    if view.language(at) == "fi":
        return any(r.number == "plural" for r in word.readings)
    return word.lower.endswith(("s", "erna", "arna", "er", "ar", "na"))


def _historical(view: View, name: Name) -> bool:
    """Tell whether the sentence gives years that only the dead have."""
    sentence = view.sentence(name.first)
    if _LIFE.match(view.doc.norm, name.end, name.end + 25):
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
    if _becomes(view, sentence.first, name.first) or is_child(view, name):
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

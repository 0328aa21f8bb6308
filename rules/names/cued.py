"""Single names that the words around them call for: `familjen Kronqvist`, `Aatos, 8 v`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.names.lexicon import Mark
from rules.names.name import Evidence, Name
from rules.names.run import make
from rules.names.things import is_invented
from rules.names.traits import Trait
from rules.names.view import View
from rules.text import Token, TokenKind

_NAME = int(Trait.FIRST | Trait.FIRST_INFLECTED | Trait.LAST)
_GIVEN = int(Trait.FIRST | Trait.FIRST_INFLECTED)
_AGE = re.compile(r"(?:\d{1,3})(?:v|-vuotias\w{0,8}|-årig\w{0,3}|-åring\w{0,4}|-year-old|yo)?")
_AGE_WORDS = frozenset(
    "v v. vuotta vuotias vuotiaan vuotiaalle år åring årig years year aged yrs age".split()
)
_NO_ROLES = frozenset(("nimi", "name", "namn", "man", "make"))
_CLASS = re.compile(
    r"[1-9]\.?[A-Fa-f](?::n)?(?![a-z])|[1-9]\.?-?luokkalainen\w{0,6}"
    r"|(?:eka|toka|ykkös|kakkos|kolmos|nelos|vitos|kutos|seiska|kasi|ysi)(?:luok|n luok)\w{1,9}"
)


def cued_names(view: View, taken: set[int]) -> Iterator[Name]:
    """Yield the single names with a cue beside them that no full name covers."""
    for at in view.capitals:
        kind = view.kinds[at]
        if at in taken or kind & Trait.STOP:
            continue
        named = kind & _GIVEN or (view.bare(at) and not view.begins_sentence(at))
        if (_called(view, at) or (named and _aged(view, at))) and _may_be(view, at):
            yield make(view, at, at + 1, Evidence.CUED)


def _may_be(view: View, at: int) -> bool:
    """Tell whether a capitalised word can be a name at all."""
    kind, token = view.kinds[at], view.tokens[at]
    if view.has(at, Mark.TITLE | Mark.COMPANY):
        return False
    if view.after(at + 1) and view.adjacent(at + 1) and view.has(at + 1, Mark.COMPANY):
        return False
    if (len(token.text) < 3 and not kind & _NAME) or is_invented(view, at, at + 1):
        return False
    if kind & Trait.UPPER and (not kind & _GIVEN or len(token.text) < 4):
        return False
    if kind & Trait.COMMON and view.begins_sentence(at) and not kind & Trait.LAST_LIKE:
        return False
    return bool(kind & _NAME) or view.bare(at)


def _called(view: View, at: int) -> bool:
    """Tell whether a word right before or after calls for a person's name."""
    if view.before(at) and _called_before(view, at) and view.adjacent(at):
        return True
    if not view.after(at + 1):
        return False
    marks = view.marks(at + 1) & (Mark.FAMILY | Mark.KIN)
    if not marks or not view.adjacent(at + 1):
        return False
    kind = view.kinds[at]
    if marks & Mark.FAMILY and view.language(at) != "sv":
        return not kind & Trait.COMMON
    genitive = not kind & Trait.FIRST or "'" in view.tokens[at].text
    return genitive and bool(kind & _GIVEN) and bool(marks & Mark.KIN)


def _called_before(view: View, at: int) -> bool:
    marks = view.marks(at - 1)
    if not marks:
        return False
    before = view.tokens[at - 1].word
    if marks & (Mark.FAMILY | Mark.HONORIFIC):
        return True
    role = marks & (Mark.PRIVATE | Mark.CHILD) and before.lower not in _NO_ROLES
    if role and view.kinds[at] & _NAME:
        return not view.begins_sentence(at)
    if marks & Mark.TITLE and before.shape == "lower":
        return not view.kinds[at] & (Trait.PLACE | Trait.COMMON)
    return bool(marks & Mark.THANKED) and _given_only(view, at)


def _given_only(view: View, at: int) -> bool:
    kind = view.kinds[at]
    return bool(kind & _GIVEN) and not (kind & Trait.COMMON and kind & Trait.FIRST)


def _aged(view: View, at: int) -> bool:
    """Tell whether an age or a school class follows: `, 8 v`, `(7)`, `, age 6`, ` 5B`."""
    follows = view.tokens[at + 1 : at + 5]
    if not follows:
        return False
    mark = follows[0].text
    if mark in ("i", "från", "from", "in") and len(follows) > 1 and is_class(follows[1]):
        return True
    if mark in (",", "(") and len(follows) > 1:
        return is_age(follows[1:]) or is_class(follows[1])
    if mark.isdigit() and (len(follows) < 2 or follows[1].text.lower() not in _AGE_WORDS):
        return False
    return is_age(follows) or (follows[0].kind is not TokenKind.SYMBOL and is_class(follows[0]))


def is_age(tokens: tuple[Token, ...]) -> bool:
    """Tell whether tokens begin with an age: `8 v`, `15,`, `11-vuotias`, `aged 6`, `6 år`."""
    first = tokens[0].text.lower()
    after = tokens[1].text.lower() if len(tokens) > 1 else ""
    if first in ("age", "aged", "ikä"):
        return after.isdigit()
    if not _AGE.fullmatch(first):
        return False
    return not first.isdigit() or after in _AGE_WORDS or (after in (",", ")") and int(first) < 110)


def is_class(token: Token) -> bool:
    """Tell whether a token is a school class: `5B`, `3A-luokalla`, `4.-luokkalainen`."""
    text = token.text.removeprefix("(")
    return bool(_CLASS.match(text)) and len(text) < 20

"""Which names are children's: an age, a school class, a child's role, a junior team."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.names.cued import is_age, is_class
from rules.names.lexicon import Mark
from rules.names.name import Evidence, Name
from rules.names.view import View
from rules.text import Token, TokenKind

_ADULT = 18
_FIRST_CHILD_YEAR = 2009
"""Who was born this year or later is taken for a child."""
_COUNTED = (TokenKind.WORD, TokenKind.NUMBER)
_AGE_BEFORE = re.compile(
    r"(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen)-(?:vuotia|årig|year)"
    r"|(?:ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton)"
    r"årig|(?:(?:yksi|kaksi|kolme|neljä|viisi|kuusi|seitsemän)(?:toista)?|kahdeksan|yhdeksän"
    r"|kymmenen)vuotia"
)
_BORN = frozenset("s synt syntynyt f född b born d.o.b dob".split())
_NUMBER = re.compile(r"\d{1,3}")
_TEAM = re.compile(r"(?:[PTGFU]|U-|P-|T-)(?:0?[5-9]|1[0-7])(?:[-:].{0,20})?")
_BIRTH = re.compile(r"(?:\d{1,2}\.\d{1,2}\.|(?=2))?(20[0-3]\d)(?:-\d\d-\d\d)?")


def child_names(view: View, names: Sequence[Name]) -> set[Name]:
    """Return those of the names that are children's."""
    found = {name for name in names if is_child(view, name)}
    return found | _in_row_with(names, found)


def is_child(view: View, name: Name) -> bool:
    """Tell whether the words around a name say that it is a child's."""
    child = _aged(view, name)
    if child is None:
        child = _called(view, name) or (not _grown_up(view, name) and _among(view, name))
    return child


def _aged(view: View, name: Name) -> bool | None:
    """Tell whether an age, a class or a year of birth is a child's; None where none is given."""
    after = view.tokens[name.last : name.last + 8]
    for offset, token in enumerate(after[:6]):
        if token.kind not in _COUNTED:
            continue
        if is_class(token):
            return True
        if is_age(after[offset:]) and (offset < 2 or not _bare_number(after[offset:])):
            number = _NUMBER.search(" ".join(t.text for t in after[offset : offset + 2]))
            return number is not None and int(number[0]) < _ADULT
        born = _BIRTH.fullmatch(token.text)
        if born and offset and _says_born(after[:offset]):
            return int(born[1]) >= _FIRST_CHILD_YEAR
    for at in range(max(view.sentence(name.first).first, name.first - 2), name.first):
        age = _AGE_BEFORE.match(view.tokens[at].word.lower)
        if age:
            return not (age[1] or "").isdigit() or int(age[1]) < _ADULT
    return None


def _bare_number(tokens: Sequence[Token]) -> bool:
    return tokens[0].text.isdigit() and not (len(tokens) > 1 and tokens[1].text.isalpha())


def _says_born(tokens: Sequence[Token]) -> bool:
    return not _BORN.isdisjoint(token.word.lower.rstrip(".") for token in tokens)


def _called(view: View, name: Name) -> bool:
    """Tell whether a word right before the name, or in apposition, says that it is a child's."""
    sentence = view.sentence(name.first)
    for at in range(name.first - 1, max(sentence.first, name.first - 3) - 1, -1):
        if view.has(at, Mark.CHILD) or is_class(view.tokens[at]):
            return True
        if view.tokens[at].kind is TokenKind.SYMBOL or view.has(at, Mark.KIN):
            break
    apposed = name.last + 1 < sentence.last and view.tokens[name.last].text in (",", "(")
    return apposed and view.any_has(name.last + 1, min(name.last + 4, sentence.last), Mark.CHILD)


def _grown_up(view: View, name: Name) -> bool:
    """Tell whether a role of grown-ups stands before the name: `äiti Annika Heiskari`."""
    before = name.first - 1
    return before >= view.sentence(name.first).first and view.has(
        before, Mark.HONORIFIC | Mark.PRIVATE
    )


def _among(view: View, name: Name) -> bool:
    """Tell whether the sentence is about a class, a day-care group or a junior team."""
    sentence = view.sentence(name.first)
    places = Mark.CHILDPLACE | (Mark.CHILD if name.last - name.first == 1 else 0)
    for at in range(sentence.first, sentence.last):
        if name.first <= at < name.last:
            continue
        token = view.tokens[at]
        if view.has(at, places) or _TEAM.fullmatch(token.text):
            return True
        if token.kind in _COUNTED and is_class(token):
            return True
    return _child_follows(view, name)


def _child_follows(view: View, name: Name) -> bool:
    """Tell whether the next sentence says the age: `He is only 8!`."""
    sentence = view.tokens[name.first].sentence + 1
    if sentence >= len(view.doc.sentences):
        return False
    following = view.doc.sentences[sentence]
    words = [t.word.lower for t in view.tokens[following.first : following.last]][:6]
    if not words or words[0] not in ("he", "she", "hän", "han", "hon"):
        return False
    young = any(word.isdigit() and int(word) < _ADULT for word in words)
    return young and not {"is", "on", "är"}.isdisjoint(words)


def _in_row_with(names: Sequence[Name], children: set[Name]) -> set[Name]:
    """Return the given names in one row with a child's: all of them, if the last has the age."""
    found: set[Name] = set()
    row: list[Name] = []
    for name in names:
        if row and name.first - row[-1].last != 1:
            row = []
        row.append(name)
        if name in children and name.evidence is not Evidence.FULL:
            found.update(row)
    return found

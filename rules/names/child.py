"""Which names are children's: an age, a school class, a child's role, a junior team."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.names.cued import is_age, is_class
from rules.names.lexicon import is_in
from rules.names.name import Name
from rules.names.view import View
from rules.text import Token, TokenKind

_ADULT = 18
_FIRST_CHILD_YEAR = 2009
"""Who was born this year or later is taken for a child."""
_NUMBER = re.compile(r"\d{1,3}")
_TEAM = re.compile(r"(?:[PTGFU]|U-|P-|T-)(?:0?[5-9]|1[0-7])(?:[-:].{0,20})?")
_BIRTH = re.compile(r"(?:\d{1,2}\.\d{1,2}\.|(?=2))?(20[0-3]\d)(?:-\d\d-\d\d)?")


def child_names(view: View, names: Sequence[Name]) -> set[Name]:
    """Return those of the names that are children's."""
    found: set[Name] = set()
    for name in names:
        if _aged(view, name) is True or _called(view, name):
            found.add(name)
        elif _aged(view, name) is None and _among_children(view, name, names):
            found.add(name)
    return found


def _aged(view: View, name: Name) -> bool | None:
    """Tell whether an age after the name is a child's; None where no age is given."""
    sentence = view.sentence(name.first)
    after = view.tokens[name.last : min(name.last + 8, len(view.tokens))]
    for offset, token in enumerate(after[:6]):
        if token.kind in (TokenKind.NUMBER, TokenKind.WORD):
            if is_class(token):
                return True
            if is_age(tuple(after[offset:])):
                number = _NUMBER.search(" ".join(t.text for t in after[offset : offset + 2]))
                return number is not None and int(number[0]) < _ADULT
            born = _BIRTH.fullmatch(token.text)
            if born and offset and _says_born(after[:offset]):
                return int(born[1]) >= _FIRST_CHILD_YEAR
        if token.sentence != view.tokens[name.first].sentence and offset > 4:
            break
    before = view.tokens[max(sentence.first, name.first - 2) : name.first]
    for token in before:
        if token.kind is TokenKind.WORD and re.match(r"\d{1,2}-(?:vuotia|årig|year)", token.text):
            return int(token.text.split("-")[0]) < _ADULT
    return None


def _says_born(tokens: Sequence[Token]) -> bool:
    words = {token.word.lower.rstrip(".") for token in tokens}
    return not words.isdisjoint(
        ("s", "synt", "syntynyt", "f", "född", "fødd", "b", "born", "d.o.b", "dob")
    )


def _called(view: View, name: Name) -> bool:
    """Tell whether a word right beside the name says that it is a child's."""
    language = view.language(name.first)
    sentence = view.sentence(name.first)
    for at in (name.first - 1, name.first - 2, name.first - 3, name.last, name.last + 1, name.last + 2):
        if not sentence.first <= at < sentence.last:
            continue
        token = view.tokens[at]
        if token.text in (".", ";"):
            return False
        if is_in(token, language, "roles", "child"):
            return True
        if token.kind in (TokenKind.WORD, TokenKind.NUMBER) and is_class(token):
            return True
    return False


def _among_children(view: View, name: Name, names: Sequence[Name]) -> bool:
    """Tell whether the sentence is about a class, a day-care group or a junior team."""
    language = view.language(name.first)
    sentence = view.sentence(name.first)
    for at in range(sentence.first, sentence.last):
        if name.first <= at < name.last:
            continue
        token = view.tokens[at]
        if _TEAM.fullmatch(token.text) or (token.kind is TokenKind.WORD and is_class(token)):
            return True
        if is_in(token, language, "roles", "childplace") or is_in(token, language, "roles", "child"):
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
    return any(word.isdigit() and int(word) < _ADULT for word in words) and bool(
        {"is", "on", "är"} & set(words)
    )

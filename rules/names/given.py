"""First names alone that the words around show to be a person's: `Eeli täytti viisi`.

A first name alone is a shop's, a ship's or a day's as often as a person's. It counts where somebody
acts or is greeted, owns what only people own, or where the sentence speaks of children or consent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.names.lexicon import Mark
from rules.names.lone import stands_free
from rules.names.name import Evidence, Name
from rules.names.run import make
from rules.names.things import is_invented
from rules.names.traits import Trait, is_given, traits
from rules.names.view import View
from rules.text import Token, TokenKind
from rules.text.word import word_of

_GIVEN = int(Trait.FIRST | Trait.FIRST_INFLECTED)
_NEVER = int(Trait.STOP | Trait.UPPER | Trait.LAST_LIKE)
_ABOUT = Mark.ABOUT | Mark.CHILD | Mark.CHILDPLACE | Mark.GROUP
_CHILDISH = Mark.CHILD | Mark.CHILDPLACE | Mark.GROUP
_SHOWN = frozenset(
    """kuvassa vasemmalta vasemmalla oikealla keskellä bilden vänster höger left right
    photo picture""".split()
)
_JOINTS = frozenset((",", "ja", "och", "and", "&", "+", "sekä"))
_PHONE = re.compile(r"\+?\d[\d -]{3,20}")
_OF = frozenset(("from", "in", "från", "i"))
_LEAST = 3


def given_names(view: View, taken: set[int]) -> Iterator[Name]:
    """Yield the first names in capitals that stand alone and are a person's."""
    for at in view.capitals:
        if at not in taken and _may_be(view, at) and _is_persons(view, at):
            yield make(view, at, at + 1, Evidence.CUED)


def _may_be(view: View, at: int) -> bool:
    kind, token = view.kinds[at], view.tokens[at]
    if kind & _NEVER or not kind & Trait.CAPITAL or len(token.text) < _LEAST:
        return False
    if not kind & _GIVEN and (view.begins_sentence(at) or not is_given(token.word)):
        return False
    if view.has(at, Mark.TITLE | Mark.COMPANY) or is_invented(view, at, at + 1):
        return False
    if view.before(at) and view.has(at - 1, Mark.VESSEL):
        return False
    return stands_free(view, at)


def _is_persons(view: View, at: int) -> bool:
    kind = view.kinds[at]
    begins = view.begins_sentence(at)
    if not begins and _belongs(view, at):
        return True
    sure = not kind & (Trait.COMMON | Trait.PLACE) or bool(kind & Trait.ONLY_NAME)
    sure = sure and not _is_word(view, at)
    if not sure and (begins or not kind & _GIVEN):
        return False
    if _acts(view, at) or _owns(view, at) or (sure and _is_ours(view, at)):
        return True
    sentence = view.sentence(at)
    if view.any_has(sentence.first, sentence.last, Mark.NAMEDAY):
        return False
    if not begins and (view.tokens[at - 1].word.lower in _SHOWN or _called_to(view, at)):
        return True
    if not sure:
        return False
    return view.any_has(sentence.first, sentence.last, _ABOUT) or _beside_number(view, at)


def _is_word(view: View, at: int) -> bool:
    """Tell whether a Swedish or English dictionary has the word in lower case: `bara`, `poppy`."""
    language, token = view.language(at), view.tokens[at]
    return language != "fi" and word_of(token.word.lower).is_known(language)


def _belongs(view: View, at: int) -> bool:
    """Tell whether somebody's own stands before it: `talonmiehellemme Arvolle`, `siskoni Eeva`."""
    before = view.before(at)
    if before is None or not view.adjacent(at) or before.word.shape != "lower":
        return False
    return any(r.possessive and r.word_class == "noun" for r in before.word.readings)


def _acts(view: View, at: int) -> bool:
    """Tell whether the next word is what people do: `Anna-Kaisa kommentoi`."""
    after = view.after(at + 1)
    if after is None or not view.adjacent(at + 1) or not view.kinds[at] & Trait.FIRST:
        return False
    if view.has(at + 1, Mark.PERFORMANCE) or not view.has(at + 1, Mark.HUMAN_VERB):
        return False
    if view.language(at) != "fi":
        return after.word.shape == "lower"
    return any(r.word_class == "verb" and r.person == "3" for r in after.word.readings)


def _is_ours(view: View, at: int) -> bool:
    """Tell whether somebody of the writer's own circle is meant: `Jonna from our team`."""
    words = [token.word.lower for token in view.tokens[at + 1 : at + 3]]
    return words[:1] == ["meidän"] or (
        len(words) == 2 and words[0] in _OF and words[1] in ("our", "vår", "vårt", "våra")
    )


def _called_to(view: View, at: int) -> bool:
    """Tell whether the name is what a call ends with: `Get well soon, Arvo!`."""
    after = view.after(at + 1)
    called = view.tokens[at - 1].text == "," and after is not None and after.text[0] == "!"
    return called and bool(view.kinds[at] & Trait.FIRST)


def _owns(view: View, at: int) -> bool:
    """Tell whether what only people have follows a genitive: `Sirkka-Liisan viestiä`."""
    after = view.after(at + 1)
    if after is None or not view.adjacent(at + 1) or not view.has(at + 1, Mark.KIN):
        return False
    lower = view.tokens[at].word.lower
    return lower.endswith("n" if view.language(at) == "fi" else "s")


def _beside_number(view: View, at: int) -> bool:
    """Tell whether a telephone number stands right before or after."""
    around = (view.before(at), view.after(at + 1))
    return any(t is not None and _PHONE.fullmatch(t.text) and not _is_year(t) for t in around)


def _is_year(token: Token) -> bool:
    return len(token.text) == 4 and token.text.startswith(("19", "20"))


def small_given_names(view: View, taken: set[int]) -> Iterator[Name]:
    """Yield first names in lower case, in text without capitals that speaks of children."""
    end = 0
    for at in view.givens:
        if at < end or at in taken or not _small(view, at):
            continue
        if _shown(view, at) or _of_children(view, at) or _small_row(view, at, taken):
            end = at + 1
            if end < len(view.tokens) and _is_letter(view.tokens[end]) and view.adjacent(end):
                end += 1
            yield make(view, at, end, Evidence.LOWER)
            taken.update(range(at, end))


def small_families(view: View, taken: set[int]) -> Iterator[Name]:
    """Yield last names in lower case after `perhe` or `rouva`, in text without capitals."""
    for sentence in view.doc.sentences:
        if view.tokens[sentence.first].word.shape != "lower":
            continue
        for at in range(sentence.first + 1, sentence.last):
            word = view.tokens[at].word
            if word.shape != "lower" or not word.is_last_name or at in taken:
                continue
            if view.has(at - 1, Mark.FAMILY | Mark.HONORIFIC) and view.adjacent(at):
                yield make(view, at, at + 1, Evidence.LOWER)


def _small(view: View, at: int) -> bool:
    token = view.tokens[at]
    opening = view.tokens[view.sentence(at).first].word
    if opening.shape != "lower" or len(token.text) < _LEAST:
        return False
    kind = traits(token.word, view.language(at))
    if kind & Trait.STOP or not kind & _GIVEN:
        return False
    return bool(kind & Trait.ONLY_NAME) and not _is_word(view, at)


def _shown(view: View, at: int) -> bool:
    before = view.before(at)
    return before is not None and before.word.lower in _SHOWN


def _of_children(view: View, at: int) -> bool:
    sentence = view.sentence(at)
    return view.any_has(sentence.first, sentence.last, _CHILDISH)


def _small_row(view: View, at: int, taken: set[int]) -> bool:
    first = view.sentence(at).first
    return any(
        at - gap in taken and at - 1 > first and view.tokens[at - 1].text in _JOINTS
        for gap in (2, 3)
    )


def _is_letter(token: Token) -> bool:
    return token.kind is TokenKind.WORD and len(token.text.rstrip(".")) == 1

"""Where sentences begin in Finnish, Swedish and English posts.

The text is read once from left to right. A token that may end a sentence (a full stop, an emoji,
a ` / ` between two languages) is the pending stop until a token comes that decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from rules.text.abbreviations import ENDING
from rules.text.functionwords import FUNCTION_WORDS
from rules.text.identify import leaning
from rules.text.token import Token, TokenKind

ENDERS = frozenset(".!?\u203c\u2049")
_CLOSERS = frozenset("\"')]}\u201d\u00bb\u203a")
_OPENERS = frozenset("\"'([{*-")
DIVIDERS = frozenset("/|")
"""With a space on both sides they stand between two languages or two parts."""
_NAMES = frozenset(("first_name", "last_name", "place_name", "proper_name"))
_WRAPPED = 50
"""A line at least this long that goes on in lower case was broken by a mail program."""


class Verdict(Enum):
    """What the next token is to the sentence before it."""

    BEGINS = "begins a new sentence"
    GOES_ON = "goes on with it"
    BELONGS = "belongs to its end; the token after it decides"


def judge(tokens: Sequence[Token], stop: int, first: int, following: Token) -> Verdict:
    """Judge `following` after `tokens` on one line.

    `stop` is the index of the pending stop, `first` that of the current sentence's first token.
    """
    last, mark = tokens[-1], tokens[stop]
    glued = last.end == following.start
    if following.kind is TokenKind.EMOJI or (following.text in DIVIDERS and not glued):
        return Verdict.BELONGS
    if glued and (following.text in _CLOSERS or following.text[0] in ENDERS):
        return Verdict.BELONGS
    if stop == first + 1 and mark.text == "." and tokens[first].kind is TokenKind.NUMBER:
        return Verdict.GOES_ON  # the number of a list item
    alone = stop == len(tokens) - 1
    before = tokens[stop - 1] if stop > first else None
    begins = _ends(mark, before, following, glued=glued, alone=alone)
    return Verdict.BEGINS if begins else Verdict.GOES_ON


def begins_line(tokens: Sequence[Token], line: int, newlines: int, following: Token) -> bool:
    """Tell whether `following` begins a sentence after `newlines` line breaks.

    `line` is where the line before it starts.
    """
    last = tokens[-1]
    if newlines > 1 or last.end - line < _WRAPPED or last.text[-1] in ENDERS:
        return True
    return following.kind is not TokenKind.WORD or not following.text[0].islower()


def _ends(mark: Token, before: Token | None, following: Token, *, glued: bool, alone: bool) -> bool:
    if mark.kind is TokenKind.EMOJI:
        return before is not None and not glued and _is_capital_word(following)
    if mark.text in DIVIDERS:
        return before is not None and not glued and _changes_language(before, following)
    if glued:
        return mark.text == "." and before is not None and _lacks_space(before, following)
    if mark.kind is TokenKind.WORD:
        return mark.text.lower() in ENDING and _is_capital_word(following)
    full_stop = mark.text == "." and before is not None and before.end == mark.start
    if not _is_start(following):
        return alone and _ends_before_lower_case(mark, before if full_stop else None, following)
    if full_stop and before is not None:
        return _full_stop_ends(before, following)
    return True


def _changes_language(before: Token, following: Token) -> bool:
    """Tell `on kiinni / Biblioteket är` from `Espoo / Vantaa`."""
    if not _is_capital_word(following):
        return False
    here, there = leaning(before.word), leaning(following.word)
    return here is not None and there is not None and here != there


def _is_capital_word(token: Token) -> bool:
    return token.kind is TokenKind.WORD and token.text[0].isupper()


def _is_start(token: Token) -> bool:
    first = token.text[0]
    if token.kind is TokenKind.SYMBOL:
        return first in _OPENERS or not first.isascii()
    return not first.islower()


def _lacks_space(before: Token, following: Token) -> bool:
    """Tell whether two sentences were typed without a space: `kiinni.Tervetuloa`."""
    return (
        before.kind is TokenKind.WORD
        and following.kind is TokenKind.WORD
        and len(before.text) > 2
        and before.text[-2:].islower()
        and following.word.shape == "title"
    )


def _ends_before_lower_case(mark: Token, before: Token | None, following: Token) -> bool:
    """Judge `Hei! mennään` and `on kiinni. se avataan`, but not `Yhd. kuntien`."""
    if following.kind is not TokenKind.WORD:
        return False
    if mark.text[-1] in "!?":
        return True
    return before is not None and len(before.text) > 3 and _is_common(following)


def _is_common(token: Token) -> bool:
    return len(token.text) > 1 and token.word.lower in FUNCTION_WORDS


def _full_stop_ends(before: Token, following: Token) -> bool:
    """Judge by what stands before the full stop: an ordinal, a date, an initial or a word."""
    if before.kind is TokenKind.NUMBER and before.text[-1].isdigit():
        return _number_ends(before, following)
    if len(before.text) == 1 and before.text.isupper():
        return following.kind is not TokenKind.WORD or _is_common(following)
    return True


def _number_ends(number: Token, following: Token) -> bool:
    """Judge `klo 18. Linkki` against `1.–3. 9.`, and `1.9. Ohjelma` against `1.9. Paimiossa`."""
    if following.kind is TokenKind.NUMBER or following.text[0] in "-\u2013":
        return False
    return number.text.isdigit() or following.kind is not TokenKind.WORD or not _is_name(following)


def _is_name(token: Token) -> bool:
    word = token.word
    if word.readings:
        return all(reading.word_class in _NAMES for reading in word.readings)
    return word.is_first_name or word.is_last_name

"""Where sentences end in Finnish, Swedish and English posts."""

from __future__ import annotations

from collections.abc import Sequence

from rules.text.abbreviations import ENDING
from rules.text.functionwords import FUNCTION_WORDS
from rules.text.token import TokenKind
from rules.text.tokenize import Piece

_ENDERS = frozenset(".!?\u2026\u203c\u2049")
_CLOSERS = frozenset("\"')]}\u201d\u00bb\u203a")
_OPENERS = frozenset("\"'([{\u201d\u201c\u201e\u00ab\u00bb\u2022*")
_WRAPPED = 50
"""A line at least this long that goes on in lower case was broken by a mail program."""


def split(pieces: Sequence[Piece]) -> list[int]:
    """Return the index of each sentence's first piece."""
    if not pieces:
        return []
    firsts = [0]
    last = len(pieces) - 1
    at = 0
    line = pieces[0].start
    while at < last:
        after = at + 1
        piece = pieces[at]
        if pieces[after].newline:
            if not _goes_on(piece, pieces[after], line):
                firsts.append(after)
            line = pieces[after].start
        elif piece.text[-1] in _ENDERS:
            after = _past_closers(pieces, after)
            if after <= last and not pieces[after].newline and _ends(pieces, at, after):
                firsts.append(after)
                line = min(line, pieces[after].start)
            at = after - 1
        elif piece.kind is TokenKind.EMOJI and _is_sentence_start(pieces[after]):
            if at > firsts[-1] and pieces[at - 1].kind is not TokenKind.EMOJI or at - firsts[-1] > 1:
                firsts.append(after)
        at = max(at + 1, after if after > at + 1 and firsts[-1] == after else at + 1)
    return firsts


def _goes_on(before: Piece, after: Piece, line: int) -> bool:
    """Tell whether a line break stands within a sentence."""
    if after.newline > 1 or before.end - line < _WRAPPED or before.text[-1] in _ENDERS:
        return False
    return after.kind is TokenKind.WORD and after.text[0].islower()


def _past_closers(pieces: Sequence[Piece], at: int) -> int:
    """Skip brackets, quotation marks and emoji that belong to the sentence before them."""
    while at < len(pieces) and not pieces[at].newline:
        piece = pieces[at]
        glued = pieces[at - 1].end == piece.start
        if piece.kind is TokenKind.EMOJI or (glued and piece.text in _CLOSERS):
            at += 1
        elif glued and piece.text[0] in _ENDERS:
            at += 1
        else:
            break
    return at


def _ends(pieces: Sequence[Piece], at: int, after: int) -> bool:
    """Tell whether the mark at `at` ends a sentence, when `after` comes next."""
    mark, following = pieces[at], pieces[after]
    glued = pieces[after - 1].end == following.start
    if glued:
        return mark.text == "." and at > 0 and _missing_space(pieces[at - 1], following)
    if not _is_sentence_start(following):
        return mark.text[-1] in "!?" and after == at + 1 and following.kind is not TokenKind.SYMBOL
    if mark.kind is TokenKind.WORD:
        return mark.text.lower() in ENDING and not _is_number(following)
    if mark.text == "." and at > 0 and pieces[at - 1].end == mark.start:
        return _full_stop_ends(pieces, at - 1, following)
    return True


def _missing_space(before: Piece, after: Piece) -> bool:
    return (
        before.kind is TokenKind.WORD
        and after.kind is TokenKind.WORD
        and len(before.text) > 2
        and before.text[-2:].islower()
        and after.text[0].isupper()
        and after.text[1:2].islower()
    )


def _is_sentence_start(piece: Piece) -> bool:
    first = piece.text[0]
    if piece.kind is TokenKind.SYMBOL:
        return first in _OPENERS or not first.isascii()
    return not first.islower()


def _is_number(piece: Piece) -> bool:
    return piece.kind is TokenKind.NUMBER


def _full_stop_ends(pieces: Sequence[Piece], at: int, following: Piece) -> bool:
    """Decide by what stands before the full stop: an ordinal, a date, an initial, or a word."""
    before = pieces[at]
    if before.kind is TokenKind.NUMBER and before.text[-1].isdigit():
        return _number_ends(pieces, at, following)
    if before.kind is TokenKind.WORD and len(before.text) == 1 and before.text.isupper():
        is_initial = at > 0 and pieces[at - 1].text[0].isupper() or at == 0
        return not is_initial or following.text.lower() in FUNCTION_WORDS
    return True


def _number_ends(pieces: Sequence[Piece], at: int, following: Piece) -> bool:
    number = pieces[at].text
    if _is_number(following) or following.text[0] in "-\u2013":
        return False
    if at == 0 or pieces[at].newline:
        return False
    if number.isdigit() and len(number) <= 2:
        return following.text.lower() in FUNCTION_WORDS
    return True

"""Birth dates of people: a date, or a bare year, that the words before it call a birth."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.detect.identifiers.context import Context, beside, sentence
from rules.detect.scan import Match, Scan
from rules.model import Span

_MONTHS = (
    "(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuu(?:ta|n|ssa)|"
    "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|"
    "january|february|march|may|june|july|august|october"
)
_YEAR = r"(?:19|20)\d\d"
_ANY_YEAR = re.compile(_YEAR)
_NUMERIC = re.compile(
    rf"(?<![\d.-])(?:\d{{1,2}} ?[./-] ?\d{{1,2}} ?[./-] ?(?P<y1>{_YEAR}|\d\d)"
    rf"|(?P<y2>{_YEAR})[-./]\d\d[-./]\d\d|(?P<y3>{_YEAR})[01]\d[0-3]\d|(?P<six>\d{{6}})|(?P<bare>{_YEAR}))"
    r"(?![\d-]|[.]\d)"
)
# What every numeric date has. It begins with a digit, so the search need not stop at each letter.
_DAY_HINT = re.compile(r"\d(?:\d? ?[./-] ?\d\d? ?[./-] ?\d\d|\d{7})")
_HINT = re.compile(rf"{_DAY_HINT.pattern}|\d{{4}}")
_WORDED = re.compile(
    rf"(?<![\w.-])(?:(?:\d{{1,2}}(?:\.|:e|:a|st|nd|rd|th)?|[^\W\d_]{{4,30}}) (?:päivä(?:nä)? |of )?"
    rf"(?:{_MONTHS}),? (?P<y1>{_YEAR})"
    rf"|(?:{_MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?,? (?P<y2>{_YEAR}))(?!\d)",
    re.IGNORECASE,
)
_BEFORE = 28  # characters between the word of birth and the date, at most
_AFTER = 16
_OLDEST = 1915  # born before: history, not a living person
_YOUNGEST_ADULT = 2012  # a bare date beside a name is a birth only up to here
_TWO_DIGITS = 30  # `84` is 1984, `14` is 2014


def find(scan: Scan, context: Context) -> Iterator[Match]:
    """Find dates of birth; plural words (`born in 2019`, of children) are statistics."""
    text = scan.doc.norm
    called = context.near.may_be_in(scan)
    if called and _ANY_YEAR.search(text):
        for found in _WORDED.finditer(text):
            year = _year(found["y1"] or found["y2"])
            if _is_birth(scan, found.span(), year, context, bare=False):
                yield Match(*found.span())
    hint = _HINT if called else _DAY_HINT  # a year alone is nobody's without a word of birth
    for found in _NUMERIC.finditer(text) if hint.search(text) else ():
        year = _year(found["y1"] or found["y2"] or found["y3"] or found["bare"] or found[0][-2:])
        if found["six"] and not _follows(scan, found.start(), context):
            continue
        if _is_birth(scan, found.span(), year, context, bare=bool(found["bare"])):
            yield Match(*found.span())


def _follows(scan: Scan, start: int, context: Context) -> bool:
    """Six digits are a date only right after the word of birth."""
    word = context.near.last(scan.doc.norm, max(start - _BEFORE, 0), start)
    return word is not None and start - word.end <= 3


def _year(text: str) -> int:
    number = int(text)
    if len(text) == 2:
        return number + (1900 if number > _TWO_DIGITS else 2000)
    return number


def _is_birth(
    scan: Scan, span: tuple[int, int], year: int, context: Context, *, bare: bool
) -> bool:
    if year < _OLDEST:
        return False
    text, (start, end) = scan.doc.norm, span
    here = sentence(scan, start)
    if context.public.search(text, here.start, max(here.end, end)):
        return False
    before = max(start - _BEFORE, 0)
    close = context.near.last(text, before, start)
    if close and not bare:
        return True
    if close:
        return _is_one_person(scan, close, start, context)
    if bare:
        return False
    after = context.near.search(text, end, end + _AFTER)
    if after and after.start - end <= 2:
        return True
    who, name_end = beside(scan, start, context.titles)
    return who == "person" and start - name_end <= 4 and year <= _YOUNGEST_ADULT


def _is_one_person(scan: Scan, word: Span, start: int, context: Context) -> bool:
    """A bare year counts right after the word, and where somebody is spoken of."""
    text = scan.doc.norm
    if start - word.end > 4 or context.titles.search(text, word.start, start):
        return False
    who, _ = beside(scan, word.start, context.titles)
    here = sentence(scan, start)
    return who == "person" or bool(context.private.search(text, here.start, start))

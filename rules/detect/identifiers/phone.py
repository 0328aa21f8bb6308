"""Phone numbers of people: found and validated by phonenumbers, judged by what stands around."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.detect.identifiers import iban
from rules.detect.identifiers.context import Context, beside, sentence
from rules.detect.scan import Match, Scan

_GAP = r"(?: ?[-–./] ?| ?\(| ?\) ?|[ _]{1,2})?"
_DIGIT = r"(?:\d|(?<![^\W\d_oO])[oO](?![^\W\d_oO]))"  # the letter o may stand for a zero
_NUMBER = re.compile(rf"(?<![\d+-])(?:\+ ?|(?=[0oO])){_DIGIT}(?:{_GAP}{_DIGIT}){{5,15}}(?![\d-])")
_SHORTEST = 7
_TRIES = 5  # cuts at the end of a row of digits before it is given up
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)?(?!\d)|\d{1,2}[.:]\d\d ?[-–]")
_MOBILE = (1, 2)  # phonenumbers.PhoneNumberType: MOBILE, FIXED_LINE_OR_MOBILE
_REGIONS = ("FI", "SE")


def find(scan: Scan, context: Context) -> Iterator[Match]:
    """Find numbers that belong to a person rather than to a service or an office."""
    taken = scan.once("iban", iban.spans)
    for found in _NUMBER.finditer(scan.doc.norm):
        start, end, digits, kind = _best(found.group(), found.start())
        if kind is None or any(start < stop and begin < end for begin, stop in taken):
            continue
        if _is_published(scan, digits):
            continue
        if _is_private(scan, start, end, context, mobile=kind in _MOBILE):
            yield Match(start, end)


def _best(text: str, start: int) -> tuple[int, int, str, int | None]:
    """Return the longest valid number at the beginning of `text`, its digits and its type."""
    for _ in range(_TRIES):
        digits = _digits(text)
        if len(digits) < _SHORTEST or _DATE.match(text):
            break
        if sum(map(str.isdigit, text)) >= 3 and (kind := _kind(digits)) is not None:
            return start, start + len(text), digits, kind
        shorter = re.sub(r"[^\doO]+[\doO]+$", "", text)
        if shorter == text:
            break
        text = shorter
    return start, start, "", None


def _digits(text: str) -> str:
    """Read a number as it would be dialled; letters o that stand for zeros are zeros."""
    plain = re.sub(r"[oO]", "0", text).replace("(0)", "")
    digits = re.sub(r"\D", "", plain)
    return "+" + digits if plain.startswith("+") else digits


def _kind(digits: str) -> int | None:
    """Return the type of a valid number, mobile if it is one anywhere; None for no number."""
    import phonenumbers

    kinds = []
    for region in _REGIONS:
        try:
            number = phonenumbers.parse(digits, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            kinds.append(int(phonenumbers.number_type(number)))
    return next((kind for kind in kinds if kind in _MOBILE), kinds[0] if kinds else None)


def _is_published(scan: Scan, digits: str) -> bool:
    def national(number: str) -> str:
        return re.sub(r"^(?:00)?(?:358|46)|^0", "", re.sub(r"\D", "", number.replace("(0)", "")))

    listed = [*scan.directory.phones, *(p for who in scan.directory.people for p in who.phones)]
    return national(digits) in map(national, listed)


def _is_private(scan: Scan, start: int, end: int, context: Context, *, mobile: bool) -> bool:
    text = scan.doc.norm
    here = sentence(scan, start)
    private = context.private.search(text, here.start, max(here.end, end))
    who, _ = beside(scan, start, context.titles)
    if who == "office":
        return False
    if who == "person" or private:
        return mobile or bool(private)
    if context.titles.search(text, here.start, here.end):
        return False
    return mobile and not context.public.search(text, here.start, here.end)

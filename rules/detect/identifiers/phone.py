"""Phone numbers of people: found and validated by phonenumbers, judged by what stands around."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from rules.detect.identifiers import iban, spoken_digits
from rules.detect.identifiers.context import Context, beside, sentence
from rules.detect.scan import Match, Scan

_GAP = r"(?: ?[-–./] ?| ?\(| ?\) ?|[ _]{1,2})?"
_DIGIT = r"(?:\d|(?<![^\W\d_oO])[oO](?![^\W\d_oO]))"  # the letter o may stand for a zero
_NUMBER = re.compile(
    # It begins with a class of characters, so the search need not stop at each letter.
    rf"[+0oO](?<![\d+-].)(?:(?<=\+) ?{_DIGIT}|(?<=0)|(?<=[oO])(?<![^\W\d_oO].)(?![^\W\d_oO]))"
    rf"(?:{_GAP}{_DIGIT}){{5,15}}(?![\d-])"
)
_SHORTEST = 7
_TRIES = 5  # cuts at the end of a row of digits before it is given up
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)?(?!\d)|\d{1,2}[.:]\d\d ?[-–]")
_MOBILE = (1, 2)  # phonenumbers.PhoneNumberType: MOBILE, FIXED_LINE_OR_MOBILE
_REGIONS = ("FI", "SE")
_ABROAD = ("+", "00", "99", "358", "46")  # how numbers begin that name a country, theirs too


def find(scan: Scan, context: Context) -> Iterator[Match]:
    """Find numbers that belong to a person rather than to a service or an office."""
    taken = scan.once("iban", iban.spans)
    for found in _NUMBER.finditer(scan.doc.norm):
        start, cuts = found.start(), list(_cuts(found.group()))
        mobile = any(_may_be_mobile(digits) for _, digits in cuts)
        if not _is_private(scan, start, found.end(), context, mobile=mobile):
            continue  # the words around cost less than the library
        size, digits, kind = _best(cuts)
        end = start + size
        if kind is None or any(start < stop and begin < end for begin, stop in taken):
            continue
        if _is_published(scan, digits):
            continue
        if _is_private(scan, start, end, context, mobile=kind in _MOBILE):
            yield Match(start, end)
    for start, end in spoken_digits.spans(scan):
        if _is_private(scan, start, end, context, mobile=True):
            yield Match(start, end)


def _cuts(text: str) -> Iterator[tuple[int, str]]:
    """Yield what may be a number at the beginning of `text`, the longest first: size and digits."""
    for _ in range(_TRIES):
        digits = _digits(text)
        if len(digits) < _SHORTEST or _DATE.match(text):
            break
        if sum(map(str.isdigit, text)) >= 3:
            yield len(text), digits
        shorter = re.sub(r"[^\doO]+[\doO]+$", "", text)
        if shorter == text:
            break
        text = shorter


def _best(cuts: Iterable[tuple[int, str]]) -> tuple[int, str, int | None]:
    """Return the size, the digits and the type of the longest valid number."""
    for size, digits in cuts:
        kind = _kind(digits)
        if kind is not None:
            return size, digits, kind
    return 0, "", None


def _digits(text: str) -> str:
    """Read a number as it would be dialled; letters o that stand for zeros are zeros."""
    plain = re.sub(r"[oO]", "0", text).replace("(0)", "")
    digits = re.sub(r"\D", "", plain)
    return "+" + digits if plain.startswith("+") else digits


def _kind(digits: str) -> int | None:
    """Return the type of a valid number, mobile if it is one anywhere; None for no number."""
    import phonenumbers

    other = None
    for region in _REGIONS:
        try:
            number = phonenumbers.parse(digits, region)
        except phonenumbers.NumberParseException:
            continue
        kind = int(phonenumbers.number_type(number))
        if kind in _MOBILE:
            return kind
        if other is None and kind != phonenumbers.PhoneNumberType.UNKNOWN:
            other = kind
    return other


def _may_be_mobile(digits: str) -> bool:
    """Tell, without reading it, whether a number can be a mobile one; any may that goes abroad."""
    if digits.startswith(_ABROAD):
        return True
    national = digits.removeprefix("0")
    return any(shape.fullmatch(digits) or shape.fullmatch(national) for shape in _mobiles())


@cache
def _mobiles() -> tuple[re.Pattern[str], ...]:
    """Return how the library tells the mobile numbers of Finland, Åland and Sweden."""
    from phonenumbers import PhoneMetadata

    shapes = []
    for region in (*_REGIONS, "AX"):
        known = PhoneMetadata.metadata_for_region(region)
        mobile = known.mobile if known else None
        shapes.append(re.compile((mobile and mobile.national_number_pattern) or ".*"))
    return tuple(shapes)


def _is_published(scan: Scan, digits: str) -> bool:
    def national(number: str) -> str:
        return re.sub(r"^(?:00)?(?:358|46)|^0", "", re.sub(r"\D", "", number.replace("(0)", "")))

    listed = [*scan.directory.phones, *(p for who in scan.directory.people for p in who.phones)]
    return national(digits) in map(national, listed)


def _is_private(scan: Scan, start: int, end: int, context: Context, *, mobile: bool) -> bool:
    text = scan.doc.norm
    here = sentence(scan, start)
    private = context.private.search(text, here.start, max(here.end, end))
    if not (mobile or private):
        return False
    who, _ = beside(scan, start, context.titles)
    if who == "office":
        return False
    if who == "person" or private:
        return mobile or bool(private)
    if context.titles.search(text, here.start, here.end):
        return False
    return mobile and not context.public.search(text, here.start, here.end)

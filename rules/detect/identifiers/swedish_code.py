"""The Swedish personal identity, co-ordination (day + 60) and interim (a letter) numbers.

Facts: the Swedish Tax Agency and the vectors of the personnummer/meta project, by which a serial of
000 is invalid. The checksum is python-stdnum's; its own number class refuses co-ordination and
interim numbers.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from rules.detect.identifiers.context import Context, sentence
from rules.detect.scan import Match, Scan

_CENTURY = r"(?:1 ?[89] ?|2 ?0 ?)?"
_SIX = r"\d(?: ?\d){5}"
_INTERIM = "TRSUWXJKLMN"
_NUMBER = re.compile(
    rf"(?<!\d)(?=({_CENTURY})({_SIX}) ?([-–—+]) ?([\d{_INTERIM}](?: ?\d){{3}})(?!\d))"
    r"|(?<!\d)(?=((?:18|19|20)?)(\d{6})(\d{4})(?!\d))",
    re.IGNORECASE,
)
# What every number has. It begins with a digit, so the search need not stop at each letter.
_HINT = re.compile(r"\d(?: ?\d){5} ?[-–—+] ?\w|\d{10}")
_LAST_CENTURIES = (2000, 1900, 1800)


def find(scan: Scan, context: Context) -> Iterator[Match]:
    """Find numbers whose date and check digit are right."""
    if not _HINT.search(scan.doc.norm):
        return
    for found in _NUMBER.finditer(scan.doc.norm):
        bare = found.group(3) is None
        century, date, serial = found.group(5, 6, 7) if bare else found.group(1, 2, 4)
        start, end = (found.start(5), found.end(7)) if bare else (found.start(1), found.end(4))
        century, date, serial = (part.replace(" ", "") for part in (century, date, serial))
        if not _is_valid(century, date, serial):
            continue
        if bare and _is_doubtful(century, date, serial) and not _is_named(scan, start, context):
            continue
        yield Match(start, end)


def _is_valid(century: str, date: str, serial: str) -> bool:
    from stdnum import luhn

    digits = serial if serial.isdigit() else "1" + serial[1:]
    if serial.startswith("000"):
        return False
    return _is_date(century, date) and bool(luhn.is_valid(date + digits))


def _is_date(century: str, date: str) -> bool:
    year, month, day = int(date[:2]), int(date[2:4]), int(date[4:])
    if day > 60:
        day -= 60
    for base in (int(century) * 100,) if century else _LAST_CENTURIES:
        try:
            datetime.date(base + year, month, day)
        except ValueError:
            continue
        return True
    return False


def _is_doubtful(century: str, date: str, serial: str) -> bool:
    """Ten digits from 0 on may be a phone number; a recent date and a time, a timestamp."""
    if not century:
        return date.startswith("0")
    recent = century == "20" and date[:2] >= "18"
    return recent and serial[:2] < "24" and serial[2:] < "60"


def _is_named(scan: Scan, start: int, context: Context) -> bool:
    here = sentence(scan, start, wider=1)
    return bool(context.near.search(scan.doc.norm, here.start, here.end))

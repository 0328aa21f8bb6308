"""Account numbers in the IBAN form; structure and check by python-stdnum."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rules.detect.identifiers.context import Context
from rules.detect.scan import Match, Scan

# Two letters and two digits; it begins with a digit, so the search need not stop at each letter.
_START = re.compile(
    r"\d(?:(?<=([A-Za-z]{2})\d)|(?<=([A-Za-z]{2}) \d)) ?\d(?=[ .–-]{0,2}[A-Za-z0-9])"
)
_PART = re.compile(r"[ .–-]{0,2}([A-Za-z0-9])")


def spans(scan: Scan) -> list[tuple[int, int]]:
    """Return the ranges of the account numbers of a text."""
    return list(_spans(scan.doc.norm))


def find(scan: Scan, context: Context) -> Iterator[Match]:  # noqa: ARG001
    """Find account numbers with the right structure and check digits."""
    for start, end in scan.once("iban", spans):
        yield Match(start, end)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    reached = 0
    for found in _START.finditer(text):
        start = found.start(found.lastindex or 0)
        if start < reached:
            continue
        end = _end(text, start)
        if end:
            reached = end
            yield start, end


def _end(text: str, start: int) -> int:
    """Return where a valid number that begins at `start` ends, or 0."""
    wanted = _length(text[start : start + 2].upper())
    number, at = "", start
    while len(number) < wanted:
        part = _PART.match(text, at)
        if not part:
            return 0
        number += part.group(1)
        at = part.end()
    return at if wanted and _is_valid(number) else 0


@cache
def _length(country: str) -> int:
    """Return how long a country's numbers are, 0 where it has none (`lo` of `klo 10`)."""
    from stdnum import numdb

    known = numdb.get("iban").info(country)[0][1].get("bban", "")
    return 4 + sum(map(int, re.findall(r"\d+", known))) if known else 0


def _is_valid(number: str) -> bool:
    from stdnum import iban

    return iban.is_valid(number, check_country=False)

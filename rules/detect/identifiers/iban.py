"""Account numbers in the IBAN form; structure and check by python-stdnum."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.detect.identifiers.context import Context
from rules.detect.scan import Match, Scan

_START = re.compile(r"[A-Za-z]{2} ?\d ?\d(?=[ .–-]{0,2}[A-Za-z0-9])")
_PART = re.compile(r"[ .–-]{0,2}([A-Za-z0-9])")
_SHORTEST, _LONGEST = 15, 34


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
        if found.start() < reached:
            continue
        end = _end(text, found.start())
        if end:
            reached = end
            yield found.start(), end


def _end(text: str, start: int) -> int:
    """Return where a valid number that begins at `start` ends, or 0."""
    from stdnum import iban

    number, ends, at = "", [start], start
    while len(number) < _LONGEST and (part := _PART.match(text, at)):
        number += part.group(1)
        at = part.end()
        ends.append(at)
    for length in range(len(number), _SHORTEST - 1, -1):
        if iban.is_valid(number[:length], check_country=False):
            return ends[length]
    return 0

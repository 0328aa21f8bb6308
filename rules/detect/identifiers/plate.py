"""Vehicle registration plates, Finnish and Swedish: a shape that counts only beside a vehicle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.detect.identifiers.context import Context, sentence
from rules.detect.scan import Match, Scan

_FINNISH = re.compile(
    # Glued to a small-letter word only in capitals: `rek.nroZIP-230`.
    r"(?:(?<![\w-])[A-Za-zÅÄÖåäö]{2,3}|(?<=[a-zåäö])[A-ZÅÄÖ]{2,3})"
    r"(?: ?- ?|–)\d{1,3}(?![\w-]|[.,]\d)"
)
_SWEDISH = re.compile(
    r"(?<![\w-])[A-HJ-PR-UW-Za-hj-pr-uw-z]{3} ?\d\d(?:\d|[A-HJ-NPR-UW-Za-hj-npr-uw-z])(?![\w-])"
)
# What every plate has. They begin with a sign or a digit, so the search need not stop at letters.
_FINNISH_HINT = re.compile(r"[-–] ?\d")
_SWEDISH_HINT = re.compile(r"\d(?:(?<=[A-Za-z]{3}\d)|(?<=[A-Za-z]{3} \d))\d[\dA-Za-z](?![\w-])")
_NO_PLATES = frozenset(
    """ic kt vt mt st tl ab fi se eu pc tv id iso kh kv tfn tel puh gsm mob klo nro max min
    art""".split()
)
"""Letters that stand before the numbers of trains, roads, classes and paragraphs."""


def find_finnish(scan: Scan, context: Context) -> Iterator[Match]:
    """Find Finnish plates in a sentence about a vehicle, or next to one."""
    return _find(_FINNISH_HINT, _FINNISH, scan, context)


def find_swedish(scan: Scan, context: Context) -> Iterator[Match]:
    """Find Swedish plates in a sentence about a vehicle, or next to one."""
    return _find(_SWEDISH_HINT, _SWEDISH, scan, context)


def _find(
    hint: re.Pattern[str], shape: re.Pattern[str], scan: Scan, context: Context
) -> Iterator[Match]:
    text = scan.doc.norm
    if not hint.search(text) or not context.near.may_be_in(scan):
        return
    for found in shape.finditer(text):
        if re.split(r"[\W\d]", found.group())[0].lower() in _NO_PLATES:
            continue
        if found.group().islower() and found.group()[3] == " ":
            continue  # `med 250`: two words of the sentence
        here = sentence(scan, found.start())
        if context.public.search(text, here.start, here.end):
            continue
        if not context.near.search(text, here.start, here.end):
            wide = sentence(scan, found.start(), wider=1)
            if found.group().islower() or not context.near.search(text, wide.start, wide.end):
                continue
        yield Match(found.start(), found.end())

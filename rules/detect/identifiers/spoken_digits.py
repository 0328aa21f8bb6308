"""Phone numbers written out in words: `nolla viisi nolla`, `noll fyra noll`, `oh four oh`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.detect.scan import Scan
from rules.detect.sought import lower

_HINTS = ("nolla", "noll", "zero", "oh ")  # every such number begins with one of these
_DIGIT = (
    "(?:nolla|yksi|kaksi|kolme|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän"
    "|noll|ett|en|två|tre|fyra|fem|sex|sju|åtta|nio"
    "|zero|oh|one|two|three|four|five|six|seven|eight|nine)"
)
_NUMBER = re.compile(
    rf"(?<!\w)(?:nolla|noll|zero|oh)(?:(?:, ?| ?[–-] ?| ){_DIGIT}(?!\w)){{6,13}}", re.IGNORECASE
)


def spans(scan: Scan) -> Iterator[tuple[int, int]]:
    """Yield where a row of at least seven digits in words stands; it is as long as a number."""
    if any(map(lower(scan).__contains__, _HINTS)):
        for found in _NUMBER.finditer(scan.doc.norm):
            yield found.span()

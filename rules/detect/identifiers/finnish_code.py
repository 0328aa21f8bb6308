"""The Finnish personal identity code, with the century signs of 2023 and temporary numbers.

Facts: the Digital and Population Data Services Agency; the check is python-stdnum's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.detect.identifiers.context import Context
from rules.detect.scan import Match, Scan

# A code may be spaced out and glued to words; a look-ahead lets candidates overlap.
_CODE = re.compile(
    r"(?<!\d)(?=(\d(?: ?\d){5}) ?([-–—+A-FU-Ya-fu-y]) ?(\d ?\d ?\d ?[0-9A-Ya-y])(?!\d))"
)


def find(scan: Scan, context: Context) -> Iterator[Match]:  # noqa: ARG001
    """Find codes whose date and check character are right."""
    from stdnum.fi import hetu

    for found in _CODE.finditer(scan.doc.norm):
        date, sign, rest = (part.replace(" ", "") for part in found.groups())
        code = date + ("-" if sign in "–—" else sign) + rest
        if hetu.is_valid(code, allow_temporary=True):
            yield Match(found.start(1), found.end(3))

"""Passwords without any word for them: a network or an account, a slash, and what opens it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.detect.cues import Cues
from rules.detect.scan import Match, Scan

_FAR = 80  # an account stands this near before its password, in characters
_SLASH = re.compile(r" ?/ ?(?=[^\s/]{8,40}(?:\s|\Z))(?P<value>[^\s/]{8,40})")
_SIGN = re.compile(r"[^\W_][!#$%&*+=@^~?][^\W_]")
_ENDING = ".,;:!?)]\"'”"


def find(scan: Scan, accounts: Cues) -> Iterator[Match]:
    """Find a value with letters, digits and a sign inside, after a slash on an account's line."""
    text = scan.doc.norm
    for found in _SLASH.finditer(text) if "/" in text else ():
        value = found["value"].rstrip(_ENDING)
        if len(value) < 8 or not _SIGN.search(value) or "@" in value:
            continue
        if not (any(map(str.isdigit, value)) and any(map(str.isalpha, value))):
            continue
        line = text.rfind("\n", 0, found.start()) + 1
        if accounts.search(text, max(line, found.start() - _FAR), found.start()):
            yield Match(found.start("value"), found.start("value") + len(value))

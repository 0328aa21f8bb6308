"""Keys and tokens: the well-known formats, private keys, addresses with credentials, assignments.

Formats: as their issuers document them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.detect.scan import Match, Scan
from rules.detect.sought import lower

_FORMATS = re.compile(
    r"-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[A-Za-z0-9+/=\s]{0,4000}"
    r"(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?"
    r"|https?://[^\s/:@]{1,80}:[^\s/:@]{1,80}@[^\s/]{1,200}"
    r"|https://hooks\.slack\.com/services/[\w/]{20,100}"
    r"|https://[\w.-]{1,80}\.webhook\.office\.com/[\w/@-]{20,300}"
    r"|(?<![\w-])(?:(?:AKIA|ASIA)[0-9A-Z]{16}|gh[pousr]_\w{30,255}|github_pat_\w{20,255}"
    r"|glpat-[\w-]{20,60}|xox[abeoprs]-[\w-]{10,250}|xapp-[\w-]{10,250}|AIza[\w-]{35}|ya29\.[\w-]{20,250}"
    r"|(?:sk|rk|pk)_(?:live|test)_\w{10,250}|sk-(?:ant-|proj-)?[\w-]{20,250}|hf_\w{20,60}|npm_\w{30,50}"
    r"|pypi-[\w-]{20,250}|SG\.[\w-]{16,40}\.[\w-]{16,60}|dop_v1_[0-9a-f]{64}|EAA\w{30,300}"
    r"|eyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.?[\w-]{0,2000})"
)
_HINTS = (
    "-----BEGIN", "://", "AKIA", "ASIA", "gh", "glpat-", "xox", "xapp-", "AIza", "ya29", "_live_",
    "_test_", "sk-", "hf_", "npm_", "pypi-", "SG.", "dop_", "EAA", "eyJ",
)  # fmt: skip
_ASSIGNED_HINTS = ("key", "token", "secret", "sig", "bearer")
_ASSIGNED = re.compile(
    r"(?:(?:access|account|secret|api|client|auth|refresh|bearer)[_ -]?(?:key|token|secret)|token"
    r"|secret|sig"
    r"|sharedaccesskey|accountkey|bearer)['\"]?(?: ?[:=] ?| )['\"]?([\w+/.=%~-]{16,300})",
    re.IGNORECASE,
)


def find(scan: Scan) -> Iterator[Match]:
    """Find keys and tokens; where one is assigned to a word, only the value is marked."""
    text = scan.doc.norm
    if any(map(text.__contains__, _HINTS)):
        for found in _FORMATS.finditer(text):
            yield Match(*found.span())
    if ("=" in text or ":" in text or "earer" in text) and _may_assign(lower(scan)):
        for found in _ASSIGNED.finditer(text):
            value = found.group(1)
            if any(map(str.isdigit, value)) and any(map(str.isalpha, value)):
                yield Match(*found.span(1))


def _may_assign(text: str) -> bool:
    return any(map(text.__contains__, _ASSIGNED_HINTS))

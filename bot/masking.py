"""What is shown of a value that should not stand in a post: enough to know it again, no more."""

from __future__ import annotations

import re

from rules.model import Finding, Severity

_DOTS = "•••••"

_WHOLE = frozenset({"credential", "internal_host"})
_KEPT = {"national_id": 7, "iban": 4, "card": 4, "phone_private": 4, "plate": 2}
_WORDS = frozenset(
    """birth_date email_private health minor person_private social_care
    street_address_private""".split()
)
_REST = re.compile(r"(?<=\w)\w+")


def masked(value: str, finding: Finding) -> str:
    """Return a found value as a card may show it.

    Only what is gravest is masked, and only where the words found are the secret itself: a stamp
    that says "secret" is none.
    """
    if finding.severity is not Severity.ERROR:
        return value
    if finding.category in _WHOLE:
        return _DOTS
    if (kept := _KEPT.get(finding.category)) is not None:
        return value[: min(kept, len(value) // 2 + 2)] + _DOTS
    if finding.category in _WORDS:
        return _REST.sub(_DOTS, value)
    return value

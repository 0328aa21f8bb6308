"""Whether a text that is to be kept, or need not be told, names or identifies somebody."""

from __future__ import annotations

from rules.check import Checker
from rules.model import Draft, Language, Severity

_CATEGORIES = frozenset(
    """national_id phone_private email_private iban card plate street_address_private birth_date
    minor person_private credential""".split()
)


def is_personal(text: str, checker: Checker, language: Language | None = None) -> bool:
    """Tell whether a text has personal data or a secret in it; `language` forces the text's own."""
    report = checker.check(Draft(text, lang=language))
    return any(
        finding.category in _CATEGORIES and finding.severity is not Severity.SUGGESTION
        for finding in report.findings
    )

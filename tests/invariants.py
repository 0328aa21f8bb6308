"""What must hold of every report, whatever the draft."""

from __future__ import annotations

from rules.check import Checker
from rules.model import Draft


def assert_sound(checker: Checker, draft: Draft) -> None:
    """Check a draft; its findings are sorted, in the text, unique, and its fix is finished."""
    report = checker.check(draft)
    places = [(f.start, f.end) for f in report.findings]
    assert places == sorted(places)
    assert all(0 <= start <= end <= len(draft.text) for start, end in places)
    keys = [(f.rule, f.start, f.end) for f in report.findings]
    assert len(keys) == len(set(keys))
    for finding in report.findings:
        assert finding.message
        assert "{" not in finding.message or "{" in draft.text
    fixed = report.fixed(draft)
    assert fixed == report.fixed(draft)


def assert_fix_is_finished(checker: Checker, draft: Draft) -> None:
    """Checking the corrected text leaves no finding that has a replacement."""
    fixed = checker.check(draft).fixed(draft)
    again = checker.check(fixed)
    left = [(f.rule, fixed.text[f.start : f.end]) for f in again.findings if f.replacements]
    assert left == [], (left, fixed.text)

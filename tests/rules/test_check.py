"""What a report promises."""

from __future__ import annotations

from pathlib import Path

import pytest

from rules import load
from rules.check import Checker, UnknownRuleError
from rules.directory import Directory
from rules.model import Draft, Finding, Report, Severity, Source
from tests.packs import rule, write_pack

CITY = Directory(city="koe")


def checker(folder: Path, *rules: str, more: str = "") -> Checker:
    return Checker(load.read(write_pack(folder, *rules, more=more)), CITY)


def found(report: Report, text: str) -> list[tuple[str, str]]:
    return [(f.rule, text[f.start : f.end]) for f in report.findings]


def test_a_finding_stands_at_the_exact_words(tmp_path: Path) -> None:
    """Any inflection of a word is found, at its own place and nowhere else."""
    text = "Koira haukkui, kissojen pihalla. Kissanruoka loppui."

    report = checker(tmp_path, rule()).check(Draft(text))

    assert found(report, text) == [("koe/kissa", "kissojen")]


def test_offsets_are_those_of_the_text_as_written(tmp_path: Path) -> None:
    """An emoji, a zero-width space and full-width letters before a finding do not move it."""
    text = "😀 Hei! \u200bMeillä nukkuu ki\u00adssa ja ｋｉｓｓａ."

    report = checker(tmp_path, rule()).check(Draft(text))

    assert found(report, text) == [("koe/kissa", "ki\u00adssa"), ("koe/kissa", "ｋｉｓｓａ")]


def test_a_draft_switches_rules_for_itself(tmp_path: Path) -> None:
    """A rule that is off is tried on one draft; a group is switched off for another."""
    one = checker(tmp_path, rule(more="on: false\n"))
    text = "Kissa nukkuu matolla."

    assert not one.check(Draft(text)).findings
    assert one.check(Draft(text, rules={"koe/kissa": True})).findings
    assert one.check(Draft(text, rules={"koe": True})).findings
    assert not one.check(Draft(text, rules={"koe": True, "koe/kissa": False})).findings


def test_an_unknown_switch_is_an_error(tmp_path: Path) -> None:
    """A mistyped rule id is told, not ignored."""
    with pytest.raises(UnknownRuleError, match="koe/kisa"):
        checker(tmp_path, rule()).check(Draft("Hei", rules={"koe/kisa": True}))


def test_one_finding_per_rule_and_span(tmp_path: Path) -> None:
    """Two terms of one rule that mark the same words are one finding."""
    both = rule(detect="{terms: {language: fi, items: [kissa, '=kissat']}}")
    text = "Kissat nukkuvat matolla."

    assert len(checker(tmp_path, both).check(Draft(text)).findings) == 1


def test_a_superseding_rule_wins_where_spans_overlap(tmp_path: Path) -> None:
    """Only the rule that supersedes the other speaks about the words that both mark."""
    one = rule("koe/kissa")
    two = rule(
        "koe/elain",
        "{terms: {language: fi, items: ['musta kissa']}}",
        more="supersedes: [koe/kissa]\n",
    )
    text = "Musta kissa nukkuu ja kissa valvoo."

    report = checker(tmp_path, one, two).check(Draft(text))

    assert found(report, text) == [("koe/elain", "Musta kissa"), ("koe/kissa", "kissa")]


def test_the_organisations_accepted_words_are_left_alone(tmp_path: Path) -> None:
    """A city's own word is no officialese there."""
    plain = rule(category="plain_word")

    assert (
        not checker(tmp_path, plain, more="accept: [kissa]\n").check(Draft("Kissa tuli.")).findings
    )


@pytest.mark.parametrize(
    ("draft", "said"),
    [
        (Draft("Kissa nukkuu matolla."), "Löytyi Kissa"),
        (Draft("Kissa nukkuu matolla.", language="sv"), "Fann Kissa"),
        (Draft("Kissa nukkuu matolla.", language="en"), "Found Kissa"),
    ],
)
def test_the_answer_is_in_the_asked_language(tmp_path: Path, draft: Draft, said: str) -> None:
    """The answer speaks the draft's language unless another one is asked for."""
    assert checker(tmp_path, rule()).check(draft).findings[0].message == said


def finding(start: int, end: int, replacement: str, severity: Severity) -> Finding:
    source = Source(document="ohje", section="1", basis="guideline")
    return Finding("koe/x", "tone", severity, start, end, "", "", (replacement,), None, source)


def test_fixes_never_overlap() -> None:
    """Where two findings overlap, the graver one's replacement is made, once."""
    draft = Draft("abcdefgh")
    report = Report(
        ("fi",),
        (
            finding(0, 5, "X", Severity.WARNING),
            finding(3, 6, "Y", Severity.ERROR),
            finding(6, 8, "Z", Severity.SUGGESTION),
        ),
    )

    assert report.fixed(draft).text == "abcYZ"


def test_the_worst_severity_of_nothing_is_none() -> None:
    """A clean report has no worst severity."""
    assert Report((), ()).worst is None


def test_a_draft_never_shows_its_text_in_a_log() -> None:
    """The form that Python prints of a draft says its length only."""
    assert "salaisuus" not in repr(Draft("salaisuus"))

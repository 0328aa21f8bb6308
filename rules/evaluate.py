"""How well the checker does on labelled posts: precision, recall, false alarms.

The forms of the labelled posts and what counts as found are those of `tests/corpus/README.md`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from rules.model import Finding, Report, Severity, Span

GROUPS: Mapping[str, str] = {
    "person_private": "names", "minor": "names",
    "health": "welfare", "social_care": "welfare",
    "unpublished": "confidential", "procurement": "confidential", "secrecy_marking": "confidential",
}  # fmt: skip

DANGEROUS = frozenset(
    [
        "national_id",
        "phone_private",
        "email_private",
        "iban",
        "card",
        "plate",
        "street_address_private",
        "birth_date",
        "health",
        "social_care",
        "minor",
        "person_private",
        "credential",
        "internal_host",
        "secrecy_marking",
        "unpublished",
        "procurement",
    ]
)


class Miss(NamedTuple):
    """One post on which the checker and the label disagree."""

    post: str
    kind: str  # missed | false | spurious
    category: str
    span: Span


@dataclass(slots=True)
class Score:
    """Counts of one kind of corpus, by category and language."""

    found: Counter[tuple[str, str]] = field(default_factory=Counter)
    wanted: Counter[tuple[str, str]] = field(default_factory=Counter)
    right: Counter[tuple[str, str]] = field(default_factory=Counter)
    given: Counter[tuple[str, str]] = field(default_factory=Counter)
    alarmed: Counter[tuple[str, str]] = field(default_factory=Counter)  # (expect, lang)
    posts: Counter[tuple[str, str]] = field(default_factory=Counter)
    misses: list[Miss] = field(default_factory=list)


def kind_of(post: Mapping[str, Any]) -> str:
    """Tell which form a labelled line has: personal, plain, attribution or questions."""
    if "question" in post:
        return "questions"
    if "verdict" in post:
        return "attribution"
    return "plain" if "gold" in post else "personal"


def score_personal(post: Mapping[str, Any], report: Report, score: Score) -> None:
    """Count a post with labelled personal or confidential spans."""
    lang = post["lang"]
    findings = [f for f in report.findings if f.category in DANGEROUS]
    loud = [f for f in findings if f.severity is not Severity.SUGGESTION]
    score.posts[post["expect"], lang] += 1
    if loud:
        score.alarmed[post["expect"], lang] += 1
    gold = [(s["category"], Span(s["start"], s["end"])) for s in post["spans"]]
    for category, span in gold:
        score.wanted[category, lang] += 1
        if any(_same(f.category, category) and f.span.overlaps(span) for f in findings):
            score.found[category, lang] += 1
        else:
            score.misses.append(Miss(post["id"], "missed", category, span))
    for f in findings:
        score.given[f.category, lang] += 1
        if any(_same(f.category, category) and f.span.overlaps(span) for category, span in gold):
            score.right[f.category, lang] += 1
        else:
            score.misses.append(Miss(post["id"], "false", f.category, f.span))


def _same(one: str, other: str) -> bool:
    return GROUPS.get(one, one) == GROUPS.get(other, other)


def score_plain(post: Mapping[str, Any], report: Report, score: Score) -> None:
    """Count a post with labelled officialese; tolerated spans count neither way."""
    lang = post["lang"]
    findings = [f for f in report.findings if f.category.startswith("plain_")]
    score.posts[post["label"], lang] += 1
    if findings:
        score.alarmed[post["label"], lang] += 1
    gold = [(g["kind"], Span(g["start"], g["end"])) for g in post["gold"]]
    tolerated = [Span(t["start"], t["end"]) for t in post["tolerated"]]
    for kind, span in gold:
        score.wanted[kind, lang] += 1
        if any(_finds(f, kind, span) for f in findings):
            score.found[kind, lang] += 1
        else:
            score.misses.append(Miss(post["id"], "missed", kind, span))
    for f in findings:
        if any(f.span.overlaps(span) for _, span in gold):
            score.given["all", lang] += 1
            score.right["all", lang] += 1
        elif not any(f.span.overlaps(span) for span in tolerated):
            score.given["all", lang] += 1
            score.misses.append(Miss(post["id"], "false", f.category, f.span))


def _finds(finding: Finding, kind: str, span: Span) -> bool:
    if not finding.span.overlaps(span):
        return False
    if kind != "long_sentence":
        return True
    shared = min(finding.end, span.end) - max(finding.start, span.start)
    return finding.category == "plain_long_sentence" or 2 * shared >= span.end - span.start


def score_attribution(post: Mapping[str, Any], report: Report, score: Score) -> None:
    """Count a post with an attribution verdict: ok, missing or wrong_unit."""
    got = {f.category for f in report.findings if f.category.startswith("attribution_")}
    verdict = (
        "wrong_unit"
        if "attribution_wrong_unit" in got
        else "missing"
        if "attribution_missing" in got
        else "ok"
    )
    lang = post["lang"]
    score.wanted[post["verdict"], lang] += 1
    score.given[verdict, lang] += 1
    if verdict == post["verdict"]:
        score.found[verdict, lang] += 1
        score.right[verdict, lang] += 1
    else:
        score.misses.append(Miss(post["id"], verdict, post["verdict"], Span(0, 0)))


def ratio(part: int, whole: int) -> float:
    """Return part of whole, 1.0 of nothing."""
    return part / whole if whole else 1.0


def totals(counts: Mapping[tuple[str, str], int], lang: str | None = None) -> int:
    """Sum counts, of one language or of all."""
    return sum(n for (_, language), n in counts.items() if lang in (None, language))


def f1(score: Score, lang: str | None = None) -> tuple[float, float, float]:
    """Return precision, recall and F1 over all categories, of one language or of all."""
    precision = ratio(totals(score.right, lang), totals(score.given, lang))
    recall = ratio(totals(score.found, lang), totals(score.wanted, lang))
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def draft_fields(post: Mapping[str, Any]) -> dict[str, Any]:
    """Return the JSONL input line (design: JSON contracts) of a labelled post."""
    if kind_of(post) != "attribution":
        return {"id": post["id"], "text": post["text"], "channel": post.get("channel")}
    return {
        "id": post["id"],
        "text": post["text"],
        "pack": post["organisation"].replace("_", "-"),
        "unit": post["poster_unit"],
        "account_profile": post["account_profile"],
        "rules": {"attribution": "on"},
    }


SCORERS = {"personal": score_personal, "plain": score_plain, "attribution": score_attribution}

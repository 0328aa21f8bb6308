"""The linter: a draft goes in, a report comes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rules.channel import canonical
from rules.detect import KINDS, Finder, Match, Scan
from rules.directory import Directory
from rules.model import Draft, Finding, Language, Report
from rules.pack import Pack
from rules.rule import Rule
from rules.text import Document

_WHOLE = (0, 0)


class UnknownRuleError(ValueError):
    """A draft switches a rule or group that its pack does not have."""


class Checker:
    """A pack compiled for one city; immutable, safe to use from many threads."""

    def __init__(self, pack: Pack, directory: Directory) -> None:
        """Compile every rule of the pack, those switched off too."""
        self.pack = pack
        self.directory = directory
        self._accepted = frozenset(pack.accept)
        self._finders = list(_compile(pack.rules, directory))

    def check(self, draft: Draft) -> Report:
        """Check a draft.

        Raises:
            UnknownRuleError: `draft.rules` names a rule or group that the pack does not have.
        """
        off = self._switches(draft)
        scan = Scan(Document(draft.text, draft.lang), draft, self.directory)
        found: list[tuple[Rule, Match]] = []
        for rules, find, any_on in self._finders:
            if not (off or any_on):
                continue
            for index, match in find(scan):
                rule = rules[index]
                if off.get(rule.id, not rule.on) or not _applies(rule, scan, match):
                    continue
                if rule.category.startswith("plain_") and self._accepts(scan, match):
                    continue
                found.append((rule, match))
        language = draft.language or (scan.doc.languages or ("fi",))[0]
        findings = [_finding(rule, match, scan, language) for rule, match in _resolve(found)]
        findings.sort(key=lambda f: (f.start, f.end, -f.severity.rank, f.rule))
        return Report(scan.doc.languages, tuple(findings))

    def _switches(self, draft: Draft) -> dict[str, bool]:
        """Return, for the rules that this draft switches itself, whether each is off."""
        if not draft.rules:
            return {}
        off: dict[str, bool] = {}
        for name, on in sorted(draft.rules.items(), key=lambda item: "/" in item[0]):
            named = [r.id for r in self.pack.rules if name in (r.id, r.group)]
            if not named:
                raise UnknownRuleError(name)
            off |= dict.fromkeys(named, not on)
        return off

    def _accepts(self, scan: Scan, match: Match) -> bool:
        return bool(self._accepted) and scan.doc.norm[match.start : match.end].lower() in (
            self._accepted
        )


def _compile(
    rules: Sequence[Rule], directory: Directory
) -> Iterator[tuple[Sequence[Rule], Finder, bool]]:
    """Yield the rules of each kind, what finds for them, and whether any of them is on."""
    for key, kind in KINDS.items():
        of_kind = [rule for rule in rules if rule.detect.kind == key]
        if of_kind:
            find = kind.compile([rule.detect.spec for rule in of_kind], directory)
            yield of_kind, find, any(rule.on for rule in of_kind)


def _applies(rule: Rule, scan: Scan, match: Match) -> bool:
    draft = scan.draft
    if rule.audiences and draft.audience not in rule.audiences:
        return False
    if rule.channels and canonical(draft.channel) not in rule.channels:
        return False
    return not rule.languages or scan.doc.language_at(match.start) in rule.languages


def _resolve(found: list[tuple[Rule, Match]]) -> list[tuple[Rule, Match]]:
    """Keep one finding per rule and span, and none that a superseding rule covers."""
    if len(found) < 2:
        return found
    unique = {(rule.id, match.start, match.end): (rule, match) for rule, match in found}
    kept = list(unique.values())
    rulers = [(rule, match) for rule, match in kept if rule.supersedes]
    if not rulers:
        return kept
    return [
        (rule, match)
        for rule, match in kept
        if not any(
            rule.id in ruler.supersedes and match.start < over.end and over.start < match.end
            for ruler, over in rulers
        )
    ]


def _finding(rule: Rule, match: Match, scan: Scan, language: Language) -> Finding:
    start, end = (match.start, match.end)
    span = scan.doc.raw_span(start, end) if (start, end) != _WHOLE else _WHOLE
    replacements = match.replacements
    if not replacements and rule.fix and end > start:
        replacements = (rule.fix.redact.get(scan.doc.language_at(start)),)
    values = {
        "match": scan.doc.norm[start:end],
        "replacement": replacements[0] if replacements else "",
        **match.values,
    }
    return Finding(
        rule=rule.id,
        category=rule.category,
        severity=rule.severity,
        start=span[0],
        end=span[1],
        message=rule.message.get(language).format_map(values),
        says=rule.says.get(language),
        replacements=replacements,
        owner=rule.owner,
        source=rule.source,
    )

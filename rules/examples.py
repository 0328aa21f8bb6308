"""Every rule's examples, run: what it must find, must leave alone, and leaves after its fix."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from rules.check import Checker
from rules.directory import Directory
from rules.model import Report
from rules.pack import Pack
from rules.rule import Example, Rule


class Failure(NamedTuple):
    """One example that does not hold; `key` is a sentence in `bot.texts`."""

    rule: str
    key: str
    example: str
    got: str = ""


def failures(pack: Pack, city: Directory) -> Iterator[Failure]:
    """Run the examples of every rule of a pack, those switched off too; each fails alone."""
    checker = Checker(pack, city)
    for rule in pack.rules:
        yield from _of_rule(rule, checker)


def _of_rule(rule: Rule, checker: Checker) -> Iterator[Failure]:
    for example in rule.examples.bad:
        yield from _bad(rule, example, checker)
    for example in rule.examples.good:
        got = _found(rule, example, checker)
        if got:
            yield Failure(rule.id, "example-good-found", example.text, " | ".join(got))
    mended = [_mended(rule, example, checker) for example in rule.examples.bad]
    for wanted in rule.examples.fixed:
        if wanted not in mended:
            yield Failure(rule.id, "example-fixed-differs", wanted, " | ".join(mended))


def _bad(rule: Rule, example: Example, checker: Checker) -> Iterator[Failure]:
    got = _found(rule, example, checker)
    if not got:
        yield Failure(rule.id, "example-bad-missed", example.text)
    elif example.find is not None and example.find not in got:
        yield Failure(rule.id, "example-find-differs", example.text, " | ".join(got))
    draft = example.draft({rule.id: True})
    fixed = _only(rule, checker.check(draft)).fixed(draft)
    again = _only(rule, checker.check(replace(fixed, lang=draft.lang)))
    if fixed.text != draft.text and any(f.replacements for f in again.findings):
        yield Failure(rule.id, "example-fix-unfinished", example.text, fixed.text)


def _mended(rule: Rule, example: Example, checker: Checker) -> str:
    draft = example.draft({rule.id: True})
    return _only(rule, checker.check(draft)).fixed(draft).text


def _found(rule: Rule, example: Example, checker: Checker) -> list[str]:
    report = checker.check(example.draft({rule.id: True}))
    return [
        example.text[f.start : f.end] or example.text for f in report.findings if f.rule == rule.id
    ]


def _only(rule: Rule, report: Report) -> Report:
    return replace(report, findings=tuple(f for f in report.findings if f.rule == rule.id))

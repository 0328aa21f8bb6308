"""A check as a card: verdict, the draft with its places, why, whom to ask, the corrected text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.answer import cited, contact_line
from bot.card import (
    Bullets,
    Button,
    Buttons,
    Card,
    Copyable,
    Fields,
    Fold,
    Marked,
    Note,
    Piece,
    Text,
)
from bot.findings import MOST_MARKED, Group, groups, message, parts
from bot.place_choice import choices
from bot.rule_counts import packed
from bot.short_cards import report_crisis
from bot.talk import Talk
from rules.model import Draft, Finding, Report

LONGEST = 12_000
"""Characters of the longest draft that a card can show whole on every platform."""

MOST_GROUPS = 5
_MOST_NUMBERS = 8
_MOST_MESSAGES = 4
_MOST_CONTACTS = 2
_MOST_FOLDED = 30


def draft_of(talk: Talk) -> Draft:
    """Make a draft of a request; what it leaves unsaid is taken from what is remembered."""
    place = talk.place()
    account = place.account
    return Draft(
        text=talk.request.text,
        unit=place.unit.id if place.unit else None,
        account=account.id if account else None,
        account_profile=account.profile if account else None,
        channel=talk.arg("channel") or (account.platform if account else None),
        audience=talk.audience,
        language=talk.language,
        alt_text="" if talk.arg("alt_text") == "no" else None,
    )


def check_card(report: Report, draft: Draft, talk: Talk) -> Card:
    """Draw a report."""
    found = groups(report)
    return Card(
        title=_verdict(report, talk),
        pieces=(*talk.banner, *_pieces(report, found, draft, talk)),
        language=talk.language,
    )


def is_alarm(report: Report) -> bool:
    """Tell whether a draft has the words of a crisis in it."""
    return any(finding.rule.startswith("situation/emergency") for finding in report.findings)


def _verdict(report: Report, talk: Talk) -> str:
    worst = report.worst
    if worst is None:
        return talk.say("assistant-clean")
    count = sum(finding.severity is worst for finding in report.findings)
    return talk.say(f"assistant-{worst}", count=count)


def _pieces(report: Report, found: Sequence[Group], draft: Draft, talk: Talk) -> Iterator[Piece]:
    if is_alarm(report):
        yield Note(talk.say("assistant-alarm"), "error")
        yield Buttons((report_crisis(talk),))
    if found:
        yield from _found(report, found, draft, talk)
        yield from _corrected(report, draft, talk)
    else:
        yield Text(talk.say("assistant-publish"))
    if not talk.known.readable:
        yield Note(talk.say("assistant-unremembered"), "warning")
    yield from choices(talk)
    yield _buttons(found, talk)


def _found(report: Report, found: Sequence[Group], draft: Draft, talk: Talk) -> Iterator[Piece]:
    lesser = sum(finding.severity is not report.worst for finding in report.findings)
    if lesser:
        yield Text(talk.say("assistant-lesser", count=lesser))
    yield Marked(parts(report, draft.text), (report.languages or (talk.language,))[0])
    if len(report.findings) > MOST_MARKED:
        yield Text(
            talk.say("assistant-marked", most=MOST_MARKED, count=len(report.findings)), "subtle"
        )
    for group in found[:MOST_GROUPS]:
        yield from _explained(group, report, draft, talk)
    if rest := found[MOST_GROUPS:]:
        yield _fold(rest, report, draft, talk)


def _explained(group: Group, report: Report, draft: Draft, talk: Talk) -> Iterator[Piece]:
    first = group.first
    severity = talk.say(f"severity-{group.severity}")
    said = message(first, draft.text, report)
    yield Text(
        talk.say(
            "assistant-finding", numbers=_numbers(group, talk), message=said, severity=severity
        ),
        "strong",
    )
    if others := _others(group, report, draft, talk):
        yield Bullets(others)
    yield Fields(tuple(facts(first, talk, instead=len(group.numbered) == 1)))


def _numbers(group: Group, talk: Talk) -> str:
    numbers = [str(number) for number, _ in group.numbered]
    shown = ", ".join(numbers[:_MOST_NUMBERS])
    if len(numbers) <= _MOST_NUMBERS:
        return shown
    return talk.say("assistant-numbers", numbers=shown, count=len(numbers) - _MOST_NUMBERS)


def _others(group: Group, report: Report, draft: Draft, talk: Talk) -> tuple[str, ...]:
    """Return what is said of further places, where it differs from what was said of the first."""
    said = {group.first.message}
    lines = []
    for number, finding in group.numbered:
        if finding.message not in said:
            said.add(finding.message)
            told = message(finding, draft.text, report)
            lines.append(talk.say("assistant-numbered", number=number, message=told))
    if len(lines) > _MOST_MESSAGES:
        hidden = len(lines) - _MOST_MESSAGES + 1
        lines = [*lines[: _MOST_MESSAGES - 1], talk.say("assistant-alike", count=hidden)]
    return tuple(lines)


def facts(finding: Finding, talk: Talk, *, instead: bool = False) -> Iterator[tuple[str, str]]:
    """Return why, where it is written and whom to ask, as labels and values."""
    yield talk.say("label-why"), finding.says
    if instead and finding.replacements:
        yield talk.say("label-instead"), " / ".join(finding.replacements[:3])
    yield talk.say("label-source"), cited(finding.source, talk.pack, talk.texts)
    if finding.owner:
        basis = finding.source.basis
        found = talk.contacts([finding.owner], "guideline" if basis == "law" else basis)
        lines = [contact_line(contact, talk.texts) for contact in found[:_MOST_CONTACTS]]
        yield talk.say("label-ask"), "; ".join(lines)
    else:
        yield talk.say("label-ask"), talk.say("ask-nobody")


def _fold(rest: Sequence[Group], report: Report, draft: Draft, talk: Talk) -> Fold:
    label = talk.say("assistant-more", count=len(rest))
    lines = [_short(group, report, draft, talk) for group in rest[:_MOST_FOLDED]]
    pieces: tuple[Piece, ...] = (Bullets(tuple(lines)),)
    if len(rest) > _MOST_FOLDED:
        pieces += (Note(talk.say("assistant-more-rest", count=len(rest) - _MOST_FOLDED)),)
    counts = {group.rule: len(group.numbered) for group in rest}
    return Fold(label, pieces, Button("more", label, packed(counts)))


def _short(group: Group, report: Report, draft: Draft, talk: Talk) -> str:
    return talk.say(
        "assistant-finding-cited",
        numbers=_numbers(group, talk),
        message=message(group.first, draft.text, report),
        severity=talk.say(f"severity-{group.severity}"),
        where=cited(group.first.source, talk.pack, talk.texts),
    )


def _corrected(report: Report, draft: Draft, talk: Talk) -> Iterator[Piece]:
    fixed = report.fixed(draft).text
    if fixed == draft.text:
        yield Text(talk.say("corrected-same"), "subtle")
    else:
        yield Copyable(talk.say("label-corrected"), fixed)


def _buttons(found: Sequence[Group], talk: Talk) -> Buttons:
    asked = {name: talk.arg(name) for name in ("unit", "account", "channel", "alt_text")}
    form = {name: value for name, value in asked.items() if value}
    erase = Button("erase", talk.say("assistant-erase"))
    if not found:
        return Buttons((Button("form", talk.say("assistant-check-another"), form), erase))
    counts = packed({group.rule: len(group.numbered) for group in found})
    owners = dict.fromkeys(group.first.owner for group in found if group.first.owner)
    buttons = [
        Button("edit", talk.say("assistant-edit"), form, "primary"),
        Button("override", talk.say("assistant-override"), counts),
        erase,
    ]
    if owners:
        roles = {"roles": ",".join(owners)}
        buttons.insert(2, Button("who", talk.say("assistant-who"), roles))
    return Buttons(tuple(buttons))

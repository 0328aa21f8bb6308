"""A draft is checked: whether it can be, what is found, what is counted of it."""

from __future__ import annotations

import datetime
from contextlib import suppress

from bot.card import Button, Buttons, Card, Text
from bot.check_card import LONGEST, check_card, draft_of
from bot.findings import groups
from bot.ports import Count, Store, StoreDownError
from bot.short_cards import say_card
from bot.talk import Talk
from rules.model import Draft, Report


async def check(talk: Talk, store: Store) -> Card:
    """Check the request's text; the answer does not wait for a store that is down."""
    if not is_readable(talk.request.text):
        return no_text(talk)
    if len(talk.request.text) > LONGEST:
        return too_long(talk)
    draft = draft_of(talk)
    report = talk.checker.check(draft)
    with suppress(StoreDownError):
        await store.tally(counts(report, draft, talk.week), writer=_writer(talk))
    return check_card(report, draft, talk)


def is_readable(text: str) -> bool:
    """Tell whether a text has anything in it that can be seen."""
    return any(sign.isprintable() and not sign.isspace() for sign in text)


def no_text(talk: Talk) -> Card:
    """Say that there is nothing to check, and how to give something."""
    form = Button("form", talk.say("assistant-form"), style="primary")
    return say_card(talk, "assistant-no-text", Buttons((form,)))


def too_long(talk: Talk) -> Card:
    """Say how long a draft may be."""
    length = len(talk.request.text)
    how = Text(talk.say("assistant-too-long-how"))
    return say_card(talk, "assistant-too-long", how, length=length, limit=LONGEST)


def counts(report: Report, draft: Draft, week: datetime.date) -> tuple[Count, ...]:
    """Count a check, and each rule's findings, under the unit; nothing says who or what."""
    unit = draft.unit or ""
    account = (Count(week, "account", draft.account, unit),) if draft.account else ()
    found = (Count(week, "finding", g.rule, unit, len(g.numbered)) for g in groups(report))
    return (Count(week, "check", unit=unit), *account, *found)


def _writer(talk: Talk) -> str:
    return talk.request.who.key if talk.request.who.id else ""

"""Which cards no longer show what is, and when they are drawn anew."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from bot import events as ev
from bot.crisis import Crisis
from bot.letters import Letter

BETWEEN = datetime.timedelta(seconds=3)
"""The shortest time between two drawings of a board."""

_FOR_ALL = (ev.StoodDown, ev.Dismissed, ev.DrillFrozen, ev.Resumed, ev.LeadTaken)


def refresh_at(crisis: Crisis) -> datetime.datetime | None:
    """Return when cards should be drawn anew, None if they show what is."""
    if not crisis.plans or not any(letter.receipts for letter in crisis.letters.values()):
        return None
    if crisis.changed > crisis.shown:
        changed = next(e.at for e in crisis.entries if e.version > crisis.shown)
        return max(changed, crisis.shown_at + BETWEEN) if crisis.shown_at else changed
    if crisis.over or not crisis.answers or crisis.everyone_at is None:
        return None
    if crisis.shown_at and crisis.shown_at > crisis.everyone_at:
        return crisis.everyone_at + crisis.plan.updates
    return None


def stale(crisis: Crisis, now: datetime.datetime) -> tuple[ev.Shown, tuple[Letter, ...]]:
    """Return which delivered cards to draw anew, and the event that says it was done.

    A board follows every change, and so does the card of whoever a change is about. The cards of
    those who have answered are left in peace between the policy's updates. When something is raised
    to another policy, the cards of before say so.
    """
    new = [entry.event for entry in crisis.entries if entry.version > crisis.shown]
    last = crisis.everyone_at
    everyone = any(isinstance(event, _FOR_ALL) for event in new)
    everyone = everyone or (last is not None and now >= last + crisis.plan.updates)
    raised = any(isinstance(event, ev.Opened) for event in new)
    about = {person for event in new for person in _about(event)}
    letters = tuple(
        letter
        for letter in crisis.letters.values()
        if letter.receipts
        and (
            letter.purpose == "board"
            or letter.person in about
            or (everyone and letter.purpose in ("ping", "remind", "pause"))
            or (raised and letter.plan != crisis.plans)
        )
    )
    return ev.Shown(version=crisis.changed, everyone=everyone or last is None), letters


def _about(event: ev.Event) -> Iterator[str]:
    """Yield whose cards an event changes."""
    match event:
        case ev.Acknowledged() | ev.Declined() | ev.ReachedByPhone() | ev.Paused():
            yield event.person
        case ev.HandedOver() | ev.NoSubstitute() | ev.LeadTaken():
            yield event.person

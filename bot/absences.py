"""Absences as events: who recorded what, so that data which only an admin edits is never stale."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import Literal

from bot.city import Absence, City, Person
from rules.model import Frozen

_DAY = re.compile(
    r"(?P<iso>\d{4}-\d{2}-\d{2})|(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})?"
)


class AbsenceEvent(Frozen):
    """One entry of the log: an absence recorded, or taken back."""

    kind: Literal["recorded", "cancelled"]
    absence: Absence
    by: str
    at: datetime.datetime


class NotAllowedError(PermissionError):
    """Somebody wants to record an absence that is not theirs, without the right to."""


class NoSuchAbsenceError(LookupError):
    """Nobody recorded the absence that is to be taken back."""


class BadDaysError(ValueError):
    """The words give no days, or a last day before the first."""


def current(events: Iterable[AbsenceEvent]) -> tuple[Absence, ...]:
    """Return the absences that the events add up to, the latest last."""
    absences: dict[Absence, None] = {}
    for event in events:
        absences.pop(event.absence, None)
        if event.kind == "recorded":
            absences[event.absence] = None
    return tuple(absences)


def record(
    absence: Absence, by: Person, city: City, now: datetime.datetime, *, cancel: bool = False
) -> AbsenceEvent:
    """Return the event that records an absence, or takes back the one that was recorded.

    Raises:
        NotAllowedError: the absence is another person's and `by` does not hold the right `edit`.
        NoSuchAbsenceError: there is no such absence to take back.
    """
    if by.id != absence.person and by.id not in city.rights.get("edit", ()):
        raise NotAllowedError(by.id)
    if not cancel:
        return AbsenceEvent(kind="recorded", absence=absence, by=by.id, at=now)
    days = (absence.person, absence.first, absence.last)
    known = [a for a in city.absences if (a.person, a.first, a.last) == days]
    if not known:
        raise NoSuchAbsenceError(absence.person)
    return AbsenceEvent(kind="cancelled", absence=known[-1], by=by.id, at=now)


def parse_days(text: str, today: datetime.date) -> tuple[datetime.date, datetime.date]:
    """Read the first and last day of `1.7.–31.7.`, `2026-07-01 2026-07-31` or one day.

    A day without a year is the next such day, from today on.

    Raises:
        BadDaysError: there are no one or two days in the text, or they are in the wrong order.
    """
    found = [_day(match, today) for match in _DAY.finditer(text)]
    if len(found) not in (1, 2) or None in found:
        raise BadDaysError(text)
    first, last = found[0], found[-1]
    if first is None or last is None or last < first:
        raise BadDaysError(text)
    return first, last


def _day(match: re.Match[str], today: datetime.date) -> datetime.date | None:
    try:
        if match["iso"]:
            return datetime.date.fromisoformat(match["iso"])
        day, month = int(match["day"]), int(match["month"])
        if match["year"]:
            return datetime.date(int(match["year"]), month, day)
        this = datetime.date(today.year, month, day)
        return this if this >= today else datetime.date(today.year + 1, month, day)
    except ValueError:
        return None

# ruff: noqa: PLC0414 - the events of deliveries are events like all others
"""What can happen in a crisis: small facts, written once and never changed."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import Field, TypeAdapter

from bot.deliveries import Failed as Failed
from bot.deliveries import Overdue as Overdue
from bot.deliveries import Pinging as Pinging
from bot.deliveries import Purpose as Purpose
from bot.deliveries import Sent as Sent
from bot.deliveries import Unknown as Unknown
from bot.deliveries import Unreachable as Unreachable
from bot.plan import Away, Member, Plan
from bot.ports import Stored, To
from rules.model import Frozen

Why = Literal["away", "declined", "unreachable", "no_answer"]


class Reported(Frozen):
    """Somebody reported what may be a crisis; the duty list is asked to look at it."""

    kind: Literal["reported"] = "reported"
    by: To
    what: str
    where: str = ""
    unit: str | None = None
    plan: Plan


class Opened(Frozen):
    """A human opened a crisis or a drill, or raised what was going on to another policy."""

    kind: Literal["opened"] = "opened"
    by: To
    what: str
    where: str = ""
    unit: str | None = None
    plan: Plan


class Stepped(Frozen):
    """A step began. `step` and `round` count from 0."""

    kind: Literal["stepped"] = "stepped"
    step: int
    round: int
    asked: tuple[str, ...]
    informed: tuple[str, ...] = ()
    vacant: tuple[str, ...] = ()


class Acknowledged(Frozen):
    """Somebody has it: pressed the button, or opened the crisis themselves."""

    kind: Literal["acknowledged"] = "acknowledged"
    person: str


class Declined(Frozen):
    """Somebody cannot, and passes it on."""

    kind: Literal["declined"] = "declined"
    person: str


class HandedOver(Frozen):
    """Somebody else is asked in a person's place."""

    kind: Literal["handed_over"] = "handed_over"
    person: str
    to: str
    why: Why


class NoSubstitute(Frozen):
    """Nobody stands in for this person; it is said aloud and nobody is made up."""

    kind: Literal["no_substitute"] = "no_substitute"
    person: str
    why: Why


class LeadTaken(Frozen):
    """Somebody leads communication now."""

    kind: Literal["lead_taken"] = "lead_taken"
    person: str


class Reminded(Frozen):
    """Those who have not answered are asked again; `number` counts from 1."""

    kind: Literal["reminded"] = "reminded"
    people: tuple[str, ...]
    number: int


class Escalated(Frozen):
    """A human wants the next step now."""

    kind: Literal["escalated"] = "escalated"
    by: To


class PersonAdded(Frozen):
    """A human added somebody, and what is asked of them."""

    kind: Literal["person_added"] = "person_added"
    by: To
    member: Member
    ask: str = ""


class AbsenceChanged(Frozen):
    """Somebody of the plan is away now, or is back."""

    kind: Literal["absence_changed"] = "absence_changed"
    person: str
    away: Away | None = None
    stand_in: Member | None = None


class ReachedByPhone(Frozen):
    """Somebody was told by phone and has it; `by` is who recorded it."""

    kind: Literal["reached_by_phone"] = "reached_by_phone"
    person: str
    by: To


class Noted(Frozen):
    """A human's note for the record."""

    kind: Literal["noted"] = "noted"
    by: To
    text: str


class Paused(Frozen):
    """A keeper of accounts has looked at the scheduled posts."""

    kind: Literal["paused"] = "paused"
    person: str


class DrillFrozen(Frozen):
    """A drill stands still because something real is going on."""

    kind: Literal["frozen"] = "frozen"
    because: str


class Resumed(Frozen):
    """A human lets a frozen drill go on."""

    kind: Literal["resumed"] = "resumed"
    by: To


class Exhausted(Frozen):
    """The ladder is at its end and nobody who must has answered."""

    kind: Literal["exhausted"] = "exhausted"


class Alarmed(Frozen):
    """The fallback channel is told what went wrong; `number` counts from 1."""

    kind: Literal["alarmed"] = "alarmed"
    number: int
    about: tuple[str, ...]


class StoodDown(Frozen):
    """A human ended it."""

    kind: Literal["stood_down"] = "stood_down"
    by: To
    lesson: str = ""


class Dismissed(Frozen):
    """A human looked at a report: not a crisis."""

    kind: Literal["dismissed"] = "dismissed"
    by: To


class Ended(Frozen):
    """The time of a reachability test is over."""

    kind: Literal["ended"] = "ended"


class Shown(Frozen):
    """Boards show everything up to this version; with `everyone`, so do all other cards."""

    kind: Literal["shown"] = "shown"
    version: int
    everyone: bool = False


Event = (
    Reported
    | Opened
    | Stepped
    | Pinging
    | Sent
    | Failed
    | Unknown
    | Unreachable
    | Overdue
    | Acknowledged
    | Declined
    | HandedOver
    | NoSubstitute
    | LeadTaken
    | Reminded
    | Escalated
    | PersonAdded
    | AbsenceChanged
    | ReachedByPhone
    | Noted
    | Paused
    | DrillFrozen
    | Resumed
    | Exhausted
    | Alarmed
    | StoodDown
    | Dismissed
    | Ended
    | Shown
)

_EVENT: TypeAdapter[Event] = TypeAdapter(Annotated[Event, Field(discriminator="kind")])


class Entry(NamedTuple):
    """An event, its place in the stream and when the store took it."""

    version: int
    at: datetime.datetime
    event: Event


def read(stored: Stored) -> Entry:
    """Return the entry that stands in a store.

    Raises:
        ValidationError: a newer program wrote it, or the database was tampered with.
    """
    return Entry(stored.version, stored.at, _EVENT.validate_python(stored.data, strict=False))


def written(event: Event) -> dict[str, Any]:
    """Return an event as a store keeps it."""
    return event.model_dump(mode="json", exclude_none=True)

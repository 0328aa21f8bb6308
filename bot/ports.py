"""All that the bot needs from outside: a store, ways to reach people, a clock."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from typing import Any, NamedTuple, Protocol

from bot.card import Card
from rules.model import Frozen, Language


class Conflict(Exception):  # noqa: N818 - a conflict is not an error: somebody else was first
    """Others appended to the stream first; read it again and decide anew."""


class StoreDownError(Exception):
    """The store cannot be reached or written to now.

    Nothing was written, unless the connection broke while committing: read again to know.
    """


class Stored(NamedTuple):
    """An event as it stands in a stream; `version` counts from 1, `at` is the database's clock."""

    version: int
    at: datetime.datetime
    data: Mapping[str, Any]


class Head(NamedTuple):
    """The end of a stream, and when something is due in it."""

    stream: str
    version: int
    due: datetime.datetime | None


class Count(NamedTuple):
    """Something counted: never a text, never a person.

    `week` is the Monday of the ISO week; `kind` what was counted (`check`, `finding`, `override`,
    `silence`, `account`); `subject` a rule id, topic or account; empty strings where not known.
    """

    week: datetime.date
    kind: str
    subject: str = ""
    unit: str = ""
    times: int = 1


class Store(Protocol):
    """Streams of events, leases and counts.

    A stream's name begins with its kind (`crisis/…`, `person/…`, `absences`), which decides how
    long it is kept. Events are JSON objects.
    """

    async def append(
        self,
        stream: str,
        events: Sequence[Mapping[str, Any]],
        after: int,
        *,
        due: datetime.datetime | None = None,
    ) -> int:
        """Write events after version `after`, and when the stream is due next; durable on return.

        Returns:
            The stream's new version.

        Raises:
            Conflict: the stream's version is not `after`.
            StoreDownError: nothing was written.
        """

    async def read(self, stream: str, after: int = 0) -> tuple[Stored, ...]:
        """Return the events of a stream with a version above `after`, in order."""

    async def streams(
        self, prefix: str, *, due_by: datetime.datetime | None = None, limit: int = 1000
    ) -> tuple[Head, ...]:
        """Return the streams whose name begins with `prefix`, the earliest due first.

        With `due_by`, only those due by then and, if they are leased, no longer held.
        """

    async def claim(self, key: str, holder: str, ttl: datetime.timedelta) -> bool:
        """Take or prolong a lease by the database's clock; False while another holder has it.

        A lease on a delivery's id, with a holder of its own, is how a delivery is taken once.
        """

    async def release(self, key: str, holder: str) -> None:
        """Give back a lease that this holder has."""

    async def now(self) -> datetime.datetime:
        """Return the database's clock, UTC."""

    async def tally(self, counts: Sequence[Count], *, writer: str = "") -> None:
        """Add to counts.

        `writer` only serves to know how many different people a unit's checks come from: a mark is
        kept that cannot be led back to them after the week's end.
        """

    async def tallies(self, since: datetime.date) -> tuple[Count, ...]:
        """Return the counts from a week on, one per week, kind, subject and unit."""

    async def writers(self, since: datetime.date) -> Mapping[str, int]:
        """Return per unit the largest number of different writers in any one week."""

    async def delete(self, stream: str) -> None:
        """Erase a stream with all its events (a person's wish, or retention)."""

    async def forget(self, kept: Mapping[str, datetime.timedelta]) -> Mapping[str, int]:
        """Erase what is older than its retention; return how many of each kind went.

        Kinds are those of streams (the first part of a name), `tally` and `lease`.
        """


class To(Frozen):
    """Somebody to reach: `addresses` by the name of the messenger that understands it."""

    person: str
    name: str
    language: Language = "fi"
    addresses: Mapping[str, str] = {}


class Receipt(Frozen):
    """A message that a platform took: where it stands, so that it can be updated."""

    messenger: str
    place: str
    id: str


class SendFailedError(Exception):
    """A message was certainly not delivered.

    `again` is when to try again, None if trying again is of no use (blocked, unknown address).
    `reason` is a short word for the board (`blocked`, `unknown_address`, `throttled`, `down`).
    """

    def __init__(self, reason: str, again: datetime.timedelta | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.again = again


class OutcomeUnknownError(Exception):
    """A message was handed over, and nobody can say whether it was delivered."""


def _always() -> bool:
    return True


MAY_LEAVE: ContextVar[Callable[[], bool]] = ContextVar("MAY_LEAVE", default=_always)
"""Asked in the very moment in which a message goes out: may it still?

A process that stood still between deciding and sending has lost its turn to another one, and a
message that waits for a connection meanwhile must not follow.
"""


class Messenger(Protocol):
    """One way to reach people.

    `name` is the key of its addresses in `To.addresses`; `can_find` tells whether `find` works.
    """

    name: str
    can_find: bool

    async def send(self, to: To, card: Card, *, key: str) -> Receipt:
        """Deliver a card; the same `key` marks a repeat of the same message.

        Raises:
            SendFailedError: it was certainly not delivered.
            OutcomeUnknownError: it may or may not have been.
        """

    async def update(self, receipt: Receipt, card: Card) -> None:
        """Replace a delivered card; raises as `send` does."""

    async def find(self, to: To, key: str) -> Receipt | None:
        """Look up a message by its key, where the platform can; None if it is not there."""


class Clock(Protocol):
    """What time it is, and waiting; tests move it by hand."""

    def now(self) -> datetime.datetime:
        """Return the time, with a time zone."""

    async def sleep(self, seconds: float) -> None:
        """Wait."""

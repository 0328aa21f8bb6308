"""Messages on their way: what was tried, what came of it, what is tried next."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from bot.deliveries import Failed, Pinging, Purpose, Sent, Unknown, Unreachable
from bot.ports import Receipt

UNSURE = datetime.timedelta(seconds=15)
"""How long nobody knows whether a message arrived before it is looked up or sent again."""

_BACKOFF = (2, 5, 10, 20, 30)  # seconds, after each time that every way has failed

Outcome = Literal["pending", "sent", "found", "failed", "unknown", "lost"]
"""`lost`: the process ended between writing that it would send and writing what came of it."""


@dataclass(slots=True)
class Attempt:
    """One try at one messenger."""

    messenger: str
    at: datetime.datetime
    repeat: bool
    outcome: Outcome = "pending"
    again: datetime.timedelta | None = None
    reason: str = ""

    @property
    def unsure(self) -> bool:
        """Whether it may have arrived without anybody knowing."""
        return self.outcome in ("unknown", "lost")


@dataclass(slots=True)
class Letter:
    """One message to one person; its key marks every copy of it."""

    key: str
    person: str
    purpose: Purpose
    wanted: datetime.datetime
    plan: int
    attempts: list[Attempt] = field(default_factory=list)
    receipts: list[Receipt] = field(default_factory=list)
    sent_at: datetime.datetime | None = None
    given_up: str = ""
    overdue: bool = False

    @property
    def asks(self) -> bool:
        """Whether it asks for an answer."""
        return self.purpose in ("ping", "remind")

    @property
    def pending(self) -> int | None:
        """The number of the attempt whose outcome is not written yet."""
        last = len(self.attempts) - 1
        return last if self.attempts and self.attempts[last].outcome == "pending" else None

    @property
    def done(self) -> bool:
        """Whether it has arrived, or never will."""
        return bool(self.sent_at or self.given_up)

    @property
    def repeats(self) -> int:
        """How often it was sent, or may have been, although an earlier copy may have arrived."""
        found = any(a.outcome == "found" for a in self.attempts)
        again = (a for a in self.attempts if a.repeat)
        return sum(1 for a in again if a.outcome == "sent" or (a.unsure and not found))

    def copy(self) -> Letter:
        """Return a letter that can change without this one."""
        attempts = [
            Attempt(a.messenger, a.at, a.repeat, a.outcome, a.again, a.reason)
            for a in self.attempts
        ]
        return Letter(
            self.key,
            self.person,
            self.purpose,
            self.wanted,
            self.plan,
            attempts,
            list(self.receipts),
            self.sent_at,
            self.given_up,
            self.overdue,
        )

    def add(self, at: datetime.datetime, event: Pinging | Sent | Failed | Unknown) -> None:
        """Take in what happened to it."""
        if isinstance(event, Pinging):
            if self.pending is not None:
                self.attempts[-1].outcome = "lost"
            self.attempts.append(Attempt(event.messenger, at, event.repeat))
            return
        attempt = self.attempts[event.attempt]
        attempt.at = at
        if isinstance(event, Sent):
            attempt.outcome = "found" if event.found else "sent"
            self.sent_at = self.sent_at or at
            if event.receipt not in self.receipts:
                self.receipts.append(event.receipt)
        elif isinstance(event, Failed):
            attempt.outcome = "failed"
            attempt.again, attempt.reason = event.again, event.reason
        else:
            attempt.outcome = "unknown"


def resend(letter: Letter) -> Pinging:
    """Return the new attempt after a crash: the same key, the same messenger, a repeat."""
    return _ping(letter, letter.attempts[-1].messenger, unsure=True)


def upcoming(
    letter: Letter, channels: Sequence[str]
) -> tuple[datetime.datetime, Pinging | Unreachable] | None:
    """Return what happens next to a letter and when; None if nothing does by itself.

    What failed for good is not tried again. Who says "later" is asked again then. Otherwise the
    next way is tried at once, and after all of them the first again, at growing distances.
    """
    if letter.done or letter.pending is not None:
        return None
    if not letter.attempts:
        if not channels:
            return letter.wanted, _lost(letter, "no_address")
        return letter.wanted, _ping(letter, channels[0])
    last = letter.attempts[-1]
    dead = {a.messenger for a in letter.attempts if a.outcome == "failed" and a.again is None}
    alive = [channel for channel in channels if channel not in dead]
    if not alive:
        return last.at, _lost(letter, last.reason or "unknown")
    if last.outcome == "unknown" and not _unsure_before(letter):
        return last.at + UNSURE, _ping(letter, last.messenger)
    if last.reason == "throttled" and last.again is not None:
        return last.at + last.again, _ping(letter, last.messenger)
    following = _after(last.messenger, channels, alive)
    rounds = sum(1 for a in letter.attempts if a.messenger == following)
    pause = _BACKOFF[min(rounds, len(_BACKOFF)) - 1] if rounds else 0
    return last.at + datetime.timedelta(seconds=pause), _ping(letter, following)


def _unsure_before(letter: Letter) -> bool:
    """Tell whether the try before the last one was at the same place, as unsure as the last."""
    if len(letter.attempts) < 2:
        return False
    before, last = letter.attempts[-2:]
    return before.messenger == last.messenger and before.outcome == "unknown"


def _after(messenger: str, channels: Sequence[str], alive: Sequence[str]) -> str:
    """Return the next way that still works, the first again after the last."""
    start = channels.index(messenger) + 1 if messenger in channels else 0
    turned = [*channels[start:], *channels[:start]]
    return next(channel for channel in turned if channel in alive)


def _ping(letter: Letter, messenger: str, *, unsure: bool = False) -> Pinging:
    repeat = unsure or any(a.unsure for a in letter.attempts if a.messenger == messenger)
    return Pinging(key=letter.key, messenger=messenger, attempt=len(letter.attempts), repeat=repeat)


def _lost(letter: Letter, reason: str) -> Unreachable:
    return Unreachable(key=letter.key, person=letter.person, reason=reason)

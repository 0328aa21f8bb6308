"""What a play has shown: the events on one side, what was delivered on the other."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot import events as ev
from bot.crisis import Crisis
from tests.kill.sink import Delivery
from tests.kill.stage import under_way
from tests.kill.town import FINDS

_ASKS = ("ping", "remind")


@dataclass(frozen=True, slots=True)
class Proof:
    """Figures of one crisis. What is named `lost`, `repeated` or `uncounted` should be nothing.

    `lost`: people of a reached step without a ping, messages that never came to their end, and
    messages said to be sent that were not. `repeated`: copies of a message whose key can be looked
    up. `copies`: those of messages that cannot be; `uncounted` those of both that the crisis does
    not show as repeats. `pestered`: asked again although they had answered. `miscounted`: answers
    that were lost or counted twice.
    """

    people: int
    answers: int
    sent: int
    lost: tuple[str, ...]
    repeated: tuple[str, ...]
    copies: int
    uncounted: int
    pestered: tuple[str, ...]
    miscounted: tuple[str, ...]
    crashes: int

    @property
    def holds(self) -> bool:
        """Whether nothing was lost, repeated, uncounted, pestered or miscounted."""
        wrong = (self.lost, self.repeated, self.uncounted, self.pestered, self.miscounted)
        return not any(wrong)


def prove(
    crisis: Crisis,
    delivered: Sequence[Delivery],
    answered: Mapping[str, datetime.datetime],
    quiet: Mapping[str, float],
) -> Proof:
    """Hold a crisis that has come to its end against what was delivered.

    `answered` is when each answer was first confirmed to its person; `quiet` when by the machine's
    clock, for those who answered while no worker lived.
    """
    mine = [d for d in delivered if d.key in crisis.letters]
    times = Counter(d.key for d in mine)
    extra = {key: count - 1 for key, count in times.items() if count > 1}
    finds = {d.key for d in mine if d.messenger == FINDS}
    blind = {key: n for key, n in extra.items() if key not in finds}
    shown = {key: crisis.letters[key].repeats for key in extra}
    return Proof(
        people=len({p for asked in crisis.stepped.values() for p in asked}),
        answers=len(crisis.answers),
        sent=len(mine),
        lost=tuple(_lost(crisis, times)),
        repeated=tuple(key for key in extra if key in finds),
        copies=sum(blind.values()),
        uncounted=sum(max(0, n - shown[key]) for key, n in extra.items()),
        pestered=tuple(_pestered(crisis, mine, quiet)),
        miscounted=tuple(_miscounted(crisis, answered)),
        crashes=sum(a.outcome == "lost" for e in crisis.letters.values() for a in e.attempts),
    )


def _lost(crisis: Crisis, times: Mapping[str, int]) -> list[str]:
    pinged = {crisis.letters[key].person for key in times if ":ping:" in key}
    asked = {person for step in crisis.stepped.values() for person in step}
    told = {e.person for e in crisis.letters.values()}
    ended = {crisis.letters[key].person for key in times if ":over:" in key}
    claimed = (key for key, e in crisis.letters.items() if e.sent_at and key not in times)
    return [
        *(f"not pinged: {p}" for p in asked - pinged),
        *(f"not told of the end: {p}" for p in (told - ended if crisis.over else ())),
        *(f"under way for ever: {key}" for key in under_way(crisis)),
        *(f"said to be sent: {key}" for key in claimed),
    ]


def _pestered(crisis: Crisis, mine: Sequence[Delivery], quiet: Mapping[str, float]) -> list[str]:
    """Name the asking messages begun after their person's answer stood in the store."""
    answered: set[str] = set()
    late: set[tuple[str, int]] = set()
    pestered: list[str] = []
    for event in (entry.event for entry in crisis.entries):
        if isinstance(event, ev.Acknowledged):
            answered.add(event.person)
        elif isinstance(event, ev.Pinging):
            letter = crisis.letters[event.key]
            if letter.asks and letter.person in answered:
                late.add((event.key, event.attempt))
        elif isinstance(event, ev.Sent) and not event.found and (event.key, event.attempt) in late:
            pestered.append(event.key)
    meanwhile = (d.key for d in mine if d.purpose in _ASKS and d.at > quiet.get(d.to, d.at))
    return [*pestered, *meanwhile]


def _miscounted(crisis: Crisis, answered: Mapping[str, datetime.datetime]) -> list[str]:
    kept = Counter(e.event.person for e in crisis.entries if isinstance(e.event, ev.Acknowledged))
    return [
        person
        for person in {*answered, *crisis.answers}
        if kept[person] != 1
        or person not in crisis.answers
        or crisis.answers[person].at != answered.get(person)
    ]

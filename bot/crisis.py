"""A crisis: what its events add up to. Nothing is decided here; `bot.due` decides."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from typing import Literal

from bot import events as ev
from bot.crisis_state import State
from bot.folding import fold
from bot.letters import Letter
from bot.plan import Member


class Crisis(State):
    """The state after some events, in the order of the stream."""

    @classmethod
    def of(cls, crisis_id: str, entries: Iterable[ev.Entry]) -> Crisis:
        """Return the crisis after these events."""
        crisis = cls(crisis_id)
        for entry in entries:
            crisis.add(entry)
        return crisis

    def copy(self) -> Crisis:
        """Return a crisis that can go on without this one."""
        twin = copy.copy(self)
        for name, value in vars(self).items():
            if isinstance(value, (dict, set, list)):
                setattr(twin, name, value.copy())
        twin.letters = {key: letter.copy() for key, letter in self.letters.items()}
        return twin

    @property
    def open(self) -> bool:
        """Whether no human has ended it."""
        return bool(self.plans) and self.over is None

    @property
    def drill(self) -> bool:
        """Whether it is only a drill."""
        return self.mode == "drill"

    def member(self, person: str) -> Member:
        """Return somebody of the plan, of an earlier one, or somebody who only watches."""
        former = self.former.get(person)
        return self.people.get(person) or former or self.watchers[person]

    def name(self, person: str) -> str:
        """Return somebody's name."""
        former = self.former.get(person) or self.watchers.get(person)
        known = self.people.get(person) or former
        return known.to.name if known else person

    def resolved(self, person: str) -> bool:
        """Tell whether somebody, or whoever was asked in their place, has answered."""
        return any(each in self.answers for each in self.chain(person))

    def chain(self, person: str) -> Iterator[str]:
        """Yield a person and those who were asked in their place, each once."""
        left, seen = [person], set[str]()
        while left:
            at = left.pop(0)
            if at not in seen:
                seen.add(at)
                yield at
                left += self.handed.get(at, ())

    def beyond(self, person: str) -> bool:
        """Tell whether nothing can be hoped for from anybody of the chain any more."""
        return all(self.stuck(each) for each in self.chain(person))

    def stuck(self, person: str) -> ev.Why | Literal[""]:
        """Return why nothing is to be expected from a person, empty where they may answer."""
        if person in self.declined:
            return "declined"
        if person not in self.people or person in self.unreachable:
            return "unreachable"
        return "away" if self.away(person) else ""

    def waiting(self) -> tuple[str, ...]:
        """Return those who were asked, can answer and have not."""
        return tuple(p for p in self.asks if p not in self.answers and not self.stuck(p))

    def satisfied(self, step: int) -> bool:
        """Tell whether enough of a step's people have answered."""
        asked = self.stepped.get(step, ())
        answers = (self.resolved(person) for person in asked)
        everybody = self.plan.rungs[step].everybody
        return bool(asked) and (all(answers) if everybody else any(answers))

    @property
    def halted(self) -> bool:
        """Whether the ladder rests: a step is satisfied, and communication has its lead."""
        if self.mode == "report":
            return False
        # Who has answered leads, also in the moment before that is written.
        led = self.plan.lead_role is None or any(p in self.answers for p in self.lead_group)
        return (led or self.lead is not None) and any(self.satisfied(step) for step in self.stepped)

    @property
    def lead_group(self) -> tuple[str, ...]:
        """Whoever may lead communication: the role's holders and those asked in their place."""
        return tuple(dict.fromkeys(p for person in self.plan.lead for p in self.chain(person)))

    def moot(self, letter: Letter) -> bool:
        """Tell whether a letter is of no use any more."""
        if letter.purpose in ("over", "not"):
            return False
        if self.over:
            return True
        if letter.asks:
            old = letter.plan != self.plans
            return old or letter.person in self.answers or bool(self.stuck(letter.person))
        return letter.purpose == "frozen" and self.frozen is None

    @property
    def late(self) -> tuple[Letter, ...]:
        """Messages that should have left and have not."""
        return tuple(
            letter
            for letter in self.letters.values()
            if letter.overdue and not letter.done and not self.moot(letter)
        )

    @property
    def pending(self) -> tuple[Letter, ...]:
        """Messages of which nobody has written what came of them."""
        return tuple(letter for letter in self.letters.values() if letter.pending is not None)

    def add(self, entry: ev.Entry) -> None:
        """Take in the next event."""
        self.entries.append(entry)
        self.version = entry.version
        fold(self, entry)

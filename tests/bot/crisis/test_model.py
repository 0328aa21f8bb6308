# ruff: noqa: D102 - what a rule or an invariant is, its name says
"""People, time, failures and crashes in any order: what must hold, holds."""

from __future__ import annotations

import datetime

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot import events as ev
from bot.crisis import Crisis
from bot.due import agenda, due, next_due
from bot.letters import resend
from bot.plan import Away
from bot.planner import Planner
from bot.ports import Receipt, To
from bot.refresh import refresh_at
from tests.bot.crisis.rig import PLANNING
from tests.bot.crisis.town import LADDER, town
from tests.bot.memory_store import START

PEOPLE = ("maija", "veli", "hilkka", "kalle", "ilpo", "tapio")
_NEXT = (ev.Pinging, ev.Unreachable)
BY = To(person="aune", name="Aune")


def planner() -> Planner:
    return PLANNING.of(town(), START)


def outcomes(key: str, attempt: int) -> list[ev.Event]:
    """Return all that can come of a send."""
    receipt = Receipt(messenger="slack", place="p", id=key)
    soon = datetime.timedelta(seconds=2)
    return [
        ev.Sent(key=key, attempt=attempt, receipt=receipt),
        ev.Failed(key=key, attempt=attempt, reason="blocked"),
        ev.Failed(key=key, attempt=attempt, reason="throttled", again=soon),
        ev.Failed(key=key, attempt=attempt, reason="down", again=soon),
        ev.Unknown(key=key, attempt=attempt),
    ]


class Life(RuleBasedStateMachine):
    """One crisis; each rule is something that can happen to it."""

    def __init__(self) -> None:
        super().__init__()
        self.now = START
        self.crisis = Crisis("m1")
        self.human_end = False

    @initialize(drill=st.booleans(), repeat=st.integers(0, 2), any_one=st.booleans())
    def open(self, drill: bool, repeat: int, any_one: bool) -> None:
        first = LADDER.steps[0].model_copy(
            update={"acknowledge": "any" if any_one else "all", "remind": 2.0}
        )
        policy = LADDER.model_copy(update={"steps": (first, LADDER.steps[1]), "repeat": repeat})
        plan = planner().crisis(policy, drill=drill)
        self.happen(ev.Opened(by=BY, what="x", plan=plan))

    def happen(self, *events: ev.Event) -> None:
        for event in events:
            self.crisis.add(ev.Entry(self.crisis.version + 1, self.now, event))

    @rule(seconds=st.sampled_from([1, 5, 15, 31, 60, 300, 900]))
    def time_passes(self, seconds: int) -> None:
        self.now += datetime.timedelta(seconds=seconds)

    @rule()
    def an_instance_ticks(self) -> None:
        self.happen(*due(self.crisis, self.now))
        assert due(self.crisis, self.now) == ()

    @precondition(lambda self: self.crisis.pending)
    @rule(data=st.data())
    def something_comes_of_a_send(self, data: st.DataObject) -> None:
        letter = data.draw(st.sampled_from(sorted(self.crisis.pending, key=lambda e: e.key)))
        attempt = letter.pending
        assert attempt is not None
        self.happen(data.draw(st.sampled_from(outcomes(letter.key, attempt))))

    @precondition(lambda self: self.crisis.pending)
    @rule()
    def the_process_dies(self) -> None:
        before = {letter.key: letter.person for letter in self.crisis.pending}
        self.happen(*(resend(letter) for letter in self.crisis.pending))
        assert {letter.key: letter.person for letter in self.crisis.pending} == before
        assert all(letter.attempts[-1].repeat for letter in self.crisis.pending)

    @rule(person=st.sampled_from(PEOPLE))
    def somebody_has_it(self, person: str) -> None:
        if person in self.crisis.people:
            before = self.crisis.answers.get(person)
            self.happen(ev.Acknowledged(person=person))
            assert before is None or self.crisis.answers[person] == before

    @rule(person=st.sampled_from(PEOPLE))
    def somebody_cannot(self, person: str) -> None:
        if person in self.crisis.asks:
            self.happen(ev.Declined(person=person))

    @rule(person=st.sampled_from(PEOPLE))
    def somebody_is_called(self, person: str) -> None:
        if person in self.crisis.asks:
            self.happen(ev.ReachedByPhone(person=person, by=BY))

    @rule(person=st.sampled_from(PEOPLE), there=st.booleans())
    def an_absence_changes(self, person: str, there: bool) -> None:
        if person in self.crisis.people:
            away = None if there else Away(until=self.now.date())
            self.happen(ev.AbsenceChanged(person=person, away=away))

    @rule()
    def a_human_wants_the_next_step(self) -> None:
        self.happen(ev.Escalated(by=BY))

    @precondition(lambda self: self.crisis.drill)
    @rule(stop=st.booleans())
    def something_real_begins_or_ends(self, stop: bool) -> None:
        self.happen(ev.DrillFrozen(because="real") if stop else ev.Resumed(by=BY))

    @precondition(lambda self: len(self.crisis.entries) > 40)
    @rule()
    def a_human_ends_it(self) -> None:
        self.human_end = True
        self.happen(ev.StoodDown(by=BY))

    @invariant()
    def only_a_human_ends_it(self) -> None:
        if self.crisis.plans:
            assert self.crisis.open is not self.human_end

    @invariant()
    def the_ladder_rests_only_on_answers(self) -> None:
        if self.crisis.plans and self.crisis.halted:
            assert self.crisis.answers
            leads = {self.crisis.lead, *self.crisis.lead_group}
            assert leads & set(self.crisis.answers)

    @invariant()
    def it_is_never_silent(self) -> None:
        crisis = self.crisis
        if crisis.plans and crisis.open and not crisis.frozen and not crisis.halted:
            assert next_due(crisis) is not None

    @invariant()
    def what_is_not_due_waits(self) -> None:
        crisis = self.crisis
        if crisis.plans and not due(crisis, self.now) and not crisis.pending:
            at = next_due(crisis)
            assert at is None or at > self.now

    @invariant()
    def everybody_asked_has_a_message_or_a_reason(self) -> None:
        crisis = self.crisis
        for person in crisis.asks if crisis.plans else ():
            asking = [e for e in crisis.letters.values() if e.person == person and e.asks]
            assert asking or person in crisis.answers or _was_away(crisis, person)

    @invariant()
    def no_message_is_left_lying(self) -> None:
        crisis = self.crisis
        if not crisis.plans or crisis.frozen:
            return
        planned = {e.key for _, e in agenda(crisis, None) if isinstance(e, _NEXT)}
        for letter in crisis.letters.values():
            if not (letter.done or crisis.moot(letter) or letter.pending is not None):
                assert letter.key in planned

    @invariant()
    def every_trouble_is_told(self) -> None:
        crisis = self.crisis
        if crisis.plans and crisis.open and not crisis.frozen and not due(crisis, self.now):
            untold = set(crisis.troubles) - crisis.alarmed
            assert not untold or next_due(crisis) is not None

    @invariant()
    def reading_it_anew_gives_the_same(self) -> None:
        again = Crisis.of("m1", self.crisis.entries)
        if again.plans:
            assert vars(again).keys() == vars(self.crisis).keys()
            assert again.letters == self.crisis.letters
            assert (again.answers, again.handed, again.troubles, again.lead) == (
                self.crisis.answers,
                self.crisis.handed,
                self.crisis.troubles,
                self.crisis.lead,
            )
            assert next_due(again) == next_due(self.crisis)
            assert refresh_at(again) == refresh_at(self.crisis)


def _was_away(crisis: Crisis, person: str) -> bool:
    """Tell whether somebody was away when they were asked."""
    away = (e.event for e in crisis.entries if isinstance(e.event, ev.AbsenceChanged))
    return any(event.person == person and event.away for event in away)


TestLife = Life.TestCase
TestLife.settings = settings(max_examples=40, stateful_step_count=60, deadline=None)


def test_independent_events_may_come_in_any_order() -> None:
    """Two people answer, two sends end: whichever is written first, the crisis is the same."""
    crisis = Crisis("m1")
    plan = planner().crisis(LADDER)
    crisis.add(ev.Entry(1, START, ev.Opened(by=BY, what="x", plan=plan)))
    for event in due(crisis, START):
        crisis.add(ev.Entry(crisis.version + 1, START, event))
    first, second = crisis.pending[:2]
    ends: list[ev.Event] = [
        ev.Sent(key=e.key, attempt=0, receipt=Receipt(messenger="slack", place="p", id=e.key))
        for e in (first, second)
    ]
    ends += [ev.Acknowledged(person="hilkka"), ev.Acknowledged(person="ilpo")]

    one, other = crisis.copy(), crisis.copy()
    for number, (here, there) in enumerate(zip(ends, reversed(ends), strict=True), 1):
        one.add(ev.Entry(crisis.version + number, START, here))
        other.add(ev.Entry(crisis.version + number, START, there))

    assert (one.letters, one.answers, one.halted) == (other.letters, other.answers, other.halted)

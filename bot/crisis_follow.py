"""While it goes on: the state, the next step now, one more person, a note, a call, the end."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace

from bot import events as ev
from bot.board import ROWS, board
from bot.card import Bullets, Button, Buttons, Card, Note, Piece, Text
from bot.crises import Crises
from bot.crisis import Crisis
from bot.crisis_forms import add_form, note_form
from bot.crisis_turn import Turn
from bot.crisis_words import Words


class Follow:
    """Answers to the verbs of the board."""

    def __init__(self, crises: Crises, is_personal: Callable[[str], bool]) -> None:
        self._crises = crises
        self._is_personal = is_personal

    @property
    def verbs(self) -> Mapping[str, Callable[[Turn], Awaitable[Card]]]:
        """What this answers."""
        return {
            "crisis.status": self.status,
            "crisis.escalate": self.escalate,
            "crisis.add": self.add,
            "crisis.note": self.note,
            "crisis.phone": self.phone,
            "crisis.down": self.down,
        }

    async def status(self, turn: Turn) -> Card:
        """Show one crisis, or whatever is open; to strangers only that, and who leads."""
        if turn.arg("crisis"):
            crisis = await self._crises.load(turn.arg("crisis"))
            if turn.follows(crisis):
                return _timeline(turn, crisis) if turn.arg("all") else self._board(turn, crisis)
            return _outside(turn, [c for c in (crisis,) if c.open and c.mode == "crisis"])
        found = await self._crises.open()
        mine = [crisis for crisis in found if turn.follows(crisis)]
        if len(mine) == 1:
            return self._board(turn, mine[0])
        if mine:
            return _several(turn, mine)
        return _outside(turn, [c for c in found if c.mode == "crisis"])

    async def escalate(self, turn: Turn) -> Card:
        """Begin the next step now."""
        crisis = await self._crises.load(turn.arg("crisis"))
        if not (turn.may("open") or turn.by.person in crisis.asks):
            return turn.refused("open")
        if crisis.open and crisis.plan.rungs and not crisis.exhausted:
            crisis = await self._crises.change(
                crisis.id, lambda c: [ev.Escalated(by=turn.by)] if c.open else []
            )
            return self._board(turn, crisis, "replace")
        return turn.card("at-the-end", mode="toast")

    async def add(self, turn: Turn) -> Card:
        """Ask somebody whom no step names."""
        crisis = await self._crises.load(turn.arg("crisis"))
        if not self._inside(turn, crisis):
            return turn.refused("open")
        person = turn.city.person(turn.arg("person"))
        if person is None:
            return add_form(turn, crisis)
        member = turn.planner.member(person)
        if crisis.drill and person.id not in turn.city.crisis.drill:
            return turn.card("not-on-drill-list")

        def take_in(crisis: Crisis) -> Sequence[ev.Event]:
            free = crisis.open and person.id not in crisis.asks
            return [ev.PersonAdded(by=turn.by, member=member, ask=turn.arg("ask"))] if free else []

        return self._board(turn, await self._crises.change(crisis.id, take_in))

    async def note(self, turn: Turn) -> Card:
        """Keep a note; personal data in it is warned of and never stops it."""
        crisis = await self._crises.load(turn.arg("crisis"))
        if not turn.follows(crisis):
            return turn.refused("open")
        words = turn.arg("note")
        if not words:
            return note_form(turn, crisis)
        written = [ev.Noted(by=turn.by, text=words[:1000])]
        card = self._board(turn, await self._crises.change(crisis.id, lambda _: written))
        if not self._is_personal(words):
            return card
        return replace(card, pieces=(Note(turn.say("note-personal"), "warning"), *card.pieces))

    async def phone(self, turn: Turn) -> Card:
        """Record that somebody was reached by phone and has it."""
        crisis_id, _, person = turn.arg("person").rpartition(":")
        crisis = await self._crises.load(crisis_id or turn.arg("crisis"))
        if not self._inside(turn, crisis):
            return turn.refused("open")

        def reached(crisis: Crisis) -> Sequence[ev.Event]:
            free = crisis.open and person in crisis.asks and person not in crisis.answers
            return [ev.ReachedByPhone(person=person, by=turn.by)] if free else []

        return self._board(turn, await self._crises.change(crisis.id, reached), "replace")

    async def down(self, turn: Turn) -> Card:
        """End it; everybody who was told of it is told."""
        crisis = await self._crises.load(turn.arg("crisis"))
        own_drill = crisis.drill and crisis.by.person == turn.by.person
        if not (turn.may("stand_down") or own_drill):
            return turn.refused("stand_down")
        ended = ev.StoodDown(by=turn.by, lesson=turn.arg("lesson")[:1000])
        crisis = await self._crises.change(crisis.id, lambda c: [ended] if c.open else [])
        return self._board(turn, crisis, "replace")

    def _inside(self, turn: Turn, crisis: Crisis) -> bool:
        """Tell whether this person may answer for others: who only reported or watches may not."""
        return turn.by.person in crisis.people or turn.on_duty or turn.may("stand_down")

    def _board(self, turn: Turn, crisis: Crisis, mode: str = "answer") -> Card:
        rows = None if turn.request.place == "page" else ROWS
        card = board(crisis, turn.now, turn.language, rows=rows)
        first = 1 if crisis.drill else 0  # that it is a drill comes before everything
        pieces = (*card.pieces[:first], *_own(turn, crisis), *card.pieces[first:])
        return replace(card, pieces=pieces, mode="replace" if mode == "replace" else card.mode)


def _own(turn: Turn, crisis: Crisis) -> tuple[Piece, ...]:
    """Return what this person is asked: a mail cannot be answered, so the board can."""
    me = turn.by.person
    answered = me in crisis.answers or me in crisis.declined
    if not crisis.open or crisis.mode == "report" or me not in crisis.asks or answered:
        return ()
    payload = {"crisis": crisis.id}
    if crisis.mode == "reach":
        return (Buttons((Button("crisis.seen", turn.say("seen"), payload, "primary"),)),)
    asks = turn.say("asks-lead" if me in crisis.lead_group else "asks")
    take = Button("crisis.ack", turn.say("ack"), payload, "primary")
    pass_on = Button("crisis.decline", turn.say("decline"), payload)
    return (Text(crisis.asks[me].what or asks, "strong"), Buttons((take, pass_on)))


def _timeline(turn: Turn, crisis: Crisis) -> Card:
    words = Words(crisis, turn.language, turn.now)
    said = [(entry.at, words.happened(entry.event)) for entry in crisis.entries]
    lines = tuple(f"{words.time(at)} {line}" for at, line in said if line)
    return Card(words.title, (Bullets(lines[-200:]),), language=turn.language)


def _several(turn: Turn, crises: Sequence[Crisis]) -> Card:
    """Let somebody choose between what is open."""
    buttons = tuple(
        Button("crisis.status", Words(c, turn.language, turn.now).title, {"crisis": c.id})
        for c in crises[:20]
    )
    return turn.card("several", Buttons(buttons))


def _outside(turn: Turn, crises: Sequence[Crisis]) -> Card:
    """Tell somebody who has no part in it what everybody may know."""
    begin = [Button("crisis.report", turn.say("report"), style="danger")]
    if turn.may("open"):
        begin.append(Button("crisis.drill", turn.say("drill-form")))
        sure = turn.say("reach-sure")
        begin.append(Button("crisis.reach", turn.say("reach-start"), confirm=sure))
    report = Buttons(tuple(begin))
    if not crises:
        return turn.card("none-open", report)
    notes: list[Piece] = [
        Note(Words(crisis, turn.language, turn.now).banner, "warning") for crisis in crises[:5]
    ]
    return turn.card("outside", *notes, report)

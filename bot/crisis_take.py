"""Answers to a ping: I have it, I can't, I see this, not a crisis, I have looked at the posts."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace

from bot import events as ev
from bot.board import board
from bot.card import Button, Buttons, Card
from bot.crises import Crises
from bot.crisis import Crisis
from bot.crisis_turn import Turn
from bot.letter_card import answer_card, letter_of

_ASKED = ("ping", "remind", "inform")


class Take:
    """Answers to the verbs of the buttons in a message; a second press changes nothing."""

    def __init__(self, crises: Crises) -> None:
        self._crises = crises

    @property
    def verbs(self) -> Mapping[str, Callable[[Turn], Awaitable[Card]]]:
        """What this answers."""
        return {
            "crisis.ack": self.ack,
            "crisis.seen": self.ack,
            "crisis.decline": self.decline,
            "crisis.not": self.dismiss,
            "crisis.pause": self.pause,
        }

    async def ack(self, turn: Turn) -> Card:
        """Write that this person has it."""
        person = turn.by.person

        def take(crisis: Crisis) -> Sequence[ev.Event]:
            free = crisis.open and person in crisis.people and person not in crisis.answers
            return [ev.Acknowledged(person=person)] if free and crisis.mode != "report" else []

        return self._shown(turn, await self._crises.change(turn.arg("crisis"), take), _ASKED)

    async def decline(self, turn: Turn) -> Card:
        """Write that this person passes it on; the substitute is asked at once."""
        person = turn.by.person

        def pass_on(crisis: Crisis) -> Sequence[ev.Event]:
            done = person in crisis.answers or person in crisis.declined
            free = crisis.open and person in crisis.asks and not done
            return [ev.Declined(person=person)] if free else []

        return self._shown(turn, await self._crises.change(turn.arg("crisis"), pass_on), _ASKED)

    async def pause(self, turn: Turn) -> Card:
        """Write that a keeper of accounts has looked at the scheduled posts."""
        person = turn.by.person

        def look(crisis: Crisis) -> Sequence[ev.Event]:
            free = crisis.open and person in crisis.plan.maintainers
            return [ev.Paused(person=person)] if free and person not in crisis.paused else []

        return self._shown(turn, await self._crises.change(turn.arg("crisis"), look), ("pause",))

    async def dismiss(self, turn: Turn) -> Card:
        """Write that a report is not a crisis; whoever was asked may, such as a substitute."""
        asked = (await self._crises.load(turn.arg("crisis"))).asks
        if not (turn.on_duty or turn.by.person in asked):
            return turn.refused("open")
        crisis = await self._crises.change(
            turn.arg("crisis"),
            lambda c: [ev.Dismissed(by=turn.by)] if c.open and c.mode == "report" else [],
        )
        return board(crisis, turn.now, turn.language, mode="replace")

    def _shown(self, turn: Turn, crisis: Crisis, purposes: Sequence[str]) -> Card:
        """Return the message that this person got, as it is now."""
        letter = letter_of(crisis, turn.by.person, purposes)
        if letter:
            card = answer_card(crisis, letter, turn.now, turn.language)
            return replace(card, mode="replace")
        if not turn.follows(crisis):
            return turn.card("not-yours")
        status = Button("crisis.status", turn.say("status"), {"crisis": crisis.id})
        return turn.card("not-asked", Buttons((status,)))

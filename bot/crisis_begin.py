"""How something begins: a report, a preview, an opening, a drill, a test of reach."""

from __future__ import annotations

import datetime
import re
import uuid
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from bot import events as ev
from bot.board import board
from bot.card import Button, Buttons, Card, Note
from bot.crises import Crises
from bot.crisis import Crisis
from bot.crisis_forms import asked, phones, preview_form, report_form
from bot.crisis_turn import Turn
from bot.policy import Policy
from bot.reach import ID, test_of_reach
from bot.texts import Texts
from rules.model import Localized

REPORT_WAIT = datetime.timedelta(minutes=5)
"""How long a report waits for the duty list before whoever may open a crisis is asked, too."""

_ID = re.compile(r"[a-z0-9]{6,32}")


class Begin:
    """Answers to the verbs with which something begins."""

    def __init__(self, crises: Crises) -> None:
        self._crises = crises

    @property
    def verbs(self) -> Mapping[str, Callable[[Turn], Awaitable[Card]]]:
        """What this answers."""
        return {
            "crisis.report": self.report,
            "crisis.preview": self.preview,
            "crisis.open": self.open,
            "crisis.drill": self.drill,
            "crisis.reach": self.reach,
        }

    async def report(self, turn: Turn) -> Card:
        """Take what anybody reports; whoever may open a crisis sees first what would happen."""
        if not turn.words:
            return report_form(turn)
        if turn.may("open"):
            return await self.preview(turn)
        plan = turn.planner.report(_said("report-name"), REPORT_WAIT)
        event = ev.Reported(
            by=turn.by,
            what=turn.words,
            where=turn.arg("where"),
            unit=turn.arg("unit") or None,
            plan=plan,
        )
        crisis = await self._crises.begin(_new_id(), event)
        names = [plan.people[p].to.name for rung in plan.rungs[:1] for p in rung.asked]
        follow = Button("crisis.status", turn.say("status"), {"crisis": crisis.id})
        told = turn.card("reported-to", Buttons((follow,)), people=", ".join(names))
        if not names:
            told = turn.card("reported-to-nobody", *phones(turn))
        return replace(told, pieces=(Note(turn.say("first-112"), "error"), *told.pieces))

    async def preview(self, turn: Turn) -> Card:
        """Show who would be pinged, in what order and when."""
        if not turn.may("open"):
            return turn.refused("open")
        crisis = await self._crises.load(turn.arg("crisis")) if turn.arg("crisis") else None
        if crisis and crisis.over:
            return board(crisis, turn.now, turn.language)
        drill = crisis.drill if crisis and crisis.mode != "report" else bool(turn.arg("drill"))
        policy = turn.city.crisis.policy(turn.arg("policy") or None)
        if policy is None:
            return turn.card("no-policy", *phones(turn))
        unit = turn.arg("unit") or (crisis.unit if crisis else None)
        plan = turn.planner.crisis(policy, unit, drill=drill)
        return preview_form(turn, policy, plan, crisis, drill=drill)

    async def open(self, turn: Turn) -> Card:
        """Open what was previewed; what was changed in the form is previewed once more."""
        if not turn.may("open"):
            return turn.refused("open")
        policy = turn.city.crisis.policy(turn.arg("policy") or turn.arg("previewed") or None)
        if policy is None or not turn.words or _differs(turn, policy):
            return await self.preview(turn)
        plan = turn.planner.crisis(policy, turn.arg("unit") or None, drill=bool(turn.arg("drill")))
        event = ev.Opened(
            by=turn.by,
            what=turn.words,
            where=turn.arg("where"),
            unit=turn.arg("unit") or None,
            plan=plan,
        )
        return _begun(turn, await self._opened(turn, event))

    async def _opened(self, turn: Turn, event: ev.Opened) -> Crisis:
        """Write it: a new one, or what a report or a lesser policy becomes."""
        events: list[ev.Event] = [event]
        if asked(event.plan, event.by):  # whoever opens it has it
            events.append(ev.Acknowledged(person=event.by.person))
        if turn.arg("crisis"):

            def raise_it(crisis: Crisis) -> list[ev.Event]:
                same = crisis.mode != "report" and crisis.plan.policy == event.plan.policy
                other = crisis.drill is not (event.plan.mode == "drill")
                return [] if same or other or crisis.over else events

            return await self._crises.change(turn.arg("crisis"), raise_it)
        key = turn.arg("key")
        return await self._crises.begin(
            key if _ID.fullmatch(key) else _new_id(), event, *events[1:]
        )

    async def drill(self, turn: Turn) -> Card:
        """Begin a drill, or let a frozen one go on."""
        if not turn.may("open"):
            return turn.refused("open")
        if turn.arg("do") == "resume":
            return await self._resume(turn)
        if not turn.city.crisis.drill:
            return turn.card("drill-nobody")
        if not turn.words:
            return report_form(turn, drill=True)
        request = replace(turn.request, args={**turn.request.args, "drill": "1"})
        return await self.preview(replace(turn, request=request))

    async def _resume(self, turn: Turn) -> Card:
        real = [c for c in await self._crises.open() if c.mode in ("report", "crisis")]
        if real:
            return turn.card("drill-waits")
        crisis = await self._crises.change(
            turn.arg("crisis"), lambda c: [ev.Resumed(by=turn.by)] if c.frozen else []
        )
        return board(crisis, turn.now, turn.language, mode="replace")

    async def reach(self, turn: Turn) -> Card:
        """Ask everybody whom a crisis could ping to say that they see it."""
        if not turn.may("open"):
            return turn.refused("open")
        event = test_of_reach(turn.planner, turn.by)
        if event is None:
            return turn.card("no-policy")
        return _begun(turn, await self._crises.begin(f"{ID}{uuid.uuid4().hex[:8]}", event))


def _begun(turn: Turn, crisis: Crisis) -> Card:
    """Return the board, or say that it comes: a message of its own that follows every change."""
    shown = board(crisis, turn.now, turn.language)
    follower = crisis.watchers.get(turn.by.person)
    here = follower and follower.channels[:1] == (turn.request.who.platform,)
    if not here or turn.request.place == "page" or crisis.over:
        return shown
    return replace(shown, pieces=(Note(turn.say("opened-board"), "good"),))


def _differs(turn: Turn, policy: Policy) -> bool:
    """Tell whether the form names another policy or unit than what was shown."""
    return policy.id != turn.arg("previewed") or turn.arg("unit") != turn.arg("seen_unit")


def _said(key: str) -> Localized:
    """Return one of the program's own sentences in every language."""
    fi, sv, en = (Texts(language).say(f"crisis-{key}") for language in ("fi", "sv", "en"))
    return Localized(fi=fi, sv=sv, en=en)


def _new_id() -> str:
    return uuid.uuid4().hex[:12]

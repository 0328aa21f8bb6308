"""What Teams wants answered in the same breath: buttons, and the message extension.

Teams waits five seconds. What takes longer goes on, and its answer follows as a message.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Mapping
from typing import Annotated, Any, Literal, NamedTuple

import structlog
from botbuilder.schema import Activity
from pydantic import BaseModel, Field, ValidationError

from adapters.teams import extension
from adapters.teams.budget import fitted
from adapters.teams.conversation import CARD, FAILURES
from adapters.teams.incoming import Press, place_of, press_of
from adapters.teams.turns import Turns
from adapters.teams.work import Work
from bot.card import Card
from bot.request import Who

IN_TIME = 4.0
"""Seconds within which an answer goes into the response."""

SOON = 1.0
"""Seconds that a response waits until its card is also put in place for good."""

_MESSAGE = "application/vnd.microsoft.activity.message"
_ERROR = "application/vnd.microsoft.error"

_log = structlog.get_logger("somehelp.teams")


class Answer(NamedTuple):
    """The response to an invoke: an HTTP status, and a body."""

    status: int
    body: Mapping[str, Any] | None = None


class _Done(NamedTuple):
    """What came of an invoke: the response, and the card for whoever it comes too late for."""

    answer: Answer
    card: Card
    who: Who


class _Action(BaseModel):
    type: Literal["Action.Execute"]
    data: dict[str, Any] = Field(default_factory=dict)


class _Value(BaseModel):
    action: Annotated[_Action, Field()]


class Invokes:
    """Answers invokes."""

    def __init__(self, turns: Turns, work: Work) -> None:
        self._turns = turns
        self._work = work

    async def answer(self, activity: Activity) -> Answer:
        """Return the response; an invoke that nobody here knows is 501."""
        match activity.name:
            case "adaptiveCard/action":
                return await self._pressed(activity)
            case "composeExtension/fetchTask" | "composeExtension/submitAction":
                return await self._extension(activity)
        return Answer(501)

    def again(self, activity: Activity) -> Answer:
        """Return the response to a button press that was delivered a second time."""
        return _said(self._turns.texts(activity).say("teams-already"))

    async def _pressed(self, activity: Activity) -> Answer:
        try:
            data = _Value.model_validate(activity.value).action.data
        except ValidationError:
            return _refused("NotSupported")
        press = press_of(data)
        if press is None:
            return _refused("BadRequest")
        done = await self._in_time(self._press_answered(press, data, activity), activity)
        if isinstance(done, Answer):
            return done
        return _said(self._turns.texts(activity).say(done))

    async def _press_answered(
        self, press: Press, data: Mapping[str, Any], activity: Activity
    ) -> _Done:
        who = await self._turns.who(activity)
        await self._turns.learn(activity, who)
        card = await self._turns.handle(press.request(data, who, place_of(activity)))
        return _Done(await self._shown(card, press, activity, who), card, who)

    async def _shown(self, card: Card, press: Press, activity: Activity, who: Who) -> Answer:
        here = self._turns.here(activity)
        match card.mode:
            case "replace":
                content = await here.content(fitted(card))
                if activity.reply_to_id:
                    # The response changes the card for whoever pressed, until they look away.
                    # Waited for, so that it does not come after what a later event draws.
                    lasting = self._work.start(self._lasting(activity, card.title, content))
                    await asyncio.wait({lasting}, timeout=SOON)
                return Answer(200, {"statusCode": 200, "type": CARD, "value": content})
            case "erase":
                await here.erase(card, *filter(None, [activity.reply_to_id, *press.also]))
                return _said(card.title)
            case "toast":
                return _said(card.title)
        alone = await self._turns.deliver(card, activity, who)
        told = "teams-private" if alone else "teams-answered"
        return _said(self._turns.texts(activity).say(told))

    async def _lasting(self, activity: Activity, title: str, content: Mapping[str, Any]) -> None:
        try:
            await self._turns.here(activity).put(activity.reply_to_id, title, content)
        except FAILURES as error:
            _log.warning("teams.update_failed", error=type(error).__name__)

    async def _extension(self, activity: Activity) -> Answer:
        done = await self._in_time(self._extension_answered(activity), activity)
        if isinstance(done, Answer):
            return done
        return Answer(200, extension.words(self._turns.texts(activity).say(done)))

    async def _extension_answered(self, activity: Activity) -> _Done:
        who = await self._turns.who(activity)
        card = await self._turns.handle(extension.request_of(activity, who))
        title = self._turns.texts(activity).say("teams-dialog")
        return _Done(Answer(200, extension.dialog(card, title)), card, who)

    async def _in_time(
        self, answering: Coroutine[Any, Any, _Done], activity: Activity
    ) -> Answer | str:
        """Return the answer, or what to say instead: that it failed, or will follow."""
        task: asyncio.Task[_Done] = self._work.start(answering)
        done, _ = await asyncio.wait({task}, timeout=IN_TIME)
        if not done:
            self._work.start(self._follow(task, activity))
            return "teams-slow"
        if task.cancelled() or task.exception():
            return "teams-broken"
        return task.result().answer

    async def _follow(self, task: asyncio.Task[_Done], activity: Activity) -> None:
        """Say as a message what came too late for the response and was not shown otherwise."""
        await asyncio.wait({task})
        here = self._turns.here(activity)
        if task.cancelled() or task.exception():
            await here.say(self._turns.texts(activity).say("teams-broken"))
            return
        _, card, who = task.result()
        if activity.name != "adaptiveCard/action":
            await self._turns.alone(card, activity, who)
        elif card.mode in ("toast", "erase"):
            await here.say(card.title)


def _said(words: str) -> Answer:
    return Answer(200, {"statusCode": 200, "type": _MESSAGE, "value": words})


def _refused(code: str) -> Answer:
    error = {"code": code, "message": code}
    return Answer(200, {"statusCode": 400, "type": _ERROR, "value": error})

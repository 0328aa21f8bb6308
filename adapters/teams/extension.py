"""The message extension: a draft is checked from the compose box, or where it already stands.

Its dialogs are seen by one person alone, wherever they were opened.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from botbuilder.schema import Activity
from pydantic import BaseModel, ValidationError

from adapters.teams.budget import fitted
from adapters.teams.conversation import CARD
from adapters.teams.incoming import press_of
from adapters.teams.plain import of_html
from bot.card import Card
from bot.request import Request, Who

COMMAND = "check"
"""The command's id in the manifest."""

_FORM_TAKES = 3000


class _Body(BaseModel):
    content: str = ""
    contentType: str = "text"  # noqa: N815 - Teams' word


class _Message(BaseModel):
    body: _Body = _Body()


class _Opened(BaseModel):
    messagePayload: _Message = _Message()  # noqa: N815 - Teams' word


def request_of(activity: Activity, who: Who) -> Request:
    """Return what was asked for: the form, a button of a dialog, or the check of a message.

    A message that is too long for a field of the form is checked as it is.
    """
    value = activity.value if isinstance(activity.value, Mapping) else {}
    data = value.get("data")
    press = press_of(data)
    if press is not None and isinstance(data, Mapping):
        return press.request(data, who, "direct")
    text = _message(value)
    return Request("form" if len(text) <= _FORM_TAKES else "check", who, text)


def dialog(card: Card, title: str) -> Mapping[str, Any]:
    """Return a card as a dialog; what only confirms something closes it."""
    if card.mode in ("toast", "erase"):
        return words(card.title)
    shown = {
        "title": title,
        "width": "medium",
        "height": "large",
        "card": {"contentType": CARD, "content": fitted(card, dialog=True).content},
    }
    return {"task": {"type": "continue", "value": shown}}


def words(text: str) -> Mapping[str, Any]:
    """Return a dialog that only says something."""
    return {"task": {"type": "message", "value": text}}


def _message(value: Mapping[str, Any]) -> str:
    try:
        body = _Opened.model_validate(value).messagePayload.body
    except ValidationError:
        return ""
    return of_html(body.content) if body.contentType == "html" else body.content.strip()

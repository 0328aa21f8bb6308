"""What happens to one message on its way to one person, as events of a crisis."""

from __future__ import annotations

import datetime
from typing import Literal

from bot.ports import Receipt
from rules.model import Frozen

Purpose = Literal[
    "ping", "remind", "inform", "alarm", "board", "pause", "over", "not", "frozen", "resumed"
]
"""What a message is for.

`ping` and `remind` ask for an answer; `inform` tells; `alarm` tells the fallback channel of a
failure; `board` is the state on one card that is updated; `pause` asks the keepers of accounts to
look at scheduled posts; `over` and `not` end it; `frozen` and `resumed` are about a drill.
"""


class Pinging(Frozen):
    """A message is about to be sent; `repeat` if one with the same key may have arrived."""

    kind: Literal["pinging"] = "pinging"
    key: str
    messenger: str
    attempt: int
    repeat: bool = False


class Sent(Frozen):
    """A messenger took the message; `found` if it was looked up instead of sent again."""

    kind: Literal["sent"] = "sent"
    key: str
    attempt: int
    receipt: Receipt
    found: bool = False


class Failed(Frozen):
    """The message was certainly not delivered; `again` is when trying again is of use."""

    kind: Literal["failed"] = "failed"
    key: str
    attempt: int
    reason: str
    again: datetime.timedelta | None = None


class Unknown(Frozen):
    """Nobody can say whether the message was delivered."""

    kind: Literal["unknown"] = "unknown"
    key: str
    attempt: int


class Unreachable(Frozen):
    """No way is left to bring this message to its person."""

    kind: Literal["unreachable"] = "unreachable"
    key: str
    person: str
    reason: str


class Overdue(Frozen):
    """A message that asks for an answer has not left in time."""

    kind: Literal["overdue"] = "overdue"
    key: str
    person: str

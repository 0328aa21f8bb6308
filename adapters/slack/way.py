"""Where somebody is when they ask something, and so where the answer goes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

PARTS = "parts."
"""How the id of an answer's last message begins; the messages before it follow, `+` between."""

Surface = Literal["message", "command", "shortcut", "modal", "home"]
"""What the person used: a message to us, a command, a shortcut, a dialog, the home tab."""


@dataclass(frozen=True, slots=True)
class Way:
    """A place in Slack as seen by one person.

    `direct` says that nobody else reads there. `message` is the message whose button was pressed,
    `ephemeral` whether only this person ever saw it, `parts` the messages that began the same
    answer. `view` is the dialog that is open.
    """

    surface: Surface
    user: str
    channel: str = ""
    thread: str = ""
    message: str = ""
    parts: tuple[str, ...] = ()
    direct: bool = False
    ephemeral: bool = False
    response_url: str = ""
    trigger: str = ""
    view: str = ""

    def metadata(self, verb: str, payload: Mapping[str, str]) -> str:
        """Return what a dialog carries, so that what is handed in finds its way back."""
        back = {
            "c": self.channel,
            "t": self.thread,
            "m": self.message,
            "d": self.direct,
            "e": self.ephemeral,
            "r": self.response_url,
            "h": self.surface == "home",
        }
        kept = {key: value for key, value in back.items() if value}
        return json.dumps({"v": verb, "p": dict(payload), "w": kept}, ensure_ascii=False)


def back(way: Way, metadata: str) -> tuple[str, dict[str, str], Way]:
    """Return the verb and payload of a dialog's submit button, and the way to where it began."""
    try:
        read = json.loads(metadata) if metadata else {}
    except ValueError:
        read = {}
    if not isinstance(read, dict):
        read = {}
    kept = read.get("w", {})
    began = replace(
        way,
        surface="home" if kept.get("h") else way.surface,
        channel=str(kept.get("c", "")),
        thread=str(kept.get("t", "")),
        message=str(kept.get("m", "")),
        direct=bool(kept.get("d", False)),
        ephemeral=bool(kept.get("e", False)),
        response_url=str(kept.get("r", "")),
    )
    payload = {str(key): str(value) for key, value in read.get("p", {}).items()}
    return str(read.get("v", "")), payload, began

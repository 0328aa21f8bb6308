"""What somebody wants of the bot, said without any platform's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from rules.model import Language

Place = Literal["direct", "shared", "page"]
"""Where the answer will stand: between the two of us, among others, or on a page of our own."""


class Who(NamedTuple):
    """Who asks, as the platform has verified it.

    `id` is the platform's own id, empty where nobody signed in; `tenant` the workspace or tenant.
    `language` is what the person's client speaks, None where it does not say.
    """

    platform: str
    id: str = ""
    tenant: str = ""
    language: Language | None = None
    name: str = ""
    email: str | None = None

    @property
    def key(self) -> str:
        """What the store calls this person."""
        return f"{self.platform}:{self.id}"


@dataclass(frozen=True, slots=True)
class Request:
    """One thing that somebody did: sent a message, pressed a button, handed in a form.

    `verb` says what (`message` for free text, else the verb of a command, button or form), `text`
    is what they wrote (a draft or a question, also the draft that stood in a form), `args` are the
    button's payload and the form's fields, by name. The text is never kept, logged or passed on.
    """

    verb: str
    who: Who
    text: str = ""
    args: Mapping[str, str] = field(default_factory=dict)
    place: Place = "direct"

    def __repr__(self) -> str:
        """Say what was done and never what was written: a repr ends up in logs."""
        return f"<Request {self.verb} with {len(self.text)} characters>"

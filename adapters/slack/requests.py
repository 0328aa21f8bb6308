"""What Slack sends becomes what somebody asks.

Nothing here trusts more than that Slack signed it: whoever typed it may have typed anything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from adapters.slack.controls import pressed
from adapters.slack.incoming import copied, unescaped, unfolded, words
from adapters.slack.rich import COPY
from adapters.slack.way import PARTS, Way, back
from bot.commands import command, command_in

LONGEST = 40_000
"""Characters of a message that are looked at; Slack itself takes no more."""

_Body = Mapping[str, Any]
_RECORDED = "crisis."

# A message that a person sent to us: plain, with a file, or shown in the channel from a thread.
_OWN_WORDS = frozenset({None, "file_share", "thread_broadcast"})


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that somebody did in Slack.

    `delivery` names it, the same each time that Slack delivers it. `files` came with it, as Slack
    describes them.
    """

    delivery: str
    team: str
    verb: str
    way: Way
    text: str = ""
    args: Mapping[str, str] = field(default_factory=dict)
    files: tuple[Mapping[str, Any], ...] = ()

    def __repr__(self) -> str:
        """Say what was done and never what was written: a repr ends up in logs."""
        return f"<Asked {self.verb} with {len(self.text)} characters>"

    def closed(self) -> Asked:
        """Return the same, asked in a dialog that is closed by now."""
        return replace(self, way=replace(self.way, view=""))


def from_event(body: _Body) -> Asked | None:
    """Return what an event asks; None for what is not meant for us: edits, bots, other places."""
    event: _Body = body.get("event") or {}
    delivery, team = str(body.get("event_id", "")), _team(body)
    user = str(event.get("user") or "")
    if not user:
        return None
    if event.get("type") == "app_home_opened" and event.get("tab") == "home":
        return Asked(delivery, team, "home", Way("home", user, direct=True))
    if event.get("type") != "message" or event.get("channel_type") != "im":
        return None
    if event.get("subtype") not in _OWN_WORDS or event.get("bot_id") or event.get("hidden"):
        return None
    thread = str(event.get("thread_ts") or "")
    way = Way("message", user, str(event.get("channel", "")), thread, direct=True)
    text, files = words(event), tuple(event.get("files") or ())
    if (typed := command_in(text)) and not files:
        return _sized(Asked(delivery, team, typed.verb, way, typed.text, dict(typed.args)))
    verb = "message" if text or files else "no_text"
    return _sized(Asked(delivery, team, verb, way, text, files=files))


def from_command(body: _Body) -> Asked:
    """Return what `/somehelp …` asks."""
    read = command(unfolded(str(body.get("text") or "")))
    way = Way(
        "command",
        str(body.get("user_id", "")),
        str(body.get("channel_id", "")),
        response_url=str(body.get("response_url") or ""),
        trigger=str(body.get("trigger_id") or ""),
    )
    args = {"origin": "command", **read.args} if read.verb == "check" else dict(read.args)
    return _sized(Asked(_delivery(body), _team(body), read.verb, way, read.text, args))


def from_shortcut(body: _Body) -> Asked:
    """Return what a shortcut asks: check the message that it was used on."""
    message: _Body = body.get("message") or {}
    way = Way(
        "shortcut",
        _user(body),
        str((body.get("channel") or {}).get("id", "")),
        response_url=str(body.get("response_url") or ""),
        trigger=str(body.get("trigger_id") or ""),
    )
    text, files = words(message), tuple(message.get("files") or ())
    verb = "check" if text or files else "no_text"
    args = {"origin": "shortcut"}
    return _sized(Asked(_delivery(body), _team(body), verb, way, text, args, files))


def from_action(body: _Body) -> Asked | None:
    """Return what a button or a choice asks; None for a link, which asks nothing of us."""
    actions: Sequence[_Body] = body.get("actions") or ({},)
    used = pressed(actions[0])
    if used is None:
        return None
    message: _Body = body.get("message") or {}
    state: _Body = (body.get("view") or body).get("state") or {}
    fields = _fields(state)
    # What a message shows is a draft, and a draft never becomes the record of a crisis.
    kept = used.verb.startswith(_RECORDED)
    shown = "" if kept else copied(message.get("blocks") or (), f"{COPY}text.")
    text = fields.pop("text", "") or shown
    args = {**fields, **used.payload}
    return Asked(_delivery(body), _team(body), used.verb, _way_of_action(body), text, args)


def _way_of_action(body: _Body) -> Way:
    view: _Body = body.get("view") or {}
    user, trigger = _user(body), str(body.get("trigger_id") or "")
    if view.get("type") == "home":
        return Way("home", user, direct=True, trigger=trigger)
    if view:
        here = Way("modal", user, trigger=trigger, view=str(view.get("id", "")))
        return back(here, str(view.get("private_metadata") or ""))[2]
    container: _Body = body.get("container") or {}
    message: _Body = body.get("message") or {}
    channel = str(container.get("channel_id") or (body.get("channel") or {}).get("id", ""))
    ephemeral = bool(container.get("is_ephemeral"))
    return Way(
        "message",
        user,
        channel,
        str(message.get("thread_ts") or container.get("thread_ts") or ""),
        str(container.get("message_ts") or message.get("ts") or ""),
        _parts(message),
        # Only our own messages have our buttons, and those in a `D…` channel are between us two.
        direct=channel.startswith("D") and not ephemeral,
        ephemeral=ephemeral,
        response_url=str(body.get("response_url") or ""),
        trigger=trigger,
    )


def _parts(message: _Body) -> tuple[str, ...]:
    ids = [str(block.get("block_id", "")) for block in message.get("blocks") or ()]
    return tuple(ids[0].removeprefix(PARTS).split("+")) if ids and ids[0].startswith(PARTS) else ()


def from_submission(body: _Body) -> Asked:
    """Return what a dialog asks that was handed in."""
    view: _Body = body.get("view") or {}
    here = Way("modal", _user(body), view=str(view.get("id", "")))
    verb, payload, began = back(here, str(view.get("private_metadata") or ""))
    fields = _fields(view.get("state") or {})
    text = fields.pop("text", "")
    args = {**fields, **payload}
    delivery = _delivery(body) or str(view.get("hash", ""))
    return _sized(Asked(delivery, _team(body), verb or "help", began, text, args))


def _fields(state: _Body) -> dict[str, str]:
    """Return what stands in the fields, by their names."""
    found: dict[str, str] = {}
    for block in (state.get("values") or {}).values():
        for action, said in block.items():
            option = said.get("selected_option") or {}
            name = str(action).rpartition("|")[2]
            found[name] = unescaped(str(option.get("value") or said.get("value") or ""))
    return found


def _sized(asked: Asked) -> Asked:
    if len(asked.text) <= LONGEST:
        return asked
    return Asked(asked.delivery, asked.team, "too_long", asked.way)


def _delivery(body: _Body) -> str:
    return str(body.get("trigger_id") or "")


def _user(body: _Body) -> str:
    return str((body.get("user") or {}).get("id", ""))


def _team(body: _Body) -> str:
    """Return the workspace of the person who asks."""
    user: object = body.get("user")
    of_user = user.get("team_id") if isinstance(user, Mapping) else None
    team: object = body.get("team")
    of_body = team.get("id") if isinstance(team, Mapping) else None
    event: _Body = body.get("event") or {}
    return str(of_user or event.get("user_team") or body.get("team_id") or of_body or "")

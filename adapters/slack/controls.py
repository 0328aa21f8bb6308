"""Pieces that are used: buttons, choices and fields; and what their ids say when they come back.

A button's `action_id` is its verb, and `~n` behind it where the same stands twice; its value is the
payload as JSON. A choice that acts at once is `verb|name`. A field of a form is named in both its
ids.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from adapters.slack import limits
from adapters.slack.limits import Block, cut
from bot.card import Button, Choice, Input, Option
from bot.texts import Texts
from rules.model import Language

_LINK = "link"
_FIELD = "in."


class Pressed(NamedTuple):
    """What an element's ids and value said: `name` is that of a choice."""

    verb: str
    payload: dict[str, str]
    name: str = ""


@cache
def say(language: Language) -> Texts:
    """Return the sentences of a language, read once."""
    return Texts(language)


def plain(text: str, longest: int) -> dict[str, Any]:
    """Return a text object in which Slack reads nothing but the words."""
    return {"type": "plain_text", "text": cut(text, longest) or "–", "emoji": False}


class Ids:
    """Ids of one surface; none is given twice, since Slack refuses the whole surface then."""

    def __init__(self) -> None:
        self._used: Counter[str] = Counter()

    def once(self, wanted: str) -> str:
        """Return the wanted id, with a number behind it if it was given already."""
        self._used[wanted] += 1
        times = self._used[wanted]
        return wanted if times == 1 else f"{wanted}~{times}"


def buttons(pressed: tuple[Button, ...], language: Language, ids: Ids) -> Iterator[Block]:
    """Yield buttons beside each other, as many in a row as Slack takes."""
    rest = iter(pressed)
    while row := list(islice(rest, limits.ACTIONS)):
        yield {"type": "actions", "elements": [button(one, language, ids) for one in row]}


def button(piece: Button, language: Language, ids: Ids) -> dict[str, Any]:
    """Return a button as an element."""
    element: dict[str, Any] = {
        "type": "button",
        "text": plain(piece.label, limits.BUTTON),
        "action_id": ids.once(_LINK if piece.url else piece.verb),
    }
    if piece.url:
        return element | {"url": piece.url[: limits.URL]}
    if piece.payload:
        element["value"] = json.dumps(dict(piece.payload), ensure_ascii=False)
    if piece.style != "default":
        element["style"] = piece.style
    if piece.confirm:
        texts = say(language)
        element["confirm"] = {
            "title": plain(piece.label, limits.CONFIRM_TITLE),
            "text": plain(piece.confirm, limits.CONFIRM_TEXT),
            "confirm": plain(texts.say("slack-confirm-yes"), limits.CONFIRM_ANSWER),
            "deny": plain(texts.say("slack-confirm-no"), limits.CONFIRM_ANSWER),
        }
    return element


def choice(piece: Choice, language: Language, ids: Ids) -> Block:
    """Return a list to choose from: one that acts at once, or a field of a form."""
    label = plain(piece.label, limits.LABEL)
    if piece.verb:
        action = ids.once(f"{piece.verb}|{piece.name}")
        return {
            "type": "section",
            "text": label,
            "accessory": _select(piece, language) | {"action_id": action},
        }
    return {
        "type": "input",
        "block_id": ids.once(_FIELD + piece.name),
        "label": label,
        "element": _select(piece, language) | {"action_id": piece.name},
        "optional": piece.optional,
    }


def _select(piece: Choice, language: Language) -> dict[str, Any]:
    select: dict[str, Any] = {
        "type": "static_select",
        "placeholder": plain(say(language).say("slack-choose"), limits.PLACEHOLDER),
    }
    drawn = [_option(option) for option in piece.options]
    if len(drawn) <= limits.OPTIONS:
        select["options"] = drawn
    else:
        select["option_groups"] = list(_groups(drawn))
    chosen = [option for option in drawn if option["value"] == piece.chosen]
    return select | ({"initial_option": chosen[0]} if chosen else {})


def _option(option: Option) -> dict[str, Any]:
    return {"text": plain(option.label, limits.OPTION), "value": option.value}


def _groups(options: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield a long list in groups named by their first and last option."""
    rest = iter(options)
    while group := list(islice(rest, limits.OPTIONS)):
        first, last = (cut(option["text"]["text"], 30) for option in (group[0], group[-1]))
        yield {"label": plain(f"{first} – {last}", limits.OPTION), "options": group}


def field(piece: Input, language: Language, ids: Ids) -> Iterator[Block]:
    """Yield a field to write in; an error that Slack has not shown itself stands under it."""
    longest = min(piece.longest, limits.PLAIN_INPUT)
    element: dict[str, Any] = {
        "type": "plain_text_input",
        "action_id": piece.name,
        "multiline": piece.lines > 1,
        "max_length": longest,
    }
    hint = piece.hint
    if len(piece.value) > longest:
        # Half a draft in the field would be taken for the whole one.
        hint = say(language).say("slack-too-long-for-field", limit=longest)
    elif piece.value:
        element["initial_value"] = piece.value
    block: Block = {
        "type": "input",
        "block_id": ids.once(_FIELD + piece.name),
        "label": plain(piece.label, limits.LABEL),
        "element": element,
        "optional": piece.optional,
    }
    yield block | ({"hint": plain(hint, limits.LABEL)} if hint else {})
    if piece.error:
        yield {"type": "context", "elements": [plain(f"⛔ {piece.error}", limits.LABEL)]}


def errors(pieces: Mapping[str, str]) -> dict[str, str]:
    """Return a form's errors by the ids of their blocks, as Slack wants them."""
    return {_FIELD + name: error for name, error in pieces.items()}


def pressed(action: Mapping[str, Any]) -> Pressed | None:
    """Return what an element that was used stands for; None for a link, which asks nothing."""
    verb, _, name = str(action.get("action_id", "")).partition("~")[0].partition("|")
    if not verb or verb == _LINK:
        return None
    if name:
        value = (action.get("selected_option") or {}).get("value", "")
        return Pressed(verb, {name: str(value)}, name)
    return Pressed(verb, payload(action.get("value")))


def payload(value: object) -> dict[str, str]:
    """Return a button's payload; an unreadable one is empty."""
    try:
        read = json.loads(value) if isinstance(value, str) and value else {}
    except ValueError:
        return {}
    return {str(k): str(v) for k, v in read.items()} if isinstance(read, dict) else {}

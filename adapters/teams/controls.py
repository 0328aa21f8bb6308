"""What can be pressed and filled in on an Adaptive Card."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from adapters.teams.runs import Element, block, lines, run
from bot.card import Button, Choice, Copyable, Input
from bot.texts import Texts

FIELD = "field."
"""What the ids of inputs begin with, so that no field can pass for something of our own."""

Inputs = Literal["auto", "none"]


class Controls:
    """Draws buttons and fields of one card.

    In a `dialog` Teams knows `Action.Submit` alone; elsewhere a button is an `Action.Execute` with
    an `Action.Submit` for clients that do not know it.
    """

    def __init__(self, texts: Texts, *, dialog: bool) -> None:
        self._texts = texts
        self._dialog = dialog
        self._ids: dict[str, int] = {}

    def submit(self, button: Button) -> Element:
        """Return the button that hands a form in; what comes with it was meant for its verb."""
        drawn = self.button(button)
        drawn["data"]["form"] = drawn.get("fallback", drawn)["data"]["form"] = True
        return drawn

    def button(self, button: Button, inputs: Inputs = "auto") -> Element:
        """Return a button: a link, a question to confirm first, or an action."""
        if button.url is not None:
            return {"type": "Action.OpenUrl", "title": button.label, "url": button.url}
        if button.confirm is None:
            return self._action(button, button.label, inputs)
        sure = self._texts.say("teams-yes", action=button.label)
        card = {
            "type": "AdaptiveCard",
            "body": [block(run(button.confirm))],
            "actions": [self._action(button, sure, inputs)],
        }
        return {"type": "Action.ShowCard", "title": button.label, "card": card}

    def input(self, piece: Input) -> list[Element]:
        """Return a field, its hint and what was wrong with it."""
        drawn: Element = {
            "type": "Input.Text",
            "id": self._id(piece.name),
            "label": piece.label,
            "value": piece.value,
            "maxLength": piece.longest,
            **self._needed(optional=piece.optional),
        }
        if piece.lines > 1:
            drawn["isMultiline"] = True
        hint = lines(piece.hint, size="Small")
        if not piece.error:
            return [*hint, drawn]
        wrong = lines(f"✖ {piece.error}", weight="Bolder")
        return [{"type": "Container", "style": "attention", "items": [*wrong, *hint, drawn]}]

    def copyable(self, piece: Copyable) -> Element:
        """Return a text in a field of its own: it can be copied, mended there, and comes back."""
        return {
            "type": "Input.Text",
            "id": self._id(piece.name),
            "label": piece.label,
            "value": piece.text,
            "isMultiline": True,
        }

    def choice(self, piece: Choice) -> Element:
        """Return a list to choose from; one that acts has a button beside it."""
        field: Element = {
            "type": "Input.ChoiceSet",
            "id": self._id(piece.name),
            "label": piece.label,
            "style": "compact",
            "choices": [{"title": each.label, "value": each.value} for each in piece.options],
            **self._needed(optional=piece.optional or piece.verb is not None),
        }
        if piece.chosen is not None:
            field["value"] = piece.chosen
        if piece.verb is None:
            return field
        act = self.button(Button(piece.verb, self._texts.say("teams-choose")))
        act["tooltip"] = piece.label
        return {
            "type": "ColumnSet",
            "columns": [
                {"type": "Column", "width": "stretch", "items": [field]},
                {
                    "type": "Column",
                    "width": "auto",
                    "verticalContentAlignment": "Bottom",
                    "items": [{"type": "ActionSet", "actions": [act]}],
                },
            ],
        }

    def _action(self, button: Button, title: str, inputs: Inputs) -> Element:
        data = {"verb": button.verb, "args": dict(button.payload)}
        shared: Element = {"title": title, "data": data}
        if button.style != "default":
            shared["style"] = {"primary": "positive", "danger": "destructive"}[button.style]
        if inputs == "none":
            shared["associatedInputs"] = "none"
        submit = {"type": "Action.Submit", **shared}
        if self._dialog:
            return submit
        return {"type": "Action.Execute", "verb": button.verb, **shared, "fallback": submit}

    def _needed(self, *, optional: bool) -> Mapping[str, Any]:
        if optional:
            return {}
        return {"isRequired": True, "errorMessage": self._texts.say("teams-required")}

    def _id(self, name: str) -> str:
        self._ids[name] = self._ids.get(name, 0) + 1
        again = self._ids[name] - 1
        return f"{FIELD}{name}" + (f"~{again}" if again else "")


def filled_in(data: Mapping[str, Any]) -> dict[str, str]:
    """Return what was filled in, by the names of the fields; the first of two of a name counts."""
    found: dict[str, str] = {}
    for key, value in data.items():
        if key.startswith(FIELD) and isinstance(value, str):
            found.setdefault(key.removeprefix(FIELD).partition("~")[0], value)
    return found

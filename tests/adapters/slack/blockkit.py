"""Whether Slack would take what we draw: its own types and limits, its SDK, and what both miss.

The schema is made from `@slack/types` when tests run; the limits stand there in the comments.
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal

from jsonschema import Draft7Validator
from jsonschema.exceptions import best_match
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from tests.adapters.slack.places import HARNESS, node_tool

Kind = Literal["message", "modal", "home"]
_DEFINITION = {"message": "MessageBlocks", "modal": "ModalView", "home": "HomeView"}

_LENGTH = re.compile(r"(?:length|Limit)\b[^.]{0,90}?\b([\d,]{2,})")
_ITEMS = re.compile(r"[Mm]ax(?:imum)?\b[^.]{0,60}?\b(\d{1,3})\b")
_NEVER_EMPTY = ("ActionsBlock", "ContextBlock", "SectionBlock")


def schema() -> dict[str, Any]:
    """Return the schema of messages, dialogs and home tabs, with Slack's limits."""
    return json.loads(_written())


@cache
def _written() -> str:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "schema.json"
        subprocess.run(
            [
                *node_tool("ts-json-schema-generator"),
                *("--path", "slack/surfaces.ts", "--tsconfig", "slack/tsconfig.json"),
                *("--type", "Surface", "--no-top-ref", "--jsDoc", "extended", "--out", str(out)),
            ],
            cwd=HARNESS,
            check=True,
            capture_output=True,
        )
        made = json.loads(out.read_text("utf-8"))
    for name, definition in made["definitions"].items():
        for property_ in definition.get("properties", {}).values():
            _limit(name, property_)
    # Not in the types; Slack's reference has it.
    made["definitions"]["MessageBlocks"]["properties"]["blocks"] |= {"maxItems": 50, "minItems": 1}
    return json.dumps(made)


def _limit(definition: str, property_: dict[str, Any]) -> None:
    """Turn the limit that a comment names into a rule of the schema."""
    comment = " ".join(str(property_.get("description", "")).split())
    length = _LENGTH.search(comment)
    longest = int(length[1].replace(",", "")) if length else None
    if property_.get("type") == "string" and longest:
        property_["maxLength"] = longest
    elif property_.get("type") == "array":
        items = _ITEMS.search(comment)
        if items:
            property_["maxItems"] = int(items[1])
        if definition in _NEVER_EMPTY:
            property_["minItems"] = 1
        if longest and "each item" in comment:
            text = {"properties": {"text": {"maxLength": longest}}}
            property_["items"] = {"allOf": [property_["items"], text]}
    elif longest and ("$ref" in property_ or "anyOf" in property_):
        inner = {key: property_.pop(key) for key in ("$ref", "anyOf") if key in property_}
        property_["allOf"] = [inner, {"properties": {"text": {"maxLength": longest}}}]


@cache
def _validator(kind: Kind) -> Draft7Validator:
    made = schema()
    reference = f"#/definitions/{_DEFINITION[kind]}"
    return Draft7Validator({"$ref": reference, "definitions": made["definitions"]})


def problems(kind: Kind, payload: dict[str, Any]) -> list[str]:
    """Return why Slack would refuse a message's blocks, a dialog or a home tab; none if fine."""
    return [*_of_types(kind, payload), *_of_sdk(kind, payload), *_of_ids(kind, payload)]


def _of_types(kind: Kind, payload: dict[str, Any]) -> Iterator[str]:
    validator = _validator(kind)
    if validator.is_valid(payload):  # far quicker than to look for the best of no errors
        return
    error = best_match(validator.iter_errors(payload))
    if error:
        yield f"{error.json_path}: {error.message[:200]}"


def _of_sdk(kind: Kind, payload: dict[str, Any]) -> Iterator[str]:
    copy = json.loads(json.dumps(payload))  # the models keep and change what they are given
    try:
        if kind == "message":
            for block in copy["blocks"]:
                parsed = Block.parse(block)
                if parsed is None:
                    yield f"unknown block {block.get('type')}"
                else:
                    parsed.to_dict()
        else:
            View(**copy).to_dict()
    except Exception as error:  # the models raise several kinds
        yield f"slack_sdk: {error}"


def _of_ids(kind: Kind, payload: dict[str, Any]) -> Iterator[str]:
    blocks = payload.get("blocks", [])
    if _twice(block.get("block_id") for block in blocks):
        yield "block_id twice"
    for block in blocks:
        elements = [
            *block.get("elements", []),
            block.get("accessory", {}),
            block.get("element", {}),
        ]
        if _twice(element.get("action_id") for element in elements):
            yield "action_id twice"
        for element in elements:
            if element.get("type") == "plain_text_input":
                longest = element.get("max_length", 3000)
                if longest > 3000 or len(element.get("initial_value", "")) > longest:
                    yield "plain_text_input too long"
            yield from _empty(element)
    has_input = any(block["type"] == "input" for block in blocks)
    if kind == "modal" and has_input and not payload.get("submit"):
        yield "a dialog with fields needs submit"


def _empty(element: object) -> Iterator[str]:
    """Slack refuses texts without a character; none of the other two sees that in rich text."""
    if isinstance(element, dict):
        if element.get("text") == "":
            yield "empty text"
        for inner in element.get("elements", []):
            yield from _empty(inner)


def _twice(ids: Any) -> bool:
    return any(times > 1 for one, times in Counter(ids).items() if one)

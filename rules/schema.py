"""The JSON Schema of a pack's files, so that an editor helps while one writes."""

from __future__ import annotations

from typing import Any

from rules.pack import Header
from rules.rule import Rule
from rules.topic import Topic


class PackFile(Header):
    """`pack.yaml`: the head of a pack, with rules and topics if one likes."""

    rules: tuple[Rule, ...] = ()
    topics: tuple[Topic, ...] = ()


def pack_schema() -> dict[str, Any]:
    """Return the JSON Schema of `pack.yaml`; other files hold its `rules` and `topics` alone."""
    schema = PackFile.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "Somehelp pack"
    schema["required"] = []
    return schema

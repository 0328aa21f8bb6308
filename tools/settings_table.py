"""Writes the table of settings in docs/admin.md anew from adapters/settings.py.

python -m tools.settings_table
"""

from __future__ import annotations

import re
import types
from pathlib import Path
from typing import Literal, get_args, get_origin

from pydantic import SecretStr
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from adapters.settings import PREFIX, Settings

PAGE = Path(__file__).parent.parent / "docs" / "admin.md"
_PLACE = re.compile(r"(<!-- settings -->\n).*(<!-- /settings -->)", re.DOTALL)


def table() -> str:
    """Return every setting as a row of a Markdown table."""
    rows = [
        f"| `{PREFIX}{name.upper()}` | {_kind(field)} | {_default(field)} | {field.description} |"
        for name, field in Settings.model_fields.items()
    ]
    return "\n".join(
        ["| variable | value | without it | meaning |", "|---|---|---|---|", *rows, ""]
    )


def with_table(page: str) -> str:
    """Return a page with the table between its marks as it should be."""
    return _PLACE.sub(lambda found: f"{found[1]}\n{table()}\n{found[2]}", page)


def _kind(field: FieldInfo) -> str:
    kind = field.annotation
    if get_origin(kind) is types.UnionType:
        kind = next(each for each in get_args(kind) if each is not type(None))
    if get_origin(kind) is Literal:
        return " ".join(f"`{each}`" for each in get_args(kind))
    names: dict[object, str] = {
        SecretStr: "secret",
        Path: "path",
        bool: "`true` `false`",
        int: "number",
        str: "text",
    }
    return names.get(kind, "text")


def _default(field: FieldInfo) -> str:
    if field.default in (None, "", PydanticUndefined):
        return ""
    said = str(field.default).lower() if isinstance(field.default, bool) else str(field.default)
    return f"`{said}`"


if __name__ == "__main__":
    PAGE.write_text(with_table(PAGE.read_text("utf-8")), "utf-8")

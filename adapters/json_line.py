"""One line of JSON becomes a value of a contract, or an error that says what to mend."""

from __future__ import annotations

import json
import math
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError


class BadLineError(ValueError):
    """A line that does not keep its contract.

    Attributes:
        field: the field that is wrong, empty for the line as a whole.
        key: the sentence that says so (see `bot.texts`), with its `values`.
        id: what the line calls itself, None if it does not say.
    """

    def __init__(self, field: str, key: str, id_: Any = None, **values: str | int) -> None:
        super().__init__(key)
        self.field = field
        self.key = key
        self.id = id_
        self.values = values


class JsonLine(BaseModel):
    """A line of input: absent and null are the same, what nobody knows is left out."""

    model_config = ConfigDict(extra="ignore")

    id: Any = None


L = TypeVar("L", bound=JsonLine)

_KINDS = {
    "string_type": "error-field-text",
    "literal_error": "error-field-choice",
    "bool_parsing": "error-field-switch",
    "bool_type": "error-field-switch",
    "list_type": "error-field-list",
    "dict_type": "error-field-object",
}
"""Pydantic's word for what is wrong, and our sentence for it."""


def read_line(line: bytes, model: type[L], main: str) -> tuple[L, frozenset[str]]:
    """Read one line; return it and the names of the fields that nobody knows.

    `main` is the field that a line must have; it also chooses the sentences (`error-json-text`).

    Raises:
        BadLineError: the line is no JSON object of this kind.
    """
    value = _object(line, main)
    if value.get(main) is None:
        raise BadLineError(main, f"error-missing-{main}", value.get("id"))
    try:
        parsed = model.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(map(str, first["loc"]))
        choices = str(first.get("ctx", {}).get("expected", "")).replace(" or ", ", ")
        key = _KINDS.get(first["type"], "error-field")
        told = {"reason": first["msg"]} if key == "error-field" else {}
        told |= {"choices": choices} if key == "error-field-choice" else {}
        raise BadLineError(field, key, value.get("id"), **told) from None
    return parsed, frozenset(value) - frozenset(model.model_fields)


def _object(line: bytes, main: str) -> dict[str, Any]:
    try:
        value = json.loads(line, parse_constant=_no_number, parse_float=_finite)
    except UnicodeDecodeError as error:
        raise BadLineError("", "error-not-utf8", byte=error.start) from None
    except json.JSONDecodeError as error:
        reason = f"{error.msg} (column {error.colno})"
        raise BadLineError("", f"error-json-{main}", reason=reason) from None
    except RecursionError:
        raise BadLineError("", f"error-json-{main}", reason="too deep") from None
    except ValueError:  # NaN, 1e999, a number of five thousand digits
        raise BadLineError("", f"error-json-{main}", reason="not a number of JSON") from None
    if not isinstance(value, dict):
        raise BadLineError("", f"error-not-object-{main}")
    return value


def _no_number(name: str) -> float:
    raise ValueError(name)


def _finite(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise ValueError("infinite")
    return number

"""Values that an author may write as a plain text, such as an example or a term."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from rules.model import Frozen


class Shorthand(Frozen):
    """A mapping that may be written as the text of its main field."""

    shorthand: ClassVar[str]

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {cls.shorthand: value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Say in the schema, too, that a plain text will do."""
        return with_short_forms(handler.resolve_ref_schema(handler(core_schema)))


def with_short_forms(long_form: JsonSchemaValue, *others: JsonSchemaValue) -> JsonSchemaValue:
    """Return the schema of a value that may also be a text, or have one of the other forms."""
    return {"anyOf": [{"type": "string"}, *others, dict(long_form)]}

"""Settings as they stand in the environment, or everything that is wrong with them."""

from __future__ import annotations

import os
from pathlib import Path

from pydantic import ValidationError

from adapters.serve.safety import Refusal, refusals
from adapters.settings import PREFIX, Settings

# Read by themselves, without the server; docs/install.md lists them.
_ELSEWHERE = frozenset({"CACHE", "ANALYSER"})


class RefusedError(Exception):
    """These settings cannot be served with."""

    def __init__(self, refused: tuple[Refusal, ...]) -> None:
        super().__init__(*(each.values.get("name") for each in refused))
        self.refused = refused


def read_settings() -> Settings:
    """Read the settings and see whether they are safe.

    Raises:
        RefusedError: they are not, or a value or file cannot be used; it lists everything.
    """
    if unreadable := tuple(_unreadable_files()):
        raise RefusedError(unreadable)
    try:
        settings = Settings()
    except ValidationError as error:
        raise RefusedError(tuple(_as_refusals(error))) from None
    if refused := refusals(settings):
        raise RefusedError(refused)
    return settings


def unknown_settings() -> tuple[str, ...]:
    """Return the variables that look like settings and are none: misspelt ones."""
    known = {name.upper() for name in Settings.model_fields} | _ELSEWHERE
    known |= {f"{name}_FILE" for name in known}
    mine = (name for name in os.environ if name.startswith(PREFIX))
    return tuple(sorted(name for name in mine if name.removeprefix(PREFIX) not in known))


def _unreadable_files() -> list[Refusal]:
    found = []
    for field in Settings.model_fields:
        variable = f"{PREFIX}{field.upper()}_FILE"
        path = os.environ.get(variable)
        if not path:
            continue
        try:
            Path(path).read_text("utf-8")
        except OSError as error:
            values = {"name": variable, "why": error.strerror or "?"}
            found.append(Refusal("serve-refuse-file", values))
        except UnicodeDecodeError:
            found.append(Refusal("serve-refuse-file", {"name": variable, "why": "UTF-8"}))
    return found


def _as_refusals(error: ValidationError) -> list[Refusal]:
    return [
        Refusal(
            "serve-refuse-value",
            {"name": f"{PREFIX}{str(each['loc'][0]).upper()}", "why": each["msg"]},
        )
        for each in error.errors(include_input=False, include_context=False, include_url=False)
    ]

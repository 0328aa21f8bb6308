"""The settings: which are misspelt, which secrets others on the machine can read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from adapters.doctor.finding import Found, bad, good
from adapters.serve.reading import RefusedError, read_settings, unknown_settings
from adapters.settings import PREFIX, Settings


def read() -> tuple[Settings | None, tuple[Found, ...]]:
    """Return the settings, None where they are refused, and what was found."""
    found = [bad("serve-unknown-setting", name=name) for name in unknown_settings()]
    found += _open_files()
    try:
        settings = read_settings()
    except RefusedError as error:
        found += [bad(each.key, **each.values) for each in error.refused]
        return None, tuple(found)
    return settings, (good("doctor-settings"), *found)


def _open_files() -> Iterator[Found]:
    for variable, path in os.environ.items():
        if variable.startswith(PREFIX) and variable.endswith("_FILE") and Path(path).is_file():
            mode = Path(path).stat().st_mode
            if mode & stat.S_IROTH:
                yield bad("doctor-open-secret", name=variable, path=path)

"""Compiled packs kept beside the dictionaries, so that YAML is read once."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from rules.text import cache


def recall(name: str) -> bytes | None:
    """Return what was kept under `name`, None if nothing was."""
    try:
        return (cache.location() / name).read_bytes()
    except OSError:
        return None


def keep(name: str, data: bytes) -> None:
    """Keep `data` under `name`, whole or not at all; where one may not write, keep nothing."""
    folder = cache.location()
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, partial = tempfile.mkstemp(dir=folder)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(partial).chmod(0o644)
        Path(partial).replace(folder / name)

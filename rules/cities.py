"""The example city that ships with each organisation's pack."""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path

from pydantic import ValidationError

from rules.directory import Directory
from rules.kept import keep, recall
from rules.layers import BUILT_IN
from rules.yaml_file import PackError, read_yaml


def example_city(pack_id: str) -> Directory:
    """Return the example city of a built-in pack, an empty one for any other pack.

    Raises:
        PackError: the city's file is wrong.
    """
    path = BUILT_IN / pack_id / "city.yaml"
    return read_city(path) if path.is_file() else Directory(city=pack_id)


def read_city(path: Path) -> Directory:
    """Read a city's directory from a YAML file, or from the cache if it was read before.

    Raises:
        PackError: the file is wrong; the error lists every place.
    """
    key = f"city-{hashlib.sha256(path.read_bytes()).hexdigest()[:24]}.json"
    kept = recall(key)
    if kept is not None:
        with contextlib.suppress(ValidationError):  # of another version: read the file instead
            return Directory.model_validate_json(kept)
    file = read_yaml(path, f"{path.parent.name}/{path.name}")
    try:
        city = Directory.model_validate(file.content)
    except ValidationError as error:
        raise PackError(file.problems(error)) from None
    keep(key, city.model_dump_json().encode())
    return city

"""The example city that ships with each organisation's pack."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from rules.directory import Directory
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
    """Read a city's directory from a YAML file.

    Raises:
        PackError: the file is wrong; the error lists every place.
    """
    file = read_yaml(path, f"{path.parent.name}/{path.name}")
    try:
        return Directory.model_validate(file.content)
    except ValidationError as error:
        raise PackError(file.problems(error)) from None

"""A pack's own files and those of its layers, read and validated, each entry by itself."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from rules.pack import Header
from rules.rule import Rule
from rules.topic import Topic
from rules.yaml_file import PackError, Problem, YamlFile, read_yaml

BUILT_IN = Path(__file__).parent / "packs"

M = TypeVar("M", bound=BaseModel)
Path_ = tuple[str | int, ...]


@dataclass(slots=True)
class Layer:
    """One pack's own files, before the layers that it extends are merged in.

    `places` tells in which file and where in it each entry stands.
    """

    file: YamlFile
    header: Header
    rules: list[Rule] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)
    places: dict[str, tuple[YamlFile, Path_]] = field(default_factory=dict)

    def problem(self, entry: str, *path: str | int, why: str) -> Problem:
        """Say what is wrong in the entry of this id."""
        file, place = self.places[entry]
        return file.problem((*place, *path), why)


def folder_of(name: str, beside: Path) -> Path | None:
    """Find a pack's folder by its path, beside another pack, or among the built-in ones."""
    for folder in (beside / name, BUILT_IN / name):
        with contextlib.suppress(OSError):  # a name too long, a folder that one may not enter
            if (folder / "pack.yaml").is_file():
                return folder
    return None


def files_of(folder: Path) -> list[Path]:
    """Return a pack's own files, in a fixed order; its example city is none of them."""
    found = (path for path in folder.glob("*.yaml") if path.name != "city.yaml")
    return sorted(path for path in found if path.is_file())


class LayerReader:
    """Reads a pack and all that it extends; keeps every problem that it meets."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._found: dict[str, Layer] = {}

    def read(self, folder: Path) -> list[Layer]:
        """Return the layers of the pack in `folder`, the deepest first, itself last."""
        self._visit(folder, ())
        return list(self._found.values())

    def _visit(self, folder: Path, above: tuple[str, ...]) -> None:
        layer = self._layer(folder)
        if layer is None:
            return
        own = layer.header.pack
        for index, name in enumerate(layer.header.extends):
            below = folder_of(name, folder.parent)
            if below is None:
                self._say(layer.file, ("extends", index), f"no pack {name!r} is found")
            elif name in (*above, own):
                self._say(layer.file, ("extends", index), f"{name!r} extends this pack: a circle")
            elif name not in self._found:
                self._visit(below, (*above, own))
        self._found.setdefault(own, layer)

    def _layer(self, folder: Path) -> Layer | None:
        files = [file for path in files_of(folder) if (file := self._file(path))]
        head = next((file for file in files if file.name.endswith("/pack.yaml")), None)
        if head is None:
            return None
        if not isinstance(head.content, Mapping):
            self._say(head, (), "expected fields such as pack, title and extends")
            return None
        own = {key: value for key, value in head.content.items() if key not in ("rules", "topics")}
        header = self._value(Header, own, head, ())
        if header is None:
            return None
        layer = Layer(head, header)
        for file in files:
            self._entries(file, layer)
        return layer

    def _file(self, path: Path) -> YamlFile | None:
        try:
            return read_yaml(path, f"{path.parent.name}/{path.name}")
        except PackError as error:
            self.problems.extend(error.problems)
            return None

    def _entries(self, file: YamlFile, layer: Layer) -> None:
        if not isinstance(file.content, Mapping):
            self._say(file, (), "expected rules: or topics:")
            return
        if file is not layer.file:
            for key in file.content:
                if key not in ("rules", "topics"):
                    self._say(file, (key,), "only rules: and topics: stand beside pack.yaml")
        for path, item in self._list(file, "rules"):
            self._keep(layer.rules, self._value(Rule, item, file, path), file, path, layer)
        for path, item in self._list(file, "topics"):
            self._keep(layer.topics, self._value(Topic, item, file, path), file, path, layer)

    def _list(self, file: YamlFile, key: str) -> Iterator[tuple[Path_, Any]]:
        items = file.content.get(key) or []
        if isinstance(items, list):
            yield from (((key, index), item) for index, item in enumerate(items))
        else:
            self._say(file, (key,), "expected a list, each entry beginning with '- id:'")

    def _value(self, model: type[M], value: object, file: YamlFile, path: Path_) -> M | None:
        try:
            return model.model_validate(value)
        except ValidationError as error:
            self.problems.extend(file.problems(error, path))
            return None

    def _keep(self, kept: list[Any], entry: Any, file: YamlFile, path: Path_, to: Layer) -> None:
        if entry is None:
            return
        if entry.id in to.places:
            self._say(file, (*path, "id"), f"{entry.id} is already in this pack; choose another id")
            return
        to.places[entry.id] = (file, path)
        kept.append(entry)

    def _say(self, file: YamlFile, path: Path_, why: str) -> None:
        self.problems.append(file.problem(path, why))

"""A YAML 1.2 file read with the line of every field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing wrong in one file: where, and why, and what to do."""

    file: str
    line: int
    field: str
    why: str

    def __str__(self) -> str:
        """Give `file:line: field: why`, as editors understand it."""
        return f"{self.file}:{self.line}: {self.field}: {self.why}"


class PackError(ValueError):
    """Everything that is wrong in a pack's files, in order.

    Attributes:
        problems: all of them, sorted by file and line.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(frozen=True, slots=True)
class YamlFile:
    """One file: its shown name and its content, plain values that remember their lines."""

    name: str
    content: Any

    def line(self, path: Sequence[str | int]) -> int:
        """Return the 1-based line of the field at `path`, of its nearest parent if absent."""
        node, line = self.content, 1
        for step in path:
            marks = getattr(node, "lc", None)
            if marks is None:
                break
            try:
                line = (marks.item(step) if isinstance(step, int) else marks.key(step))[0] + 1
                node = node[step]
            except (KeyError, IndexError, TypeError):
                break
        return int(line)

    def problem(self, path: Sequence[str | int], why: str) -> Problem:
        """Say what is wrong at `path`."""
        return Problem(self.name, self.line(path), _dotted(path), why)

    def problems(self, error: ValidationError, under: Sequence[str | int] = ()) -> list[Problem]:
        """Translate a validation error of the value at `under` into lines of this file."""
        found = []
        for item in error.errors(include_url=False):
            path = [*under, *item["loc"]]
            found.append(self.problem(path, _advice(item["type"], item["msg"])))
        return found


def _dotted(path: Sequence[str | int]) -> str:
    return ".".join(map(str, path)) or "the file"


def _advice(kind: str, message: str) -> str:
    if kind == "extra_forbidden":
        return "unknown field; remove it or check its spelling (somehelp pack schema lists them)"
    if kind == "missing":
        return "this field is missing; add it"
    return message.removeprefix("Value error, ")


def read_yaml(path: Path, name: str) -> YamlFile:
    """Read a file.

    Raises:
        PackError: the file cannot be read, is not UTF-8 or is not YAML.
    """
    # Imported here: reading YAML is slow to load and a cached pack needs none of it.
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        content = YAML(typ="rt").load(path.read_text("utf-8"))
    except OSError as error:
        raise PackError([Problem(name, 1, "the file", error.strerror or "unreadable")]) from None
    except UnicodeDecodeError as error:
        why = f"not UTF-8 at byte {error.start}; save the file as UTF-8"
        raise PackError([Problem(name, 1, "the file", why)]) from None
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise PackError([Problem(name, line, "the file", f"not YAML: {error.problem}")]) from None
    except RecursionError:
        why = "not YAML that one can follow: nested too deeply, or aliases lead in a circle"
        raise PackError([Problem(name, 1, "the file", why)]) from None
    except (YAMLError, ValueError):
        why = "not YAML: a character or a value that it does not allow"
        raise PackError([Problem(name, 1, "the file", why)]) from None
    return YamlFile(name, content)

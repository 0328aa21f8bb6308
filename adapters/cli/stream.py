"""Streams of JSON lines: a line in, a line out, going on after a bad one."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, TypeVar

from adapters.cli.session import Session
from adapters.contract import to_json
from adapters.json_line import BadLineError, JsonLine

L = TypeVar("L", bound=JsonLine)


@contextmanager
def opened(name: str) -> Iterator[IO[bytes]]:
    """Open a file, or standard input for `-`, which stays open and may be asked for twice.

    Raises:
        OSError: the file cannot be read.
    """
    if name != "-":
        with Path(name).open("rb") as stream:
            yield stream
    else:
        yield sys.stdin.buffer if sys.stdin else io.BytesIO()


def run_stream(
    files: list[str],
    session: Session,
    parse: Callable[[bytes], tuple[L, frozenset[str]]],
    answer: Callable[[L], tuple[dict[str, Any], int]],
) -> int:
    """Answer every line of the files; return the highest status that an answer had."""
    status = 0
    ignored: set[str] = set()
    for name in files or ["-"]:
        for number, line in enumerate(_lines(name, session), 1):
            if line is None:
                status = 2
            elif line.strip():
                said, code = _answered(line, number, session, parse, answer, ignored=ignored)
                print(to_json(said), flush=True)
                status = max(status, code)
    return status


def _lines(name: str, session: Session) -> Iterator[bytes | None]:
    """Read line by line; None where the file cannot be read, or not to its end."""
    try:
        with opened(name) as stream:
            # Not a loop over `stream` around `yield`: an error of our own output is none of its.
            while line := stream.readline():
                yield line
    except OSError as error:
        session.complain("error-unreadable", name, reason=error.strerror or "")
        yield None


def _answered(
    line: bytes,
    number: int,
    session: Session,
    parse: Callable[[bytes], tuple[L, frozenset[str]]],
    answer: Callable[[L], tuple[dict[str, Any], int]],
    *,
    ignored: set[str],
) -> tuple[dict[str, Any], int]:
    try:
        parsed, unknown = parse(line)
        if unknown - ignored and not ignored:
            session.complain("warning-unknown-keys", keys=", ".join(sorted(map(repr, unknown))))
        ignored |= unknown
        return answer(parsed)
    except BadLineError as bad:
        said = session.texts.say(bad.key, **bad.values)
        return {"id": bad.id, "error": {"line": number, "field": bad.field, "message": said}}, 2

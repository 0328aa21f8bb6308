"""The log of absences beside a city's data: JSON lines, appended, never rewritten."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import IO

from pydantic import ValidationError

from bot.absences import AbsenceEvent
from rules.yaml_file import PackError, Problem


def log_of(city_folder: Path) -> Path:
    """Return where a city's absences are logged: `$SOMEHELP_STATE`, else beside its data."""
    chosen = os.environ.get("SOMEHELP_STATE")
    return Path(chosen or city_folder) / "absences.jsonl"


def read(path: Path) -> tuple[AbsenceEvent, ...]:
    """Return the events of a log, none if there is no log yet.

    A last line that was cut off by a crash is left out; any other broken line is an error.

    Raises:
        PackError: the log cannot be read, or a line is no event; the error says which.
    """
    try:
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return ()
    except OSError as error:
        why = error.strerror or "unreadable"
        raise PackError([Problem(path.name, 1, "the file", why)]) from None
    events: list[AbsenceEvent] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            events.append(AbsenceEvent.model_validate_json(line))
        except ValidationError:
            if number == len(lines):
                break
            why = "not an absence event; take this line out"
            raise PackError([Problem(path.name, number, "the line", why)]) from None
    return tuple(events)


def append(path: Path, event: AbsenceEvent) -> None:
    """Write one event so that it survives a crash of the machine.

    Raises:
        OSError: the log cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab+") as log:
        fcntl.flock(log, fcntl.LOCK_EX)
        _end_last_line(log)
        log.write(event.model_dump_json().encode() + b"\n")
        log.flush()
        os.fsync(log.fileno())


def _end_last_line(log: IO[bytes]) -> None:
    """Finish a line that a crash cut off before its end; drop one that was cut off within."""
    log.seek(0)
    last = log.read().rpartition(b"\n")[2]
    if not last:
        return
    try:
        AbsenceEvent.model_validate_json(last)
        log.write(b"\n")
    except ValidationError:  # whoever wrote it was never told that it is recorded
        log.truncate(log.seek(0, os.SEEK_END) - len(last))

"""The log of absences beside a city's data: JSON lines, appended and never rewritten."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from pydantic import ValidationError

from bot.absences import AbsenceEvent


def log_of(city_folder: Path) -> Path:
    """Return where a city's absences are logged: `$SOMEHELP_STATE`, else beside its data."""
    chosen = os.environ.get("SOMEHELP_STATE")
    return Path(chosen or city_folder) / "absences.jsonl"


def read(path: Path) -> tuple[AbsenceEvent, ...]:
    """Return the events of a log, none if there is no log yet.

    A last line that was cut off by a crash is left out; any other broken line is an error.

    Raises:
        ValueError: a line is no event; the error says which.
    """
    try:
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return ()
    events: list[AbsenceEvent] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            events.append(AbsenceEvent.model_validate_json(line))
        except ValidationError:
            if number == len(lines):
                break
            raise ValueError(f"{path.name}:{number}: not an absence event") from None
    return tuple(events)


def append(path: Path, event: AbsenceEvent) -> None:
    """Write one event so that it survives a crash of the machine.

    Raises:
        OSError: the log cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab+") as log:
        fcntl.flock(log, fcntl.LOCK_EX)
        if log.tell() and not _ends_in_newline(path):
            log.write(b"\n")  # after a line that a crash cut off
        log.write(event.model_dump_json().encode() + b"\n")
        log.flush()
        os.fsync(log.fileno())


def _ends_in_newline(path: Path) -> bool:
    with path.open("rb") as log:
        log.seek(-1, os.SEEK_END)
        return log.read(1) == b"\n"

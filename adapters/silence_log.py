"""Where guidelines are silent: a tally of questions that found no answer, without the questions.

One JSON line per question with its week, pack, scope and guessed topic, and nothing else: no text,
no person, no time of day. It is kept only where `$SOMEHELP_STATE` names a folder for it.
"""

from __future__ import annotations

import contextlib
import datetime
import os
from collections import Counter
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import ValidationError

from rules.ask import Answer
from rules.model import Frozen

FEWEST = 5
"""The smallest number that is shown as such: fewer might point to who asked."""


class Silence(Frozen):
    """One question that the guideline does not answer; `week` is an ISO week such as 2026-W07."""

    week: str
    pack: str
    scope: Literal["gap", "out"]
    topic: str


class Cell(NamedTuple):
    """A cell of the tally: how many questions about a topic in a week found no answer."""

    silence: Silence
    questions: int

    @property
    def shown(self) -> str:
        """The count as anybody may see it."""
        return str(self.questions) if self.questions >= FEWEST else f"<{FEWEST}"


def log_path() -> Path | None:
    """Return where the tally is kept, None where no folder was chosen for it."""
    chosen = os.environ.get("SOMEHELP_STATE")
    return Path(chosen) / "silent.jsonl" if chosen else None


def record(answer: Answer, pack: str, day: datetime.date) -> None:
    """Count an answer in which the guideline is silent.

    Whoever asked gets the answer even where the tally cannot be written.
    """
    path = log_path()
    if path is None or answer.scope == "in":
        return
    year, week, _ = day.isocalendar()
    silence = Silence(week=f"{year}-W{week:02}", pack=pack, scope=answer.scope, topic=answer.name)
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as log:
            log.write(silence.model_dump_json().encode() + b"\n")


def tally(path: Path, pack: str | None = None) -> tuple[Cell, ...]:
    """Return the cells of the tally, the newest week first, then the largest count.

    Lines that a crash cut off are left out; `pack` limits the tally to one pack.

    Raises:
        OSError: the tally is there but cannot be read.
    """
    counts: Counter[Silence] = Counter()
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError:
        return ()
    for line in lines:
        with contextlib.suppress(ValidationError):
            silence = Silence.model_validate_json(line)
            if pack is None or silence.pack == pack:
                counts[silence] += 1
    cells = sorted((Cell(*each) for each in counts.items()), key=_by_size)
    return tuple(sorted(cells, key=lambda cell: cell.silence.week, reverse=True))


def _by_size(cell: Cell) -> tuple[int, str, str]:
    """Order by count, but not among the small ones: their order would tell what is hidden."""
    shown = cell.questions if cell.questions >= FEWEST else 0
    return -shown, cell.silence.pack, cell.silence.topic

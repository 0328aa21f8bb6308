"""`somehelp pack silent`: about what people asked where the guideline has no answer."""

from __future__ import annotations

import argparse

from rich.console import Console
from rich.table import Table

from adapters import silence_log
from adapters.cli.session import Session


def run(arguments: argparse.Namespace, session: Session) -> int:
    """Show the tally; return 2 where none is kept or it cannot be read, else 0."""
    path = silence_log.log_path()
    if path is None:
        session.complain("silent-no-state")
        return 2
    try:
        cells = silence_log.tally(path, arguments.pack)
    except OSError as error:
        session.complain("error-unreadable", str(path), reason=error.strerror or "")
        return 2
    if not cells:
        print(session.texts.say("silent-none"))
        return 0
    table = Table(box=None, pad_edge=False)
    for key in ("silent-week", "silent-pack", "silent-topic", "silent-scope", "silent-count"):
        table.add_column(session.texts.say(key))
    for cell in cells:
        silence = cell.silence
        scope = session.texts.say(f"silent-{silence.scope}")
        table.add_row(silence.week, silence.pack, silence.topic, scope, cell.shown)
    Console(highlight=False, markup=False, emoji=False).print(table)
    return 0

"""`somehelp backup FILE`: the whole database in one file, while the server runs."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from adapters.backup import BackupError, contents, take
from adapters.cli.place import database_url
from adapters.cli.session import Session
from adapters.store import BadDatabaseUrlError

_BAD = 2
_MB = 1_000_000


def run(arguments: argparse.Namespace) -> int:
    """Take a backup; return 2 for bad settings or a file that is there, 1 if it failed, else 0."""
    session = Session.of(arguments)
    url = database_url(session)
    if url is None:
        return _BAD
    if arguments.file == "-":
        with tempfile.TemporaryDirectory() as folder:
            status = _take(url, Path(folder) / "backup", "-", session)
            if status == 0:
                with (Path(folder) / "backup").open("rb") as file:
                    shutil.copyfileobj(file, sys.stdout.buffer)
            return status
    target = Path(arguments.file)
    if target.exists() and not arguments.replace:
        session.complain("backup-file-there", file=str(target))
        return _BAD
    return _take(url, target, str(target), session)


def _take(url: str, target: Path, name: str, session: Session) -> int:
    console = Console(stderr=True, highlight=False)
    try:
        with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
            task = bar.add_task(session.texts.say("backup-taking"), total=1)
            size = take(url, target, lambda done: bar.update(task, completed=done))
        there = contents(url)
    except BackupError as error:
        session.complain(error.key, **error.values)
        return 1
    except BadDatabaseUrlError:
        session.complain("backup-bad-url")
        return _BAD
    except OSError as error:
        session.complain("error-unwritable", name, reason=error.strerror or "")
        return _BAD
    said = session.texts.say(
        "backup-taken",
        file=name,
        size=max(0.1, round(size / _MB, 1)),
        crises=there.crises,
        events=there.events,
    )
    console.print(f"✔ {said}", soft_wrap=True)
    return 0

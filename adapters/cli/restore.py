"""`somehelp restore FILE`: the database as it was when a backup was taken."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from adapters.backup import BackupError, contents, put_back
from adapters.cli.place import database_url
from adapters.cli.session import Session
from adapters.store import BadDatabaseUrlError, NewerDatabaseError
from bot.ports import StoreDownError

_BAD = 2


def run(arguments: argparse.Namespace) -> int:
    """Put a backup back; return 2 for bad settings or input, 1 if it failed, else 0."""
    session = Session.of(arguments)
    url = database_url(session)
    if url is None:
        return _BAD
    try:
        if arguments.file != "-":
            return _put_back(url, Path(arguments.file), session, replace=arguments.replace)
        with tempfile.NamedTemporaryFile() as file:  # readable for its owner alone
            shutil.copyfileobj(sys.stdin.buffer, file)
            file.flush()
            return _put_back(url, Path(file.name), session, replace=arguments.replace)
    except OSError as error:
        session.complain("error-unreadable", arguments.file, reason=error.strerror or "")
        return _BAD


def _put_back(url: str, source: Path, session: Session, *, replace: bool) -> int:
    console = Console(stderr=True, highlight=False)
    try:
        with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
            task = bar.add_task(session.texts.say("backup-restoring"), total=1)
            put_back(url, source, lambda done: bar.update(task, completed=done), replace=replace)
        there = contents(url)
    except BackupError as error:
        session.complain(error.key, **error.values)
        return 1
    except BadDatabaseUrlError:
        session.complain("backup-bad-url")
        return _BAD
    except (StoreDownError, NewerDatabaseError) as error:
        session.complain("backup-no-database", error=type(error).__name__)
        return 1
    said = session.texts.say("backup-restored", crises=there.crises, events=there.events)
    console.print(f"✔ {said}", soft_wrap=True)
    return 0

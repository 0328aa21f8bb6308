"""The database that a command works on: that of the settings, as for the server."""

from __future__ import annotations

import sys

from adapters.cli.session import Session
from adapters.serve.reading import RefusedError, read_settings


def database_url(session: Session) -> str | None:
    """Return the database's URL; where the settings are wrong, say what and return None."""
    try:
        return read_settings().database_url
    except RefusedError as error:
        session.complain("backup-settings")
        for refusal in error.refused:
            print(f"  ✖ {session.texts.say(refusal.key, **refusal.values)}", file=sys.stderr)
        return None

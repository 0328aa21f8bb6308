"""The command line: `somehelp`, one file per command."""

from adapters.cli.main import main

__all__ = ["main"]

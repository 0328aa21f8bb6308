"""The command line: `somehelp`, one file per command."""

import gc

# What is loaded now stays until the end: looking through it for garbage only delays the start.
gc.disable()

from adapters.cli.main import main  # noqa: E402

gc.freeze()
gc.enable()

__all__ = ["main"]

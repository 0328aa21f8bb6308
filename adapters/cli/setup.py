"""`somehelp setup`: build once what every later run only reads."""

from __future__ import annotations

import argparse
from importlib import import_module

from rich.console import Console

from rules import load
from rules.ask import Guide
from rules.text import cache


def run(arguments: argparse.Namespace) -> int:  # noqa: ARG001
    """Build the dictionaries, read every built-in pack into the cache, and list fonts for plots."""
    console = Console(stderr=True, highlight=False)
    with console.status("dictionaries") as status:
        cache.build(lambda step: status.update(f"dictionaries: {step}"))
        for name in load.names():
            status.update(f"packs: {name}")
            _ = Guide(load.load(name)).guesser
        status.update("plots: fonts")
        import_module("adapters.plotting")
    console.print(f"✔ built in {cache.location()}")
    return 0

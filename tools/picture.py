"""Draws the README's picture: the first example draft, checked in a terminal.

.venv/bin/python tools/picture.py
"""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from adapters.cli import render
from bot.texts import Texts
from rules.check import Checker
from rules.cities import example_city
from rules.load import load
from rules.model import Draft

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Write docs/check.svg."""
    pack = load("suomussalmi")
    text = (ROOT / "examples" / "kirjasto.txt").read_text("utf-8")
    draft = Draft(text, unit="kirjastopalvelut", language="fi")
    report = Checker(pack, example_city(pack.id)).check(draft)
    console = Console(record=True, width=96, file=(ROOT / "docs" / "check.txt").open("w"))
    render.draw(console, report, draft, pack, Texts("fi"))
    console.file.close()
    (ROOT / "docs" / "check.txt").unlink()
    console.save_svg(str(ROOT / "docs" / "check.svg"), title="somehelp check kirjasto.txt")


if __name__ == "__main__":
    main()

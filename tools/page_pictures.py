"""Draws the pictures of the web page in docs/pictures from the page itself.

.venv/bin/python -m tools.page_pictures
"""

from __future__ import annotations

import asyncio
import datetime
import itertools
import random
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from adapters.store import open_store
from benchmarks.web import served
from bot.ports import Count
from rules.load import load

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
_UNITS = {"vapaa-aika": 9, "sivistys": 7, "keskushallinto": 5, "etsiva": 1, "tekniset": 2}
MOST = 200_000
"""Bytes of a picture."""


def main() -> int:
    """Start the page, go through it as a newcomer would, and keep what is seen."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        sys.stderr.write("Chromium is missing; ./setup --dev installs it\n")
        return 2
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as state:
        asyncio.run(_half_a_year(Path(state)))
        with served(Path(state)) as (url, _), sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
            for take in (_check, _ask, _insights):
                take(browser, url)
            browser.close()
    heavy = [each.name for each in FOLDER.glob("*.png") if each.stat().st_size > MOST]
    if heavy:
        sys.stderr.write(f"heavier than {MOST} bytes: {', '.join(heavy)}\n")
    return 1 if heavy else 0


def _check(browser: Browser, url: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 860})
    page.goto(f"{url}/fi/check")
    page.click("#example")
    page.wait_for_selector(".mirror mark")
    page.select_option("#channel", "x")
    page.wait_for_selector("#length:not([hidden])")
    _keep(page, "web-check.png")


def _ask(browser: Browser, url: str) -> None:
    page = browser.new_page(viewport={"width": 412, "height": 892}, color_scheme="dark")
    page.goto(f"{url}/sv/ask")
    page.click("button[name=example]")
    page.wait_for_selector("article.card")
    _keep(page, "web-ask-phone.png")


def _insights(browser: Browser, url: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 1120})
    page.goto(f"{url}/en/insights")
    _keep(page, "web-insights.png")


async def _half_a_year(folder: Path) -> None:
    """Count half a year of checks that nobody made, the same ones every time."""
    chance = random.Random(7)  # noqa: S311 - made-up figures
    store = await open_store(f"sqlite+aiosqlite:///{folder / 'somehelp.sqlite'}")
    monday = datetime.date.today()  # noqa: DTZ011 - the server's own day
    monday -= datetime.timedelta(days=monday.weekday())
    rules = [rule.id for rule in load("paimio").rules if rule.on]
    for week, (unit, most) in itertools.product(range(26), _UNITS.items()):
        day = monday - datetime.timedelta(weeks=week)
        for _ in range(chance.randint(0, most)):
            found = [chance.choice(rules[:: len(rules) // 9]) for _ in range(chance.randint(0, 4))]
            counts = [
                Count(day, "check", unit=unit),
                *(Count(day, "finding", r, unit) for r in found),
            ]
            await store.tally(counts, writer=f"{unit}-{chance.randint(1, most)}")
    await store.close()


def _keep(page: Page, name: str) -> None:
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(800)
    page.screenshot(path=FOLDER / name)
    page.close()


if __name__ == "__main__":
    sys.exit(main())

"""The board in a real browser while people answer in Slack: on a wide screen and on a phone."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.adapters.slack.emulator import CAROL
from tests.adapters.slack.stage import Person
from tests.adapters.teams.browser import chromium
from tests.conftest import REPOSITORY
from tests.e2e.steps import FIRE, opened
from tests.e2e.teams import Colleague
from tests.e2e.town import Town

PICTURE = REPOSITORY / "docs" / "pictures" / "board.png"
"""Drawn anew with SOMEHELP_PICTURES=write."""

_SOON = 15_000


@pytest.fixture
async def board(town: Town) -> AsyncIterator[Page]:
    """Aino's browser, with the board of whatever is open."""
    async with chromium() as browser:
        context = await browser.new_context(
            base_url=town.bot.url,
            viewport={"width": 1200, "height": 900},
            timezone_id="Europe/Helsinki",
        )
        page = await context.new_page()
        await page.goto("/fi/check")
        await page.select_option("#be", "aino")
        await page.click("aside.local button")
        await page.goto("/fi/crisis")
        yield page


async def test_an_answer_in_slack_is_on_the_board_without_a_reload(
    board: Page, town: Town, aino: Person, bo: Person, dora: Colleague
) -> None:
    """The open page shows a crisis that begins, then each answer, wide and on a phone."""
    shown = board.locator("#board")
    await board.evaluate("window.same = true")
    await opened(aino, f"{FIRE}, oppilaat ovat pihalla")
    await expect(shown).to_contain_text(FIRE, timeout=_SOON)

    bo.press(bo.seen(lambda m: "crisis.ack" in str(m["blocks"])), "crisis.ack")
    row = shown.get_by_role("row").filter(has_text="Bo Bildning")
    await expect(row.get_by_role("link")).to_have_count(0, timeout=_SOON)
    carol = town.person(CAROL)
    carol.press(carol.seen(lambda m: "crisis.ack" in str(m["blocks"])), "crisis.ack")
    await expect(shown.locator(".note.good")).to_contain_text("Carol Kansleri", timeout=_SOON)
    waiting = shown.get_by_role("row").filter(has_text="Dora Putkinen")
    await expect(waiting.get_by_role("link")).to_have_attribute("href", "tel:0400003004")
    await looked_at(board, town.folder)

    dora.presses(dora.seen(lambda m: m.button("crisis.ack")), "crisis.ack")
    await expect(waiting.get_by_role("link")).to_have_count(0, timeout=_SOON)
    assert await board.evaluate("window.same")  # never loaded anew


async def test_who_is_reached_by_phone_is_recorded_on_the_board(board: Page, aino: Person) -> None:
    """Whom no message reaches stands there with a number to call; the call is one choice."""
    await opened(aino, policy="vesi")
    row = board.locator("#board").get_by_role("row").filter(has_text="Hilma Hiljainen")
    await expect(row.get_by_role("link")).to_have_attribute("href", "tel:0400003007", timeout=_SOON)
    await expect(row.locator("td.error")).to_have_count(1, timeout=_SOON)

    choice = board.locator("form.at-once")
    await choice.locator("select").select_option(label="Hilma Hiljainen (vesilaitoksen päivystäjä)")
    await choice.get_by_role("button").click()

    await expect(row).to_contain_text("Aino Avaaja", timeout=_SOON)
    await expect(row.get_by_role("link")).to_have_count(0)


async def looked_at(board: Page, folder: Path) -> None:
    """Take pictures for whoever wants to look; nothing is cut off, wide or narrow."""
    to = PICTURE if os.environ.get("SOMEHELP_PICTURES") == "write" else folder / "wide.png"
    await board.screenshot(path=to, full_page=True)
    assert to.stat().st_size <= 200_000
    await board.set_viewport_size({"width": 360, "height": 740})
    await board.screenshot(path=folder / "narrow.png", full_page=True)
    assert await board.evaluate("document.documentElement.scrollWidth") <= 360
    await board.set_viewport_size({"width": 1200, "height": 900})

"""Every page, in every language, for everybody: by keyboard, by ear, on a phone, in the dark."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from bot.ports import Count
from rules.model import LANGUAGES, Language
from tests.adapters.web.guest import Guest
from tests.adapters.web.stage import PLANNER, Stage, monday

PAGES = ["check", "ask", "crisis", "insights", "signed-out", "override?rule=channel/length"]

BOOK = "rules?q=kuva"
"""A part of the rule book: the whole repeats the same few patterns, and takes long to look at."""

_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}


class Planner(NamedTuple):
    """Where somebody is signed in, and by which cookies."""

    url: str
    cookies: Any


def violations(page: Page, axe: str) -> list[Any]:
    """Return what the checker finds on a page, in short."""
    page.evaluate(axe)
    found = page.evaluate(f"axe.run(document, {json.dumps(_RULES)}).then((r) => r.violations)")
    return [(each["id"], [n["target"] for n in each["nodes"]][:3]) for each in found]


def become(page: Page, person: str) -> None:
    """Be somebody of the city's data."""
    page.goto("/en/check")
    page.select_option("#be", person)
    page.click("aside.local button")


@pytest.fixture(scope="module")
def seeded(local: Stage) -> Stage:
    """The page after half a year of checks."""
    counts = [
        count
        for week in range(26)
        for unit, times in (("vapaa-aika", 7), ("sivistys", 6), ("tekniset", 1))
        for count in (
            Count(monday(week), "check", unit=unit, times=times),
            Count(monday(week), "finding", "channel/length", unit, times),
            Count(monday(week), "override", "channel/length", unit, 1),
            Count(monday(week), "silence", "giveaway", unit, 1),
            Count(monday(week), "account", "paimion-kaupunki-fb", unit, times),
        )
    ]
    for writer in range(4):
        local.run(local.store.tally(counts, writer=f"web:{writer}"))
    return local


@pytest.fixture(scope="module")
def planner(browser: Browser, seeded: Stage) -> Planner:
    """Somebody who may do everything, and has something to see."""
    guest = Guest(browser, seeded.url)
    become(guest.page, PLANNER)
    state = guest.page.context.storage_state()
    guest.leave()
    return Planner(seeded.url, state)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [*PAGES, BOOK])
def test_every_page_is_for_everybody(
    name: str, language: Language, browser: Browser, planner: Planner, axe: str
) -> None:
    """Each page in each language has no barrier that axe knows, in the light and in the dark."""
    # Colours do not depend on the language.
    for scheme in ("light", "dark") if language == "fi" else ("light",):
        guest = Guest(browser, planner.url, color_scheme=scheme, storage_state=planner.cookies)
        guest.page.goto(f"/{language}/{name}")

        assert violations(guest.page, axe) == []
        assert guest.page.get_attribute("html", "lang") == language
        guest.leave()


@pytest.mark.parametrize("name", [*PAGES, "rules"])
def test_a_phone_shows_every_page_without_scrolling_sideways(
    name: str, browser: Browser, planner: Planner
) -> None:
    """At 360 pixels, and so at a zoom of 200 % of a small window, nothing is cut off."""
    phone = {"width": 360, "height": 740}
    guest = Guest(browser, planner.url, viewport=phone, storage_state=planner.cookies)
    guest.page.goto(f"/fi/{name}")
    if name == "check":
        guest.page.click("#example")
        guest.page.wait_for_selector(".mirror mark")

    assert guest.page.evaluate("document.documentElement.scrollWidth") <= 360
    guest.leave()


def test_a_marked_draft_is_for_everybody(guest: Guest, page: Page, axe: str) -> None:
    """Marks, advice and the corrected text are no barrier, either."""
    page.goto("/fi/check")
    page.click("#example")
    page.wait_for_selector(".mirror mark")
    page.wait_for_selector("#fixed")

    assert violations(page, axe) == []


def test_an_answer_is_for_everybody(guest: Guest, page: Page, axe: str) -> None:
    """Nor is an answer."""
    page.goto("/sv/ask")
    page.click("button[name=example]")
    page.wait_for_selector("article.card")

    assert violations(page, axe) == []


def test_the_first_link_leads_past_the_menu(page: Page) -> None:
    """Somebody who cannot use a mouse does not have to go through the menu every time."""
    page.goto("/en/rules")
    page.keyboard.press("Tab")

    assert page.locator(":focus").inner_text() == "Skip to content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_page_speaks_the_language_of_the_browser(browser: Browser, local: Stage) -> None:
    """An address without a language shows the first of ours that the browser asks for."""
    guest = Guest(browser, local.url, locale="sv-FI")
    guest.page.goto("/")

    assert guest.page.inner_text("h1") == "Granska ett utkast"
    guest.leave()


def test_the_page_is_light(browser: Browser, local: Stage) -> None:
    """The page weighs less than 150 kB, and is ready for use with what its address gives."""
    guest = Guest(browser, local.url)
    weights: list[int] = []
    guest.page.on("response", lambda response: weights.append(len(response.body())))
    guest.page.goto("/fi/check", wait_until="networkidle")

    assert sum(weights) < 150_000
    guest.leave()

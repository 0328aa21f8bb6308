"""The crisis board in the browser: it lives, it can be acted on, and it takes nothing away."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.adapters.web.guest import Guest
from tests.adapters.web.stage import PLANNER, Stage
from tests.adapters.web.test_door import token_of
from tests.adapters.web.test_pages import become, violations

FIRE = "Varastorakennuksessa palaa"


def opened(page: Page) -> None:
    """Report a crisis and open it, as whoever may."""
    become(page, PLANNER)
    page.goto("/en/crisis")
    page.locator("article.card form button").first.click()
    page.locator("article.card textarea").fill(FIRE)
    page.locator("article.card .actions button").click()
    expect(page.locator("article.card")).to_contain_text("112")
    page.locator("article.card .actions button").click()
    expect(page.locator("article.card h2")).to_contain_text(FIRE)


def become_by_form(client: httpx.Client, person: str) -> None:
    """Be somebody of the city's data, without a browser."""
    token = token_of(client.get("/en/check").text)
    client.post("/en/be", data={"token": token, "person": person})


@pytest.fixture
def alarmed(browser: Browser, stage: Stage) -> Guest:
    """Somebody who has opened a crisis and looks at its board."""
    guest = Guest(browser, stage.url)
    opened(guest.page)
    return guest


def test_a_crisis_is_reported_opened_and_followed(alarmed: Guest, axe: str) -> None:
    """From a report to the live board; the address is the board's, so a reload does nothing."""
    page = alarmed.page

    assert "crisis?crisis=" in page.url
    expect(page.locator("#live-text")).to_contain_text("Updated at")
    assert violations(page, axe) == []
    alarmed.leave()


def test_the_board_shows_what_others_do(alarmed: Guest, browser: Browser, stage: Stage) -> None:
    """A note that somebody else writes is on everybody's board without a reload."""
    other = Guest(browser, stage.url)
    become(other.page, PLANNER)
    other.page.goto("/en/crisis")
    other.page.get_by_role("button", name="note").first.click()
    other.page.locator("article.card textarea, article.card input[type=text]").first.fill(
        "Kaikki ulkona"
    )
    other.page.locator("article.card .actions button").click()

    expect(alarmed.page.locator("#board")).to_contain_text("Kaikki ulkona", timeout=10_000)
    other.leave()
    alarmed.leave()


def test_an_update_does_not_interrupt(alarmed: Guest, browser: Browser, stage: Stage) -> None:
    """While one is about to confirm something the board waits, and says that there is news."""
    page = alarmed.page
    page.locator("details.confirm summary").first.click()
    other = Guest(browser, stage.url)
    become(other.page, PLANNER)
    other.page.goto("/en/crisis")
    other.page.get_by_role("button", name="note").first.click()
    other.page.locator("article.card textarea, article.card input[type=text]").first.fill("Uutta")
    other.page.locator("article.card .actions button").click()
    expect(page.locator("#changed")).to_be_visible(timeout=10_000)
    expect(page.locator("details.confirm[open]")).to_have_count(1)

    page.click("#changed")
    expect(page.locator("#board")).to_contain_text("Uutta")
    other.leave()
    alarmed.leave()


def test_a_lost_connection_is_said(alarmed: Guest, stage: Stage) -> None:
    """A board that may be old says so, with the time it is from; back again, it goes on."""
    alarmed.expected = ("ERR_", "Failed to load")
    expect(alarmed.page.locator("#live")).to_have_class("live scripted")
    stage.run(_break_off(stage))
    expect(alarmed.page.locator("#live")).to_have_class("live scripted lost", timeout=10_000)
    expect(alarmed.page.locator("#live")).to_have_class("live scripted", timeout=20_000)
    alarmed.leave()


async def _break_off(stage: Stage) -> None:
    for board in stage.part.site.boards:
        board.stop_streaming()


def test_a_stranger_sees_only_what_all_may_know(alarmed: Guest, stage: Stage) -> None:
    """Whoever has no part in a crisis sees that there is one, and no names and phones."""
    with httpx.Client(base_url=stage.url) as client:
        become_by_form(client, "hallituksen-pj")
        text = client.get("/en/crisis").text

    main = text.partition("<main")[2]
    assert "Next step" not in main
    assert "Timeline" not in main
    assert "report.md" not in main
    alarmed.leave()


def test_boards_end_with_the_server(alarmed: Guest, stage: Stage) -> None:
    """An open board does not hold up a server that is asked to stop."""
    alarmed.expected = ("ERR_", "Failed to load")
    expect(alarmed.page.locator("#live")).to_have_class("live scripted")
    assert stage.part.site.boards
    stage.run(stage.part.stop())
    expect(alarmed.page.locator("#live")).to_have_class("live scripted lost", timeout=10_000)
    alarmed.page.goto("about:blank")

    assert not stage.part.site.boards
    alarmed.leave()


def test_every_page_says_that_a_crisis_is_open(alarmed: Guest) -> None:
    """Whoever checks a draft meanwhile sees it, with the way to the board."""
    alarmed.page.goto("/en/check")
    banner = alarmed.page.locator("main .note.error a")
    expect(banner).to_have_attribute("href", "/en/crisis")
    alarmed.leave()


def test_the_report_is_for_those_who_follow(alarmed: Guest, stage: Stage) -> None:
    """The record can be taken along as Markdown, by those who have a part in it."""
    with alarmed.page.expect_download() as downloading:
        alarmed.page.get_by_role("link", name="Download the report").click()
    report = downloading.value.path().read_text("utf-8")
    with httpx.Client(base_url=stage.url) as client:
        become_by_form(client, "hallituksen-pj")
        address = alarmed.page.url.replace("crisis?", "crisis/report.md?")
        refused = client.get(address)

    assert FIRE in report
    assert refused.status_code == 404
    alarmed.leave()


def test_a_crisis_can_be_reported_from_an_answer(guest: Guest, page: Page) -> None:
    """The button beside an answer about crises leads to the form, and takes no draft along."""
    page.goto("/en/ask")
    page.locator("#question").fill("What do I do in a crisis?")
    page.click("main .primary")
    page.locator("article.card button.danger").first.click()

    expect(page.locator("article.card textarea")).to_have_value("")
    assert page.url.endswith("/en/crisis/act")

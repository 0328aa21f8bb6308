"""Asking in the browser: the answers of the chat, by keyboard, and a reason for an override."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.adapters.web.guest import Guest
from tests.adapters.web.stage import Stage


def test_a_question_is_answered_by_keyboard_alone(page: Page) -> None:
    """From the address to the names and numbers without a mouse."""
    page.goto("/en/ask")
    while page.evaluate("document.activeElement.id") != "question":
        page.keyboard.press("Tab")
    page.keyboard.type("Who may answer a reporter?")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator("article.card")).to_contain_text("person responsible for the matter")
    expect(page.locator("article.card")).to_contain_text("040 000 2001")
    expect(page.locator("#question")).to_have_value("Who may answer a reporter?")


def test_the_answer_speaks_the_language_of_the_page(page: Page) -> None:
    """The Swedish page answers in Swedish, whatever is remembered from elsewhere."""
    page.goto("/sv/ask")
    page.locator("#question").fill("Vem får svara en reporter?")
    page.click("main .primary")

    expect(page.locator("article.card")).to_have_attribute("lang", "sv")


def test_buttons_of_an_answer_work(page: Page) -> None:
    """What can be pressed in chat can be pressed here."""
    page.goto("/fi/ask")
    page.locator("#question").fill("Kuka saa vastata toimittajalle?")
    page.click("main .primary")
    page.locator("article.card .buttons button").first.click()

    expect(page.locator("article.card")).to_be_visible()
    expect(page.locator("h1")).to_have_text("Kysy ohjeesta")


def test_who_asks_about_a_fire_can_report_it(page: Page) -> None:
    """The button beside an answer about crises leads to the form of a report, not to an error."""
    page.goto("/fi/ask")
    page.locator("#question").fill("Koululla palaa, kenelle ilmoitan?")
    page.click("main .primary")
    page.locator("article.card button", has_text="Ilmoita kriisistä").click()

    expect(page.locator("article.card h2")).to_have_text("Ilmoita kriisistä")
    expect(page.locator("article.card textarea[name=text]")).to_have_value("")


def test_asking_works_without_scripts(browser: Browser, local: Stage) -> None:
    """A question needs no JavaScript."""
    guest = Guest(browser, local.url, java_script_enabled=False)
    guest.page.goto("/fi/ask")
    guest.page.click("button[name=example]")

    expect(guest.page.locator("article.card")).to_be_visible()
    guest.page.context.close()


def test_a_reason_for_an_override_can_be_given(page: Page) -> None:
    """From a finding to a reason that is kept; one with personal data in it comes back."""
    page.goto("/fi/check")
    page.locator("#text").fill("Ilmoittautumiset suoritetaan kirjastossa.")
    page.wait_for_selector(".mirror mark")
    page.locator("#advice summary").first.click()
    with page.context.expect_page() as opened:
        page.locator("#advice a", has_text="Tämä on kunnossa").first.click()
    form = opened.value
    form.locator("textarea[name='a.reason']").fill("Liisa Virtanen, 131052-308T, pyysi")
    form.locator("article.card .primary").click()
    expect(form.locator(".wrong")).to_be_visible()
    expect(form.locator("textarea[name='a.reason']")).to_have_value(
        "Liisa Virtanen, 131052-308T, pyysi"
    )
    form.locator("textarea[name='a.reason']").fill("Vakiintunut sana")
    form.locator("article.card .primary").click()

    expect(form.locator(".wrong")).to_have_count(0)
    expect(page.locator("#text")).to_have_value("Ilmoittautumiset suoritetaan kirjastossa.")


def test_html_in_a_question_is_only_text(page: Page) -> None:
    """Nothing that is asked becomes part of the page."""
    evil = "<img src=x onerror=alert(1)> kuka päättää?"
    page.goto("/fi/ask")
    page.locator("#question").fill(evil)
    page.click("main .primary")

    expect(page.locator("#question")).to_have_value(evil)
    assert page.locator("main img").count() == 0

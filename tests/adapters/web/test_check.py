"""Checking a draft in the browser: while one types, by keyboard, and when things go wrong."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.adapters.web.guest import Guest
from tests.adapters.web.stage import Stage, monday

DRAFT = "Ilmoittautumiset suoritetaan Liisa Virtaselle, p. 040 123 4567."


def write(page: Page, text: str, path: str = "/fi/check") -> None:
    """Type a draft and wait for its marks."""
    page.goto(path)
    page.locator("#text").fill(text)
    page.wait_for_selector(".mirror mark")


def marks(page: Page) -> list[tuple[str, str]]:
    """Return what is marked, and how gravely."""
    found = page.locator(".mirror mark").all()
    return [(mark.text_content() or "", mark.get_attribute("class") or "") for mark in found]


def counted(stage: Stage) -> int:
    """Return how many checks were counted this week."""
    counts = stage.run(stage.store.tallies(monday()))
    return sum(count.times for count in counts if count.kind == "check")


def test_findings_are_marked_as_one_types(page: Page) -> None:
    """Each place is underlined where it stands, and the list says why and whom to ask."""
    page.goto("/fi/check")
    page.locator("#text").press_sequentially(DRAFT)

    expect(page.locator("#summary")).to_have_text("4 kohtaa katsottavaksi.")
    assert ("Liisa Virtaselle", "warning") in marks(page)
    advice = page.locator("#advice li", has_text="Liisa Virtaselle").first
    advice.locator("summary").click()
    expect(advice).to_contain_text("tietosuoja-asetus")
    expect(advice).to_contain_text("Tapio Mallila, 040 000 2003")


def test_marks_lie_exactly_under_the_words(page: Page) -> None:
    """The marked words stand where the written ones do, also in long lines and after emoji."""
    write(page, f"🏊‍♀️ Uimahalli auki!\n\n{'Hyvä kesä. ' * 40}\n{DRAFT}")
    box, mirror = page.locator("#text"), page.locator("#mirror")

    assert box.evaluate("(b) => [b.offsetWidth, b.offsetHeight, b.scrollHeight]") == (
        mirror.evaluate("(m) => [m.offsetWidth, m.offsetHeight, m.offsetHeight]")
    )
    assert "Liisa Virtaselle" in [words for words, _ in marks(page)]


def test_marks_move_with_the_text_before_the_server_answers(guest: Guest, page: Page) -> None:
    """A letter written in front moves every mark at once, though nobody answers."""
    write(page, DRAFT)
    guest.expected = ("ERR_INTERNET_DISCONNECTED",)
    guest.offline(lost=True)
    page.locator("#text").evaluate("(box) => box.setSelectionRange(0, 0)")
    page.keyboard.type("Hei! ")

    assert "Liisa Virtaselle" in [words for words, _ in marks(page)]


def test_a_draft_is_checked_by_keyboard_alone(page: Page) -> None:
    """From the address to the corrected text without a mouse."""
    page.goto("/fi/check")
    page.locator("#text").focus()
    page.keyboard.type(DRAFT)
    page.wait_for_selector("button.use")
    while page.evaluate("document.activeElement.className") != "use":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator("#text")).to_have_value(
        DRAFT.replace("Liisa Virtaselle", "[nimi poistettu]")
    )
    assert page.evaluate("document.activeElement.id") == "text"
    page.keyboard.press("Control+z")
    expect(page.locator("#text")).to_have_value(DRAFT)


def test_advice_leads_to_its_place(page: Page) -> None:
    """Pressing the words of an advice selects them in the draft, one place after the other."""
    write(page, "Liisa Virtanen tuli. Sitten lähti Liisa Virtanen.")
    words = page.locator("#advice button.go", has_text="Liisa Virtanen").first
    selected = (
        "(box) => [box.selectionStart, box.value.slice(box.selectionStart, box.selectionEnd)]"
    )
    words.click()
    first = page.locator("#text").evaluate(selected)
    words.click()

    assert first == [0, "Liisa Virtanen"]
    assert page.locator("#text").evaluate(selected) == [34, "Liisa Virtanen"]


def test_the_corrected_text_can_be_taken_and_copied(browser: Browser, local: Stage) -> None:
    """The corrected text stands beside the draft, to copy or to go on with."""
    guest = Guest(browser, local.url, permissions=["clipboard-read", "clipboard-write"])
    page = guest.page
    write(page, "Uimahalli on kiinni huoltotöiden johdosta.")
    expect(page.locator("#fixed ins").first).to_be_visible()
    fixed = page.inner_text("#fixed")
    page.click("[data-copy]")
    expect(page.locator("[data-copy]")).to_have_text("Kopioitu")

    assert page.evaluate("navigator.clipboard.readText()") == fixed
    page.click("[data-take]")
    expect(page.locator("#text")).to_have_value(fixed)
    guest.leave()


def test_the_length_is_counted_as_the_channel_does(page: Page) -> None:
    """Choosing X shows how much of its length is used; what is too long says so."""
    page.goto("/fi/check")
    page.select_option("#channel", "x")
    page.locator("#text").fill(
        "Kesä on täällä. https://www.paimio.fi/hyvin/pitka/osoite/joka/jatkuu/viela"
    )
    expect(page.locator("#used")).to_have_text("39 / 280")

    page.locator("#text").fill("Kesä on täällä. " * 30)
    expect(page.locator("#length")).to_have_class("length over")


def test_html_in_a_draft_is_only_text(page: Page) -> None:
    """A draft with markup and script is shown as it was written, and nothing of it runs."""
    evil = (
        "<img src=x onerror=alert(1)><script>alert(2)</script> Liisa Virtanen {{7*7}} </textarea>"
    )
    write(page, evil)

    expect(page.locator("#text")).to_have_value(evil)
    assert page.locator("#mirror").text_content() == evil + "\u200b"
    assert page.locator("main img, main script").count() == 0


def test_a_paste_of_a_megabyte_is_refused_kindly(page: Page) -> None:
    """What is too long is said to be; the text stays, and the page stays quick to answer."""
    page.goto("/fi/check")
    page.locator("#text").evaluate(
        "(box) => { box.value = 'kesä '.repeat(200000); box.dispatchEvent(new Event('input')); }"
    )

    expect(page.locator("#state")).to_contain_text("liian pitkä")
    assert len(page.input_value("#text")) == 1_000_000
    page.locator("#text").fill(DRAFT)
    page.wait_for_selector(".mirror mark")


def test_a_lost_connection_loses_no_text(guest: Guest, page: Page) -> None:
    """Without a connection the page says so and keeps the text; back again, it checks it."""
    guest.expected = ("ERR_INTERNET_DISCONNECTED",)
    page.goto("/fi/check")
    guest.offline(lost=True)
    page.locator("#text").fill(DRAFT)
    expect(page.locator("#state")).to_contain_text("tallessa")

    guest.offline(lost=False)
    page.wait_for_selector(".mirror mark")
    expect(page.locator("#text")).to_have_value(DRAFT)
    expect(page.locator("#state")).to_have_text("")


def test_two_tabs_do_not_disturb_each_other(guest: Guest, page: Page) -> None:
    """Two drafts in two tabs are checked each by itself, and both can be sent as forms."""
    other = guest.another()
    write(page, DRAFT)
    write(other, "Eetu, 9 v, sairastui hallilla.", "/sv/check")

    assert "Liisa Virtaselle" in [words for words, _ in marks(page)]
    assert "Eetu" in [words for words, _ in marks(other)]
    page.click(".languages button[lang=en]")
    expect(page.locator("#text")).to_have_value(DRAFT)


def test_another_language_takes_the_draft_along(page: Page) -> None:
    """Choosing a language keeps what was written and chosen."""
    write(page, DRAFT)
    page.select_option("#account", "paimion-kaupunki-fb")
    page.click(".languages button[lang=sv]")

    expect(page.locator("h1")).to_have_text("Granska ett utkast")
    expect(page.locator("#text")).to_have_value(DRAFT)
    expect(page.locator("#account")).to_have_value("paimion-kaupunki-fb")


def test_the_form_works_without_scripts(browser: Browser, local: Stage) -> None:
    """Without JavaScript the draft is sent, and comes back marked, advised and corrected."""
    guest = Guest(browser, local.url, java_script_enabled=False)
    page = guest.page
    page.goto("/fi/check")
    page.locator("#text").fill(f"\n  {DRAFT}\n<b>")
    page.click("#send")

    assert page.input_value("#text") == f"\n  {DRAFT}\n<b>"
    assert page.locator(".marked mark").count() > 0
    expect(page.locator("#summary")).to_contain_text("kohtaa")
    expect(page.locator("#fixed")).to_contain_text("[nimi poistettu]")
    guest.page.context.close()


@pytest.mark.parametrize("text", ["", "   \n"])
def test_nothing_to_check_is_said(browser: Browser, local: Stage, text: str) -> None:
    """An empty form is answered with what to do."""
    guest = Guest(browser, local.url, java_script_enabled=False)
    guest.page.goto("/sv/check")
    guest.page.locator("#text").fill(text)
    guest.page.click("#send")

    expect(guest.page.locator("#state")).to_contain_text("Skriv först ett utkast")
    guest.page.context.close()


def test_a_draft_is_counted_once_and_its_words_never(
    guest: Guest, page: Page, local: Stage
) -> None:
    """Insights know that there was a check and what rules spoke; no keystroke is counted."""
    before = counted(local)
    page.goto("/fi/check")
    page.locator("#text").press_sequentially(DRAFT, delay=20)
    page.wait_for_selector("[data-copy]")
    with page.expect_response(lambda response: "live" in response.url):
        page.click("[data-copy]")

    assert counted(local) == before + 1
    assert "Liisa" not in str(local.run(local.store.tallies(monday())))

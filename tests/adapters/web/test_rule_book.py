"""The rule book: all of the pack, findable, and what happens when its files change."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from lxml import html
from playwright.sync_api import Page, expect

from rules.layers import BUILT_IN
from rules.load import load
from rules.model import LANGUAGES, Language
from tests.adapters.web.stage import Stage


@pytest.fixture
def client(local: Stage) -> Iterator[httpx.Client]:
    """Somebody on this machine."""
    with httpx.Client(base_url=local.url) as made:
        yield made


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_and_topic_stands_in_the_book(client: httpx.Client, language: Language) -> None:
    """Nothing that the check or an answer uses is hidden from its readers."""
    page = html.fromstring(client.get(f"/{language}/rules").text)
    ids = {element.get("id") for element in page.iter() if element.get("id")}
    pack = load("paimio")

    assert {rule.id for rule in pack.rules} <= ids
    assert {topic.id for topic in pack.topics if topic.scope != "out"} <= ids


def test_the_book_can_be_searched(page: Page) -> None:
    """A word leads to the places with it, without scripts and with."""
    page.goto("/fi/rules")
    page.fill("#q", "henkilötunnus")
    page.keyboard.press("Enter")

    expect(page.locator("[role=status]")).to_contain_text("koh")
    expect(page.locator("[id='personal-data/identity-code']")).to_be_visible()
    page.fill("#q", "xyzzy")
    page.keyboard.press("Enter")
    expect(page.locator("[role=status]")).to_contain_text("Kokeile toista sanaa")


def test_html_in_a_search_is_only_text(client: httpx.Client) -> None:
    """What is searched for is shown as it was written."""
    page = client.get("/fi/rules", params={"q": '"><script>alert(1)</script>'}).text

    assert "<script>alert" not in page


def test_examples_open_for_the_printer(page: Page) -> None:
    """On paper everything is unfolded."""
    page.goto("/sv/rules?q=telefonnummer")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    assert page.locator("details:not([open])").count() == 0


@pytest.fixture
def packed(tmp_path: Path) -> Iterator[tuple[Stage, Path]]:
    """A page with a pack of its own folder, which may be edited."""
    folder = tmp_path / "packs" / "paimio"
    shutil.copytree(BUILT_IN / "paimio", folder)
    stage = Stage(tmp_path, pack=str(folder))
    yield stage, folder
    stage.close()


def edit(stage: Stage, file: Path, old: str, new: str) -> None:
    """Change a file of the pack, and let the server look."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    stage.run(stage.part.site.watch.look())


def test_a_change_in_the_pack_shows(packed: tuple[Stage, Path]) -> None:
    """What is edited in the YAML is in the book and in the check, without a restart."""
    stage, folder = packed
    edit(stage, folder / "pack.yaml", "{fi: Paimion kaupunki,", "{fi: Paimion kylä,")

    assert "Paimion kylä" in httpx.get(f"{stage.url}/fi/rules").text


def test_a_broken_pack_leaves_the_old_one_at_work(packed: tuple[Stage, Path]) -> None:
    """An error in a file is shown with its place; checks go on with what was good."""
    stage, folder = packed
    edit(stage, folder / "pack.yaml", "kind: organisation", "kind: nonsense")
    page = httpx.get(f"{stage.url}/sv/rules").text
    checked = httpx.post(f"{stage.url}/sv/check/live", json={"text": "Liisa Virtanen"})

    assert "pack.yaml:2: kind" in page
    assert "Liisa Virtanen" in checked.json()["advice"]
    edit(stage, folder / "pack.yaml", "kind: nonsense", "kind: organisation")
    assert "pack.yaml:2" not in httpx.get(f"{stage.url}/sv/rules").text


def test_the_server_looks_by_itself(packed: tuple[Stage, Path]) -> None:
    """Nobody has to tell the server that a file changed."""
    stage, folder = packed
    file = folder / "pack.yaml"
    file.write_text(file.read_text("utf-8").replace("kind: organisation", "kind: x"), "utf-8")

    async def seen() -> None:
        async with asyncio.timeout(30):
            while not stage.part.site.watch.problems:
                await asyncio.sleep(0.1)

    stage.run(seen())

"""What Slack would show, as a picture: run `python -m tests.adapters.slack.pictures FOLDER`."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.async_api import async_playwright

from adapters.slack import draw
from bot.card import Card
from bot.request import Request, Who
from rules.model import LANGUAGES, Language
from tests.adapters.slack.places import HARNESS, chromium, node_tool
from tests.bot.house import House

DRAFTS: dict[Language, str] = {
    "fi": "Hakija Matti Virtanen (131052-308T) on toimittanut liitteet asian käsittelyä varten. "
    "Lisätietoja saa numerosta 040 123 4567.\nKirjasto suorittaa asiakaskyselyn toteuttamisen "
    "syksyn aikana & tulokset julkaistaan <viikolla 45>.",
    "sv": "Sökanden Anna Svensson (640823-3234) har inkommit med bilagor i ärendet. "
    "Ring 070-174 06 12.\nBiblioteket kommer att verkställa en undersökning under hösten.",
    "en": "The applicant John Smith (131052-308T) has submitted the appendices. "
    "Call 040 123 4567.\nThe library will utilise the feedback in order to facilitate change.",
}
_WIDTH = 680


def picture(shown: dict[str, Any], to: Path) -> None:
    """Draw a message's blocks, a dialog or a home tab into a PNG file."""
    node_tool("ts-json-schema-generator")  # says what is missing if the harness is not installed
    page = subprocess.run(
        ["node", str(HARNESS / "slack" / "picture.mjs")],
        input=json.dumps(shown),
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    asyncio.run(_shoot(page, to))
    with Image.open(to) as drawn:  # a third of the size, and nobody sees the difference
        drawn.convert("RGB").quantize(128).save(to, optimize=True)


async def _shoot(html: str, to: Path) -> None:
    async with async_playwright() as play:
        browser = await play.chromium.launch(executable_path=chromium())
        page = await browser.new_page(viewport={"width": _WIDTH, "height": 200})
        await page.context.set_offline(True)
        await page.set_content(html)
        await page.screenshot(path=to, full_page=True)
        await browser.close()


async def surfaces(language: Language) -> dict[str, dict[str, Any]]:
    """Return what the assistant shows in one language: messages, the dialog, the home tab."""
    house, who = House(), Who("slack", "U1", "T1", language)

    async def said(verb: str, text: str = "", **args: str) -> Card:
        return await house.assistant.handle(Request(verb, who, text, args))

    question = {
        "fi": "Kuka saa avata uuden tilin?",
        "sv": "Vem får öppna ett nytt konto?",
        "en": "Who may open a new account?",
    }[language]
    shown: dict[str, dict[str, Any]] = {
        "form": draw.modal(await said("form", DRAFTS[language])),
        "home": draw.home(await said("home")),
    }
    cards = {
        "check": await said("message", DRAFTS[language]),
        "ask": await said("message", question),
        "hello": await said("hello"),
    }
    for name, card in cards.items():
        for index, message in enumerate(draw.messages(card)):
            shown[f"{name}{index or ''}"] = {"type": "message", "blocks": message.blocks}
    return shown


def main(folder: Path) -> None:
    """Draw every surface in every language."""
    folder.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        for name, shown in asyncio.run(surfaces(language)).items():
            picture(shown, folder / f"slack-{name}.{language}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

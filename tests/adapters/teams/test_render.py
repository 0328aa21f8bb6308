"""Cards in a browser, as Teams' own renderer draws them: nothing refused, nobody shut out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from adapters.teams.budget import fitted
from rules.model import LANGUAGES
from tests.adapters.teams.browser import Theme, chromium, easel, show
from tests.adapters.teams.samples import cards

LONG = {"many", "long", "board"}

PICTURES = os.environ.get("SOMEHELP_PICTURES")
"""A folder to which the pictures go, for whoever wants to look at them."""


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_every_card_can_be_read_by_everybody(theme: Theme) -> None:
    """Teams' renderer takes every card, in three languages, and axe finds nothing wrong with it."""
    async with chromium() as browser, easel(browser, theme) as page:
        for language in LANGUAGES:
            for name, card in (await cards(language)).items():
                seen = await show(page, fitted(card).content)
                if name in LONG and language != "fi":
                    continue  # the same pieces many times over: one language will do
                which = f"{language} {theme} {name}"
                assert (which, seen.events, seen.violations) == (which, [], [])
                assert card.title.split()[0] in seen.text
                assert seen.picture.startswith(b"\x89PNG")
                if PICTURES:
                    (Path(PICTURES) / f"{which.replace(' ', '-')}.png").write_bytes(seen.picture)


async def test_narrow_screens() -> None:
    """On a phone no card is wider than the screen."""
    async with chromium() as browser, easel(browser, "light", 280) as page:
        for card in (await cards("fi")).values():
            await show(page, fitted(card).content)
            wide = await page.evaluate("document.getElementById('card').scrollWidth")
            assert wide <= 280, card.title

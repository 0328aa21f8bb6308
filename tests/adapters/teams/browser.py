"""A real browser that draws Adaptive Cards as Teams does, offline."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Literal, NamedTuple

from playwright.async_api import Browser, Page, Route, async_playwright

from tests.conftest import REPOSITORY
from tests.needs import missing, program

HARNESS = REPOSITORY / "tests" / "harness"
MODULES = HARNESS / "node_modules"

Theme = Literal["light", "dark"]

_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
_GROUND = {"light": "#f5f5f5", "dark": "#1f1f1f"}
# A browser's own blue is unreadable on Teams' dark cards; Teams has its own.
_LINKS = {"light": "#4f52b2", "dark": "#9ea2ff"}
# Its pattern for languages forgets to begin anew: every other card of a page gets this.
_NOISE = re.compile(r'Invalid value "(fi|sv|en)" for property "lang"\.')
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def module(name: str) -> Path:
    """Return the folder of a locked Node package."""
    folder = MODULES / name
    if not folder.is_dir():
        missing(f"tests/harness/node_modules/{name}")
    return folder


class Seen(NamedTuple):
    """How a card looks: what the renderer and axe had to say, and what a reader reads."""

    events: list[str]
    violations: list[str]
    text: str
    picture: bytes


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Open a browser without any way out of this machine."""
    path = program("chromium")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=_FLAGS)
        try:
            yield browser
        finally:
            await browser.close()


async def stay_here(route: Route) -> None:
    """Refuse whatever does not go to this machine."""
    host = route.request.url.split("/")[2].rpartition(":")[0] or route.request.url.split("/")[2]
    await (route.continue_() if host in ("127.0.0.1", "localhost") else route.abort())


@asynccontextmanager
async def easel(browser: Browser, theme: Theme, width: int = 480) -> AsyncIterator[Page]:
    """Open a page on which cards are drawn with Teams' colours."""
    size = {"width": width + 40, "height": 800}
    page = await browser.new_page(viewport=size, device_scale_factor=1)  # type: ignore[arg-type]
    await page.route("**/*", stay_here)
    style = f"margin:0;padding:20px;background:{_GROUND[theme]};font-family:sans-serif"
    await page.set_content(
        f'<!doctype html><html lang="fi"><title>Teams</title><body style="{style}">'
        f'<main id="card" style="width:{width}px"></main></body></html>'
    )
    dist = module("adaptivecards") / "dist"
    await page.add_script_tag(path=dist / "adaptivecards.min.js")
    await page.add_style_tag(path=dist / "adaptivecards.css")
    await page.add_script_tag(path=module("axe-core") / "axe.min.js")
    configs = module("adaptivecards-designer") / "lib" / "hostConfigs"
    host = json.loads((configs / f"microsoft-teams-{theme}.json").read_text("utf-8"))
    await page.add_style_tag(content=f"main a {{ color: {_LINKS[theme]} !important }}")
    await page.evaluate(_PREPARE, host)
    try:
        yield page
    finally:
        await page.close()


async def show(page: Page, content: Mapping[str, Any]) -> Seen:
    """Draw one card and look at it."""
    found = await page.evaluate(_SHOW, [content, _RULES])
    events = [event for event in found["events"] if not _NOISE.fullmatch(event)]
    main = page.locator("#card")
    return Seen(events, found["violations"], await main.inner_text(), await main.screenshot())


_PREPARE = """host => {
  window.host = new AdaptiveCards.HostConfig(host);
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    const safe = text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
    result.outputHtml = safe
      .replace(/(^|[^\\\\])\\*(.+?[^\\\\])\\*/g, "$1<b>$2</b>")
      .replace(/(^|[^\\\\])\\[(.+?[^\\\\])\\]\\(/g, '$1<a href="#">$2</a>(')
      .replace(/\\\\(.)/g, "$1");
    result.didProcess = true;
  };
}"""

_SHOW = """async ([content, rules]) => {
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = window.host;
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  card.parse(content, context);
  const events = [];
  for (let at = 0; at < context.eventCount; at++) events.push(context.getEventAt(at).message);
  for (const event of card.validateProperties().validationEvents) events.push(event.message);
  const place = document.getElementById("card");
  place.lang = content.lang;
  place.replaceChildren(card.render());
  const found = await axe.run(document, { runOnly: rules });
  const violations = found.violations.map(each =>
    each.id + ": " + each.nodes.map(node => node.html.slice(0, 160)).join(" | "));
  return { events, violations };
}"""

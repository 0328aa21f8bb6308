"""Teams as Microsoft's own playground plays it, before a real server that asks for tokens.

The playground signs nothing, so what it sends goes through a gatekeeper that signs as Teams does.
Everything listens on loopback alone.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web
from playwright.async_api import Browser, Locator, Page

from tests.adapters.serve.running import Running, running
from tests.adapters.teams.browser import HARNESS, chromium, module, stay_here
from tests.adapters.teams.world import APP, TENANT, Signer, connector, issuer, served
from tests.conftest import REPOSITORY
from tests.needs import program

ONERVA = "0e5a0000-0000-0000-0000-000000000001"
"""The city manager's id in the tenant; it is she who sits before the playground."""

AUNE = "0e5a0000-0000-0000-0000-000000000005"
"""The communications planner's id in the tenant."""

_SECONDS = 30.0


class Playground:
    """The playground, the server behind it, and short ways to use both."""

    def __init__(self, url: str, server: Running, http: aiohttp.ClientSession, page: Page) -> None:
        self.url = url
        self.server = server
        self.http = http
        self.page = page

    async def say(self, text: str) -> None:
        """Type a message and send it."""
        box = self.page.get_by_role("textbox").last
        await box.click()
        await self.page.keyboard.type(text)
        await self.page.get_by_role("button", name="Send Message").click()

    async def sees(self, text: str) -> Locator:
        """Wait until the newest of these words stand on the page, and return where."""
        found = self.page.get_by_text(text).last
        await found.wait_for()
        return found

    async def press(self, label: str) -> None:
        """Press the newest button with this label."""
        await self.page.get_by_role("button", name=label, exact=True).last.click()

    async def fill(self, label: str, text: str) -> None:
        """Write into the newest field with this label."""
        await self.page.get_by_role("textbox", name=label).last.fill(text)

    async def post(self, path: str, body: Any) -> Any:
        """Use the playground's own interface."""
        async with self.http.post(self.url + path, json=body) as answer:
            assert answer.status < 300, (path, answer.status, await answer.text())
            raw = await answer.read()
            return json.loads(raw) if raw.startswith((b"{", b"[")) else raw.decode()

    async def happens(self, kind: str, conversation: str = "a:personal", **changes: Any) -> None:
        """Let something happen that nobody can do from the page: an install, a colleague."""
        query = {"conversationId": conversation, "type": kind}
        template = f"{self.url}/_internal/v1/customActivities/template"
        async with self.http.get(template, params=query) as answer:
            activity = await answer.json()
        changed = {k: v for k, v in (activity | changes).items() if v is not None}
        await self.post("/_internal/v1/customActivities", changed)

    async def extension(self, step: str, **value: Any) -> Any:
        """Take a step of the message extension; return the bot's answer."""
        said = {"commandId": "check", "commandContext": "compose", **value}
        invoke = {
            "name": f"composeExtension/{step}",
            "value": said,
            "from": {"id": "29:onerva"},
            "conversation": {"id": "a:personal"},
        }
        return await self.post("/_conversation/v1/invoke", invoke)


@asynccontextmanager
async def playing(folder: Path) -> AsyncIterator[Playground]:
    """Start everything: issuer, server, gatekeeper, playground, browser."""
    module("@microsoft/m365agentsplayground")
    program("node")
    async with issuer() as signer, connector() as microsoft:
        settings = {
            "SOMEHELP_CITY": str(_city(folder)),
            "SOMEHELP_TEAMS_APP_ID": APP,
            "SOMEHELP_TEAMS_APP_PASSWORD": "secret",
            "SOMEHELP_TEAMS_TENANT": TENANT,
            "SOMEHELP_TEAMS_OPENID_METADATA": f"{signer.url}metadata",
            "SOMEHELP_TEAMS_LOGIN_URL": microsoft.url,
            "SOMEHELP_TEAMS_SERVICE_HOSTS": "localhost",
        }
        async with running(folder, settings) as server, aiohttp.ClientSession() as http:
            gatekeeper = _gatekeeper(f"{server.url}/api/messages", signer, http)
            async with (
                served(gatekeeper) as gate,
                _playground(f"{gate}api/messages", folder) as url,
                chromium() as browser,
                _tab(browser, url) as page,
            ):
                yield Playground(url, server, http, page)


def _city(folder: Path) -> Path:
    """Return the example city, with two of its people known in Teams."""
    city = folder / "city"
    shutil.copytree(REPOSITORY / "deploy" / "city", city)
    data = city / "city.yaml"
    text = data.read_text("utf-8")
    for slack, teams in (("U0EXAMPLE01", ONERVA), ("U0EXAMPLE05", AUNE)):
        text = text.replace(f"reach: {{slack: {slack},", f"reach: {{teams: {teams},")
    data.write_text(text, "utf-8")
    return city


def _gatekeeper(target: str, signer: Signer, http: aiohttp.ClientSession) -> web.Application:
    async def sign(request: web.Request) -> web.Response:
        raw = await request.read()
        token = signer.token(json.loads(raw).get("serviceUrl", ""))
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}
        async with http.post(target, data=raw, headers=headers) as answer:
            body = await answer.read()
            return web.Response(status=answer.status, body=body, content_type=answer.content_type)

    app = web.Application(client_max_size=10**7)
    app.router.add_post("/api/messages", sign)
    return app


@asynccontextmanager
async def _playground(bot: str, folder: Path) -> AsyncIterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    cli = module("@microsoft/m365agentsplayground") / "cli.js"
    options = ["-e", bot, "-c", "msteams", "-p", str(port), "--disable-telemetry"]
    environment = os.environ | {
        "TEAMSAPPTESTER_BROWSER": "none",
        "M365_AGENTS_PLAYGROUND_LOGFILE": str(folder / "playground.log"),
        "M365_AGENTS_PLAYGROUND_CONFIG_PATH": str(HARNESS / "teams" / "city.yml"),
        "NODE_OPTIONS": f"--require {HARNESS / 'teams' / 'loopback.cjs'}",
    }
    process = await asyncio.create_subprocess_exec(
        program("node"),
        str(cli),
        "start",
        *options,
        cwd=folder,
        env=environment,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        await _answers(f"{url}/_debug/ping")
        yield url
    finally:
        process.terminate()
        await process.wait()


async def _answers(url: str) -> None:
    async with asyncio.timeout(_SECONDS), aiohttp.ClientSession() as http:
        while True:
            try:
                async with http.get(url) as answer:
                    if answer.status == 200:
                        return
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.1)


@asynccontextmanager
async def _tab(browser: Browser, url: str) -> AsyncIterator[Page]:
    page = await browser.new_page(viewport={"width": 1200, "height": 1000})
    page.set_default_timeout(_SECONDS * 1000)
    await page.route("**/*", stay_here)
    await page.goto(url)
    try:
        yield page
    finally:
        await page.close()

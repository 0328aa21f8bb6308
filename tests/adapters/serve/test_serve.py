"""Promises about `somehelp serve`, kept by the process that an admin starts."""

from __future__ import annotations

import asyncio
import signal
import socket
from pathlib import Path

import pytest

from bot.texts import Texts
from rules.model import LANGUAGES, Language
from tests.adapters.doctor.town import Town, opened
from tests.adapters.serve.running import Running, begin, running
from tests.postgres import Postgres


async def ended(folder: Path, settings: dict[str, str], ui: Language = "en") -> tuple[int, str]:
    """Run a server that is to end by itself; return its status and what it complained of."""
    process, log = await begin(folder, settings, ui=ui)
    async with asyncio.timeout(60):
        await process.communicate()
    return process.returncode or 0, log.read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_start_says_what_is_on_and_what_is_off(tmp_path: Path, language: Language) -> None:
    """Without a single setting the page is up, and the admin reads what could be added, and how."""
    async with running(tmp_path, ui=language) as server:
        status, _ = await server.get("/health")

    texts, said = Texts(language), "".join(server.said)
    assert status == 200
    assert "Paimio" in server.said[0]
    assert texts.say("serve-on-web-local") in said
    assert texts.say("serve-off-slack") in said
    assert texts.say("serve-off-teams") in said
    assert texts.say("serve-example") in said


async def test_the_page_opens_with_no_settings(tmp_path: Path) -> None:
    """The README's first command leads to a page that can be used."""
    async with running(tmp_path) as server:
        status, page = await server.get("/")

    assert status == 200
    assert "<textarea" in page


async def test_the_first_command_works_without_a_desktop(tmp_path: Path) -> None:
    """./run prints the address and serves, also where no browser could be shown."""
    settings = {"SOMEHELP_PORT": "0", "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    process, log = await begin(tmp_path, settings, ui="fi", command=("./run",))
    server = Running(process, log)
    await server.started()
    status, _ = await server.get("/")

    assert (status, await server.stop()) == (200, 0)


async def test_a_city_to_be_mended_is_named_at_the_start(tmp_path: Path) -> None:
    """A city in which nobody may open a crisis is served, and its admin sent to the doctor."""
    (tmp_path / "city.yaml").write_text("city: Tyhjä\npack: paimio\n", "utf-8")
    async with running(tmp_path, {"SOMEHELP_CITY": str(tmp_path)}) as server:
        pass

    assert "somehelp doctor" in "".join(server.said)


async def test_a_refused_token_is_said(tmp_path: Path) -> None:
    """A Slack token that Slack does not know ends the start with what to do about it."""
    town = Town()
    town.slack = {"ok": False, "error": "invalid_auth"}
    async with opened(town) as url:
        settings = {
            "SOMEHELP_SLACK_BOT_TOKEN": "xoxb-salainen",
            "SOMEHELP_SLACK_SIGNING_SECRET": "salainen",
            "SOMEHELP_SLACK_API_URL": f"{url}/api/",
        }
        status, said = await ended(tmp_path, {"SOMEHELP_PORT": "0", **settings})

    assert status == 1
    assert Texts("en").say("slack-refused", error="invalid_auth") in said
    assert "salainen" not in said


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
async def test_a_server_stops_when_told(tmp_path: Path, sign: signal.Signals) -> None:
    """An orchestrator's signal and Ctrl-C end the server in order, without a trace of failure."""
    async with running(tmp_path) as server:
        status = await server.stop(sign)

    assert status == 0
    assert server.said[-1] == Texts("en").say("serve-stopped") + "\n"
    assert [line for line in server.logged() if line["level"] == "error"] == []


async def test_data_outlives_the_server(tmp_path: Path) -> None:
    """The database is private to the user, and is the same one after a restart."""
    async with running(tmp_path):
        file = tmp_path / "state" / "somehelp.sqlite"
        assert file.stat().st_mode & 0o077 == 0
    async with running(tmp_path) as again:
        assert (await again.get("/health"))[0] == 200


async def test_a_taken_port_is_said(tmp_path: Path) -> None:
    """A port that was chosen and is taken is named, with the setting that changes it."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        status, said = await ended(tmp_path, {"SOMEHELP_PORT": port})

    assert status == 1
    assert said == Texts("en").say("serve-port-taken", host="127.0.0.1", port=port) + "\n"


async def test_unsafe_settings_do_not_start(tmp_path: Path) -> None:
    """A server that would not be safe ends with status 2 and says what to mend."""
    settings = {"SOMEHELP_TEAMS_WITHOUT_AUTH": "true", "SOMEHELP_HOST": "10.0.0.1"}
    status, said = await ended(tmp_path, settings, "fi")

    assert status == 2
    assert said.startswith("Somehelp ei käynnisty.")
    assert "SOMEHELP_TEAMS_WITHOUT_AUTH" in said
    assert "Traceback" not in said


async def test_a_reachable_server_without_sign_in_has_no_page(tmp_path: Path) -> None:
    """A server that others can reach serves no page to strangers, and says why."""
    settings = {"SOMEHELP_HOST": "127.0.0.1", "SOMEHELP_PUBLIC_URL": "https://a.paimio.example"}
    process, log = await begin(tmp_path, {**settings, "SOMEHELP_PORT": "0"}, ui="sv")
    server = Running(process, log)
    await server.started()
    await server.stop()

    assert Texts("sv").say("serve-off-web") in "".join(server.said)


@pytest.mark.parametrize(
    ("settings", "status"),
    [
        ({"SOMEHELP_CITY": "no/such/folder"}, 2),
        ({"SOMEHELP_PACK": "olematon"}, 2),
        ({"SOMEHELP_DATABASE": "oracle://x"}, 1),
        ({"SOMEHELP_DATABASE": "postgresql+psycopg://u:salaisuus@127.0.0.1:1/x"}, 1),
        ({"SOMEHELP_CA_BUNDLE": "no-such.pem"}, 2),
        ({"SOMEHELP_HOST": "192.0.2.1"}, 1),
    ],
)
async def test_what_cannot_be_used_is_said_without_a_traceback(
    tmp_path: Path, settings: dict[str, str], status: int
) -> None:
    """Wrong data, a database that is away, an address of another machine: a sentence, no secret."""
    found, said = await ended(tmp_path, {"SOMEHELP_PORT": "0", **settings})

    assert (found, "Traceback" in said, "salaisuus" in said) == (status, False, False)
    assert said


async def test_a_misspelt_setting_is_said_at_the_start(tmp_path: Path) -> None:
    """A setting that does nothing because of a slip is named."""
    async with running(tmp_path, {"SOMEHELP_SLAK_BOT_TOKEN": "x"}) as server:
        pass

    said = Texts("en").say("serve-unknown-setting", name="SOMEHELP_SLAK_BOT_TOKEN")
    assert said in server.log.read_text("utf-8")


async def test_health_follows_the_database(tmp_path: Path, postgres: Postgres) -> None:
    """While the database is away health is red and checks are still answered; then it is well."""
    async with running(tmp_path, {"SOMEHELP_DATABASE": postgres.fresh()}) as server:
        assert (await server.get("/health"))[0] == 200
        postgres.stop()
        try:
            await until(server, 503, "serve-down-store")
            assert (await server.get("/ready"))[0] == 200
            assert (await server.get("/"))[0] == 200
        finally:
            postgres.start()
        await until(server, 200)


async def until(server: Running, wanted: int, named: str = "") -> None:
    """Ask for the health until it is as wanted and names something, for at most a minute."""
    async with asyncio.timeout(60):
        while True:
            status, said = await server.get("/health")
            if status == wanted and named in said:
                return
            await asyncio.sleep(0.2)

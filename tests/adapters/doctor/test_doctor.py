"""Promises about `somehelp doctor`: it says what to mend, and changes nothing."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest

from adapters.cli import main
from adapters.doctor import slack as slack_doctor
from adapters.store import open_store
from bot.texts import Texts
from tests.adapters.doctor.town import SCOPES, Town, opened
from tests.adapters.mail import post_office
from tests.conftest import REPOSITORY

EXAMPLE = REPOSITORY / "deploy" / "city"
Set = Callable[..., None]


@pytest.fixture(autouse=True)
def state(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Start from no settings, and keep the state in a folder of the test's own."""
    for name in [name for name in os.environ if name.startswith("SOMEHELP_")]:
        if name != "SOMEHELP_CACHE":
            monkeypatch.delenv(name)
    monkeypatch.setenv("SOMEHELP_STATE", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Set:
    """Return what sets settings."""

    def give(**settings: str) -> None:
        for name, value in settings.items():
            monkeypatch.setenv(f"SOMEHELP_{name.upper()}", value)

    return give


@pytest.fixture
def town() -> Town:
    """Return the services around a city."""
    return Town()


@pytest.fixture
async def url(town: Town) -> AsyncIterator[str]:
    """Serve the town."""
    async with opened(town) as url:
        yield url


@pytest.fixture
def slack(given: Set, url: str) -> None:
    """Switch Slack on, in the town."""
    given(
        slack_bot_token="xoxb-salainen",  # noqa: S106 - opens nothing
        slack_app_token="xapp-salainen",  # noqa: S106
        slack_team="T1",
        slack_api_url=f"{url}/api/",
    )


@pytest.fixture
def teams(given: Set, url: str) -> None:
    """Switch Teams on, in the town."""
    given(
        teams_app_id="a",
        teams_app_password="salainen",  # noqa: S106 - opens nothing
        teams_tenant="t",
        teams_login_url=url,
        teams_openid_metadata=f"{url}/keys",
    )


async def seen(capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, str]:
    """Let the doctor look; return the exit status and what it said in English."""
    status = await asyncio.to_thread(main, ["doctor", "--ui", "en", *options])
    said = capsys.readouterr()
    assert "salainen" not in said.out + said.err
    return status, said.out


def say(key: str, **values: str | int) -> str:
    """Return a sentence in English."""
    return Texts("en").say(key, **values)


def test_the_doctor_asks_for_the_scopes_of_the_manifest() -> None:
    """Whoever installs the app from our manifest has every scope that the doctor looks for."""
    manifest = json.loads((REPOSITORY / "deploy" / "slack" / "manifest.json").read_text("utf-8"))

    assert set(manifest["oauth_config"]["scopes"]["bot"]) == slack_doctor.SCOPES


async def test_a_fresh_installation_is_well(
    capsys: pytest.CaptureFixture[str], state: Path
) -> None:
    """Without a setting nothing is red, and nothing is made in the state folder."""
    status, said = await seen(capsys)

    assert (status, "✖" in said) == (0, False)
    assert say("serve-off-slack") in said
    assert not state.exists()


async def test_a_whole_installation_is_well(
    capsys: pytest.CaptureFixture[str], town: Town, slack: None, teams: None, state: Path
) -> None:
    """Slack, Teams and the database are asked with the tokens of the settings, and answer."""
    state.mkdir()
    await (await open_store(f"sqlite:///{state / 'somehelp.sqlite'}")).close()
    status, said = await seen(capsys)

    assert (status, "✖" in said) == (0, False)
    assert say("doctor-slack", team="Paimio") in said
    assert say("doctor-teams") in said
    assert town.asked == ["Bearer xoxb-salainen", "Bearer xapp-salainen", "salainen"]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (
            {"slack": {"ok": False, "error": "invalid_auth"}},
            say("doctor-slack-token", error="invalid_auth"),
        ),
        ({"slack": {"ok": True, "team_id": "T2"}}, say("doctor-slack-team", team="T2")),
        (
            {"scopes": SCOPES.replace("chat:write,", "").replace("files:read,", "")},
            say("doctor-slack-scopes", scopes="chat:write, files:read"),
        ),
        (
            {"socket": {"ok": False, "error": "no_scope"}},
            say("doctor-slack-socket", error="no_scope"),
        ),
    ],
)
async def test_slack_trouble_is_named(
    capsys: pytest.CaptureFixture[str],
    town: Town,
    slack: None,
    changed: dict[str, object],
    sentence: str,
) -> None:
    """A refused token, another workspace, a missing scope: each is said with what to do."""
    for name, value in changed.items():
        setattr(town, name, value)
    status, said = await seen(capsys)

    assert status == 1
    assert sentence in said


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (
            {"token": {"error": "invalid_client"}},
            say("doctor-teams-refused", error="invalid_client"),
        ),
        ({"token": []}, say("doctor-teams-refused", error="?")),
        ({"keys": 404}, say("doctor-teams-keys", status=404)),
    ],
)
async def test_teams_trouble_is_named(
    capsys: pytest.CaptureFixture[str],
    town: Town,
    teams: None,
    changed: dict[str, object],
    sentence: str,
) -> None:
    """An expired secret or a wrong address is said with what to do."""
    for name, value in changed.items():
        setattr(town, name, value)
    status, said = await seen(capsys)

    assert status == 1
    assert sentence in said


async def test_services_that_are_away_are_named(
    capsys: pytest.CaptureFixture[str], given: Set
) -> None:
    """Whatever cannot be reached is red, one line each, and the doctor goes on to the next."""
    nobody = "http://127.0.0.1:1"
    given(slack_bot_token="xoxb-1", slack_signing_secret="x", slack_api_url=f"{nobody}/")  # noqa: S106
    given(teams_app_id="a", teams_app_password="b", teams_tenant="t", teams_login_url=nobody)  # noqa: S106
    given(smtp_url="smtp://127.0.0.1:1", mail_from="a@paimio.example")
    given(database="postgresql://u:salainen@127.0.0.1:1/x")
    status, said = await seen(capsys)

    assert status == 1
    assert said.count("✖") == 4


async def test_a_mail_server_is_signed_in_to(
    capsys: pytest.CaptureFixture[str], given: Set, tmp_path: Path
) -> None:
    """The mail server's password is tried, without a mail to anybody."""
    office = post_office.PostOffice()
    certificate = post_office.make_certificate(tmp_path / "localhost.pem")
    given(mail_from="a@paimio.example", ca_bundle=str(certificate))
    async with post_office.opened(office, certificate) as port:
        given(smtp_url=f"smtp://some:avain%20sana@localhost:{port}")
        good = await seen(capsys)
        given(smtp_url=f"smtp://some:salainen@localhost:{port}")
        bad = await seen(capsys)

    assert say("doctor-mail", host="localhost") in good[1]
    assert say("doctor-mail-password", host="localhost") in bad[1]
    assert ((good[0], bad[0]), office.mails) == ((0, 1), [])


async def test_the_sign_in_must_be_who_it_says(
    capsys: pytest.CaptureFixture[str], given: Set, town: Town, url: str
) -> None:
    """An issuer that calls itself otherwise would turn everybody away; the doctor says so."""
    given(oidc_issuer=url, oidc_client_id="a", oidc_client_secret="b")  # noqa: S106
    given(session_secret="A" * 43 + "=", public_url="https://somehelp.paimio.example")
    good = await seen(capsys)
    town.issuer = "https://other.example"
    bad = await seen(capsys)

    assert (good[0], bad[0]) == (0, 1)
    assert say("doctor-sign-in-other", url=url) in bad[1]


async def test_refused_settings_and_open_secrets_are_red(
    capsys: pytest.CaptureFixture[str], given: Set, tmp_path: Path
) -> None:
    """Half a setting, a slip and a secret that all can read are each said."""
    secret = tmp_path / "secret"
    secret.write_text("xoxb-salainen", "utf-8")
    secret.chmod(0o644)
    given(slack_bot_token_file=str(secret), slak_team="T1")
    status, said = await seen(capsys)

    assert status == 1
    assert "SOMEHELP_SLACK_SIGNING_SECRET" in said
    assert say("serve-unknown-setting", name="SOMEHELP_SLAK_TEAM") in said
    assert "chmod 600" in said


async def test_a_database_of_a_newer_program_is_red(
    capsys: pytest.CaptureFixture[str], state: Path
) -> None:
    """After a downgrade the doctor says that the newer program is needed."""
    import sqlite3

    state.mkdir()
    file = state / "somehelp.sqlite"
    await (await open_store(f"sqlite:///{file}")).close()
    with sqlite3.connect(file) as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    db.close()
    status, said = await seen(capsys)

    assert status == 1
    assert "9999" in said


@pytest.fixture
def bare_city(tmp_path: Path) -> Iterator[Path]:
    """A city in which nobody has decided anything about crises."""
    folder = tmp_path / "city"
    folder.mkdir()
    (folder / "city.yaml").write_text("city: Tyhjä\npack: paimio\n", "utf-8")
    yield folder
    shutil.rmtree(folder)


async def test_a_city_that_is_not_ready_for_a_crisis_is_red(
    capsys: pytest.CaptureFixture[str], bare_city: Path
) -> None:
    """While nobody may open a crisis, or nobody would hear of one, the doctor is red."""
    status, said = await seen(capsys, "--city", str(bare_city))

    assert status == 1
    for key in ("open", "stand-down", "duty", "no-policy"):
        assert say(f"crisis-lint-{key}") in said


async def test_the_example_city_is_ready_for_a_crisis(capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever copies the example city starts with plans, a duty list and people who may act."""
    status, said = await seen(capsys, "--city", str(EXAMPLE))

    assert (status, "✖" in said) == (0, False)
    assert say("doctor-crisis-policies", count=4) in said


async def test_whoever_cannot_be_reached_is_named(
    capsys: pytest.CaptureFixture[str], bare_city: Path, town: Town, slack: None
) -> None:
    """A person of a plan without an address that this installation can use is named."""
    (bare_city / "city.yaml").write_text(
        """
city: Tyhjä
pack: paimio
people:
  - {id: a, name: Aino Tavoitettava, office: {fi: a, sv: a, en: a}, reach: {slack: U1}}
  - {id: b, name: Bo Tavoittamaton, office: {fi: b, sv: b, en: b}, reach: {email: b@c.example}}
crisis:
  duty: [a, b]
  policies:
    - {id: kriisi, name: {fi: K, sv: K, en: K}, steps: [{notify: [duty]}]}
""",
        "utf-8",
    )
    _, said = await seen(capsys, "--city", str(bare_city))

    assert say("doctor-out-of-reach", person="Bo Tavoittamaton", ways="slack") in said
    assert "Aino" not in said

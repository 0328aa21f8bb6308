"""Promises about settings: what is not safe does not start, and says what to mend."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from adapters.serve.reading import RefusedError, read_settings, unknown_settings
from bot.texts import Texts
from rules.model import LANGUAGES

SECRET = base64.b64encode(bytes(range(32))).decode()
OIDC = {
    "OIDC_ISSUER": "https://login.paimio.example",
    "OIDC_CLIENT_ID": "somehelp",
    "OIDC_CLIENT_SECRET": "salaisuus",
    "SESSION_SECRET": SECRET,
    "PUBLIC_URL": "https://somehelp.paimio.example",
}
SLACK = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "abc"}
TEAMS = {"TEAMS_APP_ID": "a", "TEAMS_APP_PASSWORD": "b", "TEAMS_TENANT": "c"}
MAIL = {"SMTP_URL": "smtp://u:p@mail.paimio.example", "MAIL_FROM": "kriisi@paimio.example"}


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    for name in [name for name in os.environ if name.startswith("SOMEHELP_")]:
        monkeypatch.delenv(name)


def given(monkeypatch: pytest.MonkeyPatch, settings: dict[str, str]) -> None:
    """Set settings in the environment."""
    for name, value in settings.items():
        monkeypatch.setenv(f"SOMEHELP_{name}", value)


def refused(monkeypatch: pytest.MonkeyPatch, settings: dict[str, str]) -> str:
    """Return what is said about settings that are refused, in every language."""
    given(monkeypatch, settings)
    with pytest.raises(RefusedError) as error:
        read_settings()
    return "\n".join(
        Texts(language).say(each.key, **each.values)
        for language in LANGUAGES
        for each in error.value.refused
    )


@pytest.mark.parametrize(
    "settings",
    [
        {},
        SLACK,
        {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"},
        TEAMS,
        MAIL,
        OIDC,
        {"TEAMS_WITHOUT_AUTH": "true"},
        {"SLACK_API_URL": "http://127.0.0.1:9000/api/", **SLACK},
        SLACK | TEAMS | MAIL | OIDC,
    ],
)
def test_whole_and_safe_settings_are_taken(
    monkeypatch: pytest.MonkeyPatch, settings: dict[str, str]
) -> None:
    """Each part can be switched on alone, and all of them together."""
    given(monkeypatch, settings)

    assert read_settings()


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"SLACK_BOT_TOKEN": "xoxb-1"}, "SOMEHELP_SLACK_SIGNING_SECRET"),
        ({"SLACK_APP_TOKEN": "xapp-1"}, "SOMEHELP_SLACK_BOT_TOKEN"),
        (SLACK | {"SLACK_BOT_TOKEN": "xapp-1"}, "xoxb-"),
        ({"TEAMS_APP_ID": "a"}, "SOMEHELP_TEAMS_APP_PASSWORD"),
        ({"TEAMS_APP_ID": "a", "TEAMS_APP_PASSWORD": "b"}, "SOMEHELP_TEAMS_TENANT"),
        ({"SMTP_URL": "smtp://mail.paimio.example"}, "SOMEHELP_MAIL_FROM"),
        (MAIL | {"SMTP_URL": "mail.paimio.example"}, "SOMEHELP_SMTP_URL"),
        (MAIL | {"MAIL_FROM": "a@b\r\nBcc: c@d"}, "SOMEHELP_MAIL_FROM"),
        ({"OIDC_ISSUER": OIDC["OIDC_ISSUER"]}, "SOMEHELP_SESSION_SECRET"),
        (OIDC | {"SESSION_SECRET": "bGloeXQ="}, "openssl rand -base64 32"),
        (OIDC | {"PUBLIC_URL": "http://somehelp.paimio.example"}, "SOMEHELP_PUBLIC_URL"),
        (OIDC | {"OIDC_ISSUER": "http://login.paimio.example"}, "SOMEHELP_OIDC_ISSUER"),
        (SLACK | {"SLACK_API_URL": "http://slack.example/api/"}, "SOMEHELP_SLACK_API_URL"),
        ({"METRICS_TOKEN": "lyhyt"}, "SOMEHELP_METRICS_TOKEN"),
        ({"TEAMS_WITHOUT_AUTH": "true", "HOST": "10.0.0.1"}, "SOMEHELP_TEAMS_WITHOUT_AUTH"),
        (
            {"TEAMS_WITHOUT_AUTH": "true", "PUBLIC_URL": "https://a.example"},
            "SOMEHELP_TEAMS_WITHOUT_AUTH",
        ),
        ({"PORT": "99999"}, "SOMEHELP_PORT"),
        ({"CA_BUNDLE": "/var/none/ca.pem"}, "SOMEHELP_CA_BUNDLE"),
        ({"LANGUAGE": "de"}, "SOMEHELP_LANGUAGE"),
        ({"SLACK_BOT_TOKEN_FILE": "/var/none/token"}, "SOMEHELP_SLACK_BOT_TOKEN_FILE"),
    ],
)
def test_unsafe_and_unfinished_settings_are_refused(
    monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], named: str
) -> None:
    """Whoever sets up half of something, or opens a door, reads which setting to mend."""
    assert named in refused(monkeypatch, settings)


def test_everything_wrong_is_said_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """An admin mends all settings in one go."""
    said = refused(monkeypatch, {"SLACK_APP_TOKEN": "x", "SMTP_URL": "x", "METRICS_TOKEN": "x"})

    for name in ("SLACK_APP_TOKEN", "SMTP_URL", "METRICS_TOKEN"):
        assert f"SOMEHELP_{name}" in said


def test_a_refusal_never_shows_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    """A secret in the wrong place is not repeated on the screen or in a log."""
    wrong = {"PORT": "xoxb-hupsista", "SLACK_BOT_TOKEN": "hupsista", "SESSION_SECRET": "hupsista"}

    assert "hupsista" not in refused(monkeypatch, wrong)


def test_a_secret_can_stand_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A secret that an orchestrator mounts as a file needs no environment variable."""
    for name, value in SLACK.items():
        (tmp_path / name).write_text(f"{value}\n", "utf-8")
        monkeypatch.setenv(f"SOMEHELP_{name}_FILE", str(tmp_path / name))

    token = read_settings().slack_bot_token
    assert token
    assert token.get_secret_value() == "xoxb-1"


def test_a_misspelt_setting_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable that looks like a setting and is none is named, for it would change nothing."""
    given(monkeypatch, {"SLAK_BOT_TOKEN": "x", "PORT": "8080", "CACHE": "x", "CITY_FILE": "x"})

    assert unknown_settings() == ("SOMEHELP_SLAK_BOT_TOKEN",)

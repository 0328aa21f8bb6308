"""Settings of a running bot: from the environment alone, secrets also from files."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, SecretStr
from pydantic.fields import FieldInfo
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

PREFIX = "SOMEHELP_"


class _FromFiles(PydanticBaseSettingsSource):
    """`…_PORT_FILE=/run/secrets/port` gives the setting `port` the content of that file."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        del field
        path = os.environ.get(f"{PREFIX}{field_name.upper()}_FILE")
        return (Path(path).read_text("utf-8").strip() if path else None), field_name, False

    def __call__(self) -> dict[str, Any]:
        fields = self.settings_cls.model_fields
        found = {name: self.get_field_value(field, name)[0] for name, field in fields.items()}
        return {name: value for name, value in found.items() if value is not None}


class Settings(BaseSettings):
    """Every setting, with what it is for; `docs/admin.md` lists them from here."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        extra="ignore",
        frozen=True,
        env_ignore_empty=True,
        hide_input_in_errors=True,  # what is wrong may be a secret
    )

    city: Path | None = Field(default=None, description="Folder of the city's data (`city.yaml`).")
    pack: str | None = Field(default=None, description="Pack to use; without it, the city's own.")
    state: Path | None = Field(
        default=None,
        description="Folder for what is kept on this machine; without it, the system's place for "
        "such data (`$STATE_DIRECTORY`, `$XDG_STATE_HOME/somehelp`, `~/.local/state/somehelp`).",
    )
    database: SecretStr | None = Field(
        default=None,
        description="Database URL, `postgresql://USER:PASSWORD@HOST/DATABASE` or `sqlite:///FILE`; "
        "without it, the file `somehelp.sqlite` in the state folder.",
    )
    host: str = Field(default="127.0.0.1", description="Address to listen on.")
    port: int = Field(
        default=8080, ge=0, le=65535, description="Port to listen on; 0 picks a free one."
    )
    public_url: str | None = Field(
        default=None, description="Address under which people reach this server, `https://…`."
    )
    language: Literal["fi", "sv", "en"] = Field(
        default="fi",
        description="Language where nothing says what a person reads; without it, the city's.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="How much is logged; never what people write."
    )
    ca_bundle: Path | None = Field(
        default=None,
        description="PEM file of additional certificate authorities for outgoing calls.",
    )

    slack_bot_token: SecretStr | None = Field(
        default=None, description="Slack bot token, `xoxb-…`."
    )
    slack_signing_secret: SecretStr | None = Field(
        default=None, description="Slack signing secret; needed where Slack calls in over HTTP."
    )
    slack_app_token: SecretStr | None = Field(
        default=None, description="Slack app-level token, `xapp-…`; with it, Socket Mode is used."
    )
    slack_team: str | None = Field(
        default=None, description="Only this Slack workspace is served, `T…`."
    )
    slack_api_url: str = Field(default="https://slack.com/api/", description="Slack's Web API.")

    teams_app_id: str | None = Field(default=None, description="Microsoft app id of the bot.")
    teams_app_password: SecretStr | None = Field(
        default=None, description="Client secret of the app."
    )
    teams_tenant: str | None = Field(default=None, description="Tenant of the app (single tenant).")
    teams_tenants: str = Field(
        default="", description="Further tenants that are let in, with commas between them."
    )
    teams_openid_metadata: str = Field(
        default="https://login.botframework.com/v1/.well-known/openidconfiguration",
        description="Where the keys of incoming Teams messages are published.",
    )
    teams_login_url: str = Field(
        default="https://login.microsoftonline.com",
        description="Where tokens for sending come from.",
    )
    teams_service_hosts: str = Field(
        default="smba.trafficmanager.net,smba.infra.gcc.teams.microsoft.com",
        description="Hosts that Teams answers may go to, with commas between them.",
    )
    teams_without_auth: bool = Field(
        default=False,
        description="Take Teams messages without a token; on a loopback address only.",
    )

    smtp_url: SecretStr | None = Field(
        default=None, description="Mail server for pings, `smtp://user:password@host:587`."
    )
    mail_from: str | None = Field(default=None, description="Sender of pings by mail.")

    oidc_issuer: str | None = Field(
        default=None, description="OpenID Connect issuer for the web page."
    )
    oidc_client_id: str | None = Field(default=None, description="Client id at the issuer.")
    oidc_client_secret: SecretStr | None = Field(
        default=None, description="Client secret at the issuer."
    )
    session_secret: SecretStr | None = Field(
        default=None,
        description="At least 32 random bytes (base64) that sign the web page's sessions.",
    )
    web_open: bool = Field(
        default=False,
        description="Open check, ask and the rule book to anybody who reaches the server; "
        "answers then name roles only.",
    )
    metrics_token: SecretStr | None = Field(
        default=None, description="Bearer token for `/metrics` from beyond loopback."
    )

    keep_crises: int = Field(
        default=1825, ge=1, description="Days that a crisis is kept after its last event."
    )
    keep_choices: int = Field(
        default=730, ge=1, description="Days that a person's choices are kept after the last one."
    )
    keep_absences: int = Field(
        default=365, ge=1, description="Days that an absence is kept after its last day."
    )
    keep_reasons: int = Field(
        default=730, ge=1, description="Days that the reasons for overriding a rule are kept."
    )
    keep_counts: int = Field(default=730, ge=30, description="Days that counts are kept.")

    @property
    def kept(self) -> Mapping[str, datetime.timedelta]:
        """How long each kind of data is kept, as the store names the kinds."""
        days = {
            "crisis": self.keep_crises,
            "person": self.keep_choices,
            "absences": self.keep_absences,
            "overrides": self.keep_reasons,
            "tally": self.keep_counts,
            "lease": 1,
        }
        return {kind: datetime.timedelta(days=each) for kind, each in days.items()}

    @property
    def state_folder(self) -> Path:
        """The folder for what is kept on this machine; it need not be there yet."""
        if self.state:
            return self.state
        if given := os.environ.get("STATE_DIRECTORY"):  # systemd's
            return Path(given.partition(":")[0])
        home = os.environ.get("XDG_STATE_HOME")
        return (Path(home) if home else Path.home() / ".local" / "state") / "somehelp"

    @property
    def database_url(self) -> str:
        """The database's URL; it may hold a password."""
        if self.database:
            return self.database.get_secret_value()
        return f"sqlite:///{self.state_folder.absolute() / 'somehelp.sqlite'}"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Read the environment, then files that it names; never a `.env` of the folder."""
        del dotenv_settings, file_secret_settings
        return init_settings, env_settings, _FromFiles(settings_cls)

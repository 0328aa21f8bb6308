"""Settings under which Somehelp would not be safe, or could not work: it refuses to start."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from pydantic import SecretStr

from adapters.net import tls
from adapters.serve.health import is_loopback
from adapters.settings import PREFIX, Settings

_SECRET_BYTES = 32
_TOKEN_LETTERS = 16


class Refusal(NamedTuple):
    """Why these settings are refused; `key` is a sentence in `bot.texts`."""

    key: str
    values: Mapping[str, str]


def refusals(settings: Settings) -> tuple[Refusal, ...]:
    """Return everything that is wrong at once, nothing if all is well."""
    return (
        *_halves(settings),
        *_addresses(settings),
        *_authorities(settings),
        *_secrets(settings),
        *_open_doors(settings),
    )


# What must be given together: with the first, the others are needed.
_TOGETHER = (
    ("slack_signing_secret", ("slack_bot_token",)),
    ("slack_app_token", ("slack_bot_token",)),
    ("teams_app_id", ("teams_app_password", "teams_tenant")),
    ("teams_app_password", ("teams_app_id",)),
    ("smtp_url", ("mail_from",)),
    ("oidc_issuer", ("oidc_client_id", "oidc_client_secret", "session_secret", "public_url")),
    ("oidc_client_id", ("oidc_issuer",)),
    ("oidc_client_secret", ("oidc_issuer",)),
)


def _halves(settings: Settings) -> Iterator[Refusal]:
    """Find what was begun and not finished."""
    for given, needed in _TOGETHER:
        if getattr(settings, given) is None:
            continue
        for name in needed:
            if getattr(settings, name) is None:
                yield _refusal("serve-refuse-needs", given, needs=_variable(name))
    if settings.slack_bot_token and not (settings.slack_signing_secret or settings.slack_app_token):
        yield _refusal(
            "serve-refuse-needs-one",
            "slack_bot_token",
            one=_variable("slack_signing_secret"),
            other=_variable("slack_app_token"),
        )


def _addresses(settings: Settings) -> Iterator[Refusal]:
    """Find addresses to which secrets would go unencrypted."""
    for name in (
        "public_url", "slack_api_url", "teams_login_url", "teams_openid_metadata", "oidc_issuer",
    ):  # fmt: skip
        url = getattr(settings, name)
        if url is None:
            continue
        parts = urlsplit(url)
        local = parts.scheme == "http" and is_loopback(parts.hostname or "")
        if not (parts.hostname and (parts.scheme == "https" or local)):
            yield _refusal("serve-refuse-https", name)
    if settings.smtp_url:
        server = urlsplit(settings.smtp_url.get_secret_value())
        if server.scheme not in ("smtp", "smtps") or not server.hostname:
            yield _refusal("serve-refuse-smtp", "smtp_url")
    if settings.mail_from and not re.fullmatch(r"[^@\s<>,;]+@[^@\s<>,;]+", settings.mail_from):
        yield _refusal("serve-refuse-address", "mail_from")


def _authorities(settings: Settings) -> Iterator[Refusal]:
    """Find a bundle that is none: without it, calls would fail one by one."""
    try:
        tls(settings.ca_bundle)
    except OSError as error:
        yield Refusal("doctor-ca-bundle", {"why": error.strerror or type(error).__name__})


def _secrets(settings: Settings) -> Iterator[Refusal]:
    """Find secrets that can be guessed, and tokens in the wrong place."""
    if settings.session_secret and _bytes(settings.session_secret) < _SECRET_BYTES:
        yield _refusal("serve-refuse-short-secret", "session_secret", bytes=str(_SECRET_BYTES))
    token = settings.metrics_token
    if token and len(token.get_secret_value()) < _TOKEN_LETTERS:
        yield _refusal("serve-refuse-short-token", "metrics_token", letters=str(_TOKEN_LETTERS))
    for name, prefix in (("slack_bot_token", "xoxb-"), ("slack_app_token", "xapp-")):
        secret = getattr(settings, name)
        if secret and not secret.get_secret_value().startswith(prefix):
            yield _refusal("serve-refuse-prefix", name, prefix=prefix)


def _bytes(secret: SecretStr) -> int:
    try:
        return len(base64.b64decode(secret.get_secret_value(), altchars=b"-_", validate=True))
    except (binascii.Error, ValueError):
        return 0


def _open_doors(settings: Settings) -> Iterator[Refusal]:
    """Find doors that would stand open to a network."""
    reachable = not is_loopback(settings.host) or settings.public_url is not None
    if settings.teams_without_auth and reachable:
        yield _refusal("serve-refuse-teams-open", "teams_without_auth")


def _refusal(key: str, name: str, **values: str) -> Refusal:
    return Refusal(key, {"name": _variable(name), **values})


def _variable(name: str) -> str:
    return f"{PREFIX}{name.upper()}"

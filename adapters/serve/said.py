"""What there is to say about each part, as the settings switch it on or off."""

from __future__ import annotations

from collections.abc import Iterator

from adapters.serve.announce import Said
from adapters.settings import Settings


def of(settings: Settings, *, has_page: bool) -> tuple[Said, ...]:
    """Return a line for every part, whether on or off."""
    page = _page(settings) if has_page else Said(False, "serve-off-web")
    return (*_inside(settings), *_outside(settings), page)


def _inside(settings: Settings) -> Iterator[Said]:
    kind, _, rest = settings.database_url.partition("://")
    if kind.startswith("sqlite"):
        yield Said(True, "serve-on-store-sqlite", {"place": rest.removeprefix("/")})
    else:
        yield Said(True, "serve-on-store-postgresql")
    yield Said(True, "serve-on-pager")


def _outside(settings: Settings) -> Iterator[Said]:
    base = (settings.public_url or f"http://{settings.host}:{settings.port}").rstrip("/")
    if not settings.slack_bot_token:
        yield Said(False, "serve-off-slack")
    elif settings.slack_app_token:
        yield Said(True, "serve-on-slack-socket")
    else:
        yield Said(True, "serve-on-slack-http", {"url": f"{base}/slack/events"})
    if settings.teams_app_id:
        yield Said(True, "serve-on-teams", {"url": f"{base}/api/messages"})
    elif settings.teams_without_auth:
        yield Said(True, "serve-on-teams-open")
    else:
        yield Said(False, "serve-off-teams")
    yield Said(bool(settings.smtp_url), "serve-on-mail" if settings.smtp_url else "serve-off-mail")


def _page(settings: Settings) -> Said:
    if settings.web_open:
        return Said(True, "serve-on-web-open")
    return Said(True, "serve-on-web-signed" if settings.oidc_issuer else "serve-on-web-local")

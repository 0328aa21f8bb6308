"""The app's manifest asks for what the code uses and nothing else."""

from __future__ import annotations

import json
import re
from typing import Any

from adapters.slack import edge
from adapters.slack.part import ROUTE
from tests.conftest import REPOSITORY

_NEEDED = {
    "chat_postMessage": "chat:write",
    "chat_update": "chat:write",
    "chat_delete": "chat:write",
    "conversations_open": "im:write",
    "conversations_history": "im:history",
    "users_info": "users:read",
    "auth_test": None,
    "views_open": None,
    "views_publish": None,
    "views_update": None,
}
_FOR_MORE_THAN_CALLS = {
    "commands": "/somehelp and the shortcut",
    "files:read": "text files that people send",
    "im:history": "messages to the bot",
    "users:read.email": "who somebody is in the city's data",
}


def _manifest() -> dict[str, Any]:
    path = REPOSITORY / "deploy" / "slack" / "manifest.json"
    return dict(json.loads(path.read_text("utf-8")))


def test_the_manifest_asks_for_the_scopes_that_are_used() -> None:
    """Every scope is needed by a call or a feature, and every call has its scope."""
    code = "".join(p.read_text("utf-8") for p in (REPOSITORY / "adapters" / "slack").glob("*.py"))
    calls = set(re.findall(r"_?client\.([a-z]+_[a-zA-Z]+)\(", code)) - {"web_client"}
    scopes = {_NEEDED[call] for call in calls} - {None} | set(_FOR_MORE_THAN_CALLS)

    assert set(_manifest()["oauth_config"]["scopes"]["bot"]) == scopes


def test_the_manifest_names_what_is_listened_to() -> None:
    """Command, shortcut, events and address in the manifest are those of the code."""
    manifest = _manifest()
    features, settings = manifest["features"], manifest["settings"]
    events = {name.partition(".")[0] for name in settings["event_subscriptions"]["bot_events"]}
    addresses = {
        features["slash_commands"][0]["url"],
        settings["event_subscriptions"]["request_url"],
        settings["interactivity"]["request_url"],
    }

    assert [c["command"] for c in features["slash_commands"]] == [edge.COMMAND]
    assert [s["callback_id"] for s in features["shortcuts"]] == [edge.SHORTCUT]
    assert events == set(edge.EVENTS)
    assert all(address.endswith(ROUTE) for address in addresses)


def test_the_manifest_keeps_to_slacks_lengths() -> None:
    """Slack takes the manifest: names and descriptions are not too long for it."""
    shown, features = _manifest()["display_information"], _manifest()["features"]

    assert len(shown["name"]) <= 35
    assert len(shown["description"]) <= 140
    assert 174 <= len(shown["long_description"]) <= 4000
    assert all(len(s["name"]) <= 24 and len(s["description"]) <= 150 for s in features["shortcuts"])
    assert all(len(c["description"]) <= 2000 for c in features["slash_commands"])

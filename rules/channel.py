"""What people call the channels, and the one name by which rules know each."""

from __future__ import annotations

_NAMES = {
    "fb": "facebook",
    "ig": "instagram",
    "insta": "instagram",
    "twitter": "x",
    "yt": "youtube",
    "li": "linkedin",
    "www": "web",
    "verkkosivut": "web",
    "webb": "web",
}


def canonical(channel: str | None) -> str:
    """Return the channel's name in the rules; an unknown one keeps its own, none is empty."""
    name = (channel or "").strip().casefold().lstrip("@#")
    return _NAMES.get(name, name)

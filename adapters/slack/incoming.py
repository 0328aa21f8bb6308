"""What somebody wrote, as plain words: without Slack's mark-up, links and escapes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

_ANGLED = re.compile(r"<([^<>\n|]+)(?:\|([^<>\n]*))?>")
_SILENT = ("mailto:", "tel:")


def words(message: Mapping[str, Any]) -> str:
    """Return the text of a message that a person wrote.

    Their client also sends it as rich text; that is read first, since only there an emoji is a
    character and a star is no mark-up.
    """
    rich = [block for block in message.get("blocks") or () if block.get("type") == "rich_text"]
    if rich:
        return unescaped("\n".join(_rich(block) for block in rich)).strip()
    return unfolded(str(message.get("text") or "")).strip()


def copied(blocks: Iterable[Mapping[str, Any]], beginning: str) -> str:
    """Return the text to copy that a message of ours shows, empty if there is none.

    `beginning` is how the ids of its blocks begin.
    """
    shown = [_rich(b) for b in blocks if str(b.get("block_id", "")).startswith(beginning)]
    return unescaped("".join(shown))


def unescaped(text: str) -> str:
    """Return a text as it was typed: Slack escapes three characters in what it sends."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def unfolded(text: str) -> str:
    """Return a text with links, people and channels as words."""
    return unescaped(_ANGLED.sub(_unfold, text))


def _unfold(found: re.Match[str]) -> str:
    target, label = found[1], found[2]
    if target.startswith(("@", "#")):
        return target[0] + (label or target[1:])
    if target.startswith("!"):
        return label or "@" + target[1:].partition("^")[0]
    return _link(target, label or "")


def _link(url: str, label: str) -> str:
    """Return a link as a reader of the post would see it."""
    bare = url
    for scheme in _SILENT:
        bare = bare.removeprefix(scheme)
    if not label or label == bare:
        return bare
    if url.startswith(_SILENT) or label in (url, url.partition("://")[2].rstrip("/")):
        return label
    return f"{label} ({url})"


def _rich(element: Mapping[str, Any]) -> str:
    inner = [part for part in element.get("elements") or () if isinstance(part, Mapping)]
    match element.get("type"):
        case "rich_text":
            return "\n".join(_rich(part) for part in inner)
        case "rich_text_list":
            return "\n".join(
                ("• " if element.get("style") != "ordered" else f"{number}. ") + _rich(part)
                for number, part in enumerate(inner, 1)
            )
        case "rich_text_section" | "rich_text_quote" | "rich_text_preformatted":
            return "".join(_leaf(part) for part in inner)
        case _:
            return ""


def _leaf(element: Mapping[str, Any]) -> str:
    match element.get("type"):
        case "text":
            return str(element.get("text", ""))
        case "link":
            return _link(str(element.get("url", "")), str(element.get("text") or ""))
        case "emoji":
            return _emoji(element)
        case "user" | "usergroup":
            return f"@{element.get('user_id') or element.get('usergroup_id')}"
        case "channel":
            return f"#{element.get('channel_id')}"
        case "broadcast":
            return f"@{element.get('range')}"
        case "date":
            return str(element.get("fallback") or "")
        case "color":
            return str(element.get("value", ""))
        case _:
            return ""


def _emoji(element: Mapping[str, Any]) -> str:
    try:
        return "".join(chr(int(code, 16)) for code in str(element["unicode"]).split("-"))
    except (KeyError, ValueError, OverflowError):
        return f":{element.get('name', '')}:"

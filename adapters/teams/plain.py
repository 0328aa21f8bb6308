"""What somebody wrote in Teams as plain text: without tags, entities and our own name."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from typing import Any

from lxml import etree

_BLOCKS = frozenset(
    "p div li ul ol tr table blockquote pre h1 h2 h3 h4 h5 h6 hr section article".split()
)
_SILENT = frozenset("script style head title template attachment".split())
_MENTION = "http://schema.skype.com/Mention"


def without_mention(text: str, entities: Iterable[Mapping[str, Any]], bot: str) -> str:
    """Take the mention of this bot out of a message, once, and decode what Teams encoded.

    Nothing else is touched, also where the bot's name is a word of the draft.
    """
    said = mention_of(entities, bot)
    text = text.replace(said, "", 1) if said else text
    text = re.sub(r"</?at(?: id=\"[^\"<>]{0,40}\")?>", "", text)
    return html.unescape(text).replace("\xa0", " ").replace("\r\n", "\n").strip()


def mention_of(entities: Iterable[Mapping[str, Any]], bot: str) -> str:
    """Return how this bot was mentioned, tags included; empty if it was not."""
    for entity in entities:
        mentioned, said = entity.get("mentioned"), entity.get("text")
        ours = isinstance(mentioned, Mapping) and mentioned.get("id") == bot
        if entity.get("type") == "mention" and ours and isinstance(said, str):
            return said
    return ""


def of_html(source: str, mention: str = "") -> str:
    """Return the text that a reader of this HTML sees; a paragraph or list item is a line.

    `mention` is the name under which this bot was mentioned: its first mention is left out.
    """
    reader: Any = _Reader(mention)  # lxml's types want a method for comments: there are none
    parser = etree.HTMLParser(target=reader)
    # Half characters and NUL would end the text for the parser.
    clean = source.encode("utf-8", "replace").decode().replace("\0", "\ufffd")
    parser.feed(f"<div>{clean}</div>")
    return str(parser.close())


class _Reader:
    """Collects what is seen; the parser calls it for each tag and stretch of text."""

    def __init__(self, mention: str) -> None:
        self._out: list[str] = []
        self._mention = mention
        self._silent = 0
        self._mentions = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take an opening tag."""
        self._silent += tag in _SILENT
        self._mentions += _is_mention(tag, attributes)
        if tag == "br":
            self._say("\n")
        elif tag in _BLOCKS:
            self._line()
            self._say("– " if tag == "li" else "")
        elif tag == "img" and "emoji" in attributes.get("itemtype", "").casefold():
            # Teams writes an emoji as a picture with the character as its text.
            self._say(attributes.get("alt", ""))

    def end(self, tag: str) -> None:
        """Take a closing tag."""
        self._silent -= tag in _SILENT
        self._mentions = 0
        if tag in _BLOCKS:
            self._line()

    def data(self, text: str) -> None:
        """Take a stretch of text."""
        if self._silent:
            return
        if self._mentions and self._mention and text.strip() == self._mention:
            self._mention = ""
        elif text.strip(" \t\r\n") or not self._at_line_start():
            self._say(re.sub(r"[ \t\r\n]+", " ", text))

    def close(self) -> str:
        """Return the text."""
        lines = ("".join(self._out)).split("\n")
        tidy = "\n".join(re.sub(r"[ \xa0]+", " ", line).strip() for line in lines)
        return re.sub(r"\n{3,}", "\n\n", tidy).strip()

    def _at_line_start(self) -> bool:
        return not self._out or self._out[-1].endswith("\n")

    def _line(self) -> None:
        if not self._at_line_start():
            self._say("\n")

    def _say(self, text: str) -> None:
        if text:
            self._out.append(text)


def _is_mention(tag: str, attributes: Mapping[str, str]) -> bool:
    return tag == "at" or attributes.get("itemtype") == _MENTION

"""What Slack takes at most, and how a text is made to fit without losing a character."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

Block = dict[str, Any]

BLOCKS_IN_MESSAGE = 49  # Slack takes 50; one is kept for what joins the parts of an answer
BLOCKS_IN_VIEW = 100
# Slack refuses a message whose blocks are "too long" from about 13,200 characters on, and counts
# more than the texts; it does not say what. The blocks as JSON stay below that by a good measure.
JSON_IN_MESSAGE = 11_000
TEXT = 2_800
PLAIN_INPUT = 3_000
HEADER = 150
ACTIONS = 25
BUTTON = 75
BUTTON_VALUE = 2_000
URL = 3_000
OPTION = 75
OPTIONS = 100
LABEL = 2_000
PLACEHOLDER = 150
CONFIRM_TITLE, CONFIRM_TEXT, CONFIRM_ANSWER = 100, 300, 30
VIEW_TITLE = 24
METADATA = 3_000
FALLBACK = 1_000


def cut(text: str, longest: int) -> str:
    """Return a label of at most `longest` characters; a longer one ends in `…`."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def stretches(text: str, longest: int = TEXT) -> Iterator[str]:
    """Yield a text in stretches of at most `longest` characters that join to the whole text.

    A stretch ends after a line, else after a word, where there is one in its second half.
    """
    start = 0
    while len(text) - start > longest:
        end = start + longest
        for mark in ("\n", " "):
            found = text.rfind(mark, start + longest // 2, end)
            if found >= 0:
                end = found + 1
                break
        yield text[start:end]
        start = end
    if start < len(text):
        yield text[start:]


def size(blocks: Sequence[Block]) -> int:
    """Return how long the blocks are for Slack."""
    return len(json.dumps(blocks, ensure_ascii=False, separators=(",", ":")))

"""The advice that a check's card had no room for, without a word of the draft."""

from __future__ import annotations

from collections.abc import Iterator

from bot.answer import cited
from bot.card import Bullets, Card, Note, Piece
from bot.rule_counts import left, unpacked
from bot.talk import Talk


def more_card(talk: Talk) -> Card:
    """Return, per rule of the button, how often it spoke, what is written and where."""
    counts = unpacked(talk.request.args, talk.pack)
    return Card(
        title=talk.say("assistant-more", count=len(counts)),
        pieces=tuple(_pieces(counts, talk)),
        language=talk.language,
    )


def _pieces(counts: dict[str, int], talk: Talk) -> Iterator[Piece]:
    lines = tuple(
        talk.say(
            "assistant-more-rule",
            count=count,
            severity=talk.say(f"severity-{rule.severity}"),
            says=rule.says.get(talk.language),
            where=cited(rule.source, talk.pack, talk.texts),
        )
        for name, count in counts.items()
        if (rule := talk.pack.rule(name))
    )
    yield Bullets(lines)
    if hidden := left(talk.request.args):
        yield Note(talk.say("assistant-more-rest", count=hidden))

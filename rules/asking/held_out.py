"""What a pack's example questions say of each other: each answered by all the others alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rules.asking.guess import examples
from rules.asking.learn import Example, left_out
from rules.asking.understand import understand
from rules.pack import Pack

_SHADOWED = 0.4  # share of a topic's questions that one other topic draws to itself


class Led(NamedTuple):
    """One example question, its topic, and the topic that the others lead it to."""

    question: str
    topic: str
    got: str


class Shadow(NamedTuple):
    """A topic much of whose questions another one draws to itself."""

    topic: str
    by: str
    drawn: int
    of: int


def led(pack: Pack) -> tuple[Led, ...]:
    """Answer each example question of a pack by all its other examples."""
    asked = list(examples(pack.topics))
    cases = [Example(understand(q, lang).clues, topic.id) for topic, lang, q in asked]
    if not cases:
        return ()
    scores = left_out(cases)
    return tuple(
        Led(question, topic.id, max(score, key=score.__getitem__))
        for (topic, _, question), score in zip(asked, scores, strict=True)
    )


def shadows(found: Sequence[Led]) -> Iterator[Shadow]:
    """Find topics that hardly anything sets apart from another one."""
    of = Counter(each.topic for each in found)
    drawn = Counter((each.topic, each.got) for each in found if each.got != each.topic)
    for (topic, by), count in drawn.items():
        if count >= _SHADOWED * of[topic]:
            yield Shadow(topic, by, count, of[topic])

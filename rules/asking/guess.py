"""The trained guess of a pack: which of its topics a question is about, and by which words."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from rules.asking.learn import Example, learn, with_constant
from rules.asking.lexicon import fingerprint
from rules.asking.model import Model
from rules.asking.understand import Understood, understand
from rules.kept import keep, recall
from rules.model import LANGUAGES, Language
from rules.topic import Topic

_FORMAT = "5"  # raised whenever clues or weights change their meaning
_MOST_WORDS = 6


class Guess(NamedTuple):
    """A topic, the score it got, and the words of the question that spoke for it."""

    topic: str
    score: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guesser:
    """The trained model of a pack's topics."""

    model: Model

    def rank(self, heard: Understood) -> list[tuple[float, str]]:
        """Return every topic with its score, the best first."""
        scores = self.model.scores(with_constant(heard.clues))
        return sorted(zip(scores, self.model.topics, strict=True), reverse=True)

    def words(self, heard: Understood, topic: str) -> tuple[str, ...]:
        """Return the words that spoke most for a topic, in the order of the question."""
        weight: dict[str, float] = {}
        for clue, share in self.model.shares(heard.clues, topic).items():
            for word in (said := dict.fromkeys(heard.words.get(clue, ()))):
                weight[word] = weight.get(word, 0.0) + share / len(said)
        most = max(weight.values(), default=0.0)
        strong = [word for word, value in weight.items() if value > max(most / 4, 0.0)]
        order = list(dict.fromkeys(w for said in heard.words.values() for w in said))
        return tuple(sorted(strong, key=order.index)[:_MOST_WORDS])


def examples(topics: Iterable[Topic]) -> Iterator[tuple[Topic, Language, str]]:
    """Yield every example question with its topic and language."""
    for topic in topics:
        for language in LANGUAGES:
            for question in topic.questions.get(language, ()):
                yield topic, language, question


def learned(topics: Iterable[Topic]) -> Guesser:
    """Return the guesser of these topics, from a cache where one was kept."""
    asked = list(examples(topics))
    name = f"guide-{_digest(asked)}.bin"
    kept = recall(name)
    if kept is not None:
        try:
            return Guesser(Model.from_bytes(kept))
        except (ValueError, KeyError):
            pass  # damaged: learn again
    model = learn([Example(understand(q, lang).clues, topic.id) for topic, lang, q in asked])
    keep(name, model.to_bytes())
    return Guesser(model)


def _digest(asked: Iterable[tuple[Topic, Language, str]]) -> str:
    digest = hashlib.sha256(_FORMAT.encode() + fingerprint())
    plain = [(topic.id, language, question) for topic, language, question in asked]
    digest.update(json.dumps(plain, ensure_ascii=False).encode())
    return digest.hexdigest()[:24]

"""What was learned from example questions: for each clue its weight for each topic."""

from __future__ import annotations

import json
from array import array
from collections.abc import Mapping
from dataclasses import dataclass

Clues = Mapping[str, float]

CONSTANT = "always"
"""The clue that every question has."""


@dataclass(frozen=True, slots=True)
class Model:
    """A linear model; a topic's score is near 1 where it is right and near 0 where it is not."""

    topics: tuple[str, ...]
    rows: Mapping[str, int]
    weights: array[float]

    def scores(self, clues: Clues) -> list[float]:
        """Return how strongly the clues speak for each topic."""
        total = [0.0] * len(self.topics)
        for clue, value in clues.items():
            row = self._row(clue)
            if row is not None:
                total = [t + value * w for t, w in zip(total, row, strict=True)]
        return total

    def shares(self, clues: Clues, topic: str) -> dict[str, float]:
        """Return how much each clue adds to one topic's score."""
        at = self.topics.index(topic)
        return {
            clue: value * row[at]
            for clue, value in clues.items()
            if (row := self._row(clue)) is not None
        }

    def _row(self, clue: str) -> array[float] | None:
        row = self.rows.get(clue)
        width = len(self.topics)
        return None if row is None else self.weights[row * width : (row + 1) * width]

    def to_bytes(self) -> bytes:
        """Return the model as bytes, to be kept."""
        head = json.dumps([self.topics, list(self.rows)], ensure_ascii=False).encode()
        return len(head).to_bytes(8, "big") + head + self.weights.tobytes()

    @classmethod
    def from_bytes(cls, data: bytes) -> Model:
        """Read what `to_bytes` wrote.

        Raises:
            ValueError: the bytes are damaged.
        """
        size = int.from_bytes(data[:8], "big")
        topics, clues = json.loads(data[8 : 8 + size])
        weights = array("f")
        weights.frombytes(data[8 + size :])
        if len(weights) != len(topics) * len(clues):
            raise ValueError("a kept model is damaged")
        return cls(tuple(topics), {clue: at for at, clue in enumerate(clues)}, weights)

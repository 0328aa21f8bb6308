"""Learning which topic a question is about from a pack's own example questions.

Ridge regression onto the topics, solved exactly: the same examples always give the same model, and
what the others would have said of each example comes from the same solution (leave-one-out has a
closed form), so that `pack test` need not learn a thousand times. NumPy is imported here only:
learning is a matter of set-up, answering needs nothing but the kept weights.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from rules.asking.model import CONSTANT, Clues, Model

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.floating[Any]]

_STIFFNESS = 0.4  # how much the weights are held back; chosen on questions that are no examples
_RAREST = 2  # examples that a clue stands in, at least: a clue of one example proves nothing
_CONSTANT = 0.3  # weight of the clue that every question has


class Example(NamedTuple):
    """One example question, taken apart, and the topic it is about."""

    clues: Clues
    topic: str


def with_constant(clues: Clues) -> dict[str, float]:
    """Return the clues with the one that every question has."""
    return {**clues, CONSTANT: _CONSTANT}


def learn(examples: Sequence[Example]) -> Model:
    """Learn from examples."""
    topics, rows, matrix, wanted = _prepared(examples)
    import numpy as np

    own = (matrix @ matrix.T).astype(np.float64)
    own[np.diag_indices_from(own)] += _STIFFNESS
    weights = matrix.T @ np.linalg.solve(own, wanted).astype(np.float32)
    return Model(topics, rows, array("f", weights.tobytes()))


def left_out(examples: Sequence[Example]) -> list[dict[str, float]]:
    """Return, for each example, the scores that the others alone would have given its topics."""
    topics, _rows, matrix, wanted = _prepared(examples)
    import numpy as np

    own = (matrix @ matrix.T).astype(np.float64)
    own[np.diag_indices_from(own)] += _STIFFNESS
    inverse = np.linalg.inv(own)
    scores = wanted - (inverse @ wanted) / np.diag(inverse)[:, None]
    return [dict(zip(topics, map(float, row), strict=True)) for row in scores]


def _prepared(
    examples: Sequence[Example],
) -> tuple[tuple[str, ...], dict[str, int], Matrix, Matrix]:
    import numpy as np

    topics = tuple(dict.fromkeys(example.topic for example in examples))
    cases = [with_constant(example.clues) for example in examples]
    common = Counter(clue for clues in cases for clue in clues)
    kept = [clue for clue, count in common.items() if count >= _RAREST or clue == CONSTANT]
    rows = {clue: at for at, clue in enumerate(kept)}
    matrix: Any = np.zeros((len(cases), len(rows)), np.float32)
    wanted: Any = np.zeros((len(cases), len(topics)))
    for at, clues in enumerate(cases):
        for clue, value in clues.items():
            if clue in rows:
                matrix[at, rows[clue]] = value
        wanted[at, topics.index(examples[at].topic)] = 1.0
    return topics, rows, matrix, wanted

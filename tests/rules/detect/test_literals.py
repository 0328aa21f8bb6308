"""Many pieces of text, looked for at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.detect.literals import Literals

_LETTERS = st.text("aäb. *", min_size=1, max_size=4)


@given(pieces=st.lists(_LETTERS, max_size=12, unique=True), text=st.text("aäb. *", max_size=40))
def test_exactly_the_pieces_that_stand_in_the_text_are_seen(pieces: list[str], text: str) -> None:
    """However many words a rule lists, and whatever signs are in them, each is found or is not."""
    seen = Literals(pieces).seen(text)
    assert sorted(seen) == [at for at, piece in enumerate(pieces) if piece in text]


@pytest.mark.parametrize("count", [3, 300])
def test_pieces_within_pieces_are_all_seen(count: int) -> None:
    """A word does not hide a longer one that begins with it."""
    pieces = ["a" * (at + 1) for at in range(count)]
    assert sorted(Literals(pieces).seen("a" * count)) == list(range(count))

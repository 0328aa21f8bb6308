"""What is remembered of words, and what never is."""

from __future__ import annotations

from rules.text.perword import PerWord
from rules.text.word import Word, word_of


def _counting() -> tuple[PerWord[int], list[str]]:
    asked: list[str] = []

    def length(word: Word) -> int:
        asked.append(word.surface)
        return len(word.surface)

    return PerWord(length), asked


def test_known_word_is_worked_out_once() -> None:
    """A word of the dictionary costs its work in the first draft only."""
    per_word, asked = _counting()
    assert [per_word(word_of("kirjasto")) for _ in range(3)] == [8, 8, 8]
    assert asked == ["kirjasto"]


def test_unknown_form_is_forgotten() -> None:
    """A form that no dictionary knows, such as a password, is kept nowhere."""
    per_word, asked = _counting()
    assert [per_word(word_of("qzwxkrt")) for _ in range(2)] == [7, 7]
    assert asked == ["qzwxkrt", "qzwxkrt"]
    assert not per_word

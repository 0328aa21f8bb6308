"""What a crisis needs is away for a while: everybody can see it, and all arrives afterwards."""

from __future__ import annotations

import pytest

from tests.kill.plays import Outage


@pytest.mark.play("database away")
def test_the_database_is_away(played: Outage) -> None:
    """Health is red, nobody is told that something was written, and afterwards all is delivered."""
    assert played.red and played.said and played.green
    assert played.proof.holds, played.proof


@pytest.mark.play("chat away")
def test_the_chat_answers_nothing_but_errors(played: Outage) -> None:
    """The board names who was not reached, health is red, and afterwards all is delivered."""
    assert played.red and played.said and played.green
    assert played.proof.holds, played.proof

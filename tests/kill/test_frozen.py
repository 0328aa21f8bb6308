"""An instance stands still, another takes over, and the first wakes up and knows nothing of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.kill.proof import Proof


@pytest.mark.play("frozen")
def test_frozen_while_sending(played: Proof) -> None:
    """An instance that stood still in mid-burst loses nobody, and repeats one message at most."""
    assert len(played.repeated) <= 1
    assert replace(played, repeated=()).holds, played


@pytest.mark.play("frozen at look-up")
def test_frozen_while_it_looks_a_message_up(played: Proof) -> None:
    """Whoever was told "not there" before standing still does not send it on waking up."""
    assert played.holds, played


@pytest.mark.play("frozen before send")
def test_frozen_at_the_moment_of_sending(played: Proof) -> None:
    """Past its last look an instance can send one message more at most, with the same key."""
    assert len(played.repeated) <= 1
    assert replace(played, repeated=()).holds, played

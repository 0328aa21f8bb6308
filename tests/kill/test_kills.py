"""Instances are killed at any moment; nobody is forgotten, nobody is asked twice without need."""

from __future__ import annotations

import pytest

from tests.kill.plays import Failover
from tests.kill.proof import Proof
from tests.kill.town import PEOPLE


@pytest.mark.play("kills on sqlite")
def test_kills_on_sqlite(played: Proof) -> None:
    """However often the process is killed, everyone is pinged, and answers given meanwhile count.

    Nothing that can be looked up is sent twice; what cannot be carries its key and is counted.
    """
    assert played.holds, played
    assert played.people == PEOPLE and played.crashes and played.answers


@pytest.mark.play("kills on postgresql")
def test_kills_on_postgresql(played: Proof) -> None:
    """The same on PostgreSQL."""
    assert played.holds, played
    assert played.people == PEOPLE and played.crashes and played.answers


@pytest.mark.play("failover")
def test_the_other_instance_goes_on_by_itself(played: Failover) -> None:
    """When one of two instances is gone for good, the other one pings on within 20 seconds."""
    assert played.proof.holds, played.proof
    assert played.proof.crashes
    assert played.after < 20

"""The town of the end-to-end tests, and its people, each at the client that they use."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.adapters.slack.emulator import AINO, BO, CAROL
from tests.adapters.slack.stage import Person
from tests.e2e.teams import Colleague
from tests.e2e.town import Town


@pytest.fixture(scope="package")
def whole_town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """The town, for all tests."""
    town = Town(tmp_path_factory.mktemp("town"))
    yield town
    town.close()


@pytest.fixture
def town(whole_town: Town) -> Iterator[Town]:
    """The town with nothing going on; Slack took what was drawn, and everybody was answered."""
    whole_town.clear()
    yield whole_town
    assert whole_town.shim.refused == []
    assert whole_town.failures() == []


@pytest.fixture
def aino(town: Town) -> Person:
    """The head of communications, on Slack: she may open and end a crisis, and is on duty."""
    return town.person(AINO)


@pytest.fixture
def bo(town: Town) -> Person:
    """The director of education, on Slack, in Swedish; Eero stands in for him."""
    return town.person(BO)


@pytest.fixture
def carol(town: Town) -> Person:
    """The city manager, on Slack, in English: she leads communication in a crisis."""
    return town.person(CAROL)


@pytest.fixture
def dora(town: Town) -> Colleague:
    """The technical director, on Teams."""
    return town.colleague("dora")


@pytest.fixture
def eero(town: Town) -> Colleague:
    """A head teacher, on Teams; he stands in for Bo."""
    return town.colleague("eero")


@pytest.fixture
def gita(town: Town) -> Colleague:
    """The director of administration, on Teams: she may open and end a crisis, and is on duty."""
    return town.colleague("gita")


@pytest.fixture
def ope(town: Town) -> Colleague:
    """A teacher on Teams, of whom the city's data knows nothing."""
    return town.colleague("ope")

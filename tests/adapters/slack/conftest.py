"""The stages of the end-to-end tests: one per way in which Slack and the bot talk."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.adapters.slack.emulator import AINO, BO, CAROL, Mode
from tests.adapters.slack.stage import Person, Stage


@pytest.fixture(scope="session")
def http_stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """Slack calls the bot over signed HTTP."""
    yield from _stage("http", tmp_path_factory)


@pytest.fixture(scope="session")
def socket_stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The bot opens a socket to Slack."""
    yield from _stage("socket", tmp_path_factory)


def _stage(mode: Mode, folders: pytest.TempPathFactory) -> Iterator[Stage]:
    stage = Stage(mode, folders.mktemp(f"slack-{mode}"))
    yield stage
    stage.close()


@pytest.fixture(params=["http", "socket"])
def stage(request: pytest.FixtureRequest) -> Iterator[Stage]:
    """Each way in turn, with nothing said yet; whatever was drawn must have been taken."""
    ready: Stage = cleared(request.getfixturevalue(f"{request.param}_stage"))
    yield ready
    assert ready.shim.refused == []


@pytest.fixture
def http(http_stage: Stage) -> Stage:
    """Signed HTTP alone, for what the emulator cannot play, with nothing said yet."""
    return cleared(http_stage)


def cleared(stage: Stage) -> Stage:
    """Return a stage on which nothing was said yet."""
    stage.slack.control("reset")
    stage.shim.forget()
    return stage


@pytest.fixture
def aino(stage: Stage) -> Person:
    """Aino reads Finnish."""
    return Person(stage, AINO)


@pytest.fixture
def bo(stage: Stage) -> Person:
    """Bo reads Swedish."""
    return Person(stage, BO)


@pytest.fixture
def carol(stage: Stage) -> Person:
    """Carol reads English."""
    return Person(stage, CAROL)

"""A page to visit and a browser to visit it with; where there is none, the tests say so."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.adapters.web.guest import Guest
from tests.adapters.web.stage import Stage
from tests.conftest import REPOSITORY
from tests.needs import missing

_AXE = REPOSITORY / "tests" / "harness" / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium of this machine, without a window."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        missing("Chromium")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The accessibility checker, as a script."""
    if not _AXE.is_file():
        missing("axe-core")
    return _AXE.read_text("utf-8")


@pytest.fixture(scope="session")
def local(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The page in its local mode."""
    stage = Stage(tmp_path_factory.mktemp("web"))
    yield stage
    stage.close()


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """The page in its local mode, for one test alone."""
    made = Stage(tmp_path)
    yield made
    made.close()


@pytest.fixture
def guest(browser: Browser, local: Stage) -> Iterator[Guest]:
    """Somebody with a browser, at the local page."""
    visitor = Guest(browser, local.url)
    yield visitor
    visitor.leave()


@pytest.fixture
def page(guest: Guest) -> Page:
    """The guest's window."""
    return guest.page

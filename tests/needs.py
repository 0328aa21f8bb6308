"""What a test needs beyond Python: there for real in CI, named where it is missing elsewhere."""

from __future__ import annotations

import os
import shutil
from typing import NoReturn

import pytest


def missing(what: str) -> NoReturn:
    """Fail in CI and skip elsewhere: a test that cannot run never looks like one that passed."""
    why = f"{what} is missing; ./setup --dev installs it"
    if os.environ.get("CI"):
        pytest.fail(why)
    pytest.skip(why)


def program(name: str) -> str:
    """Return where a program is."""
    return shutil.which(name) or missing(name)

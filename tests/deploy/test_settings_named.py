"""What the files of deploy/ say of Somehelp is so."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from adapters.settings import PREFIX, Settings
from tests.conftest import REPOSITORY

DEPLOY = REPOSITORY / "deploy"
FILES = sorted(
    path
    for folder in (".", "kubernetes", "proxy", "systemd")
    for path in (DEPLOY / folder).iterdir()
    if path.is_file() and path.name != ".env"
)
_SETTINGS = {name.upper() for name in Settings.model_fields}
_VERSION = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]["version"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_setting_named_exists(path: Path) -> None:
    """Whoever copies an example gives settings that Somehelp reads, with or without _FILE."""
    named = re.findall(rf"\b{PREFIX}([A-Z_]+[A-Z])\b", path.read_text("utf-8"))

    assert [name for name in named if name.removesuffix("_FILE") not in _SETTINGS] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_secret_is_given(path: Path) -> None:
    """A secret stands in a file of its own: no example has a place to write it into."""
    secrets = [
        name.upper()
        for name, field in Settings.model_fields.items()
        if "SecretStr" in str(field.annotation)
    ]
    given = re.compile(rf"\b{PREFIX}({'|'.join(secrets)})\s*[=:]")

    assert given.findall(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_version_is_this_one(path: Path) -> None:
    """An image is called by the version that is built from this folder."""
    text = path.read_text("utf-8")
    tags = re.findall(r"somehelp:(\d[\w.]*)", text) + re.findall(r"newTag: (\S+)", text)

    assert set(tags) <= {_VERSION}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_named_exists(path: Path) -> None:
    """A file of deploy/ or docs/ that a comment or a command names is there."""
    named = re.findall(r"\b(?:deploy|docs)/[\w./-]*\w", path.read_text("utf-8"))
    made_by_hand = {"deploy/.env", "deploy/secrets"}

    assert [
        name
        for name in named
        if not (REPOSITORY / name).exists()
        and not any(name.startswith(each) for each in made_by_hand)
        and not list(REPOSITORY.glob(f"{name}*"))
    ] == []

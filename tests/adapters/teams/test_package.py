"""The app package is one that Teams takes, and says the same in three languages."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from adapters.teams.extension import COMMAND
from adapters.teams.package import FOLDER, App, main, package
from bot.commands import command_in
from tests.adapters.teams.browser import module
from tests.adapters.teams.world import APP

PAIMIO = App(APP, "bot.paimio.fi", "Paimion kaupunki")


@pytest.fixture
def files() -> dict[str, bytes]:
    """Return what the package holds."""
    with zipfile.ZipFile(io.BytesIO(package(PAIMIO))) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def _schema(name: str, version: str) -> Draft7Validator:
    folder = module("@microsoft/app-manifest") / "build" / "json-schemas" / "teams"
    return Draft7Validator(json.loads((folder / f"v{version}" / name).read_text("utf-8")))


def test_microsofts_schema_takes_it(files: dict[str, bytes]) -> None:
    """The manifest and its other languages are valid by Microsoft's own schemas."""
    manifest = json.loads(files["manifest.json"])
    version = manifest["manifestVersion"]
    errors = list(_schema("MicrosoftTeams.schema.json", version).iter_errors(manifest))
    for name in ("sv.json", "en.json"):
        schema = _schema("MicrosoftTeams.Localization.schema.json", version)
        errors += schema.iter_errors(json.loads(files[name]))

    assert [error.message for error in errors] == []
    assert manifest["$schema"].endswith(f"/v{version}/MicrosoftTeams.schema.json")


def test_what_the_schema_does_not_look_at(files: dict[str, bytes]) -> None:
    """Lengths, counts and addresses are within what Teams shows."""
    manifest = json.loads(files["manifest.json"])
    commands = manifest["bots"][0]["commandLists"][0]["commands"]

    assert manifest["id"] == manifest["bots"][0]["botId"] == APP
    assert manifest["composeExtensions"][0]["botId"] == APP
    assert manifest["composeExtensions"][0]["commands"][0]["id"] == COMMAND
    assert manifest["validDomains"] == ["bot.paimio.fi"]
    assert all(url.startswith("https://bot.paimio.fi/") for url in _urls(manifest["developer"]))
    assert len(commands) <= 10
    for texts in (manifest, json.loads(files["sv.json"]), json.loads(files["en.json"])):
        said = _flat(texts)
        assert len(said["name.short"]) <= 30
        assert len(said["name.full"]) <= 100
        assert len(said["description.short"]) <= 80
        assert len(said["description.full"]) <= 4000
        titles = [text for place, text in said.items() if place.endswith(".title")]
        assert len(titles) == 6
        assert all(len(title) <= 32 for title in titles)
        assert "teams-" not in str(list(said.values()))


def test_a_command_does_what_it_says(files: dict[str, bytes]) -> None:
    """Every command of the list, in every language, is one that the bot understands."""
    for name in ("manifest.json", "sv.json", "en.json"):
        said = _flat(json.loads(files[name]))
        titles = [
            text for place, text in said.items() if "commandLists" in place and "title" in place
        ]
        assert [command_in(title) is not None for title in titles] == [True] * 5


@pytest.mark.parametrize(("name", "side"), [("color.png", 192), ("outline.png", 32)])
def test_icons(files: dict[str, bytes], name: str, side: int) -> None:
    """The icons have the sizes that Teams asks for, and the outline is see-through."""
    header = files[name][:33]

    assert header[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", header[16:24]) == (side, side)
    assert name == "color.png" or header[25] in (4, 6)


def test_the_same_input_gives_the_same_bytes(tmp_path: Path, capsys: Any) -> None:
    """A package can be built again and compared."""
    out = tmp_path / "app.zip"
    options = ["--app-id", APP, "--host", "bot.paimio.fi", "--city", "Paimion kaupunki"]

    assert main([*options, "--out", str(out)]) == 0
    assert out.read_bytes() == package(PAIMIO)
    assert capsys.readouterr().out.strip() == str(out)


@pytest.mark.parametrize(
    ("app_id", "host"),
    [
        ("x", "bot.paimio.fi"),
        (APP, "https://bot.paimio.fi"),
        (APP, "*.fi"),
        (APP, "localhost"),
        (APP, ""),
    ],
)
def test_wrong_input_is_refused(app_id: str, host: str, tmp_path: Path, capsys: Any) -> None:
    """A wrong id or host is said at once, not by Teams after an upload."""
    options = ["--app-id", app_id, "--host", host, "--city", "x", "--out", str(tmp_path / "x.zip")]

    assert main(options) == 2
    assert "✖" in capsys.readouterr().err
    assert not (tmp_path / "x.zip").exists()


def test_every_file_is_there() -> None:
    """The folder holds what the package is made of, and the drawings of the icons."""
    names = {path.name for path in FOLDER.iterdir()}

    assert {"manifest.json", "color.png", "outline.png", "color.svg", "outline.svg"} <= names


def _flat(value: Any, place: str = "") -> dict[str, str]:
    if isinstance(value, dict):
        pairs = [(f"{place}.{key}" if place else key, inner) for key, inner in value.items()]
    elif isinstance(value, list):
        pairs = [(f"{place}[{at}]", inner) for at, inner in enumerate(value)]
    else:
        return {place: value} if isinstance(value, str) else {}
    return {k: v for where, inner in pairs for k, v in _flat(inner, where).items()}


def _urls(developer: dict[str, str]) -> list[str]:
    return [value for key, value in developer.items() if key.endswith("Url")]

"""The app package that an admin uploads to Teams: `python -m adapters.teams.package`.

`deploy/teams/manifest.json` names sentences of `bot.texts` where Teams shows words, so that the app
speaks the bot's three languages from one source. The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import sys
import uuid
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bot.texts import Texts
from rules.model import Language

FOLDER = Path(__file__).resolve().parents[2] / "deploy" / "teams"
ICONS = ("color.png", "outline.png")
FIRST: Language = "fi"
OTHERS: tuple[Language, ...] = ("sv", "en")

_SENTENCE = re.compile(r"teams-[a-z-]+")
_HOST = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
_TIME = (2026, 1, 1, 0, 0, 0)


class App(NamedTuple):
    """Whose app it is: the Microsoft app id, the server's host name, the city's name."""

    app_id: str
    host: str
    city: str


def package(app: App, folder: Path = FOLDER) -> bytes:
    """Return the zip file.

    Raises:
        ValueError: the app id is no UUID, or the host no host name.
        OSError: the folder lacks a file.
    """
    if str(uuid.UUID(app.app_id)) != app.app_id.lower():
        raise ValueError(f"{app.app_id} is no app id")
    if not _HOST.fullmatch(app.host):
        raise ValueError(f"{app.host} is no host name such as bot.kunta.fi")
    template = json.loads((folder / "manifest.json").read_text("utf-8"))
    files = {"manifest.json": _json(manifest(template, app))}
    files |= {f"{language}.json": _json(strings(template, language)) for language in OTHERS}
    files |= {name: (folder / name).read_bytes() for name in ICONS}
    return _zipped(files)


def manifest(template: Any, app: App) -> Any:
    """Return the manifest of an app, in the first language."""
    texts = Texts(FIRST)

    def filled(value: str) -> str:
        if _SENTENCE.fullmatch(value):
            return texts.say(value)
        for name, said in app._asdict().items():
            value = value.replace(f"{{{name}}}", said)
        return value

    return _mapped(template, filled)


def strings(template: Any, language: Language) -> dict[str, str]:
    """Return what is said in another language, by the place in the manifest where it stands."""
    texts = Texts(language)
    number = template["manifestVersion"]
    schema = f"https://developer.microsoft.com/json-schemas/teams/v{number}"
    said = {place: texts.say(key) for place, key in _sentences(template)}
    return {"$schema": f"{schema}/MicrosoftTeams.Localization.schema.json", **said}


def _sentences(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _sentences(inner, f"{place}.{key}" if place else key)
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _sentences(inner, f"{place}[{at}]")
    elif isinstance(value, str) and _SENTENCE.fullmatch(value):
        yield place, value


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {key: _mapped(inner, change) for key, inner in value.items()}
    if isinstance(value, list):
        return [_mapped(inner, change) for inner in value]
    return change(value) if isinstance(value, str) else value


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def _zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _TIME)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, content)
    return out.getvalue()


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the package; return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m adapters.teams.package", description="Build the app package for Teams."
    )
    parser.add_argument("--app-id", required=True, help="the Microsoft app id of the bot")
    parser.add_argument("--host", required=True, help="the server's host name, bot.kunta.fi")
    parser.add_argument("--city", required=True, help="the city's name, shown as the developer")
    parser.add_argument("--out", type=Path, default=Path("somehelp-teams.zip"))
    said = parser.parse_args(arguments)
    try:
        content = package(App(said.app_id, said.host, said.city))
        said.out.write_bytes(content)
    except (ValueError, OSError) as error:
        print(f"✖ {error}", file=sys.stderr)  # noqa: T201 - a command speaks to its user
        return 2
    print(said.out)  # noqa: T201 - a command speaks to its user
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Packs from YAML, read once and then from a cache."""

from __future__ import annotations

import hashlib
from pathlib import Path

from pydantic import ValidationError

from rules.kept import keep, recall
from rules.layers import BUILT_IN, LayerReader, files_of, folder_of
from rules.merge import merge
from rules.model import CHECKED
from rules.pack import Pack
from rules.yaml_file import PackError, Problem

_FORMAT = "7"  # of the cached form; raise it when the models change their meaning


def names() -> tuple[str, ...]:
    """Return the ids of the built-in organisations' packs."""
    return tuple(sorted(p.name for p in BUILT_IN.iterdir() if (p / "city.yaml").is_file()))


def load(pack: str | Path) -> Pack:
    """Load a built-in pack by its id, or a pack's folder by its path.

    A pack is read from YAML once and then from a cache that is keyed by the content of its files.

    Raises:
        PackError: something is wrong in the files; the error lists all of it.
    """
    folder = folder_of(str(pack), Path())
    if folder is None:
        known = ", ".join(names())
        why = f"no such pack; built in are {known}; or give the path of a pack's folder"
        raise PackError([Problem(str(pack), 1, "pack", why)])
    key = f"pack-{folder.name}-{_fingerprint(folder)}.json"
    kept = recall(key)
    if kept is not None:
        try:
            return Pack.model_validate_json(kept, context=CHECKED)
        except ValidationError:
            pass  # damaged, or written by another version: read the files instead
    made = read(folder)
    keep(key, made.model_dump_json(exclude_defaults=True).encode())
    return made


def read(folder: Path) -> Pack:
    """Read a pack and its layers from their YAML files, whatever the cache holds.

    Raises:
        PackError: something is wrong in the files; the error lists all of it.
    """
    reader = LayerReader()
    layers = reader.read(folder)
    if not layers:
        raise PackError(reader.problems)
    pack, problems = merge(layers)
    if reader.problems or problems:
        raise PackError([*reader.problems, *problems])
    return pack


def _fingerprint(folder: Path) -> str:
    """Digest the files of a pack and of all that it may extend: those beside it and built in."""
    digest = hashlib.sha256(_FORMAT.encode())
    around = (*BUILT_IN.iterdir(), *folder.resolve().parent.iterdir())
    folders = {found.resolve() for path in around if (found := folder_of(path.name, path.parent))}
    for path in sorted(path for each in folders for path in files_of(each)):
        digest.update(f"{path.parent.name}/{path.name}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:24]

"""Packs from YAML: layers merged, cross-checked, every error of every file at once, then cached."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from rules.kept import keep, recall
from rules.pack import Adjustment, Document, Header, Pack, Role
from rules.rule import Rule
from rules.topic import Topic
from rules.yaml_file import PackError, Problem, YamlFile, read_yaml

BUILT_IN = Path(__file__).parent / "packs"

M = TypeVar("M", bound=BaseModel)

_FORMAT = "2"  # of the cached form; raise it when the models change their meaning


@dataclass(slots=True)
class _Layer:
    """One pack's own files, read and validated, before its layers are merged in."""

    file: YamlFile
    header: Header
    rules: list[Rule] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)
    places: dict[str, tuple[YamlFile, list[str | int]]] = field(default_factory=dict)


def names() -> tuple[str, ...]:
    """Return the ids of the built-in organisations' packs."""
    return tuple(sorted(p.name for p in BUILT_IN.iterdir() if (p / "city.yaml").is_file()))


def load(pack: str | Path) -> Pack:
    """Load a built-in pack by its id, or a pack's folder by its path.

    A pack is read from YAML once and then from a cache that is keyed by the content of its files.

    Raises:
        PackError: something is wrong in the files; the error lists all of it.
    """
    folder = _folder(str(pack), Path())
    if folder is None:
        known = ", ".join(names())
        why = f"no such pack; built in are {known}; or give the path of a pack's folder"
        raise PackError([Problem(str(pack), 1, "pack", why)])
    key = f"pack-{folder.name}-{_fingerprint(folder)}.json"
    kept = recall(key)
    if kept is not None:
        try:
            return Pack.model_validate_json(kept)
        except ValidationError:
            pass  # written by another version: read the files instead
    made = read(folder)
    keep(key, made.model_dump_json(exclude_defaults=True).encode())
    return made


def read(folder: Path) -> Pack:
    """Read a pack and its layers from their YAML files, whatever the cache holds.

    Raises:
        PackError: something is wrong in the files; the error lists all of it.
    """
    problems: list[Problem] = []
    layers = _layers(folder, problems)
    pack = _merge(layers, problems) if layers else None
    if problems or pack is None:
        raise PackError(problems)
    return pack


def _folder(name: str, beside: Path) -> Path | None:
    for folder in (beside / name, BUILT_IN / name):
        if (folder / "pack.yaml").is_file():
            return folder
    return None


def _files(folder: Path) -> list[Path]:
    return sorted(p for p in folder.glob("*.yaml") if p.name != "city.yaml")


def _fingerprint(folder: Path) -> str:
    """Digest the files of a pack and of everything built in that it may extend."""
    digest = hashlib.sha256(_FORMAT.encode())
    folders = {folder.resolve(), *(p.resolve() for p in BUILT_IN.iterdir() if p.is_dir())}
    folders |= {p.resolve() for p in folder.parent.iterdir() if (p / "pack.yaml").is_file()}
    for path in sorted(path for each in folders for path in _files(each)):
        digest.update(f"{path.parent.name}/{path.name}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:24]


def _layers(folder: Path, problems: list[Problem]) -> list[_Layer]:
    """Read a pack and all that it extends, the deepest layer first."""
    found: dict[str, _Layer] = {}

    def visit(at: Path, above: tuple[str, ...]) -> None:
        layer = _read_layer(at, problems)
        if layer is None:
            return
        for index, name in enumerate(layer.header.extends):
            below = _folder(name, at.parent)
            if below is None:
                problems.append(layer.file.problem(["extends", index], f"no pack {name!r} is found"))
            elif name in (*above, layer.header.pack):
                problems.append(
                    layer.file.problem(["extends", index], f"{name!r} extends this pack: a circle")
                )
            elif name not in found:
                visit(below, (*above, layer.header.pack))
        found.setdefault(layer.header.pack, layer)

    visit(folder, ())
    return list(found.values())


def _read_layer(folder: Path, problems: list[Problem]) -> _Layer | None:
    files: list[YamlFile] = []
    for path in _files(folder):
        try:
            files.append(read_yaml(path, f"{folder.name}/{path.name}"))
        except PackError as error:
            problems.extend(error.problems)
    head = next((f for f in files if f.name.endswith("/pack.yaml")), None)
    if head is None:
        return None
    if not isinstance(head.content, Mapping):
        problems.append(head.problem([], "expected fields such as pack, title and extends"))
        return None
    own = {k: v for k, v in head.content.items() if k not in ("rules", "topics")}
    header = _value(Header, own, head, [], problems)
    if header is None:
        return None
    layer = _Layer(head, header)
    for file in files:
        _read_entries(file, layer, problems, is_head=file is head)
    return layer


def _read_entries(
    file: YamlFile, layer: _Layer, problems: list[Problem], *, is_head: bool
) -> None:
    if not isinstance(file.content, Mapping):
        problems.append(file.problem([], "expected rules: or topics:"))
        return
    if not is_head:
        for key in set(file.content) - {"rules", "topics"}:
            problems.append(file.problem([key], "only rules: and topics: stand beside pack.yaml"))
    for index, item in _list(file, "rules", problems):
        rule = _value(Rule, item, file, ["rules", index], problems)
        if rule:
            _add(layer.rules, rule, file, ["rules", index], layer, problems)
    for index, item in _list(file, "topics", problems):
        topic = _value(Topic, item, file, ["topics", index], problems)
        if topic:
            _add(layer.topics, topic, file, ["topics", index], layer, problems)


def _list(file: YamlFile, key: str, problems: list[Problem]) -> Iterator[tuple[int, Any]]:
    items = file.content.get(key) or []
    if isinstance(items, list):
        yield from enumerate(items)
    else:
        problems.append(file.problem([key], "expected a list, each entry beginning with '- id:'"))


def _value(
    model: type[M], value: object, file: YamlFile, path: list[str | int], problems: list[Problem]
) -> M | None:
    try:
        return model.model_validate(value)
    except ValidationError as error:
        problems.extend(file.problems(error, path))
        return None


def _add(
    kept: list[Any], entry: Any, file: YamlFile, path: list[str | int], layer: _Layer,
    problems: list[Problem],
) -> None:
    if entry.id in layer.places:
        problems.append(file.problem([*path, "id"], f"{entry.id} is already in this pack"))
        return
    layer.places[entry.id] = (file, path)
    kept.append(entry)


def _merge(layers: list[_Layer], problems: list[Problem]) -> Pack | None:
    top = layers[-1].header
    rules: dict[str, Rule] = {}
    documents: dict[str, Document] = {}
    roles: dict[str, Role] = {}
    for layer in layers:
        documents |= {document.id: document for document in layer.header.documents}
        roles |= {role.id: role for role in layer.header.roles}
        for rule in layer.rules:
            if rule.id in rules:
                file, path = layer.places[rule.id]
                problems.append(file.problem([*path, "id"], "another layer has a rule of this id"))
            rules[rule.id] = rule
        _switch(rules, layer, problems)
        _adjust(rules, layer, problems)
    _cross_check(layers, rules, documents, roles, problems)
    return Pack(
        id=top.pack,
        title=top.title,
        kind=top.kind,
        documents=tuple(documents.values()),
        roles=tuple(roles.values()),
        rules=tuple(rules.values()),
        topics=tuple(layers[-1].topics),
        fallback=top.fallback,
        accept=tuple(word.lower() for layer in layers for word in layer.header.accept),
    )


def _named(rules: Mapping[str, Rule], name: str) -> list[str]:
    return [rule.id for rule in rules.values() if name in (rule.id, rule.group)]


def _switch(rules: dict[str, Rule], layer: _Layer, problems: list[Problem]) -> None:
    for name, on in layer.header.switch.items():
        found = _named(rules, name)
        if not found:
            why = "no such rule or group in this pack or its layers"
            problems.append(layer.file.problem(["switch", name], why))
        for rule_id in found:
            rules[rule_id] = rules[rule_id].model_copy(update={"on": on})


def _adjust(rules: dict[str, Rule], layer: _Layer, problems: list[Problem]) -> None:
    for name, change in layer.header.adjust.items():
        found = _named(rules, name)
        if not found:
            why = "no such rule or group in this pack or its layers"
            problems.append(layer.file.problem(["adjust", name], why))
        for rule_id in found:
            try:
                rules[rule_id] = _adjusted(rules[rule_id], change)
            except ValidationError as error:
                problems.extend(layer.file.problems(error, ["adjust", name, "numbers"]))


def _adjusted(rule: Rule, change: Adjustment) -> Rule:
    update: dict[str, object] = {}
    if change.severity:
        update["severity"] = change.severity
    if change.owner:
        update["owner"] = change.owner
    if change.numbers:
        kind, spec = rule.detect.kind, rule.detect.spec
        changed = type(spec).model_validate({**spec.model_dump(), **change.numbers})
        update["detect"] = rule.detect.model_copy(update={kind: changed})
    return rule.model_copy(update=update)


def _cross_check(
    layers: Iterable[_Layer], rules: Mapping[str, Rule], documents: Mapping[str, Document],
    roles: Mapping[str, Role], problems: list[Problem],
) -> None:
    """Check what one entry says of another: documents, sections, roles, rules."""
    organisation = any(layer.header.kind == "organisation" for layer in layers)
    for layer in layers:
        for rule in layer.rules:
            file, path = layer.places[rule.id]
            document = documents.get(rule.source.document)
            if document is None:
                why = f"no document {rule.source.document!r}; add it to documents: in pack.yaml"
                problems.append(file.problem([*path, "source", "document"], why))
            elif document.sections and rule.source.section not in document.sections:
                why = f"{document.id} has no section {rule.source.section!r}"
                problems.append(file.problem([*path, "source", "section"], why))
            for other in rule.supersedes:
                if other not in rules and organisation:
                    problems.append(file.problem([*path, "supersedes"], f"no rule {other!r}"))
            owner = rules[rule.id].owner
            if organisation and owner and owner not in roles:
                why = f"no role {owner!r}; add it to roles: in pack.yaml or adjust the owner"
                problems.append(file.problem([*path, "owner"], why))
        for key, role in layer.header.fallback.items():
            if role not in roles:
                problems.append(layer.file.problem(["fallback", key], f"no role {role!r}"))


"""Layers become one pack: rules switched and adjusted, what entries say of each other checked."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from pydantic import ValidationError

from rules.layers import Layer
from rules.model import Source
from rules.pack import Adjustment, Document, Pack, Role
from rules.rule import Rule
from rules.topic import Topic, merged
from rules.yaml_file import Problem


def merge(layers: Sequence[Layer]) -> tuple[Pack, list[Problem]]:
    """Merge layers, the deepest first; return the pack and everything wrong in it."""
    problems: list[Problem] = []
    rules: dict[str, Rule] = {}
    top = layers[-1].header
    for layer in layers:
        for rule in layer.rules:
            if rule.id in rules:
                why = "another layer has a rule of this id; choose another"
                problems.append(layer.problem(rule.id, "id", why=why))
            rules[rule.id] = rule.under(top.law)
        problems += _switch(rules, layer)
        problems += _adjust(rules, layer)
    documents = {d.id: d for layer in layers for d in layer.header.documents}
    roles = {role.id: role for layer in layers for role in layer.header.roles}
    problems += _cross_checked(layers, rules, documents, roles)
    pack = Pack(
        id=top.pack,
        title=top.title,
        kind=top.kind,
        documents=tuple(documents.values()),
        roles=tuple(roles.values()),
        rules=tuple(rules.values()),
        topics=merged(layer.topics for layer in layers),
        fallback=top.fallback,
        accept=tuple(word.lower() for layer in layers for word in layer.header.accept),
    )
    return pack, problems


def _named(rules: Mapping[str, Rule], name: str) -> list[str]:
    return [rule.id for rule in rules.values() if name in (rule.id, rule.group)]


def _switch(rules: dict[str, Rule], layer: Layer) -> Iterator[Problem]:
    for name, on in layer.header.switch.items():
        found = _named(rules, name)
        if not found:
            yield _no_such(layer, "switch", name)
        for rule_id in found:
            rules[rule_id] = rules[rule_id].model_copy(update={"on": on})


def _adjust(rules: dict[str, Rule], layer: Layer) -> Iterator[Problem]:
    for name, change in layer.header.adjust.items():
        found = _named(rules, name)
        if not found:
            yield _no_such(layer, "adjust", name)
        for rule_id in found:
            try:
                rules[rule_id] = _adjusted(rules[rule_id], change)
            except ValidationError as error:
                yield from layer.file.problems(error, ("adjust", name, "numbers"))


def _no_such(layer: Layer, field: str, name: str) -> Problem:
    return layer.file.problem(
        (field, name), "no such rule or group in this pack or its layers; check the spelling"
    )


def _adjusted(rule: Rule, change: Adjustment) -> Rule:
    update: dict[str, object] = {}
    if change.severity:
        update["severity"] = change.severity
    if change.owner:
        update["owner"] = change.owner
    if change.says:
        update["says"] = change.says
    if change.source:
        update["source"] = change.source
    if change.numbers:
        kind, spec = rule.detect.kind, rule.detect.spec
        changed = type(spec).model_validate({**spec.model_dump(), **change.numbers})
        update["detect"] = rule.detect.model_copy(update={kind: changed})
    return rule.model_copy(update=update)


def _cross_checked(
    layers: Sequence[Layer],
    rules: Mapping[str, Rule],
    documents: Mapping[str, Document],
    roles: Mapping[str, Role],
) -> Iterator[Problem]:
    """Check the documents, sections, roles and rules that entries name.

    Roles and superseded rules are looked for only under an organisation: a layer alone has none.
    """
    whole = layers[-1].header.kind == "organisation"
    known: set[str] = set()
    for layer in layers:
        for topic in layer.topics:
            yield from _routed(layer, topic, roles, known)
            for source in topic.sources:
                yield from _cited(layer, topic.id, source, documents)
        known |= {topic.id for topic in layer.topics}
        for rule in layer.rules:
            yield from _cited(layer, rule.id, rule.source, documents)
            for law, there in rule.abroad.items():
                if law not in documents:
                    why = f"no document {law!r}; extend the layer of that law"
                    yield layer.problem(rule.id, "abroad", law, why=why)
                yield from _cited(layer, rule.id, there.source, documents, "abroad", law)
            if whole:
                yield from _related(layer, rules.get(rule.id, rule), rules, roles)
        for name, change in layer.header.adjust.items():
            field, why = _miscited(change.source, documents) if change.source else ("", "")
            if why:
                yield layer.file.problem(("adjust", name, "source", field), why)
        if layer.header.law and layer.header.law not in documents:
            why = f"no document {layer.header.law!r}; extend the layer of that law"
            yield layer.file.problem(("law",), why)
        for audience, role in layer.header.fallback.items():
            if role not in roles:
                why = f"no role {role!r}; add it to roles:"
                yield layer.file.problem(("fallback", audience), why)


def _cited(
    layer: Layer, entry: str, source: Source, documents: Mapping[str, Document], *under: str
) -> Iterator[Problem]:
    field, why = _miscited(source, documents)
    if why:
        yield layer.problem(entry, *under, "source", field, why=why)


def _miscited(source: Source, documents: Mapping[str, Document]) -> tuple[str, str]:
    """Return the field of a source that leads nowhere, and why; two empty texts where none does."""
    document = documents.get(source.document)
    if document is None:
        return "document", f"no document {source.document!r}; add it to documents: in pack.yaml"
    if document.sections and source.section not in document.sections:
        why = f"{document.id} has no section {source.section!r}; see its sections: in pack.yaml"
        return "section", why
    return "", ""


def _routed(
    layer: Layer, topic: Topic, roles: Mapping[str, Role], known: Collection[str]
) -> Iterator[Problem]:
    for audience, names in topic.routes.items():
        for name in names:
            if name not in roles:
                why = f"no role {name!r}; add it to roles: in pack.yaml"
                yield layer.problem(topic.id, "routes", audience, why=why)
    for index, name in enumerate(topic.asked_like):
        if name not in known:
            why = f"no topic {name!r} in the layers that this pack extends; check the spelling"
            yield layer.problem(topic.id, "asked_like", index, why=why)


def _related(
    layer: Layer, rule: Rule, rules: Mapping[str, Rule], roles: Mapping[str, Role]
) -> Iterator[Problem]:
    for index, other in enumerate(rule.supersedes):
        if other not in rules:
            yield layer.problem(rule.id, "supersedes", index, why=f"no rule {other!r}")
    if rule.owner and rule.owner not in roles:
        why = f"no role {rule.owner!r}; add it to roles: in pack.yaml, or adjust the owner"
        yield layer.problem(rule.id, "owner", why=why)

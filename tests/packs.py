"""Small packs written on the spot, for tests of the engine."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent, indent

HEAD = """\
pack: {name}
kind: {kind}
title: {{fi: Koe, sv: Prov, en: Trial}}
documents:
  - id: ohje
    status: approved
    title: {{fi: Ohje, sv: Anvisning, en: Guideline}}
    sections: {{"1": yleistä, "2": muuta}}
roles:
  - {{id: dpo, label: {{fi: tietosuojavastaava, sv: dataskyddsombud, en: DPO}}}}
"""

RULE = """\
- id: {id}
  severity: {severity}
  category: {category}
  message: {{fi: "Löytyi {{match}}", sv: "Fann {{match}}", en: "Found {{match}}"}}
  says: {{fi: ohje sanoo, sv: anvisningen säger, en: the guideline says}}
  detect: {detect}
  owner: dpo
  source: {{document: ohje, section: "1", basis: guideline}}
  examples:
    bad: {bad}
    good: ["Hei.", "Moi."]
"""


def rule(
    id_: str = "koe/kissa",
    detect: str = "{terms: {language: fi, items: [kissa]}}",
    *,
    severity: str = "warning",
    category: str = "tone",
    bad: str = '["Kissat nukkuvat.", "Kissalla on nälkä."]',
    more: str = "",
) -> str:
    """Return one rule in YAML; `more` is added to it as it stands."""
    text = RULE.format(id=id_, detect=detect, severity=severity, category=category, bad=bad)
    return text + indent(dedent(more), "  ")


def write_pack(
    folder: Path, *rules: str, kind: str = "organisation", more: str = "", name: str = "koe"
) -> Path:
    """Write a pack of these rules into a folder of its own; return the folder."""
    place = folder / name
    place.mkdir(parents=True, exist_ok=True)
    body = HEAD.format(name=name, kind=kind) + dedent(more)
    if rules:
        body += "rules:\n" + indent("".join(rules), "  ")
    (place / "pack.yaml").write_text(body, "utf-8")
    return place

"""What every organisation may rely on: its own country's law, and somebody to ask."""

from __future__ import annotations

from pathlib import Path

import pytest

from rules import load
from rules.pack import Pack
from rules.yaml_file import PackError
from tests.packs import rule, write_pack

LAWS = {"law-fi", "law-se"}
OWN_LAW = {"helsinki-sote": "law-fi", "paimio": "law-fi", "suomussalmi": "law-fi"} | {
    "varmland": "law-se"
}

ABROAD = """\
abroad:
  law-se:
    source: {document: law-se, section: "OSL 7 kap. 1 §", basis: law}
    says: {fi: Ruotsissa näin, sv: i Sverige så här, en: so in Sweden}
"""


def test_every_organisation_is_tried() -> None:
    """No built-in organisation is without a country."""
    assert set(load.names()) == set(OWN_LAW)


@pytest.mark.parametrize("pack", [*map(load.load, OWN_LAW)], ids=lambda pack: pack.id)
def test_a_rule_cites_the_law_of_the_own_country(pack: Pack) -> None:
    """Whatever language a rule reads, it cites no act of a country that is not its own."""
    foreign = LAWS - {OWN_LAW[pack.id]}

    cited = {r.id: r.source.document for r in pack.rules if r.source.document in LAWS}

    assert cited
    assert not [rule_id for rule_id, document in cited.items() if document in foreign]


@pytest.mark.parametrize("pack", [*map(load.load, OWN_LAW)], ids=lambda pack: pack.id)
def test_every_rule_that_is_on_names_somebody_to_ask(pack: Pack) -> None:
    """A finding never ends without an owner among the organisation's own roles."""
    roles = {role.id for role in pack.roles}

    assert not [r.id for r in pack.rules if r.on and r.owner not in roles]


@pytest.mark.parametrize(
    ("law", "document", "says"),
    [("", "ohje", "ohje sanoo"), ("law: law-se\n", "law-se", "Ruotsissa näin")],
)
def test_what_is_cited_abroad_stands_beside_a_rule(
    tmp_path: Path, law: str, document: str, says: str
) -> None:
    """An organisation that names its law gets the source and the saying of that law."""
    folder = write_pack(tmp_path, rule(more=ABROAD), more=f"extends: [law-se]\n{law}")

    made = load.read(folder).rules[0]

    assert (made.source.document, made.says.fi) == (document, says)


def test_a_guideline_of_ones_own_goes_before_the_law(tmp_path: Path) -> None:
    """What an organisation adjusts stays, whatever law it is under."""
    own = 'adjust: {koe/kissa: {source: {document: ohje, section: "2", basis: guideline}}}\n'
    more = f"extends: [law-se]\nlaw: law-se\n{own}"

    made = load.read(write_pack(tmp_path, rule(more=ABROAD), more=more)).rules[0]

    assert (made.source.document, made.source.section) == ("ohje", "2")


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("law: law-no\n", "koe/pack.yaml:11: law: no document 'law-no'"),
        ("", "rules.0.abroad.law-se.source.document: no document 'law-se'"),
    ],
)
def test_a_law_that_is_nowhere_is_an_error(tmp_path: Path, head: str, said: str) -> None:
    """A law must be a document of the pack or of its layers, in the head and in a rule."""
    with pytest.raises(PackError) as caught:
        load.read(write_pack(tmp_path, rule(more=ABROAD), more=head))

    assert any(said in str(problem) for problem in caught.value.problems), caught.value.problems

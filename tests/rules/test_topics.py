"""Topics: what people ask, whom it leads to, and where a guideline is silent."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from rules.load import load, names, read
from rules.model import LANGUAGES, Localized
from rules.pack import Pack
from rules.topic import Topic, merged
from rules.yaml_file import PackError

TITLE = Localized(fi="Tilin avaaminen", sv="Att öppna ett konto", en="Opening an account")


@pytest.fixture(params=names())
def pack(request: pytest.FixtureRequest) -> Pack:
    """Each organisation's pack in turn."""
    return load(request.param)


def test_every_topic_is_known_by_enough_questions_in_each_language(pack: Pack) -> None:
    """Whoever asks in Finnish, Swedish or English meets a topic that knows how people ask."""
    few = [
        (topic.id, language)
        for topic in pack.topics
        for language in LANGUAGES
        if len(topic.questions.get(language, ())) < 8
    ]
    assert few == []


def test_no_question_belongs_to_two_topics(pack: Pack) -> None:
    """The same words never lead to two different answers."""
    seen: dict[str, str] = {}
    twice = []
    for topic in pack.topics:
        for question in {q.casefold() for asked in topic.questions.values() for q in asked}:
            if question in seen:
                twice.append((question, seen[question], topic.id))
            seen[question] = topic.id
    assert twice == []


def test_an_elected_official_is_never_sent_to_a_line_manager(pack: Pack) -> None:
    """An elected official has no line manager and is told of none."""
    assert [t.id for t in pack.topics if "line_manager" in t.roles("elected")] == []
    assert "elected" not in pack.fallback


def test_an_organisation_cites_only_its_own_guideline_and_the_law(pack: Pack) -> None:
    """No organisation answers with another organisation's rules."""
    organisations = set(names()) - {pack.id}
    cited = {source.document for topic in pack.topics for source in topic.sources}
    cited |= {rule.source.document for rule in pack.rules}
    assert cited & organisations == set()


def test_varmland_knows_no_finnish_loyalty() -> None:
    """Swedish freedom of expression is never answered with a Finnish law on loyalty."""
    pack = load("varmland")
    laws = {s.document for topic in pack.topics for s in topic.sources if s.basis == "law"}
    assert "law-fi" not in laws
    said = [text.get(language) for t in pack.topics for text in t.texts for language in LANGUAGES]
    assert not [text for text in said if "lojal" in text.casefold() or "loyal" in text.casefold()]


@pytest.mark.parametrize(
    ("organisation", "topic", "audience", "roles"),
    [
        ("paimio", "account_opening", "staff", ("department_head",)),
        ("paimio", "line_manager_first", "staff", ("line_manager",)),
        ("paimio", "line_manager_first", "elected", ()),
        ("paimio", "crisis", "elected", ("city_manager",)),
        ("paimio", "crisis/deputy", "staff", ()),
        ("suomussalmi", "guidance_contact", "staff", ("ict_secretary",)),
        ("suomussalmi", "account_opening", "elected", ()),
        ("suomussalmi", "crisis", "staff", ()),
        ("helsinki-sote", "channel_responsibility/facebook", "staff", ("helsinkirekry",)),
        ("helsinki-sote", "data_protection", "staff", ()),
        ("varmland", "account_opening", "staff", ("line_manager",)),
        ("varmland", "media_relations", "staff", ()),
    ],
)
def test_the_guideline_decides_whom_to_ask(
    organisation: str, topic: str, audience: str, roles: tuple[str, ...]
) -> None:
    """Each organisation leads to whom its own guideline names, or says that it names nobody."""
    found = next(t for t in load(organisation).topics if t.id == topic)
    who = "elected" if audience == "elected" else "staff"
    assert found.roles(who) == roles
    assert found.scope_for(who) == ("in" if roles else "gap")


def test_an_answer_replaces_the_silence_and_keeps_its_questions() -> None:
    """An organisation that answers a topic is asked in all the ways that the layer knows."""
    silent = Topic(id="help", title=TITLE, scope="gap", questions={"fi": ("kuka auttaa",)})
    other = Topic(id="crisis", title=TITLE, scope="gap")
    answer = Topic(
        id="manager_first",
        title=TITLE,
        routes={"staff": ("line_manager",)},
        questions={"fi": ("kysynkö pomolta",)},
        asked_like=("help",),
    )
    topics = {topic.id: topic for topic in merged([[silent, other], [answer]])}
    assert set(topics) == {"crisis", "manager_first"}
    assert topics["manager_first"].questions["fi"] == ("kysynkö pomolta", "kuka auttaa")


@pytest.mark.parametrize(
    "fields",
    [
        {"scope": "in"},
        {"scope": "gap", "routes": {"staff": ["dpo"]}},
        {"id": "Two Words", "scope": "gap"},
    ],
)
def test_a_topic_that_contradicts_itself_is_refused(fields: dict[str, object]) -> None:
    """An author hears at once of an answer without a role, or of a gap that names one."""
    with pytest.raises(ValidationError):
        Topic.model_validate({"id": "crisis", "title": TITLE, **fields})


def test_what_a_topic_names_must_exist(tmp_path: Path) -> None:
    """A misspelt role, section or layer topic is reported with its line."""
    text = """\
pack: city
kind: organisation
title: {fi: Kaupunki, sv: Staden, en: The city}
documents:
  - {id: rules, status: approved, title: {fi: Ohje, sv: Regler, en: Rules}, sections: {A-1: x}}
topics:
  - id: crisis
    title: {fi: Kriisi, sv: Kris, en: Crisis}
    routes: {staff: [mayor]}
    asked_like: [emergency]
    statements:
      - says: {fi: Soita, sv: Ring, en: Call}
        source: {document: rules, section: A-9, basis: guideline}
"""
    (tmp_path / "pack.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(PackError) as caught:
        read(tmp_path)
    reported = str(caught.value)
    assert "no role 'mayor'" in reported
    assert "no topic 'emergency'" in reported
    assert "no section 'A-9'" in reported

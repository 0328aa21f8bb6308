"""Every card of every feature is one that Teams takes, and that everybody can read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from adapters.teams.budget import BUDGET, belonging, fitted, size
from adapters.teams.controls import filled_in
from adapters.teams.draw import adaptive
from adapters.teams.runs import reads_from_the_right
from bot.card import (
    Bullets,
    Button,
    Buttons,
    Card,
    Cell,
    Choice,
    Copyable,
    Fields,
    Input,
    Marked,
    Note,
    Option,
    Part,
    Table,
    Text,
)
from rules.model import LANGUAGES, Language, Severity
from tests.adapters.teams.card_model import checked, elements
from tests.adapters.teams.samples import board, cards, every_piece

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("dialog", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_card_is_one_that_teams_takes(language: Language, *, dialog: bool) -> None:
    """Every answer is made of known elements, fits into a message, and has labels on all inputs."""
    for card in (await cards(language)).values():
        drawn = fitted(card, dialog=dialog)
        checked(drawn.content)
        assert drawn.content["lang"] == card.language
        assert card.title in drawn.content["fallbackText"]
        kinds = {each.get("type") for each in elements(drawn.content)}
        assert not ({"Action.Execute"} & kinds if dialog else set())
        for image in (each for each in elements(drawn.content) if each.get("type") == "Image"):
            assert image["altText"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_golden(language: Language) -> None:
    """How cards are drawn shows in review; `python -m` this module writes them anew."""
    assert (GOLDEN / f"{language}.json").read_text("utf-8") == _golden(language)


def _golden(language: Language) -> str:
    return json.dumps(adaptive(every_piece(language)), ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize(
    "broken",
    [
        {"version": "9.9"},
        {"body": [{"type": "Nonsense"}]},
        {"body": [{"type": "TextBlock", "text": "x"}]},
        {"body": [{"type": "RichTextBlock", "inlines": []}]},
        {"body": [{"type": "Input.Text", "id": "field.x", "value": "", "maxLength": 3}]},
        {"surprise": 1},
    ],
)
def test_the_model_is_strict(broken: dict[str, Any]) -> None:
    """What checks the cards refuses what Teams would not know."""
    with pytest.raises(ValidationError):
        checked(adaptive(Card("Hei")) | broken)


@pytest.mark.parametrize("tone", ["good", "notice", "warning", "error"])
def test_no_colour_alone(tone: Any) -> None:
    """A tone has a sign before its words, in a note and in a table."""
    note, table = Note("Sana", tone), Table("T", ("S",), ((Cell("Sana", tone),),))
    drawn = adaptive(Card("Hei", (note, table)))
    said = [inline for each in elements(drawn) for inline in each.get("inlines", ())]

    assert [text[0] for text in said if isinstance(text, str) and text.endswith("Sana")] == [
        {"good": "✔", "notice": "ℹ", "warning": "▲", "error": "✖"}[tone]
    ] * 2


@pytest.mark.parametrize(
    ("table", "grid"),
    [
        (Table("T", ("Kuka", "Puhelin"), ((Cell("112"), Cell("040 000 2001")),)), True),
        (Table("T", ("Kuka", "Mitä", "Missä"), ((Cell("viestintäsuunnittelija"),) * 3,)), False),
        (Table("T", ("Kuka", "Mitä"), ((Cell("a"), Cell("b")),) * 40), False),
        (Table("T", ("viestintäsuunnittelijat-ja-rehtorit-yhdessä",), ((Cell("a" * 40),),)), False),
        (Table("T", ("", ""), ()), True),
    ],
)
def test_a_table_is_a_grid_where_it_fits_on_a_phone(table: Table, *, grid: bool) -> None:
    """A table that a phone cannot show side by side is told row by row, with nothing left out."""
    drawn = adaptive(Card("Hei", (table,)))
    checked(drawn)

    assert any(each.get("type") == "Table" for each in elements(drawn)) is grid
    assert all(cell.text in str(drawn) for row in table.rows for cell in row)
    assert all(column in str(drawn) for column in table.columns[1:])


@pytest.mark.parametrize("severity", Severity)
def test_findings_have_a_sign_and_a_number(severity: Severity) -> None:
    """A finding in place is bold and underlined, and its number stands behind it."""
    drawn = adaptive(Card("Hei", (Marked((Part("a "), Part("b", severity, 7), Part(" c"))),)))
    found, mark = [
        each for each in elements(drawn) if each.get("type") == "TextRun" and "weight" in each
    ]

    assert (found["text"], found["underline"], found["highlight"]) == ("b", True, True)
    assert mark["text"].strip(" []")[1:] == "7"


def test_a_draft_keeps_its_lines() -> None:
    """A line of the draft is a line on the card, and a finding may run over a line's end."""
    parts = (Part("eka\nto"), Part("ka\n\nkol", Severity.ERROR, 1), Part("mas"))
    drawn = adaptive(Card("Hei", (Marked(parts),)))
    rows = [each for each in elements(drawn) if each.get("type") == "RichTextBlock"]

    def words(row: dict[str, Any]) -> str:
        return "".join(run if isinstance(run, str) else run["text"] for run in row["inlines"])

    assert [words(row).split(" [")[0] for row in rows][:3] == ["eka", "toka", "kol"]


@pytest.mark.parametrize(
    ("text", "right"),
    [("هذا", True), ("123 שלום", True), ("Hei هذا", False), ("", False), ("…", False)],
)
def test_scripts_from_the_right(text: str, *, right: bool) -> None:
    """A draft in Arabic or Hebrew is set from the right."""
    drawn = adaptive(Card("Hei", (Marked((Part(text or " "),)),)))

    assert reads_from_the_right(text) is right
    assert any(each.get("rtl") for each in elements(drawn)) is right


def test_what_people_write_is_no_markdown() -> None:
    """Only headings can hold Markdown, and theirs is escaped."""
    drawn = adaptive(every_piece("fi"))
    headings = [each["text"] for each in elements(drawn) if each.get("type") == "TextBlock"]

    assert headings[0] == r"HARJOITUS: \*vesi\* \[linkki\](https://x.example) \_poikki\_"
    assert all(
        each.get("style") == "heading"
        for each in elements(drawn)
        if each.get("type") == "TextBlock"
    )


def test_a_form_is_left_without_filling_it_in() -> None:
    """Only a form's own button asks for its fields; a list that acts asks for nothing else."""
    other = Button("home", "Takaisin")
    form = Card(
        "Lomake",
        (Input("reason", "Perustelu"), Buttons((other,))),
        submit=Button("override.give", "Lähetä"),
    )
    drawn = adaptive(form)

    assert drawn["body"][-1]["actions"][0]["associatedInputs"] == "none"
    assert "associatedInputs" not in drawn["actions"][0]
    pick = Choice("unit", "Yksikkö", (Option("a", "A"),), verb="set")
    assert "isRequired" not in str(adaptive(Card("Hei", (pick,))))


def test_two_fields_of_one_name() -> None:
    """Two fields of a name do not clash, and the first one counts."""
    drawn = adaptive(Card("Hei", (Copyable("A", "a"), Copyable("B", "b"))))
    checked(drawn)

    assert [each["id"] for each in drawn["body"][1:]] == ["field.text", "field.text~1"]
    assert filled_in({"field.text": "a", "field.text~1": "b", "verb": "x", "field.n": 5}) == {
        "text": "a"
    }


@pytest.mark.parametrize("dialog", [False, True])
@pytest.mark.parametrize(
    "card",
    [
        Card("Pitkä", (Marked((Part("x" * 30_000),)), Buttons((Button("erase", "Poista"),)))),
        Card("Pitkä", (Copyable("Korjattu", "ä" * 30_000), Buttons((Button("erase", "Poista"),)))),
        Card("Pitkä", (Input("text", "Luonnos", "x" * 30_000, longest=40_000),)),
        Card("Pitkä", (Text("x" * 30_000), Buttons((Button("erase", "Poista"),)))),
        Card("Pitkä", (Bullets(("x" * 100,) * 500), Buttons((Button("erase", "Poista"),)))),
        Card("Pitkä", (Fields((("nimi", "x" * 100),) * 500),)),
        replace(board("fi", 2000), title="Pitkä"),
        Card(
            "Pitkä", tuple(Buttons((Button("b", "n" * 60, {"p": "x" * 1400}),)) for _ in range(40))
        ),
    ],
    ids=lambda card: type(card.pieces[0]).__name__ if isinstance(card, Card) else str(card),
)
def test_too_much_is_never_cut_in_silence(card: Card, *, dialog: bool) -> None:
    """What does not fit stands in another message, or the card says that it is missing."""
    drawn = fitted(card, dialog=dialog)
    checked(drawn.content)

    told = ("viestinään", "viestinä", "jäi näyttämättä", "ei mahtunut", "eivät mahtu")
    assert any(word in str(drawn.content) for word in told)
    assert all(size(text) < BUDGET - 2048 for text in drawn.before)
    if not dialog and isinstance(card.pieces[0], Copyable):
        assert "".join(drawn.before) == card.pieces[0].text


def test_a_cards_messages_are_known_to_its_buttons() -> None:
    """Every button of a card knows the messages that go when it goes, also behind a question."""
    card = Card("Hei", (Buttons((Button("erase", "P", confirm="Varmasti?"), Button("x", "X"))),))
    drawn = belonging(adaptive(card), ("1:a",))
    acts = [each for each in elements(drawn) if "data" in each]

    assert len(acts) == 4
    assert all(each["data"]["also"] == ["1:a"] for each in acts)


_WORDS = st.text(min_size=1, max_size=30)


def _pieces() -> Iterator[st.SearchStrategy[Any]]:
    yield st.builds(Text, _WORDS, st.sampled_from(["body", "heading", "strong", "subtle"]))
    yield st.builds(Bullets, st.tuples(_WORDS, _WORDS), st.booleans())
    parts = st.builds(Part, _WORDS, st.none() | st.sampled_from(Severity), st.integers(1, 99))
    yield st.builds(Marked, st.lists(parts, min_size=1, max_size=4).map(tuple))
    yield st.builds(Copyable, _WORDS, st.text(max_size=50))
    yield st.builds(Fields, st.tuples(st.tuples(_WORDS, _WORDS)))
    yield st.builds(Note, _WORDS, st.sampled_from(["plain", "good", "error"]))
    yield st.builds(Buttons, st.tuples(st.builds(Button, _WORDS, _WORDS)))


@given(st.lists(st.one_of(*_pieces()), max_size=5), st.sampled_from(get_args(Language)))
def test_any_words(pieces: list[Any], language: Language) -> None:
    """Whatever words a card holds, what is drawn is a card."""
    checked(fitted(Card("Otsikko", tuple(pieces), language=language)).content)


def main() -> None:
    """Write the golden cards anew."""
    GOLDEN.mkdir(exist_ok=True)
    for language in LANGUAGES:
        (GOLDEN / f"{language}.json").write_text(_golden(language), "utf-8")


if __name__ == "__main__":
    main()

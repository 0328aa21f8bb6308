"""Cards as Slack shows them hold to its types and limits, whatever stands in them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.slack import draw, limits
from adapters.slack.controls import pressed
from adapters.slack.incoming import copied
from adapters.slack.limits import size, stretches
from bot.card import (
    Bullets,
    Button,
    Buttons,
    Card,
    Cell,
    Choice,
    Copyable,
    Fields,
    Fold,
    Input,
    Marked,
    Note,
    Option,
    Part,
    Piece,
    Quote,
    Table,
    Text,
)
from rules.model import Severity
from tests.adapters.slack.blockkit import problems
from tests.adapters.slack.stage import find, words
from tests.bot.house import House

_WORDS = st.text(max_size=200) | st.sampled_from(
    [
        "",
        " ",
        "\n",
        "<!channel>",
        "*a* _b_ `c` ~d~",
        "&amp; <>&",
        "שלום مرحبا",
        "👩‍👩‍👧",
        "a" * 4000,
    ]
)
_NAME = st.text("abcdefgh", min_size=1, max_size=12)
_BUTTON = st.builds(
    Button,
    verb=_NAME,
    label=_WORDS,
    payload=st.dictionaries(_NAME, st.text(max_size=60), max_size=3),
    style=st.sampled_from(["default", "primary", "danger"]),
    confirm=st.none() | st.text(min_size=1, max_size=400),
    url=st.none() | st.just("https://example.org/x"),
)
_OPTIONS = st.lists(
    st.builds(Option, value=_NAME, label=_WORDS),
    min_size=1,
    max_size=250,
    unique_by=lambda o: o.value,
).map(tuple)
_PIECES: st.SearchStrategy[Piece] = st.one_of(
    st.builds(Text, _WORDS, st.sampled_from(["body", "heading", "strong", "subtle"])),
    st.builds(Bullets, st.lists(_WORDS, max_size=40).map(tuple), st.booleans()),
    st.builds(Quote, _WORDS, _WORDS),
    st.builds(
        Marked,
        st.lists(
            st.builds(
                Part,
                _WORDS,
                st.none() | st.sampled_from(list(Severity)),
                st.none() | st.integers(1, 200),
            ),
            max_size=30,
        ).map(tuple),
    ),
    st.builds(Copyable, _WORDS, _WORDS),
    st.builds(Fields, st.lists(st.tuples(_WORDS, _WORDS), max_size=12).map(tuple)),
    st.builds(
        Table,
        _WORDS,
        st.just(("A", "B")),
        st.lists(
            st.tuples(
                st.builds(Cell, _WORDS),
                st.builds(
                    Cell,
                    _WORDS,
                    st.sampled_from(["plain", "good", "error"]),
                    st.sampled_from([None, "tel:+358401234567", "javascript:alert(1)"]),
                ),
            ),
            max_size=30,
        ).map(tuple),
    ),
    st.builds(Note, _WORDS, st.sampled_from(["plain", "good", "notice", "warning", "error"])),
    st.builds(Buttons, st.lists(_BUTTON, max_size=30).map(tuple)),
    st.builds(Choice, _NAME, _WORDS, _OPTIONS, _NAME, st.none() | _NAME, st.booleans()),
    st.builds(Input, _NAME, _WORDS, _WORDS, st.integers(1, 9), st.integers(1, 5000), _WORDS),
    st.builds(Fold, _WORDS, st.just(()), _BUTTON),
)
_CARDS = st.builds(
    Card,
    title=_WORDS,
    pieces=st.lists(_PIECES, max_size=12).map(tuple),
    submit=st.none() | _BUTTON,
    language=st.sampled_from(["fi", "sv", "en"]),
)


@given(_CARDS)
@settings(max_examples=20, deadline=None)
def test_any_card_is_one_that_slack_takes(card: Card) -> None:
    """Messages, dialogs and home tabs hold to Slack's types and limits for any card at all."""
    for message in draw.messages(card):
        assert problems("message", {"blocks": message.blocks}) == []
        assert size(message.blocks) <= limits.JSON_IN_MESSAGE + 12_000
    assert problems("message", {"blocks": draw.message(card).blocks}) == []
    assert problems("modal", draw.modal(card)) == []
    assert problems("home", draw.home(card)) == []


@pytest.mark.parametrize(
    "draft",
    [
        "131052-308T " * 200,
        "Kirjasto suorittaa asiakaskyselyn toteuttamisen. " * 244,
        "\u202eשלום עולם مرحبا بالعالم\u202c 131052-308T " * 60,
        "<!channel> *lihava* `koodi` & <https://example.com|linkki> :fire: 131052-308T",
        "😀" * 3000,
    ],
    ids=["200 findings", "12,000 characters", "right to left", "mark-up", "emoji"],
)
async def test_a_hard_draft_is_a_card_that_slack_takes(draft: str) -> None:
    """Many findings, a long draft, right-to-left text and mark-up all draw valid cards."""
    card = await House().do("check", draft)

    for text, blocks in draw.messages(card):
        assert problems("message", {"blocks": blocks}) == []
        assert size(blocks) <= limits.JSON_IN_MESSAGE
        assert text


@given(st.text(max_size=9000))
@settings(max_examples=50, deadline=None)
def test_a_corrected_text_comes_back_as_it_was(text: str) -> None:
    """What a person edits is the corrected text to the letter, however it was split."""
    shown = draw.messages(Card("x", (Copyable("Korjattu", text),)))
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    as_slack_returns_it = draw.messages(Card("x", (Copyable("Korjattu", escaped),)))

    for messages in (as_slack_returns_it, shown) if "&" not in text else (as_slack_returns_it,):
        blocks = [block for message in messages for block in message.blocks]
        assert copied(blocks, "copy.text.") in (text, text or " ")


@given(st.text(max_size=500), st.integers(1, 50))
def test_stretches_lose_nothing(text: str, longest: int) -> None:
    """A text that is split is whole again when joined."""
    parts = list(stretches(text, longest))

    assert "".join(parts) == text
    assert all(0 < len(part) <= longest for part in parts)


def test_words_of_a_draft_are_no_mark_up() -> None:
    """Nothing that stands in a card can call a channel, mention somebody or look bold."""
    hostile = "<!channel> <@U1> *a* <https://evil.example|bank>"
    card = Card(
        hostile, (Text(hostile), Text(hostile, "subtle"), Note(hostile), Quote(hostile, "x"))
    )
    (message,) = draw.messages(card)

    assert message.text.startswith("&lt;!channel&gt;")
    assert "mrkdwn" not in str(message.blocks)
    assert words(message.blocks).count(hostile) == 5


def test_a_finding_is_told_by_a_sign_and_a_number() -> None:
    """A finding stands out without colour, too: by weight, sign and number."""
    parts = (
        Part("a "),
        Part("b", Severity.ERROR, 1),
        Part(" c "),
        Part("d", Severity.SUGGESTION, 2),
    )
    (message,) = draw.messages(Card("x", (Marked(parts),)))

    assert "b \u00a0⛔\u20601" in words(message.blocks)
    assert "d \u00a0💡\u20602" in words(message.blocks)


def test_a_button_means_what_it_said() -> None:
    """A button that is pressed brings back its verb and payload; the same verb stands twice."""
    twice = Buttons((Button("who", "a", {"roles": "dpo"}), Button("who", "b", {"roles": "it"})))
    (message,) = draw.messages(Card("x", (twice,)))
    back = [pressed(element) for element in message.blocks[-1]["elements"]]

    assert [(one.verb, one.payload) for one in back if one] == [
        ("who", {"roles": "dpo"}),
        ("who", {"roles": "it"}),
    ]


def test_a_draft_too_long_for_a_field_is_not_cut() -> None:
    """Half a draft in a field would pass for the whole: the field stays empty and says why."""
    view = draw.modal(Card("x", (Input("text", "Luonnos", "a" * 3001, 8),), "form"))

    assert "initial_value" not in view["blocks"][0]["element"]
    assert "3" in view["blocks"][0]["hint"]["text"]


def test_a_long_list_is_a_list_in_groups() -> None:
    """A city with more than a hundred accounts can still choose one."""
    options = tuple(Option(f"u{n}", f"Yksikkö {n}") for n in range(250))
    *_, message = draw.messages(Card("x", (Choice("unit", "Yksikkö", options, "u7", "set"),)))
    select, _ = find(message.blocks, "set")

    assert [len(group["options"]) for group in select["option_groups"]] == [100, 100, 50]
    assert select["initial_option"]["value"] == "u7"


def test_what_does_not_fit_is_said() -> None:
    """A board or home tab with too much in it ends with a sentence that says so."""
    card = Card("x", tuple(Text(f"Rivi {n}") for n in range(300)))

    assert "Loppu ei mahtunut" in words(draw.home(card)["blocks"])
    assert "Loppu ei mahtunut" in words(draw.message(card).blocks)
    assert "Rivi 299" in words([b for m in draw.messages(card) for b in m.blocks])

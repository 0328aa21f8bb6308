"""Offsets and the normal form."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rules.text import Document

TRICKY = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from(
            "aä1Ｂ２ .,-!?\n\t\u00ad\u200b\u200d\ufe0f\u0308\u0301\u2019\u2011\x00\ud800"
        ),
        st.sampled_from(["\U0001f468", "\U0001f1eb", "\U0001f1ee", "\u202e", "א", "ﬁ", "½", "…"]),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("raw", "norm"),
    [
        ("pääkirjasto", "pääkirjasto"),
        ("pa\u0308a\u0308kirjasto", "pääkirjasto"),
        ("kirjasto\u00adpalvelut", "kirjastopalvelut"),
        ("kir\u200bjas\u2060to", "kirjasto"),
        ("vaa\u2019an", "vaa'an"),
        ("vaa\u00b4an", "vaa'an"),
        ("linja\u2011auto", "linja-auto"),
        ("１３１０５２－３０８Ｔ", "131052-308T"),
        ("٠٤٠", "040"),
        ("𝟏𝟐𝟑", "123"),
        ("klo\u00a010", "klo 10"),
        ("ﬁrma", "firma"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("sa\u200dna", "sana"),
        ("a\u200b\u0308iti", "äiti"),
        ("❤\ufe0f", "❤\ufe0f"),
    ],
)
def test_look_alikes_are_read_as_the_plain_text(raw: str, norm: str) -> None:
    """However a word or number is typed, the rules see its plain form."""
    assert Document(raw).norm == norm


def test_a_place_in_the_normal_form_leads_to_the_characters_as_typed() -> None:
    """What is marked in the draft is what was typed, hidden characters included."""
    raw = "Soita ０\u200b４\u00ad０ heti"
    document = Document(raw)
    start = document.norm.index("040")

    span = document.raw_span(start, start + 3)

    assert raw[span.start : span.end] == "０\u200b４\u00ad０"


def test_an_ordinary_text_is_not_copied() -> None:
    """A text with nothing to change is its own normal form."""
    text = "Kirjasto on auki – tervetuloa! ”Satutunti” 😀 á"

    assert Document(text).norm is text


@given(TRICKY)
def test_every_range_maps_back_in_order(text: str) -> None:
    """Any range leads to a range inside the draft, and order is kept."""
    document = Document(text)
    spans = [document.raw_span(i, i + 1) for i in range(len(document.norm))]

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(spans))
    if spans:
        whole = document.raw_span(0, len(document.norm))
        assert (whole.start, whole.end) == (spans[0].start, spans[-1].end)


@given(TRICKY)
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    """The plain form is final: checking it again sees the same text."""
    assume(not any("\u0f00" <= char <= "\u0fff" for char in text))  # Tibetan reorders its marks
    once = Document(text).norm

    assert Document(once).norm == once


@given(TRICKY)
def test_tokens_are_in_order_and_cover_all_that_is_seen(text: str) -> None:
    """No visible character is lost between tokens, and no token overlaps another."""
    document = Document(text)
    kept = [document.norm[token.start : token.end] for token in document.tokens]
    between = [0, *(at for token in document.tokens for at in token[:2]), len(document.norm)]

    assert [token.text for token in document.tokens] == kept
    assert between == sorted(between)
    gaps = [document.norm[a:b] for a, b in zip(between[::2], between[1::2], strict=True)]
    assert all(not gap.strip() for gap in gaps)


@given(TRICKY)
def test_sentences_hold_every_token_once(text: str) -> None:
    """Each token is in exactly one sentence, and knows which."""
    document = Document(text)
    covered = [i for s in document.sentences for i in range(s.first, s.last)]

    assert covered == list(range(len(document.tokens)))
    for number, sentence in enumerate(document.sentences):
        tokens = document.tokens[sentence.first : sentence.last]
        assert {token.sentence for token in tokens} == {number}
        assert (sentence.start, sentence.end) == (tokens[0].start, tokens[-1].end)
        assert document.sentence_at(sentence.start) == sentence


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "\x00" * 5000,
        "\ud800" * 5000,
        "a" * 10_000,
        "1" * 10_000,
        "a" + "\u0308\u0316" * 5000,
        "\u202eאבג " * 2000,
        "😀" * 5000,
        "a.a." * 5000,
        "a@a." * 5000,
        "#" * 5000,
        "\ufdfa" * 3000,
        "\"'" * 5000,
        "kirjasto-" * 2000,
    ],
    ids=lambda text: f"{text[:4]!a}x{len(text)}",
)
def test_odd_input_is_taken_apart_like_any_other(text: str) -> None:
    """Empty, endless, broken or right-to-left text never stops a check."""
    document = Document(text)
    ends = [token.end for token in document.tokens]

    assert len(document.norm) <= 6 * len(text)
    assert ends == sorted(set(ends))
    assert all(isinstance(token.word.readings, tuple) for token in document.tokens[:50])


def test_nothing_that_may_reach_a_log_shows_the_draft() -> None:
    """A document and its words do not show their text when they are printed."""
    document = Document("salaisuus 131052-308T")

    assert "salai" not in repr(document)
    assert "salai" not in repr(document.tokens[0].word)

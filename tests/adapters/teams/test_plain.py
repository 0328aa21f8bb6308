"""HTML and mentions become the text that a reader sees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.teams.plain import of_html, without_mention

BOT = "28:bot"
MENTION = {"type": "mention", "mentioned": {"id": BOT}, "text": "<at>City</at>"}


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>Hei <b>kaikki</b> &amp; muut</p>", "Hei kaikki & muut"),
        ("<p>eka</p><p>&nbsp;</p><p>toka<br>kolmas</p>", "eka\n\ntoka\nkolmas"),
        ("<div>a</div>\n<div>b</div>", "a\nb"),
        ("<ul><li>yksi</li><li>kaksi</li></ul>loppu", "– yksi\n– kaksi\nloppu"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "ab"),
        ('Hyvä <img itemtype="http://schema.skype.com/Emoji" alt="😀">', "Hyvä 😀"),
        ('<img src="x" alt="kuva">teksti', "teksti"),
        ('<a href="https://x.example">linkki</a>', "linkki"),
        ("<script>paha()</script>hyvä<style>p{}</style>", "hyvä"),
        ("a < b & c", "a < b & c"),
        ("<b>auki", "auki"),
        ("", ""),
        ("a\0b\ud800c", "a\ufffdb?c"),
    ],
)
def test_html(source: str, text: str) -> None:
    """A paragraph or list item is a line; what nobody sees is nothing."""
    assert of_html(source) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<at>City</at> City hall closes; City parks open", "City hall closes; City parks open"),
        ("City hall <at>City</at>", "City hall"),
        ("<at>City</at> <at>City</at> x", "City x"),
        ('<at>City</at> <at id="0">Matti</at> tietää', "Matti tietää"),
        ("a &amp; b&nbsp;c", "a & b c"),
    ],
)
def test_mentions(text: str, said: str) -> None:
    """The bot's own mention goes once; its name as a word, and other people's names, stay."""
    assert without_mention(text, [MENTION], BOT) == said


@pytest.mark.parametrize(
    "entity",
    [
        {"type": "mention"},
        {"type": "mention", "mentioned": None, "text": "x"},
        {"type": "mention", "mentioned": {"id": BOT}},
        {"type": "mention", "mentioned": {"id": BOT}, "text": 5},
        {"type": "clientInfo"},
    ],
)
def test_odd_entities(entity: dict[str, object]) -> None:
    """An entity of another shape takes nothing away."""
    assert without_mention("City hall x", [entity], BOT) == "City hall x"


@given(st.text(alphabet="<>/abp&;!-\"'= \n", max_size=200))
def test_any_html(source: str) -> None:
    """No HTML is too broken to read."""
    assert isinstance(of_html(source), str)


@pytest.mark.parametrize("piece", ["<", "<a", "<!--", "<div>", "</p>", "&", "<b>a", "<p>x"])
def test_much_of_it(piece: str) -> None:
    """A message made to be slow is read in one go."""
    assert isinstance(of_html(piece * 50_000), str)

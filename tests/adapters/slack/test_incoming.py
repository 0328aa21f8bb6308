"""What people write in Slack reaches the check as they wrote it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.slack.incoming import unfolded, words
from adapters.slack.requests import from_action, from_command, from_event, from_submission


@pytest.mark.parametrize(
    ("sent", "written"),
    [
        ("Kirjasto &amp; musiikki &lt;3", "Kirjasto & musiikki <3"),
        ("<https://paimio.fi|paimio.fi>", "paimio.fi"),
        ("<https://paimio.fi/kirjasto>", "https://paimio.fi/kirjasto"),
        ("<https://paimio.fi|Lue lisää>", "Lue lisää (https://paimio.fi)"),
        ("<mailto:aino@paimio.fi|aino@paimio.fi>", "aino@paimio.fi"),
        ("<tel:0401234567|040 123 4567>", "040 123 4567"),
        ("<@U123|aino> <#C1|yleinen> <!here>", "@aino #yleinen @here"),
        ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
    ],
)
def test_mark_up_of_slack_is_not_part_of_a_draft(sent: str, written: str) -> None:
    """Links, people and escapes are read as a reader of the post would see them."""
    assert unfolded(sent) == written


def test_rich_text_is_read_before_its_rendering() -> None:
    """Where the client sends rich text, an emoji is a character and a list has its points."""
    bold = {"type": "text", "text": "tärkeää", "style": {"bold": True}}
    face = {"type": "emoji", "name": "wave", "unicode": "1f44b-1f3fb"}
    link = {"type": "link", "url": "https://paimio.fi"}
    section = {"type": "rich_text_section", "elements": [bold, {"type": "text", "text": " "}, face]}
    item = {"type": "rich_text_section", "elements": [link]}
    points = {"type": "rich_text_list", "style": "bullet", "elements": [item, item]}
    block = {"type": "rich_text", "elements": [section, points]}

    read = words({"text": "*tärkeää* :wave:", "blocks": [block]})

    assert read == "tärkeää 👋🏻\n• https://paimio.fi\n• https://paimio.fi"


@given(st.text(max_size=300))
def test_no_text_breaks_the_reading(text: str) -> None:
    """Whatever somebody types is read."""
    body = {"team_id": "T1", "user_id": "U1", "text": text, "trigger_id": "1"}
    event = {"type": "message", "channel_type": "im", "user": "U1", "channel": "D1", "text": text}

    assert from_command(body).team == "T1"
    assert from_event({"team_id": "T1", "event_id": "E1", "event": event})


@given(st.text(max_size=60), st.sampled_from(["[]", "1", "{", ""]) | st.text(), st.text())
def test_no_id_or_payload_breaks_the_reading(action: str, value: str, said: str) -> None:
    """A button or a form that is not ours is read as far as it goes."""
    used = {"action_id": action, "value": value, "type": "button"}
    state = {"values": {"b": {"a": {"value": said}}}}
    view = {"id": "V1", "type": "modal", "private_metadata": value, "state": state}

    from_action({"actions": [used], "user": {"id": "U1", "team_id": "T1"}})
    assert from_submission({"view": view, "user": {"id": "U1", "team_id": "T1"}}).team == "T1"

"""Whether a channel reaches those whom the post is for."""

import pytest

from rules.detect.audience import AudienceSpec, compile  # noqa: A004
from rules.detect.scan import Scan
from rules.directory import Directory
from rules.model import Draft
from rules.text import Document

CITY = Directory(city="Mallila")
SPEC = AudienceSpec(
    table={"facebook": ("youth", "jobs"), "linkedin": ("jobs",), "instagram": ("youth",)},
    also={"youth": ("Nuoret",)},
)


def better(channel: str | None, *target: str) -> list[str]:
    """Return the channels offered instead, one entry per finding."""
    draft = Draft("Hei!", channel=channel, target=target)
    found = compile([SPEC], CITY)(Scan(Document(draft.text), draft, CITY))
    return [str(match.values["better"]) for _, match in found]


def test_a_channel_that_misses_the_group_is_told() -> None:
    """The finding names the channels that the table has for the group."""
    assert better("linkedin", "nuoret") == ["facebook, instagram"]


@pytest.mark.parametrize(
    ("channel", "target"),
    [
        ("ig", ("youth",)),
        ("facebook", ("youth", "jobs")),
        ("linkedin", ("youth", "jobs")),
        ("linkedin", ()),
        (None, ("youth",)),
        ("tiktok", ("youth",)),
        ("linkedin", ("sailors",)),
    ],
)
def test_otherwise_it_is_silent(channel: str | None, target: tuple[str, ...]) -> None:
    """A served group, or what the table does not know, or nothing said: no finding."""
    assert better(channel, *target) == []

"""Whatever arrives is answered."""

from __future__ import annotations

import asyncio

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.request import Request, Who
from tests.bot.drawing import drawn
from tests.bot.house import AUNE, House

VERBS = (
    "message check ask help hello home accounts form edit more override override.give erase who "
    "set absence absence.give unclear.draft unclear.question file.text file.image file.unknown "
    "too_long no_text crisis.report unknown"
).split()
NAMES = (
    "unit account language channel alt_text rules rule reason roles away days substitute person "
    "cancel left origin"
).split()
TEXTS = st.one_of(
    st.text(max_size=200),
    st.sampled_from(
        ["131052-308T", "{ $count }", "<b>&amp;</b>", "\ud800", "\u202eabc", "tarkista:", "kieli: ",
         "poissa: 99.99.", "1.7.–31.7. sijainen", "personal-data/iban=1", "\0" * 5, "٣=٣"]
    ),
)  # fmt: skip
PEOPLE = st.sampled_from([AUNE, Who("web"), Who("teams", "\0"), Who("slack", "U", "T", "sv", "x")])


@given(
    verb=st.one_of(st.sampled_from(VERBS), st.text(max_size=10)),
    who=PEOPLE,
    text=TEXTS,
    args=st.dictionaries(st.sampled_from(NAMES), TEXTS, max_size=5),
)
@settings(max_examples=300, deadline=None)
def test_whatever_arrives_is_answered(verb: str, who: Who, text: str, args: dict[str, str]) -> None:
    """No verb, text or field of a form, however odd or forged, ends in an exception."""
    card = asyncio.run(House().assistant.handle(Request(verb, who, text, args)))

    assert card.title
    assert drawn(card)


def test_a_thousand_drafts_leave_no_trace() -> None:
    """After a thousand drafts and questions with marked words, no mark is in the store."""
    house = House()

    async def talk() -> None:
        for number in range(250):
            mark = f"merkki{number}x"
            for verb in ("message", "check", "ask", "edit"):
                await house.do(verb, f"Asiakas {mark} 131052-308T tuli. Tervetuloa {mark}!")

    asyncio.run(talk())

    assert "merkki" not in house.store.everything()

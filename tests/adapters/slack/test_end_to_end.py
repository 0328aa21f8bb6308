"""What people do in Slack, played through a Slack that nobody here wrote."""

from __future__ import annotations

from tests.adapters.slack.stage import Person, words

HETU = "131052-308T"
DRAFT = f"Hakija {HETU} saa päätöksen. Kirjasto aukeaa maanantaina kello 9."


def test_a_draft_sent_to_the_bot_is_checked(aino: Person) -> None:
    """Whoever writes a draft to the bot sees what to mend, with the worst of it masked."""
    aino.write(DRAFT)
    answer = aino.seen(lambda m: "131052-" in words(m["blocks"]))

    assert HETU not in words(answer["blocks"])
    assert "korjaa" in words(answer["blocks"]).lower()
    assert answer["text"]

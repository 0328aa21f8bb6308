"""A question is answered: whether it can be, by what, and what is counted of it."""

from __future__ import annotations

from contextlib import suppress

from bot.ask_card import LONGEST, ask_card
from bot.card import Card
from bot.cry import is_cry
from bot.follow_up import Recent
from bot.intent import Intent, intent_of
from bot.personal import is_personal
from bot.ports import Count, Store, StoreDownError
from bot.short_cards import say_card
from bot.talk import Talk
from rules.text import Document


async def ask(talk: Talk, store: Store, recent: Recent) -> Card:
    """Answer the request's text; where the guideline is silent, that is counted by topic."""
    question = talk.request.text.strip()
    if not question:
        return say_card(talk, "error-question-empty")
    if len(question) > LONGEST:
        return say_card(talk, "assistant-question-too-long", length=len(question), limit=LONGEST)
    answer = talk.guide.ask(question, talk.audience)
    recent.keep(talk.request.who.key, answer.roles, talk.now)
    if answer.scope != "in":
        unit = talk.place().unit
        silence = Count(talk.week, "silence", answer.name, unit.id if unit else "")
        with suppress(StoreDownError):
            await store.tally([silence])
    return ask_card(
        answer,
        talk,
        personal=is_personal(question, talk.checker),
        draft=intent_of(question) is Intent.DRAFT,
        cry=is_cry(Document(question)),
    )

"""What is asked is answered: each verb of a request has its one answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Protocol

from bot import absence_card, override
from bot.accounts_card import accounts_card
from bot.answer import contact_line
from bot.answering import ask
from bot.card import Card, Note, Piece
from bot.checking import check, is_readable, no_text, too_long
from bot.city_today import CityToday
from bot.commands import command_in
from bot.desk import Desk
from bot.follow_up import Recent, follow_up_card
from bot.form_card import edit_card, form_card
from bot.identity import person_of
from bot.intent import Intent, intent_of
from bot.more_card import more_card
from bot.ports import Clock, Store, StoreDownError
from bot.remembered import Remembered, recall, told
from bot.request import Request
from bot.setting import set_card, set_home
from bot.short_cards import FROM_CARD, cry_card, hello_card, help_card, kept, say_card, unclear_card
from bot.talk import Talk
from bot.texts import Texts
from bot.who_card import who_card
from rules.model import Language

_FIRST = frozenset({"message", "check", "ask", "file.text"})
"""Verbs with which people begin."""

_CRISIS = "crisis."


class CrisisDesk(Protocol):
    """What answers everything about a crisis."""

    async def handle(self, request: Request) -> Card:
        """Answer a request whose verb begins with `crisis.`."""

    async def banner(self, language: Language) -> tuple[Piece, ...]:
        """Return what stands above every answer while a crisis is open."""


class Assistant:
    """Answers requests of one city, on any platform, for any number of people at once.

    `language` is spoken to those of whom neither a choice nor their client's language is known;
    `pack` is the guideline, without it the city's own.
    """

    def __init__(
        self,
        desk: Desk,
        city: CityToday,
        store: Store,
        clock: Clock,
        crisis: CrisisDesk,
        *,
        language: Language = "fi",
        pack: str | None = None,
    ) -> None:
        self._desk = desk
        self._city = city
        self._store = store
        self._clock = clock
        self._crisis = crisis
        self._language = language
        self._pack = pack
        self._recent = Recent()
        self._verbs = self._answers()

    async def handle(self, request: Request) -> Card:
        """Answer one request.

        Raises:
            PackError: the guideline cannot be read; looked at before serving, it can.
        """
        known = await recall(self._store, request.who)
        language = _language(request, known) or self._language
        request = replace(request, who=request.who._replace(language=language))
        if request.verb.startswith(_CRISIS):
            beside = request.args.get("origin") == FROM_CARD  # the text there is a draft
            return await self._crisis.handle(replace(request, text="") if beside else request)
        talk = await self._talk(request, known, language)
        return await self._first_contact(await self._answer(talk), talk)

    async def _answer(self, talk: Talk) -> Card:
        if talk.request.verb.startswith(_CRISIS):
            return await self._crisis.handle(talk.request)
        answer = self._verbs.get(talk.request.verb)
        if answer is None:
            return say_card(talk, "assistant-unknown-verb")
        try:
            return await answer(talk)
        except StoreDownError:
            return say_card(talk, "assistant-store-down")

    async def _talk(self, request: Request, known: Remembered, language: Language) -> Talk:
        city = await self._city.get()
        pack = self._pack or city.pack
        banner: tuple[Piece, ...] = ()
        with suppress(Exception):  # whatever is wrong with a crisis, a check is answered
            if request.who.id:  # what happened and who leads is not for the whole internet
                banner = await self._crisis.banner(language)
        return Talk(
            request=request,
            texts=Texts(language),
            checker=self._desk.checker(pack),
            guide=self._desk.guide(pack),
            city=city,
            person=person_of(request.who, city),
            known=known,
            now=self._clock.now(),
            banner=banner,
        )

    async def _first_contact(self, card: Card, talk: Talk) -> Card:
        """Say once to everybody what is kept and what is not; never beside an alarm."""
        on_page = talk.request.place == "page"  # which says so itself, and keeps nothing
        if on_page or talk.known.told:
            return card
        note = kept(talk)
        if note not in card.pieces:
            alarm = any(isinstance(p, Note) and p.tone == "error" for p in card.pieces)
            if alarm or card.mode != "answer" or talk.request.verb not in _FIRST:
                return card
            card = replace(card, pieces=(*card.pieces, note))
        with suppress(StoreDownError):
            await told(self._store, talk.request.who)
        return card

    def _answers(self) -> Mapping[str, Callable[[Talk], Awaitable[Card]]]:
        """Return the answer to each verb."""
        simple: dict[str, Callable[[Talk], Card]] = {
            "help": help_card,
            "hello": hello_card,
            "accounts": accounts_card,
            "form": form_card,
            "edit": edit_card,
            "more": more_card,
            "override": override.override_card,
            "who": self._who,
            "file.image": lambda talk: say_card(
                talk, "assistant-image", Note(talk.say("assistant-image-how"), "plain")
            ),
            "file.unknown": lambda talk: say_card(talk, "assistant-file-unknown"),
            "too_long": too_long,
            "no_text": no_text,
            "erase": lambda talk: say_card(talk, "assistant-erased", mode="erase"),
        }
        return {
            **{verb: _at_once(card) for verb, card in simple.items()},
            "message": self._message,
            "check": self._check,
            "ask": self._ask,
            "file.text": self._check,
            "unclear.draft": self._as_draft,
            "unclear.question": self._as_question,
            "home": lambda talk: set_home(talk, self._store),
            "set": lambda talk: set_card(talk, self._store),
            "override.give": lambda talk: override.give(talk, self._store),
            "absence": self._absence,
            "absence.give": lambda talk: absence_card.give(talk, self._city),
        }

    async def _message(self, talk: Talk) -> Card:
        """Answer free text: a typed command, a draft, a question, a cry for help."""
        text = talk.request.text
        if found := command_in(text):
            asked = replace(talk.request, verb=found.verb, text=found.text, args=found.args)
            return await self._answer(replace(talk, request=asked))
        roles = self._recent.of(talk.request.who.key, talk.now)
        match intent_of(text, answered=bool(roles)):
            case Intent.DRAFT:
                return await self._check(talk)
            case Intent.QUESTION:
                return await self._ask(talk)
            case Intent.FOLLOW_UP:
                return follow_up_card(roles, talk)
            case Intent.GREETING:
                return hello_card(talk)
            case Intent.CRISIS:
                return cry_card(talk, self._crisis_contacts(talk))
        return unclear_card(talk) if is_readable(text) else no_text(talk)

    async def _check(self, talk: Talk) -> Card:
        return await check(talk, self._store)

    async def _ask(self, talk: Talk) -> Card:
        return await ask(talk, self._store, self._recent)

    async def _as_draft(self, talk: Talk) -> Card:
        if not talk.request.text.strip():
            return say_card(talk, "assistant-again-draft")
        return await self._check(talk)

    async def _as_question(self, talk: Talk) -> Card:
        if not talk.request.text.strip():
            return say_card(talk, "assistant-again-question")
        return await self._ask(talk)

    async def _absence(self, talk: Talk) -> Card:
        """Show the form, or take what was typed behind the command."""
        if not talk.request.text.strip():
            return absence_card.absence_card(talk)
        said = talk.asking("", **absence_card.words(talk.request.text))
        return await absence_card.give(said, self._city)

    def _who(self, talk: Talk) -> Card:
        known = {role.id for role in talk.pack.roles}
        roles = [role for role in talk.arg("roles").split(",") if role in known]
        return follow_up_card(roles, talk) if talk.arg("away") else who_card(roles, talk)

    def _crisis_contacts(self, talk: Talk) -> tuple[str, ...]:
        topic = next((each for each in talk.pack.topics if each.id == "crisis"), None)
        roles = topic.roles(talk.audience) if topic else ()
        found = talk.contacts(roles, "guideline")
        return tuple(contact_line(contact, talk.texts) for contact in found)


def _language(request: Request, known: Remembered) -> Language | None:
    """Return the language that somebody chose, else their client's; a page is already in one."""
    if request.place == "page" and request.who.language:
        return request.who.language
    return known.language or request.who.language


def _at_once(card: Callable[[Talk], Card]) -> Callable[[Talk], Awaitable[Card]]:
    async def answer(talk: Talk) -> Card:
        return card(talk)

    return answer

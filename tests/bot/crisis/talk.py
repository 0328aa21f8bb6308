"""People who talk with the desk: what they press and what they read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.card import Button, Buttons, Card, Choice, Fold, Note, Piece
from bot.city import City
from bot.crisis import Crisis
from bot.crisis_desk import CrisisDesk
from bot.request import Request, Who
from rules.model import Language
from tests.bot.crisis.rig import Rig


class _Town:
    """The rig's town, as the desk asks for it."""

    def __init__(self, rig: Rig) -> None:
        self._rig = rig

    async def get(self) -> City:
        """Return the town as it is."""
        return self._rig.city


class Talk:
    """A rig with a desk. `say` sends a request as somebody of the town and then pings."""

    def __init__(self, rig: Rig) -> None:
        self.rig = rig
        self.desk = CrisisDesk(rig.crises, _Town(rig), rig.planning, lambda text: "131052" in text)

    async def say(
        self, person: str, verb: str, text: str = "", /, language: Language = "fi", **args: str
    ) -> Card:
        """Send a request as somebody of the town, and what follows from it."""
        return await self._send(Request(f"crisis.{verb}", self.who(person, language), text, args))

    async def say_args(self, person: str, verb: str, args: Mapping[str, str]) -> Card:
        """Send a request whose fields have names that Python's arguments cannot have twice."""
        return await self._send(Request(f"crisis.{verb}", self.who(person, "fi"), "", args))

    async def press(
        self, person: str, card: Card, verb: str, text: str = "", /, **more: str
    ) -> Card:
        """Press a button of a card, or hand in its form."""
        button = next(b for b in buttons(card) if b.verb == f"crisis.{verb}")
        who = self.who(person, card.language)
        return await self._send(Request(button.verb, who, text, {**button.payload, **more}))

    def who(self, person: str, language: Language) -> Who:
        """Return somebody as the chat has verified them, a stranger if the town has no such one."""
        known = self.rig.city.person(person)
        if known is None:
            return Who("slack", f"U-{person}", language=language, name=person)
        chat_id = known.reach.slack or f"U-{person}"
        return Who("slack", chat_id, language=language, name=known.name, email=known.reach.email)

    async def opens(self, person: str, text: str, /, policy: str = "", **more: str) -> Crisis:
        """Report as somebody who may open, look at the preview and confirm it."""
        asked = Request("crisis.report", self.who(person, "fi"), text, {"policy": policy, **more})
        preview = await self._send(asked)
        await self.press(person, preview, "open", text, policy=policy, **more)
        crisis = [c for c in await self.rig.crises.open() if c.mode != "report"][-1]
        self.rig.id = crisis.id
        return crisis

    async def takes(self, person: str, verb: str = "ack") -> Card:
        """Press a button on the last message that somebody got."""
        copies = [*self.rig.chat.to(person), *self.rig.mail.to(person)]
        asking = [c for c in copies if f"crisis.{verb}" in verbs(c.card)]
        return await self.press(person, asking[-1].card, verb)

    async def _send(self, request: Request) -> Card:
        card = await self.desk.handle(request)
        await self.rig.pager.tick()
        return card


def pieces(card: Card) -> Iterator[Piece]:
    """Yield every piece, what is folded too."""
    for piece in card.pieces:
        yield piece
        if isinstance(piece, Fold):
            yield from piece.pieces


def buttons(card: Card) -> list[Button]:
    """Return every button of a card, a form's too."""
    found = [b for piece in pieces(card) if isinstance(piece, Buttons) for b in piece.buttons]
    return [*found, *([card.submit] if card.submit else [])]


def verbs(card: Card) -> list[str]:
    """Return what can be pressed on a card."""
    return [button.verb for button in buttons(card)]


def choices(card: Card) -> list[Choice]:
    """Return the choices on a card."""
    return [piece for piece in pieces(card) if isinstance(piece, Choice)]


def notes(card: Card) -> list[str]:
    """Return what a card wants to be seen."""
    return [piece.text for piece in pieces(card) if isinstance(piece, Note)]


def read(card: Card) -> str:
    """Return everything that stands in a card."""
    return "\n".join([card.title, *(repr(piece) for piece in pieces(card))])

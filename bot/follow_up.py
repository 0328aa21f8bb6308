"""A question such as "and if she is away?": who stands in for those whom an answer named."""

from __future__ import annotations

import datetime
from collections import OrderedDict
from collections.abc import Sequence

from bot.card import Bullets, Card
from bot.city import Absence
from bot.contacts import Contact
from bot.talk import Talk
from bot.texts import Texts

_MOST = 1_000
_FRESH = datetime.timedelta(minutes=15)


class Recent:
    """Which roles each person's last answer named, for a quarter of an hour, in memory alone."""

    def __init__(self) -> None:
        self._roles: OrderedDict[str, tuple[datetime.datetime, tuple[str, ...]]] = OrderedDict()

    def keep(self, who: str, roles: Sequence[str], now: datetime.datetime) -> None:
        """Remember an answer's roles in place of the last one's."""
        self._roles[who] = (now, tuple(roles))
        self._roles.move_to_end(who)
        while len(self._roles) > _MOST:
            self._roles.popitem(last=False)

    def of(self, who: str, now: datetime.datetime) -> tuple[str, ...]:
        """Return the roles of the last answer, empty if there is none or it is long ago."""
        at, roles = self._roles.get(who, (now, ()))
        return roles if now - at <= _FRESH else ()


def follow_up_card(roles: Sequence[str], talk: Talk) -> Card:
    """Say who stands in for whom."""
    named = talk.contacts(roles, "guideline")
    today = talk.now.date()
    away = [Absence(person=c.person.id, first=today, last=today) for c in named if c.person]
    if not away:
        return Card(talk.say("assistant-nobody-named"), language=talk.language)
    supposed = talk.supposing(away).contacts(roles, "guideline")
    lines = tuple(if_away(contact, talk.texts) for contact in supposed if contact.person)
    return Card(talk.say("assistant-if-away"), (Bullets(lines),), language=talk.language)


def if_away(contact: Contact, texts: Texts) -> str:
    """Say who stands in for a contact who is supposed to be away."""
    name = contact.person.name if contact.person else ""
    if contact.stands_in_for is None:
        return texts.say("chat-no-substitute", name=name)
    reach = ", ".join(contact.reach) or texts.say("contact-no-reach")
    holder = contact.stands_in_for.name
    return texts.say("chat-if-away", holder=holder, name=name, reach=reach)

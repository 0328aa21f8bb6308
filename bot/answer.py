"""An answer in words: whom to ask and how to reach them, what to do first, what is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.contacts import NOT_IN_GUIDELINE, Contact
from bot.texts import Texts
from rules.ask import Answer
from rules.model import Source
from rules.pack import Pack


class Passage(NamedTuple):
    """A few lines that belong together; a list has its lines under each other."""

    heading: str
    lines: tuple[str, ...]
    listed: bool = False


def passages(
    answer: Answer,
    contacts: Sequence[Contact],
    pack: Pack,
    texts: Texts,
    *,
    personal: bool = False,
    draft: bool = False,
) -> tuple[Passage, ...]:
    """Return an answer in the language of `texts`.

    `personal` warns of personal data in the question, `draft` says that it reads like a post.
    """
    found = [
        *_warnings(texts, personal=personal, draft=draft),
        _verdict(answer, texts),
        _whom(contacts, texts),
        *_first(answer, texts),
        *_said(answer, pack, texts),
        *_noted(answer, texts),
    ]
    return tuple(passage for passage in found if passage.lines)


def plain(told: Sequence[Passage]) -> str:
    """Return passages as text, an empty line between them."""
    return "\n\n".join(
        "\n".join(
            (*([passage.heading] if passage.heading else []), *_marked(passage)),
        )
        for passage in told
    )


def _marked(passage: Passage) -> Iterator[str]:
    yield from (f"- {line}" if passage.listed else line for line in passage.lines)


def _warnings(texts: Texts, *, personal: bool, draft: bool) -> Iterator[Passage]:
    if draft:
        yield Passage("", (texts.say("ask-like-draft"),))
    if personal:
        yield Passage("", (texts.say("ask-personal"),))


def _verdict(answer: Answer, texts: Texts) -> Passage:
    """Say what the question was understood as, and plainly where the guideline is silent."""
    if answer.topic is None:
        return Passage("", (texts.say("ask-out"),))
    title = answer.topic.title.get(texts.language)
    lines = [texts.say("ask-understood", topic=title)]
    if answer.scope == "gap":
        lines.append(texts.say("ask-gap"))
    return Passage("", tuple(lines))


def _whom(contacts: Sequence[Contact], texts: Texts) -> Passage:
    lines = tuple(contact_line(contact, texts) for contact in contacts)
    heading = texts.say("ask-first" if len(lines) == 1 else "ask-in-order")
    return Passage(heading, lines, listed=len(lines) > 1)


def contact_line(contact: Contact, texts: Texts) -> str:
    """Return one line of "whom to ask": the role, who that is today, how to reach them."""
    said = _reached(contact, texts)
    if contact.basis == "configuration" and contact.role != NOT_IN_GUIDELINE:
        return texts.say("ask-configured", contact=said)
    return said


def _reached(contact: Contact, texts: Texts) -> str:
    role = contact.label.get(texts.language) if contact.label else contact.role
    if contact.state == "nobody":
        return texts.say("ask-no-contact")
    if contact.person is None:
        return texts.say(f"contact-{contact.state.replace('_', '-')}", role=role)
    values = {
        "role": role,
        "name": contact.person.name,
        "reach": ", ".join(contact.reach) or texts.say("contact-no-reach"),
    }
    holder = contact.stands_in_for
    if contact.state == "away":
        return texts.say("contact-away", back=_day(contact), **values)
    if holder is not None:
        return texts.say("contact-stand-in", holder=holder.name, back=_day(contact), **values)
    return texts.say("contact-there", **values)


def _day(contact: Contact) -> str:
    day = contact.back
    return f"{day.day}.{day.month}.{day.year}" if day else "?"


def _first(answer: Answer, texts: Texts) -> Iterator[Passage]:
    language = texts.language
    steps = tuple(step.get(language) for step in answer.steps)
    yield Passage(texts.say("ask-steps"), steps, listed=True)
    for checklist in answer.checklists:
        items = tuple(item.get(language) for item in checklist.items)
        yield Passage(checklist.title.get(language), items, listed=True)
    uses = tuple(
        texts.say("ask-use", channel=use.channel, target=use.target, use=use.use.get(language))
        for use in answer.table
    )
    yield Passage(texts.say("ask-table"), uses, listed=True)


def _said(answer: Answer, pack: Pack, texts: Texts) -> Iterator[Passage]:
    lines = tuple(
        texts.say(
            "ask-said", says=each.says.get(texts.language), where=cited(each.source, pack, texts)
        )
        for each in answer.statements
    )
    yield Passage(texts.say("ask-written"), lines, listed=True)


def cited(source: Source, pack: Pack, texts: Texts) -> str:
    """Return where something is written: document, section, basis, and words to find it by."""
    document = pack.document(source.document)
    title = document.title.get(texts.language) if document else source.document
    basis = texts.say(f"basis-{source.basis}")
    values = {"title": title, "section": source.section, "basis": basis}
    if source.quote:
        return texts.say("ask-cited-quote", quote=source.quote, **values)
    return texts.say("ask-cited", **values)


def _noted(answer: Answer, texts: Texts) -> Iterator[Passage]:
    notes = tuple(note.get(texts.language) for note in answer.notes)
    yield Passage(texts.say("ask-notes"), notes, listed=True)

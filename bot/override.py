"""A reason why a finding is fine as it is: kept with the rule, without a name."""

from __future__ import annotations

from bot.card import Button, Card, Choice, Input, Note, Option, Piece
from bot.personal import is_personal
from bot.ports import Conflict, Count, Store, StoreDownError
from bot.rule_counts import packed, unpacked
from bot.talk import Talk
from rules.model import Severity

_LONGEST_REASON = 500
_ALL = "all"
_TRIES = 5


def override_card(talk: Talk, error: str = "") -> Card:
    """Return the form that asks for the reason; with an error, what was written stays in it."""
    counts = unpacked(talk.request.args, talk.pack)
    if not counts:
        return Card(talk.say("assistant-override-nothing"), language=talk.language)
    reason = Input(
        "reason",
        talk.say("assistant-reason"),
        value=talk.arg("reason")[:_LONGEST_REASON],
        lines=3,
        longest=_LONGEST_REASON,
        hint=talk.say("assistant-reason-hint"),
        error=error,
    )
    return Card(
        title=talk.say("assistant-override-title"),
        pieces=(*_grave(counts, talk), *_which(counts, talk), reason),
        mode="form",
        submit=Button("override.give", talk.say("assistant-override-send"), packed(counts)),
        language=talk.language,
    )


def _grave(counts: dict[str, int], talk: Talk) -> tuple[Piece, ...]:
    rules = [talk.pack.rule(name) for name in counts]
    if not any(rule and rule.severity is Severity.ERROR for rule in rules):
        return ()
    return (Note(talk.say("assistant-override-grave"), "warning"),)


def _which(counts: dict[str, int], talk: Talk) -> tuple[Piece, ...]:
    """Say which finding it is about, or ask."""
    if len(counts) == 1:
        return (Note(_named(next(iter(counts)), talk), "plain"),)
    options = [Option(rule, _named(rule, talk)) for rule in counts]
    options.append(Option(_ALL, talk.say("assistant-override-all")))
    chosen = talk.arg("rule")
    return (
        Choice(
            "rule",
            talk.say("assistant-override-which"),
            tuple(options),
            chosen if chosen in (*counts, _ALL) else options[0].value,
        ),
    )


def _named(rule_id: str, talk: Talk) -> str:
    rule = talk.pack.rule(rule_id)
    return rule.says.get(talk.language) if rule else rule_id


async def give(talk: Talk, store: Store) -> Card:
    """Keep a reason and count it; what cannot be kept comes back with why, and the text with it."""
    counts = unpacked(talk.request.args, talk.pack)
    chosen = talk.arg("rule")
    if chosen in counts:
        counts = {chosen: counts[chosen]}
    reason = talk.arg("reason")
    if not counts:
        return override_card(talk)
    if error := _wrong(reason, talk):
        return override_card(talk, talk.say(error, limit=_LONGEST_REASON))
    try:
        await _keep(counts, reason, talk, store)
    except StoreDownError:
        return override_card(talk, talk.say("assistant-store-down"))
    return Card(talk.say("assistant-overridden"), mode="toast", language=talk.language)


def _wrong(reason: str, talk: Talk) -> str | None:
    """Return what is wrong with a reason, as the key of a sentence."""
    if not reason:
        return "assistant-reason-missing"
    if len(reason) > _LONGEST_REASON:
        return "assistant-reason-long"
    return "assistant-reason-personal" if is_personal(reason, talk.checker) else None


async def _keep(counts: dict[str, int], reason: str, talk: Talk, store: Store) -> None:
    """Write the reason in the week's stream: which rule and unit, and nobody's name."""
    unit = talk.place().unit
    named = unit.id if unit else ""
    events = [{"kind": "overridden", "rule": r, "unit": named, "reason": reason} for r in counts]
    stream = f"overrides/{talk.week.isoformat()}"
    for attempt in range(_TRIES):
        heads = await store.streams(stream, limit=1)
        try:
            await store.append(stream, events, heads[0].version if heads else 0)
            break
        except Conflict:
            if attempt == _TRIES - 1:
                raise StoreDownError from None
    counted = [Count(talk.week, "override", rule, named, times) for rule, times in counts.items()]
    await store.tally(counted, writer=talk.request.who.key)

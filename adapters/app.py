"""The one file that knows everybody: it wires a city's server from its settings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from adapters.clock import MachineClock
from adapters.net import tls
from adapters.part import Part
from adapters.serve import said
from adapters.serve.announce import Said
from adapters.serve.health import Watch
from adapters.serve.keeping import Housekeeping, StorePart
from adapters.serve.measured import Measured
from adapters.serve.metrics import Metrics
from adapters.serve.paging import PagerPart, failed
from adapters.serve.reading import RefusedError
from adapters.serve.safety import Refusal
from adapters.serve.server import Server
from adapters.serve.warm import warm
from adapters.serve.whose_city import pack_name, served_city
from adapters.settings import Settings
from adapters.store import SqlStore, open_store
from adapters.web.door import UnsafeError
from adapters.web.part import WebPart
from bot.assistant import Assistant
from bot.city import City
from bot.city_file import concerns
from bot.city_today import CityToday
from bot.crises import Crises
from bot.crisis_desk import CrisisDesk
from bot.desk import Desk
from bot.letter_card import draw
from bot.pager import Pager
from bot.personal import is_personal
from bot.planner import Planning
from bot.ports import Messenger
from bot.sweep import Sweep
from rules.model import Language


class Served(NamedTuple):
    """A server that is ready to start, its city, and what there is to say about its parts.

    `concerns` is how much of the city's data should be mended, though it can be served; `warm`
    makes the first answers in a language as fast as later ones.
    """

    server: Server
    city: City
    said: tuple[Said, ...]
    has_page: bool
    concerns: int
    warm: Callable[[Language], None]


async def assemble(settings: Settings) -> Served:
    """Wire everything that the settings switch on.

    Raises:
        RefusedError: the web page would let strangers in.
        PackError: the city's data or its pack is wrong.
        StoreDownError: the database cannot be reached; `open_store` raises more.
        OSError: the state folder or the CA bundle cannot be used.
    """
    city = served_city(settings)
    if "language" not in settings.model_fields_set:
        settings = settings.model_copy(update={"language": city.language})
    if settings.database is None:
        settings.state_folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    store = await open_store(settings.database_url, gather=1.0)
    try:
        return _wire(settings, city, store)
    except BaseException:
        await store.close()
        raise


class _Shared(NamedTuple):
    """What several parts are made of."""

    settings: Settings
    store: SqlStore
    clock: MachineClock
    today: CityToday
    desk: Desk
    pack: str
    crises: Crises
    planning: Planning
    crisis: CrisisDesk
    answers: Measured


def _wire(settings: Settings, city: City, store: SqlStore) -> Served:
    metrics = Metrics()
    shared = _share(settings, city, store, metrics)
    chats = _chats(shared)
    page = _page(shared)
    parts: list[Part] = [
        StorePart(store, shared.clock),
        Housekeeping(store, shared.clock, settings.kept),
    ]
    parts += [chat.part for chat in chats]
    parts += [page] if page else []
    parts.append(_pager(shared, [chat.messenger for chat in chats]))
    watch = Watch(
        parts,
        metrics,
        settings.language,
        token=settings.metrics_token.get_secret_value() if settings.metrics_token else None,
        behind_proxy=settings.public_url is not None,
    )
    lines = said.of(settings, has_page=page is not None)
    mend = len(list(concerns(city, shared.desk.guide(shared.pack).pack)))
    return Served(
        Server(parts, watch, metrics),
        city,
        lines,
        page is not None,
        mend,
        partial(warm, shared.desk, shared.pack),
    )


def _share(settings: Settings, city: City, store: SqlStore, metrics: Metrics) -> _Shared:
    clock = MachineClock()
    today = CityToday(city, store, clock)
    pack = pack_name(settings, city)
    desk = Desk(city)
    desk.checker(pack)  # compiled before the first request, and an error stops the start
    desk.guide(pack)
    crises = Crises(store)
    labels = {role.id: role.label for role in desk.guide(pack).pack.roles}
    planning = Planning(channels(settings), labels)
    crisis_desk = CrisisDesk(
        crises, today, planning, lambda text: is_personal(text, desk.checker(pack))
    )
    assistant = Assistant(
        desk, today, store, clock, crisis_desk, language=settings.language, pack=pack
    )
    answers = Measured(assistant, metrics)
    return _Shared(
        settings, store, clock, today, desk, pack, crises, planning, crisis_desk, answers
    )


def channels(settings: Settings) -> tuple[str, ...]:
    """Return the names of the messengers that are switched on, the quickest to notice first."""
    on = {
        "slack": settings.slack_bot_token is not None,
        "teams": settings.teams_app_id is not None or settings.teams_without_auth,
        "email": settings.smtp_url is not None,
    }
    return tuple(name for name, is_on in on.items() if is_on)


def _pager(shared: _Shared, messengers: Sequence[Messenger]) -> Part:
    """Make what pings, reminds and escalates; it stops first, so that its messengers still work."""
    sweep = Sweep(shared.crises, shared.today.get, shared.planning)
    return PagerPart(Pager(shared.crises, messengers, draw, sweep, failed=failed))


class _Chat(NamedTuple):
    """A part through which people can be reached, too."""

    part: Part
    messenger: Messenger


def _chats(shared: _Shared) -> tuple[_Chat, ...]:
    """Make the ways to reach people that are switched on; what is off is not even imported."""
    settings, chats = shared.settings, []
    if settings.slack_bot_token:
        from adapters.slack.part import SlackPart

        slack = SlackPart(settings, shared.answers, shared.store)
        chats.append(_Chat(slack, slack.messenger))
    if settings.teams_app_id or settings.teams_without_auth:
        from adapters.teams.part import TeamsPart

        teams = TeamsPart(settings, shared.answers, shared.store)
        chats.append(_Chat(teams, teams.messenger))
    if settings.smtp_url and settings.mail_from:
        from adapters.mail import MailMessenger, MailPart, MailServer

        mail = MailMessenger(
            MailServer.of(settings.smtp_url.get_secret_value()),
            settings.mail_from,
            tls(settings.ca_bundle),
            page=settings.public_url,
            now=shared.clock.now,
        )
        chats.append(_Chat(MailPart(mail), mail))
    return tuple(chats)


def _page(shared: _Shared) -> Part | None:
    """Make the web page; None where the server can be reached and nobody could sign in."""
    try:
        return WebPart(
            shared.settings,
            shared.desk,
            shared.pack,
            shared.today,
            shared.answers,
            shared.crisis,
            shared.store,
            shared.clock,
        )
    except UnsafeError as error:
        if error.key == "web-unsafe-no-sign-in":
            return None
        raise RefusedError((Refusal(error.key, {}),)) from None

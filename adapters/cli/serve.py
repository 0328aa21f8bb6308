"""`somehelp serve`: everything that is configured, in one process."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import webbrowser

from adapters import app
from adapters.cli.session import Session
from adapters.part import CannotRunError
from adapters.serve import logs
from adapters.serve.address import CannotListenError, reserve, url_of
from adapters.serve.announce import announce
from adapters.serve.reading import RefusedError, read_settings, unknown_settings
from adapters.serve.server import PartFailedError, told_to_stop
from adapters.settings import Settings
from adapters.store import BadDatabaseUrlError, NewerDatabaseError
from bot.ports import StoreDownError
from rules.model import LANGUAGES
from rules.yaml_file import PackError

_BAD_SETTINGS = 2


def run(arguments: argparse.Namespace) -> int:
    """Serve until told to stop; return 2 where settings or data are wrong, 1 where it failed."""
    session = Session.of(arguments)
    for name in unknown_settings():
        session.complain("serve-unknown-setting", name=name)
    try:
        settings = read_settings()
        logs.start(settings.log_level)
        return asyncio.run(_serve(settings, session, browser=arguments.open))
    except RefusedError as error:
        session.complain("serve-refused")
        for refusal in error.refused:
            print(f"  ✖ {session.texts.say(refusal.key, **refusal.values)}", file=sys.stderr)
        return _BAD_SETTINGS
    except PackError as error:
        session.complain("error-city")
        print(error, file=sys.stderr)
        return _BAD_SETTINGS
    except (StoreDownError, BadDatabaseUrlError, NewerDatabaseError, OSError) as error:
        session.complain("serve-store-failed", error=type(error).__name__)
    except CannotListenError as error:
        _complain_of_address(error, settings, session)
    except CannotRunError as error:
        session.complain("serve-refused")
        print(f"  ✖ {session.texts.say(error.key, **error.values)}", file=sys.stderr)
    except PartFailedError as error:
        session.complain("serve-part-failed", part=error.part, error=error.error)
    return 1


async def _serve(settings: Settings, session: Session, *, browser: bool) -> int:
    logs.watch(asyncio.get_running_loop())
    told = told_to_stop()
    with reserve(settings.host, settings.port, or_free=_any_port(settings)) as bound:
        url = settings.public_url or url_of(bound)
        served = await app.assemble(settings)
        served.warm(served.city.language)
        await served.server.start(bound)
        _say(served, settings, session, url)
        if browser and served.has_page and _has_desktop():
            await asyncio.to_thread(webbrowser.open, url)  # some browsers take seconds
        warming = asyncio.create_task(_warm_the_others(served))
        await told
        warming.cancel()
        print(session.texts.say("serve-stopping"), flush=True)
        await served.server.stop()
    print(session.texts.say("serve-stopped"), flush=True)
    return 0


async def _warm_the_others(served: app.Served) -> None:
    for language in LANGUAGES:
        await asyncio.to_thread(served.warm, language)


def _any_port(settings: Settings) -> bool:
    """Tell whether another port will do: nobody chose this one."""
    return "port" not in settings.model_fields_set and settings.public_url is None


def _say(served: app.Served, settings: Settings, session: Session, url: str) -> None:
    print(session.texts.say("serve-title", city=served.city.city))
    announce(served.said, session.texts, sys.stdout)
    if served.concerns:
        print(session.texts.say("serve-concerns", count=served.concerns))
    if settings.city is None:
        print(session.texts.say("serve-example"))
    print(session.texts.say("serve-open" if served.has_page else "serve-listens", url=url))
    sys.stdout.flush()


def _complain_of_address(error: CannotListenError, settings: Settings, session: Session) -> None:
    where = {"host": settings.host, "port": str(settings.port)}
    if error.taken:
        session.complain("serve-port-taken", **where)
    else:
        session.complain("serve-cannot-listen", why=error.why, **where)


def _has_desktop() -> bool:
    """Tell whether a browser could be shown here."""
    if sys.platform == "darwin":
        return not os.environ.get("SSH_CONNECTION")
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))

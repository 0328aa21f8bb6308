"""One request to a page: who visits, in which language, what they sent, and the page they get."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web

from adapters.web.session import SignedIn, token
from adapters.web.site import Site
from bot.card import Piece
from bot.city import City, Person
from bot.request import Request, Who
from bot.texts import Texts
from rules.model import LANGUAGES, Language

SECTIONS = ("check", "ask", "rules", "crisis", "insights")
"""The pages of the menu, in order."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit; `who` has an empty id where nobody is signed in.

    `banner` is what stands above every page while a crisis is open.
    """

    site: Site
    request: web.Request
    language: Language
    signed: SignedIn | None
    city: City
    person: Person | None
    form: Mapping[str, str] = field(default_factory=dict)
    banner: tuple[Piece, ...] = ()

    @property
    def who(self) -> Who:
        """The visitor, as the issuer verified them; their language is the page's."""
        who = self.signed.who if self.signed else Who("web")
        return who._replace(language=self.language)

    @property
    def texts(self) -> Texts:
        """The sentences of the page's language."""
        return Texts(self.language)

    @property
    def now(self) -> datetime.datetime:
        """The time in the city, wherever the server is."""
        return self.site.clock.now().astimezone(ZoneInfo(self.city.crisis.timezone))

    @property
    def today(self) -> datetime.date:
        """The day in the city."""
        return self.now.date()

    def may(self, right: str) -> bool:
        """Tell whether the visitor holds a right in the city's data."""
        return self.person is not None and self.person.id in self.city.rights.get(right, ())

    def asks(self, verb: str, text: str = "", args: Mapping[str, str] | None = None) -> Request:
        """Return what the visitor wants, for the assistant."""
        return Request(verb, self.who, text, args or {}, place="page")

    def acts(self) -> Request:
        """Return what a button or form of a drawn card asks for: see `card.html`."""
        args = {name[2:]: value for name, value in self.form.items() if name.startswith("a.")}
        return self.asks(self.form.get("verb", ""), self.form.get("text", ""), args)

    def path(self, page: str, language: Language | None = None) -> str:
        """Return the address of a page."""
        return f"/{language or self.language}/{page}"

    def page(
        self, template: str, section: str = "", *, status: int = 200, **values: Any
    ) -> web.Response:
        """Answer with a page; `section` is its place in the menu."""
        body = self.piece(template, section=section, **values)
        response = web.Response(text=body, content_type="text/html", status=status)
        response.enable_compression()
        return response

    def piece(self, template: str, **values: Any) -> str:
        """Return a piece of a page."""
        shared = {
            "visit": self,
            "say": self.texts.say,
            "language": self.language,
            "languages": LANGUAGES,
            "sections": [s for s in SECTIONS if s != "insights" or self.may("insights")],
            "token": token(self.signed) if self.signed else "",
            "files": self.site.files,
            "entrance": self.site.entrance,
        }
        return self.site.templates.render(template, {**shared, **values})

    def sorry(self, key: str, status: HTTPStatus) -> web.Response:
        """Answer that something cannot be done; what was written is handed back with it."""
        written = {name: each for name, each in self.form.items() if name != "token" and each}
        return self.page(
            "sorry.html",
            status=status,
            message=self.texts.say(key),
            written=written,
            again=status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN) and bool(self.form),
            action=self.request.path,
            sign_in=status is HTTPStatus.UNAUTHORIZED and self.site.entrance.signs_in,
        )


def chosen_language(request: web.Request, otherwise: Language) -> Language:
    """Return the language of the address, else the first of ours that the browser asks for."""
    for language in LANGUAGES:
        if request.match_info.get("language") == language:
            return language
    for wanted in request.headers.get("Accept-Language", "")[:200].split(","):
        code = wanted.partition(";")[0].strip().lower()[:2]
        for language in LANGUAGES:
            if code == language:
                return language
    return otherwise

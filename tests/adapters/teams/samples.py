"""Every card of every feature, as the assistant of the example city answers, in three languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.card import (
    Bullets,
    Button,
    Buttons,
    Card,
    Cell,
    Choice,
    Copyable,
    Fields,
    Fold,
    Input,
    Marked,
    Note,
    Option,
    Part,
    Quote,
    Table,
    Text,
)
from bot.request import Who
from rules.model import Language, Severity
from tests.bot.house import House

DRAFTS: Mapping[Language, str] = {
    "fi": "Hakija Maija Virtanen (131052-308T) saa toimeentulotukipäätöksen perjantaina.\n"
    "Hakemukset käsitellään toimialan toimesta suorittamalla tarkastus.\n\n"
    "Lisätietoja: maija.virtanen@gmail.com, puh. 044 123 4567 #paimiontapahtumat",
    "sv": "Sökanden Maija Virtanen (131052-308T) får beslut om utkomststöd på fredag.\n"
    "Ansökningarna behandlas i enlighet med gällande bestämmelser.\n\n"
    "Mer information: maija.virtanen@gmail.com, tfn 044 123 4567",
    "en": "The applicant Maija Virtanen (131052-308T) gets the benefit decision on Friday.\n"
    "Applications will be dealt with in accordance with the regulations.\n\n"
    "More: maija.virtanen@gmail.com, tel. 044 123 4567",
}

QUESTIONS: Mapping[Language, str] = {
    "fi": "Kuka saa avata uuden Facebook-tilin?",
    "sv": "Vem får öppna ett nytt Facebook-konto?",
    "en": "Who may open a new Facebook account?",
}

_ASKED: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "hello": ("hello", {}),
    "help": ("help", {}),
    "home": ("home", {}),
    "accounts": ("accounts", {}),
    "form": ("form", {}),
    "override": ("override", {"rules": "personal-data/identity-code"}),
    "absence": ("absence", {}),
    "no text": ("no_text", {}),
    "image": ("file.image", {}),
    "unknown file": ("file.unknown", {}),
    "stale": ("no.such.verb", {}),
    "erase": ("erase", {}),
}


_PHONE = Cell("040 000 2001", url="tel:+358400002001")


async def cards(language: Language) -> dict[str, Card]:
    """Return a card of every kind, by what it is."""
    house = House()
    who = Who("teams", "0e5a", "tenant", language, "Aune Sanala")
    drawn = {name: await house.do(verb, who=who, **args) for name, (verb, args) in _ASKED.items()}
    draft = DRAFTS[language]
    drawn["check"] = await house.do("check", draft, who)
    drawn["clean"] = await house.do("check", "Kirjasto on auki. #kirjasto", who)
    drawn["edit"] = await house.do("edit", draft, who)
    drawn["question"] = await house.do("ask", QUESTIONS[language], who)
    drawn["gap"] = await house.do("ask", "Mikä on pesukoneen takuu?", who)
    drawn["unclear"] = await house.send("Kirjasto huomenna", who)
    drawn["cry"] = await house.send("Koululla palaa!", who)
    drawn["who"] = await house.do("who", who=who, roles="dpo")
    drawn["many"] = await house.do("check", "Puh. 044 123 4567, 131052-308T. " * 100, who)
    drawn["long"] = await house.do("check", (draft + "\n") * 50, who)
    drawn["every piece"] = every_piece(language)
    drawn["board"] = board(language, 60)
    return drawn


def every_piece(language: Language) -> Card:
    """Return a card with every piece there is, and words that would like to be Markdown."""
    act = Button("crisis.ack", "Otan kopin", {"crisis": "c1", "key": "k1"}, "primary")
    sure = Button("crisis.down", "Lopeta", {"crisis": "c1"}, "danger", confirm="Lopetetaanko?")
    options = tuple(Option(f"u{n}", f"Yksikkö {n}") for n in range(20))
    fold: Any = Fold("7 lisää", (Text("Lisää"), Bullets(("a", "b"))), Button("more", "Lisää"))
    return Card(
        title="HARJOITUS: *vesi* [linkki](https://x.example) _poikki_",
        pieces=(
            Text("Otsikko", "heading"),
            Text("**Ei lihavaa** [ei linkkiä](https://x.example)\n\n# ei otsikkoa", "body"),
            Text("Tärkeä", "strong"),
            Text("Pientä", "subtle"),
            Bullets(("eka", "toka"), ordered=True),
            Quote("Älä julkaise", "Ohje P-6.1"),
            Marked(
                (
                    Part("هذا نص "),
                    Part("سري", Severity.ERROR, 1),
                    Part(" ja "),
                    Part("x", Severity.WARNING, 2),
                    Part("y", Severity.SUGGESTION, 3),
                )
            ),
            Copyable("Korjattu teksti", "Korjattu"),
            Fields((("Avattu", "klo 9.00"), ("Kuka", "Aune *Sanala*"))),
            Table("Kuka tietää", ("Nimi", "Tila", "Puhelin"), _rows(3)),
            Table("Kelle soitetaan", ("Kuka", "Puhelin"), ((Cell("112", "error"), _PHONE),)),
            *(Note(f"Huomaa {tone}", tone) for tone in ("good", "notice", "warning", "error")),
            Choice("unit", "Yksikkö", options, "u3", verb="set"),
            Choice("channel", "Kanava", options[:3]),
            Input("reason", "Perustelu", hint="Lyhyesti", error="Poista nimi", lines=3),
            fold,
            Buttons((act, sure, Button("x", "Taulu", url="https://somehelp.example/board"))),
        ),
        submit=Button("crisis.note", "Lähetä", style="primary"),
        language=language,
        private=False,
    )


def board(language: Language, people: int) -> Card:
    """Return a crisis board with so many people on it."""
    table = Table("Kuka tietää", ("Nimi", "Tila", "Puhelin"), _rows(people))
    return Card("Kriisi auki: vesijohto", (table,), language=language, private=False)


def _rows(count: int) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        (
            Cell(f"Henkilö {n} Esimerkkinen"),
            Cell("Kuitattu" if n % 2 else "Ei vastausta", "good" if n % 2 else "warning"),
            _PHONE,
        )
        for n in range(count)
    )

"""Promises about pings by mail, kept by a mail server that nobody here wrote."""

from __future__ import annotations

import datetime
import socket
from collections.abc import AsyncIterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from adapters.mail import MailMessenger, MailPart, MailServer
from adapters.net import tls
from bot.card import Button, Buttons, Card, Copyable, Fields, Fold, Marked, Note, Part, Text
from bot.ports import OutcomeUnknownError, SendFailedError, To
from bot.texts import Texts
from rules.model import LANGUAGES, Language
from tests.adapters.mail.post_office import PostOffice, make_certificate, opened

NOW = datetime.datetime(2026, 3, 2, 9, 30, tzinfo=datetime.UTC)
AUNE = To(person="aune", name="Aune Sanala", addresses={"email": "aune@paimio.example"})


def card(language: Language = "fi") -> Card:
    """Return a ping as a crisis sends it."""
    return Card(
        "HARJOITUS: koululla palaa",
        (
            Note("Tämä on harjoitus.", "warning"),
            Text("Mitä: <savua> & hälytys"),
            Fields((("Missä", "Vistan koulu"),)),
            Buttons((Button("crisis.ack", "Otan kopin", {"crisis": "7"}),)),
        ),
        language=language,
    )


def messenger(port: int, user: str = "", ca: Path | None = None) -> MailMessenger:
    """Return a messenger that hands over to a post office."""
    return MailMessenger(
        MailServer.of(f"smtp://{user}localhost:{port}"),
        "kriisi@paimio.example",
        tls(ca),
        page="https://somehelp.paimio.example/",
        now=lambda: NOW,
    )


@pytest.fixture
def office() -> PostOffice:
    """Return a post office that takes everything."""
    return PostOffice()


@pytest.fixture
async def port(office: PostOffice) -> AsyncIterator[int]:
    """Open the post office."""
    async with opened(office) as port:
        yield port


def plain(mail: EmailMessage) -> str:
    """Return the plain text of a mail."""
    part = mail.get_body(("plain",))
    assert part
    return str(part.get_content())


def html(mail: EmailMessage) -> str:
    """Return the HTML of a mail."""
    part = mail.get_body(("html",))
    assert part
    return str(part.get_content())


async def test_a_ping_arrives_with_a_way_to_answer(office: PostOffice, port: int) -> None:
    """Whoever is pinged by mail reads what happened, where, and where to acknowledge."""
    receipt = await messenger(port).send(AUNE, card(), key="crisis/7/aune/1")

    [mail] = office.mails
    assert mail["To"] == "aune@paimio.example"
    assert mail["Subject"] == "HARJOITUS: koululla palaa"
    assert mail["Message-ID"] == receipt.id
    assert "⚠ Tämä on harjoitus." in plain(mail)
    assert "Missä: Vistan koulu" in plain(mail)
    assert "https://somehelp.paimio.example/crisis" in plain(mail)
    assert "&lt;savua&gt; &amp; hälytys" in html(mail)
    assert 'href="https://somehelp.paimio.example/crisis"' in html(mail)


async def test_a_repeat_carries_the_same_id(office: PostOffice, port: int) -> None:
    """A ping that is sent again is shown once by mail readers, and no key stands in it."""
    sender = messenger(port)
    for key in ("crisis/7/aune/1", "crisis/7/aune/1", "crisis/7/aune/2"):
        await sender.send(AUNE, card(), key=key)

    first, second, other = (str(mail["Message-ID"]) for mail in office.mails)
    assert first == second != other
    assert "aune/1" not in "".join(str(mail) for mail in office.mails)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_mail_speaks_the_language_of_the_card(
    office: PostOffice, port: int, language: Language
) -> None:
    """The sentences around a ping are in the language of the person who is pinged."""
    await messenger(port).send(AUNE, card(language), key="k")

    [mail] = office.mails
    assert Texts(language).say("mail-answer-there") in plain(mail)
    assert f'<html lang="{language}">' in html(mail)


async def test_a_draft_never_travels_by_mail(office: PostOffice, port: int) -> None:
    """What holds a draft is left out of a mail, also where it is folded away."""
    pieces = (
        Marked((Part("salainen luonnos"),)),
        Fold("lisää", (Copyable("korjattu", "salainen luonnos"),), Button("more", "lisää")),
    )
    await messenger(port).send(AUNE, Card("Otsikko", pieces), key="k")

    [mail] = office.mails
    assert "salainen" not in plain(mail) + html(mail)


async def test_a_title_cannot_add_headers(office: PostOffice, port: int) -> None:
    """A line break in a title is no way to write to somebody else."""
    await messenger(port).send(AUNE, Card("Hei\r\nBcc: muu@example.org\n\nx"), key="k")

    [mail] = office.mails
    assert mail["Bcc"] is None
    assert mail["Subject"] == "Hei Bcc: muu@example.org x"


@pytest.mark.parametrize("address", ["", "ei osoite", "a@b\r\nBcc: c@d", "ääkkö@paimio.example"])
async def test_a_bad_address_is_a_failure_for_good(port: int, address: str) -> None:
    """Somebody with an address that is none is told as not reached, at once."""
    to = AUNE.model_copy(update={"addresses": {"email": address}})
    with pytest.raises(SendFailedError) as failed:
        await messenger(port).send(to, card(), key="k")

    assert (failed.value.reason, failed.value.again) == ("unknown_address", None)


async def test_an_unknown_mailbox_is_a_failure_for_good(office: PostOffice, port: int) -> None:
    """The next way is tried at once where the mail server does not know the mailbox."""
    office.at_rcpt = "550 no such mailbox"
    with pytest.raises(SendFailedError) as failed:
        await messenger(port).send(AUNE, card(), key="k")

    assert (failed.value.reason, failed.value.again) == ("unknown_address", None)


@pytest.mark.parametrize("when", ["at_rcpt", "at_data"])
async def test_a_busy_server_is_tried_again(office: PostOffice, port: int, when: str) -> None:
    """A mail server that asks for patience gets it."""
    setattr(office, when, "451 later, please")
    with pytest.raises(SendFailedError) as failed:
        await messenger(port).send(AUNE, card(), key="k")

    assert failed.value.reason == "throttled"
    assert failed.value.again is not None


async def test_a_server_that_is_away_turns_health_red_until_it_is_back(
    office: PostOffice,
) -> None:
    """Nothing was delivered for certain while the mail server is away, and the admin sees it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        sender = messenger(free.getsockname()[1])
    part = MailPart(sender)
    with pytest.raises(SendFailedError) as failed:
        await sender.send(AUNE, card(), key="k")

    assert (failed.value.reason, part.health().ok) == ("down", False)


async def test_a_connection_lost_at_the_end_is_unknown(office: PostOffice, port: int) -> None:
    """A mail that was handed over without an answer counts as neither sent nor failed."""
    office.hang_up = True
    with pytest.raises(OutcomeUnknownError):
        await messenger(port).send(AUNE, card(), key="k")


async def test_a_password_travels_encrypted_only(office: PostOffice, tmp_path: Path) -> None:
    """With a password, mail goes over STARTTLS, to a server whose certificate the city trusts."""
    certificate = make_certificate(tmp_path / "localhost.pem")
    async with opened(office, certificate) as port:
        await messenger(port, "some:avain%20sana@", certificate).send(AUNE, card(), key="k")
        with pytest.raises(SendFailedError) as stranger:
            await messenger(port, "some:avain%20sana@").send(AUNE, card(), key="k")
        with pytest.raises(SendFailedError) as refused:
            await messenger(port, "some:arvaus@", certificate).send(AUNE, card(), key="k")

    assert office.encrypted == [True]
    assert {stranger.value.reason, refused.value.reason} == {"down"}


async def test_a_password_is_never_sent_in_the_clear(office: PostOffice, port: int) -> None:
    """A server that offers no encryption gets no password."""
    with pytest.raises(SendFailedError):
        await messenger(port, "some:avain%20sana@").send(AUNE, card(), key="k")

    assert office.mails == []


def test_a_server_does_not_show_its_password() -> None:
    """The mail server's password is not in its repr, which ends up in logs."""
    server = MailServer.of("smtps://some:avain%20sana@mail.paimio.example")

    assert (server.password, server.port) == ("avain sana", 465)
    assert "avain" not in repr(server)

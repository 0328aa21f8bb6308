"""The `Messenger` for mail: hands each message to the city's mail server."""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import hashlib
import re
import ssl
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

import aiosmtplib

from adapters.mail.draw import draw
from adapters.mail.server import MailServer
from bot.card import Card
from bot.ports import OutcomeUnknownError, Receipt, SendFailedError, To

_POLICY = SMTP.clone(cte_type="7bit")
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+")
_AT_ONCE = 8  # connections; mail servers refuse more from one client
_SOON = datetime.timedelta(seconds=30)
_LATER = datetime.timedelta(minutes=1)


class MailMessenger:
    """Sends cards by mail. What was sent can neither be changed nor looked up."""

    name = "email"
    can_find = False

    def __init__(
        self,
        server: MailServer,
        sender: str,
        trusted: ssl.SSLContext,
        *,
        page: str | None,
        now: Callable[[], datetime.datetime],
    ) -> None:
        """Prepare to send; `page` is the address of this server's web page."""
        self._server = server
        self._sender = sender
        self._trusted = trusted
        self._page = page.rstrip("/") if page else None
        self._now = now
        self._free = asyncio.Semaphore(_AT_ONCE)
        self.reaches = True
        """Whether the mail server took what it was last given, or refused it for a reason."""

    async def send(self, to: To, card: Card, *, key: str) -> Receipt:
        """Hand a mail over; the same key gives the same Message-ID, so that readers show one."""
        address = to.addresses.get(self.name)
        if not address or not _ADDRESS.fullmatch(address):
            raise SendFailedError("unknown_address")
        message_id = self._id_of(key)
        message = self._compose(address, card, message_id)
        async with self._free:
            await self._hand_over(address, message)
        return Receipt(messenger=self.name, place=address, id=message_id)

    async def update(self, receipt: Receipt, card: Card) -> None:
        """Do nothing: a mail that has left stays as it is, and a second one would be noise."""

    async def find(self, to: To, key: str) -> Receipt | None:
        """Find nothing: no one can look into another's mailbox."""
        del to, key
        return None

    def _id_of(self, key: str) -> str:
        """Return a Message-ID that shows nothing of the key to those who read headers."""
        digest = hashlib.sha256(key.encode()).hexdigest()[:32]
        return f"<somehelp.{digest}@{self._sender.rpartition('@')[2]}>"

    def _compose(self, address: str, card: Card, message_id: str) -> bytes:
        drawn = draw(card, f"{self._page}/crisis" if self._page else None)
        message = EmailMessage(policy=_POLICY)
        message["From"] = f"Somehelp <{self._sender}>"
        message["To"] = address
        message["Subject"] = " ".join(card.title.split())
        message["Date"] = format_datetime(self._now())
        message["Message-ID"] = message_id
        message["Auto-Submitted"] = "auto-generated"
        message["Importance"] = "high"
        message.set_content(drawn.plain)
        message.add_alternative(drawn.html, subtype="html")
        return message.as_bytes()

    async def _hand_over(self, address: str, message: bytes) -> None:
        client = self._server.client(self._trusted)
        begun = False
        try:
            await client.connect()
            await client.mail(self._sender)
            await client.rcpt(address)
            begun = True
            await client.data(message)
            self.reaches = True
        except aiosmtplib.SMTPResponseException as error:
            raise self._refused(error) from None
        except (aiosmtplib.SMTPException, OSError, ValueError):
            self.reaches = False
            if begun:
                raise OutcomeUnknownError from None
            raise SendFailedError("down", _SOON) from None
        finally:
            await _part_from(client)

    def _refused(self, error: aiosmtplib.SMTPResponseException) -> SendFailedError:
        """Say why the server refused: for now, for good, or because we may not send at all."""
        known = isinstance(error, (aiosmtplib.SMTPRecipientRefused, aiosmtplib.SMTPDataError))
        self.reaches = known
        if error.code < 500:
            return SendFailedError("throttled", _LATER)
        if isinstance(error, aiosmtplib.SMTPRecipientRefused):
            return SendFailedError("unknown_address")
        if known:
            return SendFailedError("blocked")
        return SendFailedError("down", _LATER)


async def _part_from(client: aiosmtplib.SMTP) -> None:
    """Say goodbye as is polite; the mail is handed over whether or not the server answers."""
    with contextlib.suppress(aiosmtplib.SMTPException, OSError):
        await client.quit(timeout=1)
    client.close()

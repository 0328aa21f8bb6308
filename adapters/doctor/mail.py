"""Mail: does the server let us in? Nothing is sent to anybody."""

from __future__ import annotations

import aiosmtplib

from adapters.doctor.finding import Found, bad, good, off
from adapters.mail import MailServer
from adapters.net import tls
from adapters.settings import Settings


async def look(settings: Settings) -> Found:
    """Connect, encrypt and sign in as for a ping, and leave."""
    if settings.smtp_url is None:
        return off("serve-off-mail")
    server = MailServer.of(settings.smtp_url.get_secret_value())
    client = server.client(tls(settings.ca_bundle))
    try:
        await client.connect()
        await client.quit()
    except aiosmtplib.SMTPAuthenticationError:
        return bad("doctor-mail-password", host=server.host)
    except (aiosmtplib.SMTPException, OSError, ValueError) as error:
        return bad("doctor-mail-away", host=server.host, error=type(error).__name__)
    finally:
        client.close()
    return good("doctor-mail", host=server.host)

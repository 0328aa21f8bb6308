"""Mail: one more way to reach people in a crisis."""

from adapters.mail.messenger import MailMessenger
from adapters.mail.part import MailPart
from adapters.mail.server import MailServer

__all__ = ["MailMessenger", "MailPart", "MailServer"]

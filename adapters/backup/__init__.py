"""Backups of the database: one file, taken while Somehelp runs, and put back by one command."""

from adapters.backup.contents import Contents, contents
from adapters.backup.fault import BackupError
from adapters.backup.put import put_back
from adapters.backup.take import take

__all__ = ["BackupError", "Contents", "contents", "put_back", "take"]

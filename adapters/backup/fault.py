"""Why a backup could not be taken or put back."""

from __future__ import annotations


class BackupError(Exception):
    """A backup failed; `key` is a sentence in `bot.texts` that says what to do."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

"""The store: streams of events, leases and counts in SQLite or PostgreSQL."""

from adapters.store.address import BadDatabaseUrlError
from adapters.store.migrate import NewerDatabaseError
from adapters.store.retention import KEPT
from adapters.store.sql_store import SqlStore, open_store

__all__ = ["KEPT", "BadDatabaseUrlError", "NewerDatabaseError", "SqlStore", "open_store"]

"""The running server: its logs, its health, its figures, its start and its end."""

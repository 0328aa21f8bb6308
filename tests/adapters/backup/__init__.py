"""Backups of both databases."""

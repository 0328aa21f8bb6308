"""Translate in, draw out, store."""

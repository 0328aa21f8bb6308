"""The bot in Microsoft Teams; the one folder that imports Microsoft's bot SDK."""

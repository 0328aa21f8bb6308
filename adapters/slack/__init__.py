"""Slack: requests of Slack become requests of the bot, cards become Block Kit."""

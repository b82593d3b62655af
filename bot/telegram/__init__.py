"""The Telegram face of the bot."""

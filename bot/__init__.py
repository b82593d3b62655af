"""People: command line, dialogue, terminal and Telegram."""

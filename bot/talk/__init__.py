"""The conversation as people have it, in the terminal and on Telegram alike."""

"""The bot under load: a Bot API server on loopback, chats that ask, and what comes back."""

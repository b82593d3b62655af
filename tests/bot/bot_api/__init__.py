"""A Bot API server for tests: long polling, Telegram's rules, faults on demand.

Requests are checked against aiogram's types, an independent reading of the Bot API.
"""

from bot_api.server import BotApi, Call

__all__ = ["BotApi", "Call"]

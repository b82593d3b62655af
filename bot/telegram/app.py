"""The application of python-telegram-bot with our handlers."""

from __future__ import annotations

from typing import Any

import httpx
from telegram import BotCommand, LinkPreviewOptions
from telegram.error import TelegramError
from telegram.ext import (
    AIORateLimiter,
    Application,
    CallbackQueryHandler,
    CommandHandler,
    Defaults,
    MessageHandler,
    filters,
)

from bot.fault import InputFault
from bot.settings import Settings
from bot.talk import Talk
from bot.telegram.handlers import Handlers
from bot.telegram.order import PerChatOrder
from bot.wording import Wording

RETRIES = 5
"""How often a message held back by a flood limit is sent again, after the time asked for."""
ALLOWED = ("message", "edited_message", "callback_query")

App = Application[Any, Any, Any, Any, Any, Any]


def build(settings: Settings, talk: Talk, words: Wording, order: PerChatOrder) -> App:
    """Put the application together; nothing is sent yet.

    Raises:
        InputFault: if the address of the Bot API server or of the proxy cannot be used.
    """
    if not settings.api.startswith(("http://", "https://")):
        raise InputFault(words.serve.bad_api)
    builder = (
        Application.builder()
        .token(settings.token)
        .base_url(f"{settings.api}/bot")
        .base_file_url(f"{settings.api}/file/bot")
        .rate_limiter(AIORateLimiter(max_retries=RETRIES))
        .defaults(Defaults(link_preview_options=LinkPreviewOptions(is_disabled=True)))
        .concurrent_updates(order)
        .connection_pool_size(64)
    )
    if settings.proxy:
        builder = builder.proxy(settings.proxy).get_updates_proxy(settings.proxy)
    try:
        app = builder.build()
    except (ValueError, RuntimeError, ImportError, httpx.InvalidURL) as fault:
        raise InputFault(words.serve.bad_proxy) from fault
    add_handlers(app, Handlers(talk, words))
    return app


def add_handlers(app: App, handlers: Handlers) -> None:
    """Every kind of update finds its handler."""
    conversation = ("reset", "forget", "choose", "check", "mine", "remind")
    for name in ("start", "help", "privacy", *conversation):
        app.add_handler(CommandHandler(name, getattr(handlers, name)))
    messages = filters.UpdateType.MESSAGES
    app.add_handler(MessageHandler(messages & filters.COMMAND, handlers.unknown))
    app.add_handler(MessageHandler(messages & filters.TEXT, handlers.ask))
    other = filters.ATTACHMENT | filters.STORY | filters.GAME | filters.CAPTION
    app.add_handler(MessageHandler(messages & other, handlers.other))
    app.add_handler(CallbackQueryHandler(handlers.press))
    app.add_error_handler(handlers.fault)


async def set_menu(app: App, words: Wording) -> bool:
    """Show the commands in Telegram's menu, in the languages there are descriptions in.

    A bot without menu works as well.
    """
    try:
        for language, commands in ((None, words.commands), *words.commands_in.items()):
            listed = [BotCommand(name, text) for name, text in commands.items()]
            await app.bot.set_my_commands(listed, language_code=language)
    except TelegramError:
        return False
    return True

"""The application of python-telegram-bot with our handlers."""

from __future__ import annotations

from typing import Any

import httpx
from telegram import BotCommand, LinkPreviewOptions, Update
from telegram.error import TelegramError
from telegram.ext import (
    AIORateLimiter,
    Application,
    CallbackQueryHandler,
    CommandHandler,
    Defaults,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.fault import InputFault
from bot.settings import Settings
from bot.talk.talk import Talk
from bot.telegram import coordinating, human
from bot.telegram.guard import Guard
from bot.telegram.handlers import Handlers
from bot.telegram.handoff import asker, dealing
from bot.telegram.http import AiohttpRequest, usable
from bot.telegram.limits import PerPerson
from bot.telegram.order import AT_ONCE, PerChatOrder
from bot.telegram.typed import App
from bot.wording import Wording
from bot.wording.office import office_words

RETRIES = 5
"""How often a message held back by a flood limit is sent again, after the time asked for."""
READ_TIMEOUT = 20.0
"""Seconds to wait for an answer; a message that is late but sent would be sent twice."""
ALLOWED = ("message", "edited_message", "callback_query")


def build(settings: Settings, talk: Talk, words: Wording, order: PerChatOrder) -> App:
    """Put the application together; nothing is sent yet.

    Raises:
        InputFault: if the address of the Bot API server or of the proxy cannot be used.
    """
    if not settings.api.startswith(("http://", "https://")):
        raise InputFault(words.serve.bad_api)
    builder: Any = (  # its type changes with every call
        Application.builder()
        .token(settings.token)
        .base_url(f"{settings.api}/bot")
        .base_file_url(f"{settings.api}/file/bot")
        .local_mode(settings.local_files)
        .defaults(Defaults(link_preview_options=LinkPreviewOptions(is_disabled=True)))
        .concurrent_updates(order)
    )
    if usable(settings.proxy):
        builder = builder.request(AiohttpRequest(2 * AT_ONCE, READ_TIMEOUT))
        builder = builder.get_updates_request(AiohttpRequest(1, READ_TIMEOUT))
    else:
        builder = builder.connection_pool_size(2 * AT_ONCE).pool_timeout(READ_TIMEOUT)
        builder = builder.read_timeout(READ_TIMEOUT)
    if settings.paced:
        builder = builder.rate_limiter(AIORateLimiter(max_retries=RETRIES))
    if settings.proxy:
        builder = builder.proxy(settings.proxy).get_updates_proxy(settings.proxy)
    try:
        app: App = builder.build()
    except (ValueError, RuntimeError, ImportError, httpx.InvalidURL) as fault:
        raise InputFault(words.serve.bad_proxy) from fault
    guard = Guard(PerPerson(settings.per_minute), words)
    order.waits = guard.waits
    app.add_handler(TypeHandler(Update, guard.check), group=-1)
    if talk.office is not None:
        asker.join(app, talk, talk.office, words)
        dealing.join(app, talk.office, words)
        coordinating.join(app, talk, talk.office, words)
    human.join(app, talk, words)
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


async def set_menu(app: App, words: Wording, *, office: bool = False) -> bool:
    """Show the commands in Telegram's menu, in the languages there are descriptions in.

    With an `office` there is a way to a person. A bot without menu works as well.
    """
    try:
        for language, commands in ((None, words.commands), *words.commands_in.items()):
            listed = [BotCommand(name, text) for name, text in commands.items()]
            if office:
                listed.append(BotCommand("human", office_words().asker[language or "zh"].command))
            await app.bot.set_my_commands(listed, language_code=language)
    except TelegramError:
        return False
    return True

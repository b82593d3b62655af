"""Whether a message is meant for the bot, what it asks, and where its answer belongs."""

from __future__ import annotations

from telegram import Bot, Message, MessageEntity
from telegram.constants import ChatType

from bot.handoff.model import Address


def in_private(message: Message) -> bool:
    """A chat of one person with the bot."""
    return message.chat.type == ChatType.PRIVATE


def meant(message: Message, bot: Bot) -> bool:
    """In a group only what mentions the bot or replies to it is meant for it."""
    if in_private(message) or _replies_to(message, bot):
        return True
    return bool(_mentions(message, bot))


def words_of(message: Message, bot: Bot) -> str:
    """The question without the mention; a bare mention under a message asks that message."""
    text = message.text or message.caption or ""
    for mention in _mentions(message, bot):
        text = text.replace(mention, " ")
    asked = quoted(message)
    if not text.strip() and asked is not None and not _replies_to(message, bot):
        text = asked.text or asked.caption or ""
    return text.strip()


def quoted(message: Message) -> Message | None:
    """The message it replies to; in a topic Telegram names the topic's first one for all others."""
    asked = message.reply_to_message
    return None if asked is None or asked.forum_topic_created is not None else asked


def place_of(message: Message, reply_to: int) -> Address:
    """Where an answer is to arrive: below a message of the chat, in its topic."""
    thread = message.message_thread_id if message.is_topic_message else None
    return Address(chat=message.chat_id, reply_to=reply_to, thread=thread)


def _replies_to(message: Message, bot: Bot) -> bool:
    answered = quoted(message)
    return bool(answered and answered.from_user and answered.from_user.id == bot.id)


def _mentions(message: Message, bot: Bot) -> list[str]:
    kinds: list[str | None] = [MessageEntity.MENTION, MessageEntity.TEXT_MENTION]
    found = {**message.parse_entities(kinds), **message.parse_caption_entities(kinds)}
    name = f"@{bot.username}".casefold()
    return [
        text
        for entity, text in found.items()
        if text.casefold() == name or (entity.user is not None and entity.user.id == bot.id)
    ]

"""The bot's own messages to coordinators, known by how they begin."""

from __future__ import annotations

import re

from telegram import Message

from bot.handoff.model import Case
from bot.wording.office import office_words


def number_of(text: str) -> int | None:
    r"""The number of the question that one of the bot's own messages is about.

    >>> number_of("转人工 #12 · 待答\n范围：……")
    12
    """
    said = office_words().post
    return _number_behind((said.title, said.written, said.overdue_title), text)


def official_of(text: str) -> int | None:
    r"""The number of the official answer that one of the bot's own messages has kept.

    >>> official_of("已存为官方答复（第3号），以后……")
    3
    """
    return _number_behind((office_words().kept,), text)


def _number_behind(patterns: tuple[str, ...], text: str) -> int | None:
    heads = (re.escape(one.partition("{number}")[0]) for one in patterns)
    match = re.match(rf"(?:{'|'.join(heads)})(\d{{1,9}})", text)
    return int(match[1]) if match else None


def is_post(message: Message, case: Case) -> bool:
    """Whether a message is the one that put the question before the coordinators."""
    head = office_words().post.title.partition("{state}")[0].format(number=case.number)
    return message.chat_id == case.chat and (message.text or "").startswith(head)

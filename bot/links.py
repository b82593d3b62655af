"""Deep links: what stands behind `/start`, and the address of a link that opens a private chat.

A payload is a letter and a key that is looked up, never trusted: a forged one can at most name
something that exists and anybody may ask for. Telegram allows 64 of `A-Za-z0-9_-`.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from knowledge import lazy_re

Kind = Literal["choose", "check", "mine", "remind", "ask"]

LETTERS: dict[str, Kind] = {"c": "choose", "i": "check", "m": "mine", "r": "remind", "q": "ask"}
_OF = {kind: letter for letter, kind in LETTERS.items()}
_PAYLOAD = lazy_re.compile(r"([a-z])(?:-([0-9a-f]{16}))?", re.ASCII)
_BOT = lazy_re.compile(r"[A-Za-z][A-Za-z0-9_]{3,31}", re.ASCII)


class Link(NamedTuple):
    """What a link asks for."""

    kind: Kind
    key: str = ""
    """Of a competition and track (`bot.competitions.key_of`), of a waiting question, or empty."""


def payload(link: Link) -> str:
    """What stands behind `/start`.

    >>> payload(Link("choose", "0123456789abcdef"))
    'c-0123456789abcdef'
    """
    return f"{_OF[link.kind]}-{link.key}" if link.key else _OF[link.kind]


def read(words: str) -> Link | None:
    """The link of a payload; None for what is none of ours.

    >>> read("c-0123456789abcdef")
    Link(kind='choose', key='0123456789abcdef')
    """
    match = _PAYLOAD.fullmatch(words.strip())
    kind = LETTERS.get(match[1]) if match else None
    return Link(kind, match[2] or "") if match and kind else None


def bot_name(words: str) -> str | None:
    """The user name of a bot as people write it, with or without @ or t.me; None if it is none.

    >>> bot_name("https://t.me/saiwen_bot")
    'saiwen_bot'
    """
    name = words.strip().removeprefix("https://").removeprefix("t.me/").removeprefix("@")
    return name if _BOT.fullmatch(name) else None


def address(bot: str, link: Link) -> str:
    """The address that opens a private chat with the bot of this user name."""
    return f"https://t.me/{bot}?start={payload(link)}"

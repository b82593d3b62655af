"""Waiting for a bot, but never for ever, and never for one that has ended."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from eval.load.bot import Running

LOOKED_AT_EVERY = 0.02


class UnansweredError(Exception):
    """The bot has ended, or has not answered in time; the message says which and when."""


async def until(
    so: Callable[[], bool], seconds: float, bot: Running, what: str, every: float = LOOKED_AT_EVERY
) -> None:
    """Wait until it is so; `what` names what is waited for.

    Raises:
        UnansweredError: if the bot ends or so many seconds have passed.
    """
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while not so():
        if bot.ended:
            raise UnansweredError(f"{what}：机器人自己结束了，{bot.last_line}")
        if loop.time() > end:
            raise UnansweredError(f"{what}：{seconds:g} 秒没有等到")
        await asyncio.sleep(every)

"""Stopping: what is under way may end, then all is closed, and it never takes longer than agreed.

What has not ended by then is not lost: Telegram gives updates out again that are not confirmed, and
messages that were being sent are written in the store.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Callable, Coroutine
from threading import Timer
from typing import Any

from bot.fault import InputFault
from bot.log import place
from bot.telegram import send

ENDED_WITHIN = send.FINISH_WITHIN + 1.0
"""Seconds for messages nobody has just asked for, and for what else runs all the time."""
ANSWERED_WITHIN = 16.0
"""Seconds for the updates that have been taken."""
CLOSED_WITHIN = 4.0
"""Seconds to tell Telegram what is done, and again to close the connections."""
ALL_WITHIN = 36.0
"""Seconds after which the process ends whatever hangs; less than systemd's TimeoutStopSec."""
_CANCEL_EVERY = 0.5

_log = logging.getLogger(__name__)


def asked_to_stop(told: Callable[[], None] = lambda: None) -> asyncio.Event:
    """Set by SIGTERM and SIGINT, which also call `told`."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()

    def begin() -> None:
        if not stop.is_set():
            stop.set()
            told()

    for number in (signal.SIGTERM, signal.SIGINT):
        try:
            loop.add_signal_handler(number, begin)
        except NotImplementedError:  # Windows
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(begin))
    return stop


def end_anyway(said: str, seconds: float = ALL_WITHIN) -> None:
    """End the process after so many seconds if it still runs: a thread may hang for ever."""
    last = Timer(seconds, _end, (said,))
    last.daemon = True
    last.start()


def _end(said: str) -> None:
    sys.stderr.write(f"{said}\n")
    sys.stderr.flush()
    os._exit(0)  # as it was told; exit handlers would wait for what hangs


async def until(stop: asyncio.Event, work: Coroutine[Any, Any, None]) -> bool:
    """Do the work until it ends or `stop` is set; True if it ended. Its faults are raised."""
    task = asyncio.ensure_future(work)
    waiting = asyncio.ensure_future(stop.wait())
    await asyncio.wait({task, waiting}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    ended = task.done()
    if not await _ended(task, ENDED_WITHIN):
        _log.warning("stopped with work under way")
        return False
    try:
        await task
    except asyncio.CancelledError:
        return ended
    except BaseExceptionGroup as faults:
        raise _ours(faults) from None
    return ended


async def within(seconds: float, work: Coroutine[Any, Any, None], otherwise: str) -> None:
    """Do some of the last work; what takes longer is left, and so is what fails."""
    task = asyncio.ensure_future(work)
    await asyncio.wait({task}, timeout=seconds)
    if not task.done():
        _log.warning("stopped with %s", otherwise)
        await _ended(task, _CANCEL_EVERY)
    elif not task.cancelled() and (fault := task.exception()) is not None:
        _log.warning("stopped with %s: %s", otherwise, place(fault))


async def _ended(task: asyncio.Task[None], seconds: float) -> bool:
    """Cancel a task, again where that had no effect; False if it goes on after so many seconds."""
    clock = asyncio.get_running_loop().time
    end = clock() + seconds
    while not task.done() and clock() < end:
        task.cancel()
        await asyncio.wait({task}, timeout=min(_CANCEL_EVERY, seconds))
    return task.done()


def _ours(faults: BaseExceptionGroup[BaseException]) -> BaseException:
    """The fault that can be said in one line, if there is one in a group of tasks."""
    ours = next((fault for fault in faults.exceptions if isinstance(fault, InputFault)), None)
    return ours or faults

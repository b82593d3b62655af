"""A chat model that answers in time or not at all, whatever its server does.

A time limit of a client counts from byte to byte, so a server that trickles could hold an answer
for ever. Here the whole wait is limited, and what is still under way is broken off.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from concurrent.futures import TimeoutError as Late
from functools import cache
from threading import BoundedSemaphore, Thread
from typing import TYPE_CHECKING

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

if TYPE_CHECKING:
    from collections.abc import Sequence

AT_ONCE = 8
"""Calls under way; one more gets no answer, so a stalled server cannot pile up threads."""


class UnansweredError(Exception):
    """The model gave no answer; `why` is one word for the count, without any contents."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Bounded:
    """Asks a chat model; safe for several threads at once."""

    def __init__(self, model: BaseChatModel, *, at_once: int = AT_ONCE) -> None:
        self._model = model
        self._room = BoundedSemaphore(at_once)

    def ask(self, told: str, material: str, seconds: float) -> str:
        """The words the model answers with.

        Raises:
            UnansweredError: it is late, busy, or failed in any way.
        """
        if seconds <= 0:
            raise UnansweredError("late")
        if not self._room.acquire(blocking=False):
            raise UnansweredError("busy")
        call = self._begin([SystemMessage(told), HumanMessage(material)])
        call.add_done_callback(lambda _: self._room.release())
        try:
            return str(call.result(seconds).text)
        except Late as error:
            call.cancel()
            raise UnansweredError("late") from error
        except Exception as error:
            # whatever a foreign model or server does wrong, the plain answer stands
            raise UnansweredError("failed") from error

    def _begin(self, messages: Sequence[BaseMessage]) -> Future[BaseMessage]:
        """A call under way, on the loop if the model knows how to be broken off there."""
        if type(self._model)._agenerate is not BaseChatModel._agenerate:  # noqa: SLF001 no other way to tell
            return asyncio.run_coroutine_threadsafe(self._model.ainvoke(list(messages)), _loop())
        call: Future[BaseMessage] = Future()
        Thread(target=self._fill, args=(call, list(messages)), daemon=True).start()
        return call

    def _fill(self, call: Future[BaseMessage], messages: list[BaseMessage]) -> None:
        call.set_running_or_notify_cancel()
        try:
            call.set_result(self._model.invoke(messages))
        except BaseException as error:  # noqa: BLE001 it is handed to whoever waits
            call.set_exception(error)


@cache
def _loop() -> asyncio.AbstractEventLoop:
    """One loop for all calls: the client of a model belongs to the loop that first used it."""
    loop = asyncio.new_event_loop()
    Thread(target=loop.run_forever, daemon=True, name="language model").start()
    return loop

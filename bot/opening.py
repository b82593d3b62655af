"""A live desk over a store on disk."""

from __future__ import annotations

from pathlib import Path

from bot.fault import InputFault
from bot.live import Live
from bot.preparing import prepare


def live_desk(store: Path, *, warm: bool = True) -> Live:
    """Open the desk of a store; a new store is filled first.

    `warm` loads the model now instead of at the first question that needs it.

    Raises:
        InputFault: if there is none that can be used.
    """
    from retrieval.errors import RetrievalError  # noqa: PLC0415 heavy
    from retrieval.open_desk import open_desk  # noqa: PLC0415 heavy
    from retrieval.store import Store  # noqa: PLC0415 heavy

    try:
        prepare(store)
        return Live(lambda: open_desk(store, warm=warm), lambda: Store(store).version())
    except RetrievalError as fault:
        raise InputFault(str(fault)) from fault

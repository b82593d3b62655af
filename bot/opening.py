"""A live desk over a store on disk."""

from __future__ import annotations

from pathlib import Path

from bot.answerers import Answerers
from bot.fault import InputFault
from bot.live import Live
from bot.preparing import prepare
from bot.warming import build_models, compile_patterns, set_aside
from retrieval.answers import Answers


def live_desk(store: Path, *, warm: bool = True, workers: int = 0) -> Live:
    """Open the desk of a store; a new store is filled first.

    `warm` loads the model and the patterns of what people say of themselves now instead of at the
    first question that needs them. `workers` processes
    answer in its place, if there are to be some.

    Raises:
        InputFault: if there is none that can be used.
    """
    from retrieval.errors import RetrievalError  # noqa: PLC0415 heavy
    from retrieval.open_desk import open_desk  # noqa: PLC0415 heavy
    from retrieval.storage.store import Store  # noqa: PLC0415 heavy

    def opened() -> Answers:
        desk = open_desk(store, warm=warm and not workers)
        if warm:
            set_aside()
        return Answerers(desk, store, workers) if workers else desk

    try:
        prepare(store)
        if warm:
            compile_patterns()
            build_models()
        return Live(opened, lambda: Store(store).version())
    except RetrievalError as fault:
        raise InputFault(str(fault)) from fault

"""A live desk over a store on disk."""

from __future__ import annotations

from pathlib import Path

from bot.live import Live


def live_desk(store: Path) -> Live:
    """Open the desk of a store; raises what opening it raises."""
    from retrieval.open_desk import open_desk  # noqa: PLC0415 heavy
    from retrieval.store import Store  # noqa: PLC0415 heavy

    return Live(lambda: open_desk(store), lambda: Store(store).version())

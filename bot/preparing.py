"""Making a store ready before it is used."""

from __future__ import annotations

from pathlib import Path

from bot.progress import progress_bar


def prepare(store: Path) -> None:
    """Bring the store and its index up to date, with a progress bar if that takes work."""
    from retrieval.index.build import ensure  # noqa: PLC0415 heavy

    with progress_bar("建立索引（只在通知有变化时）") as show:
        ensure(store, progress=show)

"""The office of a bot, if it has coordinators."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from bot.coordinating.drafts import Drafts
from bot.coordinating.figures import Figures
from bot.coordinating.papers import Papers
from bot.coordinators import Staff, place_of
from bot.handoff.desk import HandOffs
from bot.handoff.feedback import Feedback
from bot.handoff.office import Office
from bot.handoff.store import FILE, HandoffStore
from bot.live import Live
from retrieval.official.shelf import Shelf


def opened_office(
    live: Live,
    folder: Path,
    secret: str,
    clock: Callable[[], datetime],
    environ: Mapping[str, str] = os.environ,
) -> Office | None:
    """The office over a store; None where no settings name coordinators.

    Raises:
        InputFault: the settings cannot be used.
    """
    staff = Staff.found(place_of(folder, environ))
    if staff is None:
        return None
    store = HandoffStore(folder / FILE, secret)
    shelf = Shelf.of(folder)
    handoffs = HandOffs(live, staff, clock, store, shelf)
    return Office(
        live=live,
        handoffs=handoffs,
        feedback=Feedback(store, clock),
        papers=Papers(live, staff, clock),
        drafts=Drafts(live, staff, clock, store, folder),
        figures=Figures(live, staff, clock, handoffs, (store, shelf)),
    )

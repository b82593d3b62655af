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
from bot.handoff.answers import Answers
from bot.handoff.asking import Asking
from bot.handoff.claims import Claims
from bot.handoff.desk import Desk
from bot.handoff.feedback import Feedback
from bot.handoff.office import Office
from bot.handoff.officials import Officials
from bot.handoff.outbox import Outbox
from bot.handoff.store import FILE, HandoffStore
from bot.handoff.waiting import Waiting
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
    desk = Desk(live, staff, clock, store, Shelf.of(folder))
    claims, officials = Claims(desk), Officials(desk)
    return Office(
        desk=desk,
        asking=Asking(desk),
        claims=claims,
        answers=Answers(desk, claims, officials),
        officials=officials,
        waiting=Waiting(desk),
        outbox=Outbox(desk),
        feedback=Feedback(store, clock),
        papers=Papers(live, staff, clock),
        drafts=Drafts(live, staff, clock, store, folder),
        figures=Figures(desk),
    )

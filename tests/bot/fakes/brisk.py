"""A bot whose pauses are shorter, all in the same measure: that it waits is tested, not how long.

PACE is how many times it looks and tries again as often as it does for people, HURRY how many times
shorter what it has left when it is told to stop.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.telegram import poll, postman, run, send, stopping
from bot.telegram.handoff import postman as office

PACE, HURRY = 5.0, 1.0
"""Where nothing is asked for."""


def hasten(environ: Mapping[str, str]) -> None:
    pace, hurry = float(environ.get("PACE", PACE)), float(environ.get("HURRY", HURRY))
    run.WATCH_EVERY /= pace
    poll.FIRST_PAUSE /= pace
    poll.LONGEST_PAUSE /= pace
    send.PAUSES = tuple(pause / pace for pause in send.PAUSES)
    postman.EVERY /= pace
    office.EVERY /= pace
    office.FLUSH_EVERY /= pace
    run.ANSWERED_WITHIN /= hurry
    run.CLOSED_WITHIN /= hurry
    stopping.ENDED_WITHIN /= hurry

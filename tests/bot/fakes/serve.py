"""`saiwen serve` over the fake desk: for what has nothing to do with the notices.

The file `version` in the folder stands for the store: when it appears a third notice is there, and
the deadlines are those it holds, if it holds some; `announced` tells what was left open. With
coordinators.yaml in it there are official answers. The file `clock` holds the time, if it is there.
STUCK is how many seconds an update may keep the others waiting; PACE and HURRY: see `brisk`.
"""

import os
import sys
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fakes.brisk import hasten
from fakes.desk import DEADLINE, Announced, FakeDesk, made

from bot import clock
from bot.commands.serve import checked, serve_desk
from bot.coordinators import FILE as COORDINATORS
from bot.fault import InputFault
from bot.live import Live
from bot.log import start_log
from bot.memory import FILE
from bot.settings import Settings
from bot.telegram import taken
from retrieval.official.beside import WithOfficial
from retrieval.official.shelf import Shelf
from retrieval.question.lexicon import words

folder = Path(sys.argv[1])
changed = folder / "version"


def version() -> str | None:
    return changed.read_text("utf-8") if changed.exists() else None


def opened() -> FakeDesk | WithOfficial:
    desk = made_desk()
    if not (folder / COORDINATORS).exists():
        return desk
    return WithOfficial(desk, Shelf.of(folder).every, lambda _one, _other: None)


def made_desk() -> FakeDesk:
    deadline = version() or DEADLINE
    if deadline == "withdrawn":
        return FakeDesk((made(1, 30),))
    if deadline == "announced":
        return Announced((made(1, 30), made(2, 0), made(3, 0)))
    more = (made(3, 0),) if changed.exists() else ()
    return FakeDesk((made(1, 30), made(2, 0, deadline), *more))


def now() -> datetime:
    written = folder / "clock"
    return clock.parse_as_of(written.read_text("utf-8")) if written.exists() else clock.now()


hasten(os.environ)
taken.STUCK = float(os.environ.get("STUCK", taken.STUCK))
words()  # as a real desk has it before the first question
try:
    settings = checked(Settings.of(os.environ), None)
    start_log((settings.token,))
    serve_desk(Live(opened, version), settings, folder / FILE, None, now)
except InputFault as fault:
    sys.stderr.write(f"{fault.message}\n")
    sys.exit(1)

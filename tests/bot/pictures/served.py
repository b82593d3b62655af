"""`saiwen serve` over a real store, at the time that stands in the file `clock` of its folder."""

import os
import sys
from datetime import datetime
from pathlib import Path

from bot import clock
from bot.commands.serve import checked, secrets_of, serve_desk
from bot.log import start_log
from bot.memory import FILE
from bot.opening import live_desk
from bot.settings import Settings

folder = Path(sys.argv[1])


def now() -> datetime:
    return clock.parse_as_of((folder / "clock").read_text("utf-8"))


settings = checked(Settings.of(os.environ), None)
start_log(secrets_of(settings))
serve_desk(live_desk(folder), settings, folder / FILE, None, now)

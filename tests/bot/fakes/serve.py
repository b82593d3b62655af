"""`saiwen serve` over the fake desk: for what has nothing to do with the notices.

The file `version` in the folder stands for the store: when it appears a third notice is there.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fakes.desk import FakeDesk, made

from bot.commands.serve import checked, serve_desk
from bot.fault import InputFault
from bot.live import Live
from bot.log import start_log
from bot.memory import FILE
from bot.settings import Settings

folder = Path(sys.argv[1])
changed = folder / "version"


def opened() -> FakeDesk:
    notices = (made(1, 30), made(2, 0), *((made(3, 0),) if changed.exists() else ()))
    return FakeDesk(notices)


try:
    settings = checked(Settings.of(os.environ), None)
    start_log((settings.token,))
    serve_desk(Live(opened, changed.exists), settings, folder / FILE, None)
except InputFault as fault:
    sys.stderr.write(f"{fault.message}\n")
    sys.exit(1)

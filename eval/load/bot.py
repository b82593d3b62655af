"""The bot as a process of its own, and what it takes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil

from eval.load.server import TOKEN

ROOT = Path(__file__).resolve().parents[2]
LOG = "load.log"
"""What the bot says, beside its store."""


class Running:
    """`saiwen serve` over a store."""

    def __init__(self, store: Path, api: str, **settings: str) -> None:
        self._path = store / LOG
        self._log = self._path.open("a", encoding="utf-8")
        clean = {key: value for key, value in os.environ.items() if "proxy" not in key.lower()}
        environ = clean | {
            "PYTHONPATH": str(ROOT), "TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API": api,
            "TELEGRAM_LIMITS": "off", "TELEGRAM_PER_MINUTE": "0", **settings,
        }  # fmt: skip
        self.process = subprocess.Popen(  # noqa: S603 our own program
            [sys.executable, "-m", "bot.cli", "serve", "--store", str(store)],
            env=environ,
            stdout=self._log,
            stderr=self._log,
        )

    @property
    def ended(self) -> bool:
        """Whether the process is there no more."""
        return self.process.poll() is not None

    @property
    def last_line(self) -> str:
        """What it has said last."""
        return (self._path.read_text("utf-8", "replace").splitlines() or [""])[-1]

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.process.wait()
        self._log.close()

    def stop(self) -> None:
        """End it as it should be ended."""
        if not self.ended:
            self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self._log.close()

    def cpu(self) -> float:
        """Processor seconds it and those it started have used."""
        own = psutil.Process(self.process.pid)
        spent = 0.0
        for each in (own, *own.children(recursive=True)):
            times = each.cpu_times()
            spent += times.user + times.system
        return spent

"""A running `saiwen serve`, as a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Self

from forks import started

ROOT = Path(__file__).resolve().parents[2]
FAKE = str(ROOT / "tests/bot/fakes/serve.py")
READY = ("fakes.ready",)
WAIT = 120.0
EVERY = 0.01


class Serving:
    """The process; its standard error is kept in a file."""

    def __init__(self, folder: Path, api: str, token: str, *arguments: str, **env: str) -> None:
        self.errors = folder / f"stderr-{time.monotonic_ns()}.txt"
        clean = {k: v for k, v in os.environ.items() if "proxy" not in k.lower()}
        environ = {
            **clean, "PYTHONPATH": str(ROOT), "TELEGRAM_TOKEN": token, "TELEGRAM_API": api,
            "SAIWEN_STORE": str(folder), "PYTHONUTF8": "1", **env,
        }  # fmt: skip
        if not arguments:
            self.process = started(READY, (FAKE, str(folder)), folder, environ, self.errors)
            return
        with self.errors.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, *arguments], cwd=folder, env=environ, stdout=log, stderr=log
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(WAIT)

    @property
    def said(self) -> str:
        """Everything on standard output and standard error."""
        return self.errors.read_text("utf-8")

    def waits_to_say(self, words: str) -> str:
        """Wait until a line with these words stands on standard error."""
        end = time.monotonic() + WAIT
        while words not in self.said:
            if time.monotonic() > end or self.process.poll() is not None:
                time.sleep(0.1)
                if words in self.said:
                    break
                raise AssertionError(f"not said: {words}; but: {self.said}")
            time.sleep(EVERY)
        return next(line for line in self.said.splitlines() if words in line)

    def ends(self) -> int:
        return self.process.wait(WAIT)

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.ends()

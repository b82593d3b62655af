"""Processes that begin with their modules imported: forked from one that has imported them.

Each is a process of its own: with its arguments, environment, folder and output, it is killed and
ends like any other, and shares nothing with the next. What is saved are the seconds in which every
new interpreter imports the same. Where processes do not fork, each is started anew.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import runpy
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from threading import Lock
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
EVERY = 0.01
_NO_THREADS = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
"""For one that forks: only the thread that does so lives on in the other process."""


class Fork:
    """A process that was forked elsewhere, handled as a `subprocess.Popen`."""

    def __init__(self, parent: Parent, pid: int) -> None:
        self._parent = parent
        self.pid = pid
        self.returncode: int | None = None

    def poll(self) -> int | None:
        if self.returncode is None:
            self.returncode = self._parent.asked({"ended": self.pid})
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        end = None if timeout is None else time.monotonic() + timeout
        while (code := self.poll()) is None:
            if end is not None and time.monotonic() > end:
                raise subprocess.TimeoutExpired(str(self.pid), timeout or 0)
            time.sleep(EVERY)
        return code

    def send_signal(self, number: int) -> None:
        if self.poll() is None:  # its number is nobody else's before it is asked for its end
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


class Parent:
    """The process that has imported `modules` and forks when it is asked to."""

    def __init__(self, *modules: str) -> None:
        self._one_asks = Lock()
        self._process = subprocess.Popen(
            [sys.executable, __file__, *modules],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **_NO_THREADS},
        )  # fmt: skip
        atexit.register(self.close)

    def asked(self, question: Mapping[str, Any]) -> Any:
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        with self._one_asks:
            stdin.write(json.dumps(question) + "\n")
            stdin.flush()
            return json.loads(stdout.readline())

    def close(self) -> None:
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process.wait()


parent = cache(Parent)


def started(  # noqa: PLR0913, PLR0917 as Popen itself
    modules: Sequence[str], arguments: Sequence[str], folder: Path, env: Mapping[str, str],
    said: Path, errors: Path | None = None,
) -> Fork | subprocess.Popen[bytes]:  # fmt: skip
    """Run a script, or `-m` a module, in a folder; `modules` are imported already.

    What it writes goes to the file `said`, what it writes on standard error too unless there is
    another for that.
    """
    errors = errors or said
    if sys.platform != "linux":
        with said.open("a") as out, errors.open("a") as err:
            return subprocess.Popen(
                [sys.executable, *arguments], cwd=folder, env=env, stdout=out, stderr=err
            )
    said.touch()
    one = parent(*modules)
    wanted = {"arguments": list(arguments), "folder": str(folder), "env": dict(env)}
    return Fork(one, one.asked({**wanted, "said": str(said), "errors": str(errors)}))


# --- in the parent ------------------------------------------------------------------------------
def _answer(said: object) -> None:
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


def _ended(pid: int) -> int | None:
    done, status = os.waitpid(pid, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if done else None


def _forking() -> dict[str, Any] | None:
    """Fork for each that asks: returns in the forked process; None when nobody asks any more."""
    for line in iter(sys.stdin.readline, ""):
        question = json.loads(line)
        if "ended" in question:
            _answer(_ended(question["ended"]))
        elif pid := os.fork():
            _answer(pid)
        else:
            return question
    return None


def _become(wanted: dict[str, Any]) -> None:
    """Have the surroundings of a process that was started with these."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for place, name in ((1, "said"), (2, "errors")):
        os.dup2(os.open(wanted[name], os.O_WRONLY | os.O_APPEND | os.O_CREAT), place)
    os.environ.clear()
    os.environ.update(wanted["env"])
    os.chdir(wanted["folder"])


def _run(arguments: list[str]) -> None:
    """As the interpreter does with these arguments."""
    if arguments[0] == "-m":
        _, name, *rest = arguments
        sys.argv = [name, *rest]
        runpy.run_module(name, run_name="__main__", alter_sys=True)
    else:
        sys.argv = arguments
        sys.path[0] = str(Path(arguments[0]).parent)
        runpy.run_path(arguments[0], run_name="__main__")


if __name__ == "__main__":
    sys.path[1:1] = [str(ROOT / "tests/bot"), str(ROOT / "tests/retrieval")]
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever asks it tells it when to end
    for name in sys.argv[1:]:
        import_module(name)
    gc.freeze()  # else each looks through all of it once more before it ends
    if wanted := _forking():
        _become(wanted)
        _run(wanted["arguments"])

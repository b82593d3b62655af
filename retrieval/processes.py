"""Our own modules as processes beside this one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
"""Where the packages lie."""


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def command(module: str, *arguments: str) -> list[str]:
    """What runs a module of ours.

    >>> command("retrieval.index.engine", "2")[1:]
    ['-P', '-m', 'retrieval.index.engine', '2']
    """
    # -P, our path and our folder: where the user stands must not be able to shadow modules
    return [sys.executable, "-P", "-m", module, *arguments]


def surroundings(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment it runs in: ours, our path first, and these settings."""
    paths = filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")])
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), **(more or {})}


def begun(
    module: str, *arguments: str, settings: Mapping[str, str] | None = None
) -> subprocess.Popen[bytes]:
    """Start a module of ours that is asked on its standard input and answers on its output."""
    return subprocess.Popen(  # noqa: S603 our own module
        command(module, *arguments),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env=surroundings(settings),
    )

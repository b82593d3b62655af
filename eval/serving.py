"""The memory of a serving bot, measured in a process of its own.

`python -m eval.serving STORE` opens what `saiwen serve` opens, answers cases (one a line on
standard input), and prints the memory of itself and of its embedding worker.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import click
import psutil

from bot import clock
from bot.opening import live_desk
from bot.reply import Who
from bot.talk.talk import Talk
from bot.wording import wording
from eval.known import Case
from knowledge.model import Frozen

MEBI = 1024 * 1024


class Memory(Frozen):
    """Resident memory in MiB."""

    bot: float
    worker: float
    """The embedding worker, and whatever else the bot started."""

    @property
    def whole(self) -> float:
        """Both, pages that they share counted twice."""
        return self.bot + self.worker


def serve_cases(store: Path, cases: Iterable[Case]) -> Memory:
    """Answer as the bot does, in this process, and measure it."""
    import bot.telegram.run  # noqa: F401, PLC0415 heavy; it is part of what serving holds

    live = live_desk(store)
    talk = Talk(live, wording(), clock.now)
    for number, case in enumerate(cases):
        talk.hear(Who(chat=number, person=number), case.question)
        # as from a chat that has chosen the notice
        live.desk.answer(case.asked())
    return memory_of(psutil.Process())


def memory_of(process: psutil.Process) -> Memory:
    """The memory of a process and of those it started."""
    others = sum(child.memory_info().rss for child in process.children(recursive=True))
    own = process.memory_info().rss
    return Memory(bot=round(own / MEBI, 1), worker=round(others / MEBI, 1))


def serving_memory(store: Path, cases: Iterable[Case]) -> Memory:
    """The same, in a fresh process.

    Raises:
        CalledProcessError: it failed.
    """
    done = subprocess.run(  # noqa: S603 our own module
        [sys.executable, "-m", "eval.serving", str(store)],
        input="\n".join(case.model_dump_json() for case in cases),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    return Memory.model_validate_json(done.stdout)


def main() -> None:
    """Serve what comes in, then print the memory."""
    lines = sys.stdin.buffer.read().splitlines()
    cases = [Case.model_validate_json(line) for line in lines if line.strip()]
    click.echo(serve_cases(Path(sys.argv[1]), cases).model_dump_json())


if __name__ == "__main__":
    main()

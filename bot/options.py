"""Options that several commands share; each decorator passes one keyword argument.

`with_store` → `store: Path` · `with_as_of` → `as_of: datetime` · `with_json` → `as_json: bool`
· `with_batch` → `batch: Path | None`.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from bot import clock
from knowledge.kept import keep_in

Command = TypeVar("Command", bound=Callable[..., Any])
STORE_KEY = "bot.store"
STORE_HELP = "库所在的目录（默认：环境变量 SAIWEN_STORE，否则项目里的 .saiwen/）"


def project_root() -> Path:
    """Return the project's folder, or the current one if saiwen is installed elsewhere."""
    root = Path(__file__).resolve().parents[1]
    return root if (root / "pyproject.toml").exists() else Path.cwd()


def default_store() -> Path:
    """Return the store that is used when no `--store` is given."""
    named = os.environ.get("SAIWEN_STORE")
    return Path(named).expanduser() if named else project_root() / ".saiwen"


def remember_store(context: click.Context, _: click.Parameter, value: Path | None) -> Path | None:
    """Keep a `--store` given before or after the subcommand; the later one wins."""
    if value is not None:
        context.meta[STORE_KEY] = value.expanduser()
    return value


def store_option(command: Command) -> Command:
    """Add `--store` without passing it on; `with_store` reads what was remembered."""
    return click.option(
        "--store",
        metavar="DIR",
        type=click.Path(file_okay=False, path_type=Path),
        callback=remember_store,
        expose_value=False,
        help=STORE_HELP,
    )(command)


def with_store(command: Callable[..., Any]) -> Callable[..., Any]:
    """Pass the folder of the store as `store`."""

    @functools.wraps(command)
    def called(*args: Any, **kwargs: Any) -> Any:
        kept = click.get_current_context().meta.get(STORE_KEY)
        store = kept or default_store()
        keep_in(store)
        return command(*args, store=store, **kwargs)

    return store_option(called)


class AsOf(click.ParamType[datetime]):
    """A date or an ISO time in Asia/Shanghai."""

    name = "时间"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """Read the words of the command line; a fault of them is wrong usage."""
        if isinstance(value, datetime):
            return value
        try:
            return clock.parse_as_of(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


def with_as_of(command: Command) -> Command:
    """Pass the moment to answer for as `as_of`: what was given, else now."""
    return click.option(
        "--as-of",
        type=AsOf(),
        default=clock.now,
        help="按哪一天（或时刻）回答，北京时间；默认现在",
    )(command)


def with_json(command: Command) -> Command:
    """Pass `as_json`."""
    return click.option("--json", "as_json", is_flag=True, help="输出 JSON")(command)


def with_batch(command: Command) -> Command:
    """Pass the file of a batch as `batch`; `-` is standard input, None is no batch."""
    return click.option(
        "--batch",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="每行一个 JSON 对象，逐行输出；- 表示标准输入",
    )(command)

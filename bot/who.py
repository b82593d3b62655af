"""Who does something to the notices, and when: for the store's history."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Any, TypeVar

import click

from bot import clock

if TYPE_CHECKING:
    from collections.abc import Callable

    from retrieval.storage.history import Deed

Command = TypeVar("Command", bound="Callable[..., Any]")


def with_by(command: Command) -> Command:
    """Pass `by`, the name to put on record, None if the option is not given."""
    return click.option("--by", metavar="NAME", help="记在历史里的经手人；默认是登录名")(command)


def deed(by: str | None) -> Deed:
    """What is recorded of somebody's doing now."""
    from retrieval.storage.history import Deed  # noqa: PLC0415 heavy

    who = " ".join((by or _login()).split()) or _login()
    return Deed(who, clock.now().isoformat(timespec="seconds"))


def _login() -> str:
    """The name of whoever is logged in; a bare container knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "未署名"

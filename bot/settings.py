"""Settings of the Telegram bot, from the environment; `.env` has been read into it."""

from __future__ import annotations

from collections.abc import Mapping

from bot.fault import InputFault
from knowledge.model import Frozen

TELEGRAM = "https://api.telegram.org"
PER_MINUTE = 120
MOST_WORKERS = 16
NAMES = frozenset(
    {
        *("TELEGRAM_TOKEN", "TELEGRAM_API", "TELEGRAM_PROXY", "TELEGRAM_LOCAL_FILES"),
        *("TELEGRAM_LIMITS", "TELEGRAM_PER_MINUTE", "TELEGRAM_ADMIN_CHAT", "SAIWEN_WORKERS"),
    }
)
"""All settings read here; the help of `saiwen serve` names each."""


class Settings(Frozen):
    """How to reach Telegram."""

    token: str
    """Empty if there is none."""
    api: str = TELEGRAM
    """Bot API server, without a slash at the end."""
    proxy: str | None = None
    local_files: bool = False
    """The server is one of our own that runs with --local: it names files on this machine."""
    paced: bool = True
    """Keep Telegram's limits; a server of our own need not have any."""
    per_minute: int = PER_MINUTE
    """Updates of one person; 0 for any number."""
    admin_chat: int | None = None
    """Where errors are told."""
    workers: int = 0
    """Processes that answer beside the bot's own."""

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> Settings:
        """Read TELEGRAM_* and SAIWEN_WORKERS; empty counts as absent.

        Raises:
            InputFault: for a number that is none.
        """
        given = {key: value.strip() for key, value in environ.items() if key in NAMES}
        return cls(
            token=given.get("TELEGRAM_TOKEN", ""),
            api=given.get("TELEGRAM_API", "").rstrip("/") or TELEGRAM,
            proxy=given.get("TELEGRAM_PROXY") or None,
            local_files=_on(given, "TELEGRAM_LOCAL_FILES", default=False),
            paced=_on(given, "TELEGRAM_LIMITS", default=True),
            per_minute=max(0, _number(given, "TELEGRAM_PER_MINUTE", PER_MINUTE) or 0),
            admin_chat=_number(given, "TELEGRAM_ADMIN_CHAT", None),
            workers=min(MOST_WORKERS, max(0, _number(given, "SAIWEN_WORKERS", 0) or 0)),
        )


def _on(given: Mapping[str, str], name: str, *, default: bool) -> bool:
    """`off`, `no`, `false` and `0` switch off; empty is the default."""
    value = given.get(name, "").lower()
    return value not in {"off", "no", "false", "0"} if value else default


def _number(given: Mapping[str, str], name: str, default: int | None) -> int | None:
    value = given.get(name, "")
    try:
        return int(value) if value else default
    except ValueError as fault:
        raise InputFault(f"{name} 应是一个整数，请改好 .env 后再运行。") from fault

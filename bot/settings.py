"""Settings of the Telegram bot, from the environment; `.env` has been read into it."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.model import Frozen

TELEGRAM = "https://api.telegram.org"


class Settings(Frozen):
    """How to reach Telegram."""

    token: str
    """Empty if there is none."""
    api: str = TELEGRAM
    """Bot API server, without a slash at the end."""
    proxy: str | None = None

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> Settings:
        """Read TELEGRAM_TOKEN, TELEGRAM_API and TELEGRAM_PROXY; empty counts as absent."""
        return cls(
            token=environ.get("TELEGRAM_TOKEN", "").strip(),
            api=environ.get("TELEGRAM_API", "").strip().rstrip("/") or TELEGRAM,
            proxy=environ.get("TELEGRAM_PROXY", "").strip() or None,
        )

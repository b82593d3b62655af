"""`saiwen serve`: the Telegram bot."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot import clock, options
from bot.fault import InputFault
from bot.live import Live
from bot.log import start_log
from bot.memory import FILE, Memory
from bot.opening import live_desk
from bot.settings import Settings
from bot.talk.talk import Talk
from bot.wording import wording

if TYPE_CHECKING:
    from bot.telegram.webhook import Webhook

ALIVE = "alive"
"""A file beside the store, touched every few seconds while the bot lives."""


@click.command("serve")
@options.with_store
@click.option("--webhook", metavar="URL", help="由 Telegram 送来消息：它能访问到的 https:// 地址")
@click.option("--listen", default="127.0.0.1", show_default=True, help="用 --webhook 时监听的地址")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8080,
    show_default=True,
    help="用 --webhook 时监听的端口",
)
def serve(store: Path, webhook: str | None, listen: str, port: int) -> None:
    """运行 Telegram 机器人（需要 TELEGRAM_TOKEN），直到 Ctrl+C。

    \b
    设置（写在 .env 里或设为环境变量；全部设置见 README.md 的“设置”）：
      TELEGRAM_TOKEN         机器人的令牌，必填
      TELEGRAM_PROXY         连 Telegram 用的代理
      TELEGRAM_API           另一个 Bot API 服务器的地址
      TELEGRAM_LIMITS        自己的服务器不限速时设 off
      TELEGRAM_LOCAL_FILES   自己的服务器以 --local 运行时设 on
      TELEGRAM_PER_MINUTE    每人每分钟最多几条，默认 120，0 不限
      TELEGRAM_ADMIN_CHAT    出错时告诉哪个聊天（它的编号）
      SAIWEN_WORKERS         另开几个回答进程，默认 0
      SAIWEN_COORDINATORS    组织人员名单，默认是库里的 coordinators.yaml
    """  # noqa: D301 click wants the character itself
    settings = checked(Settings.of(os.environ), webhook)
    start_log(secrets_of(settings))
    from bot.telegram.webhook import Webhook  # noqa: PLC0415 heavy

    hook = Webhook(url=webhook, listen=listen, port=port) if webhook else None
    serve_desk(live_desk(store, workers=settings.workers), settings, store / FILE, hook)


def checked(settings: Settings, webhook: str | None) -> Settings:
    """The settings, or a fault that says which one to mend."""
    words = wording().serve
    if not settings.token:
        raise InputFault(words.no_token)
    if webhook is not None and not webhook.startswith("https://"):
        raise InputFault(words.bad_webhook)
    return settings


def secrets_of(settings: Settings) -> tuple[str, ...]:
    """What no log may show."""
    return (settings.token, settings.proxy or "", os.environ.get("LLM_KEY", "").strip())


def serve_desk(
    live: Live,
    settings: Settings,
    memory: Path,
    webhook: Webhook | None,
    now: Callable[[], datetime] = clock.now,
) -> None:
    """Serve a desk until told to stop; reminders are kept beside `memory`."""
    from bot.handoff.opening import opened_office  # noqa: PLC0415 heavy
    from bot.reminders.reminding import Reminders  # noqa: PLC0415 heavy
    from bot.reminders.store import FILE as REMINDERS  # noqa: PLC0415 heavy
    from bot.reminders.store import ReminderStore  # noqa: PLC0415 heavy
    from bot.telegram.errors import Reports  # noqa: PLC0415 heavy
    from bot.telegram.ledger import FILE as UPDATES  # noqa: PLC0415 heavy
    from bot.telegram.ledger import Ledger  # noqa: PLC0415 heavy
    from bot.telegram.run import Service  # noqa: PLC0415 heavy
    from bot.telegram.stopping import end_anyway  # noqa: PLC0415 heavy

    words = wording()
    store = ReminderStore(memory.with_name(REMINDERS), settings.token)
    reminders = Reminders(live, words, now, store)
    office = opened_office(live, memory.parent, settings.token, now)
    talk = Talk(live, words, now, Memory(memory, settings.token), reminders, office)

    def say(line: str) -> None:
        click.echo(line, err=True)

    if settings.admin_chat is None and office is not None:
        settings = settings.model_copy(update={"admin_chat": office.desk.staff.chat})
    reports = Reports(secrets_of(settings))
    logging.getLogger().addHandler(reports)
    service = Service(
        settings,
        live,
        talk,
        words,
        say,
        webhook,
        reminders,
        Ledger(memory.with_name(UPDATES), settings.token),
        reports,
        memory.with_name(ALIVE),
        lambda: end_anyway(words.serve.stopped_late),
    )
    with asyncio.Runner(loop_factory=loop_factory()) as runner:
        runner.run(service.run())


def loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """Makes uvloop's event loop, which takes less time; None where it does not install."""
    try:
        import uvloop  # noqa: PLC0415 not everywhere
    except ImportError:
        return None
    return uvloop.new_event_loop

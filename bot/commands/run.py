"""`saiwen run`: what `make run` starts; makes everything ready, then serves or chats."""

from __future__ import annotations

import os
from pathlib import Path

import click

from bot import options
from bot.commands.chat import chat
from bot.commands.serve import serve
from bot.preparing import prepare


@click.command("run")
@options.with_store
@click.pass_context
def run(context: click.Context, store: Path) -> None:
    """准备好索引；设了 TELEGRAM_TOKEN 就运行机器人，否则在终端聊天。"""
    prepare(store)
    has_token = os.environ.get("TELEGRAM_TOKEN", "").strip()
    context.invoke(serve if has_token else chat)

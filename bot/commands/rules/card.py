"""`saiwen rules card`: one printable page a track, made from the rules."""

from __future__ import annotations

import click


@click.command()
def card() -> None:
    """把规则做成可打印的一页，每条注明条款。"""

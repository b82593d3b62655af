"""`saiwen roster`: every fault of a roster, with its cells and the clause."""

from __future__ import annotations

import click


@click.command()
def roster() -> None:
    """核对参赛信息汇总表。"""

"""`saiwen rules review`: a person confirms or corrects drafted rules."""

from __future__ import annotations

import click


@click.command()
def review() -> None:
    """逐条核对自动提取的规则。"""

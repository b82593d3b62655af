"""`saiwen rules`: the eligibility rules of a notice, for the people who answer for them."""

from __future__ import annotations

import click

from bot.commands.rules.card import card
from bot.commands.rules.review import review


@click.group()
def rules() -> None:
    """参赛资格规则：核对自动提取的规则，打印规则卡。"""


rules.add_command(card)
rules.add_command(review)

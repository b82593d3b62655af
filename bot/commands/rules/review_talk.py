"""The review in the terminal: clause, reading, and a choice, rule by rule."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from knowledge.eligibility.drafting import mending
from knowledge.eligibility.rules import RulesError

if TYPE_CHECKING:
    from bot.commands.rules.reviewing import Reviewing
    from knowledge.eligibility.model import Rule

_CHOICES = "y 确认 · e 修改 · d 删去 · a 另加一条 · s 跳过 · q 停"
_ASKED = "y、e、d、a、s、q"


def talk(at: Reviewing) -> None:
    """Go through the rules nobody has decided on; ends at the last, at q, or at end of input."""
    open_ = at.open()
    click.echo(f"{at.notice.label}《{at.notice.title}》")
    if not open_:
        click.echo(f"{len(at.rules.rules)} 条规则都已核对。")
        return
    try:
        for number, rule in enumerate(open_, start=1):
            click.echo(f"\n第 {number} 条，共 {len(open_)} 条")
            if not _one(at, rule):
                break
    except click.Abort:  # end of input: what was decided is kept
        click.echo()
    click.echo(f"已保存；还有 {len(at.open())} 条未核对。")


def _one(at: Reviewing, rule: Rule) -> bool:
    """One rule until it is decided or skipped; False to stop."""
    _show(at, rule)
    while True:
        choice = click.prompt(_CHOICES, default="s", show_default=False).strip().lower()
        if choice == "y":
            at.confirm(rule)
            click.echo("已确认")
        elif choice == "d":
            at.drop(rule)
            click.echo("已删去")
        elif choice == "q":
            return False
        elif choice == "e" and not _tried(lambda: _edit(at, rule)):
            continue
        elif choice == "a":
            _tried(lambda: _add(at))
            continue
        elif choice not in {"e", "s"}:
            click.echo(f"请选 {_ASKED}")
            continue
        return True


def _show(at: Reviewing, rule: Rule) -> None:
    item = at.item(rule.id)
    click.echo(f"原文（{item['path'] or '无条款'}）：{item['quote'] or ''}")
    if item["concerns"]:
        click.echo(f"适用：{item['concerns']}")
    click.echo(f"理解：{item['reading']}")


def _tried(work: object) -> bool:
    """Do it; a fault of what was typed is said, and the choice is asked again."""
    try:
        if callable(work):
            work()
    except RulesError as fault:
        click.echo(f"没有改：{fault}")
        return False
    return True


def _edit(at: Reviewing, rule: Rule) -> None:
    """By `key=value` pairs, or in the editor if nothing is typed."""
    now = at.item(rule.id)["params"]
    told = "　".join(f"{key}={_typed(now[key])}" for key in now)
    click.echo(f"现在：{told or '（没有参数）'}")
    typed = click.prompt(
        "改成（key=value，多个用空格隔开；直接回车则打开编辑器）", default="", show_default=False
    )
    if typed.strip():
        at.set(rule, typed.split())
        _changed(at, rule)
        return
    text = click.edit(mending.editable(rule), extension=".yaml")
    if text is None:
        raise RulesError("编辑器里没有保存")
    at.correct(rule, mending.edited(at.notice, rule, text))
    _changed(at, rule)


def _typed(value: Any) -> str:
    """A value as it can be typed again."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _changed(at: Reviewing, rule: Rule) -> None:
    click.echo(f"已改，理解：{at.item(rule.id)['reading']}")


def _add(at: Reviewing) -> None:
    name = click.prompt("规则的名字（如 age-min）").strip()
    path = click.prompt("条款（如 三（一））").strip()
    quote = click.prompt("原话").strip()
    check = click.prompt("检查（见 docs/write-rules.md）").strip()
    params = click.prompt("参数（YAML，如 {years: 16}）", default="{}", show_default=False)
    at.add(name, path, quote, f"check: {check}\nparams: {params}")
    click.echo("已加上")

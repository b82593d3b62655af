"""Ages that are known only roughly: 四十多, 十五六岁, 奔五, 虚岁17, 花甲之年."""

from __future__ import annotations

import re

from knowledge.eligibility.data import table
from knowledge.eligibility.speech.base import Day, Found, N, Pattern, Unclear, amount, pattern

_TENS = "一二三四五六七八九"


def _and(match: re.Match[str], _: Day) -> Found:
    """五十有三 is 53."""
    return {"age": int(amount(match["t"])) + int(amount(match["u"]))}


def _between(match: re.Match[str], _: Day) -> Found:
    """十五六岁 is 15 or 16, 四五十岁 40 to 59, 满十六不满十八 16 or 17."""
    low, high = int(amount(match["a"])), int(amount(match["b"]))
    parts = match.groupdict()
    if parts.get("t"):
        tens = int(amount(parts["t"])) if parts["t"].isdigit() is False else int(parts["t"]) * 10
        low, high = tens + low, tens + high
    elif parts.get("tens"):
        low, high = 10 * low, 10 * high + 9
    elif parts.get("under"):
        high -= 1
    return (
        {"unclear": [Unclear(key="age", said=match[0], low=low, high=high)]} if low <= high else {}
    )


def _called(match: re.Match[str], _: Day) -> Found:
    """花甲之年: about sixty."""
    years: int = table("speech.yaml")["ages_called"][match["w"]]
    return {"unclear": [Unclear(key="age", said=match[0], low=years - 2, high=years + 9)]}


def _nominal(match: re.Match[str], _: Day) -> Found:
    """虚岁 counts from one and from New Year: one or two more than full years."""
    years = int(amount(match["n"]))
    return {"unclear": [Unclear(key="age", said=match[0], low=years - 2, high=years - 1)]}


def _decade(match: re.Match[str], _: Day) -> Found:
    """四十多 40 to 49, 四十出头 40 to 44, 四十好几 45 to 49."""
    tens = match["t"]
    first = 10 * (int(tens) if tens.isdigit() else 1 + _TENS.index(tens))
    low, high = {"出": (0, 4), "大": (4, 9), "挂": (0, 4), "好": (4, 9)}.get(
        match["more"][0], (0, 9)
    )
    if match["more"][0] in "左上":
        low, high = -2, 2
    return {"unclear": [Unclear(key="age", said=match[0], low=first + low, high=first + high)]}


def _towards(match: re.Match[str], _: Day) -> Found:
    """奔五 is 40 to 49."""
    last = 10 * (1 + _TENS.index(match["t"]))
    return {"unclear": [Unclear(key="age", said=match[0], low=last - 10, high=last - 1)]}


def _about(match: re.Match[str], _: Day) -> Found:
    years = int(amount(match["n"]))
    return {"unclear": [Unclear(key="age", said=match[0], low=years - 2, high=years + 2)]}


def rough_ages() -> tuple[Pattern, ...]:
    """Tried before the ages in numbers, which they hold as well."""
    more = r"(?P<more>多|大几|几|来|出头|开外|挂零|好几|左右|上下)"
    units = "[一二三四五六七八九]"
    called = "|".join(table("speech.yaml")["ages_called"])
    return (
        pattern(rf"(?P<t>[二三四五六七八九]?十)有(?P<u>{units})", _and),
        pattern(
            rf"(?P<t>[二三四五六七八九]?十|[1-6](?=\d[、/~-]\d周?岁))(?P<a>{units}|\d)[、/~-]?"
            rf"(?P<b>{units}|\d)(?:周?岁|的(?:人|娃|孩子))",
            _between,
        ),
        pattern(
            rf"(?:年纪|年龄|岁数)(?:是|有|大概|也就)?(?P<t>[二三四五六七八九]?十)(?P<a>{units})(?P<b>{units})(?=[,。了]|$)",
            _between,
        ),
        pattern(rf"(?P<a>{units})(?P<b>{units})(?P<tens>十)(?:周?岁|的人)", _between),
        pattern(
            rf"年?满(?P<a>{N})(?:周?岁)?(?:但|且|还|又)?(?P<under>[不未]满)(?P<b>{N})(?:周?岁)?",
            _between,
        ),
        pattern(rf"(?:年过|年近|年逾|快到?)?(?P<w>{called})(?:之年|了|的人)", _called),
        pattern(rf"虚岁(?:是|已经|都|今年|,|:|刚){{0,4}}(?P<n>{N})岁?", _nominal),
        pattern(rf"(?P<n>{N})岁?[(]?虚岁[)]?", _nominal),
        pattern(rf"(?P<t>[2-9])0{more}(?:周?岁)", _decade),
        pattern(rf"(?P<t>[二三四五六七八九])十{more}(?:周?岁|了|的人|(?=[,。?能可还]|$))", _decade),
        pattern(r"(?P<t>[2-9])0(?P<more>开外|挂零)", _decade),
        pattern(r"(?P<t>[2-9])0(?P<more>多|几|好几|出头)(?:了|的人|(?=[,。?]|$))", _decade),
        pattern(r"奔(?P<t>[三四五六七])(?:的人)?(?:了|(?=[,。?在想能可还要就也]|$))", _towards),
        pattern(rf"(?P<n>{N})周?岁(?:左右|上下)", _about),
    )

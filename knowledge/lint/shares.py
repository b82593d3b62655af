"""Shares of prizes that give no whole number, where nothing is said of rounding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from knowledge import lazy_re
from knowledge.lint.fault import Fault, Material
from knowledge.model import Scope, Value

_ENTERING = lazy_re.compile(
    r"^(?:的)?(?:选手|队伍|参赛选手|参赛队伍?)?[^,，。；;]{0,4}(?:进入|晋级|入围|参加)(?:全国|市级|省级)?总?决赛"
)
_FINAL = lazy_re.compile(
    r"决赛(?:参赛)?(?:选手|人数|队伍|名额|规模)?(?:共|为|设|各|确定为)?$|入围(?:名额)?(?:为|共)?$"
)
_ROUNDING = lazy_re.compile(
    r"四舍五入|取整|进位|向上|向下|舍去|小数|不足[1一]\s?(?:名|人|队|个|支)"
)
_EXACT = lazy_re.compile(r"\d+(?:\.\d+)?%$")
_COUNT = lazy_re.compile(r"(\d+)[名人队支组](?:（[名人队组]）)?$")
_PRIZE = lazy_re.compile(r"奖")


def shares(material: Material) -> Iterator[Fault]:
    """`一等奖占10%` of 25 who reach the final is two and a half."""
    if any(_ROUNDING.search(piece.text) for piece in material.clauses):
        return
    finals = [value for value in material.notice.values if _is_final(material, value)]
    for value in material.notice.values:
        if value.kind != "ratio" or not _EXACT.fullmatch(value.value) or _is_most(material, value):
            continue
        for final in finals:
            if _fits(value.scope, final.scope) and _PRIZE.search(value.label):
                yield from _share(value, final)


def _share(value: Value, final: Value) -> Iterator[Fault]:
    matched = _COUNT.search(final.value)
    count = int(matched[1]) if matched else 0
    share = Fraction(value.value.rstrip("%")) / 100 * count
    if share.denominator != 1:
        values = {
            "prize": value.label,
            "ratio": value.value,
            "count": final.raw,
            "where": final.path,
            "gives": f"{float(share):g}",
        }
        yield Fault("ratio_fraction", value.path, (value.start, value.end), values)


def _is_final(material: Material, value: Value) -> bool:
    """An exact number of people or teams who take part in the final."""
    if value.kind not in {"count", "rank"} or not re.fullmatch(r"\d+[名人队支组].*", value.value):
        return False
    text = material.notice.text
    behind = re.sub(r"\s", "", text[value.end : value.end + 24])
    before = re.sub(r"\s", "", text[max(0, value.start - 16) : value.start])
    return bool(_ENTERING.match(behind) or _FINAL.search(before))


def _is_most(material: Material, value: Value) -> bool:
    """An upper bound needs no rounding: 不超过…的30%, fewer is allowed."""
    before = re.split(r"[，。；,;]", material.notice.text[max(0, value.start - 40) : value.start])[
        -1
    ]
    return bool(re.search(r"不超过|不得超过|不多于|以内|最多|至多|不高于|约|左右", before))


def _fits(one: Scope, other: Scope) -> bool:
    """Whether the share is of these people."""
    return (
        (not one.groups or not other.groups or bool(set(one.groups) & set(other.groups)))
        and (not one.tracks or not other.tracks or bool(set(one.tracks) & set(other.tracks)))
        and (one.attachment == other.attachment or not one.attachment or not other.attachment)
    )

"""Conditions on units that apply to run a competition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.eligibility.drafting.entering import entering
from knowledge.eligibility.drafting.located import strength
from knowledge.eligibility.drafting.numbers import count
from knowledge.eligibility.drafting.parts import Condition, Made, Statement
from knowledge.eligibility.drafting.statements import statements
from knowledge.fold import fold
from knowledge.numerals import NUMERAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.model import Notice

_FACTS = (
    ("legal_person", lazy_re.compile(r"(?:独立)?法人资格|独立法人")),
    (
        "has_staff_and_judges",
        lazy_re.compile(r"(?:管理人员|专家|裁判员?)[^。;]{0,16}(?:队伍|人员|团队)"),
    ),
    ("has_funding", lazy_re.compile(r"经费(?:支持|保障|来源)|资金(?:支持|保障)")),
    ("has_facilities", lazy_re.compile(r"(?:场所|场地|设施|设备|器材)")),
    (
        "sealed_materials",
        lazy_re.compile(r"加盖[^,。;]{0,12}公章的?[^,。;]{0,8}(?:材料|申报表|申请表)"),
    ),
)
_HAS = lazy_re.compile(r"有|具备|具有|须|应|上传")
_MOST = lazy_re.compile(
    rf"(?P<what>赛事|赛项|承办地)(?:(?!赛事|赛项|承办地)[^,。;、]){{0,8}}?不得?超过(?P<n>{NUMERAL})(?:场|个|项|处)"
)
_COUNTED = {"赛事": "events", "赛项": "tracks", "承办地": "venues"}
_UNITS = lazy_re.compile(
    r"有意向?(?:举办|承办|申报)[^,。;]{0,12}的(?P<called>[^。;,]{4,60}?)(?:[,。;]|可|均可|按|$)"
)
_ACCOUNT = lazy_re.compile(r"(?:需要?|须|应)(?:先)?注册账号|需要注册")
_ONLINE = lazy_re.compile(
    r"(?:实行|采取|通过)[^。;]{0,8}网上申报[^。;]{0,16}|不再?接受纸质[^。;]{0,8}"
)
_WHEN = lazy_re.compile(r"^申请?承办(?P<called>(?P<word>[^,。;]{2,6}?)赛)的单位")
_OUT = frozenset({"out"})


def organiser_conditions(notice: Notice) -> Iterator[Condition]:
    """What the notice asks of an applying unit."""
    yield from (one for one in entering(notice) if one.made.check == "deadline")
    seen: set[str] = set()
    for statement in statements(notice):
        for one in _conditions(statement):
            key = f"{one.made.check}{one.made.params.get('key', '')}"
            if key not in seen:
                seen.add(key)
                yield one


def _conditions(statement: Statement) -> Iterator[Condition]:
    text = statement.text
    if match := _ACCOUNT.search(text):
        exempt = list(re.findall(r"([^,。;、]{2,6}?)(?:竞赛|赛|比武)?无需注册", _clause(statement)))
        yield _at(statement, match, Made("account", {"exempt": exempt}), "account")
    if statement.place.path.startswith("附件"):
        return
    if match := _UNITS.search(text):
        yield _at(statement, match, Made("unit", {"called": match["called"]}), "unit")
    if statement.section not in _OUT or _HAS.match(text):
        for key, pattern in _FACTS:
            match = pattern.search(text)
            if match and _HAS.search(text[: match.end()]):
                yield _at(statement, match, Made("unit_fact", {"key": key, **_when(text)}), key)
    for match in _MOST.finditer(text):
        params = {"key": _COUNTED[match["what"]], "limit": int(count(match["n"])), **_when(text)}
        yield _at(statement, match, Made("at_most", params), _COUNTED[match["what"]])
    if match := _ONLINE.search(text):
        params = {"said": match[0], "accepts": ["网上", "线上", "平台", "在线", "系统", "网络"]}
        params["refuses"] = ["纸质", "邮寄", "快递", "现场", "窗口", "邮箱", "邮件", "电话", "传真"]
        yield _at(statement, match, Made("channel", params), "channel")


def _clause(statement: Statement) -> str:
    place = statement.place
    return fold(statement.notice.text[place.start : place.end]).text


def _when(text: str) -> dict[str, object]:
    match = _WHEN.search(text.partition("。")[0])
    if match is None:
        return {}
    return {
        "when": {
            "key": "event_category",
            "words": [match["word"]],
            "called": f"承办{match['called']}的单位",
        }
    }


def _at(statement: Statement, match: re.Match[str], made: Made, name: str) -> Condition:
    start, end = match.span()
    weak = strength(statement.text, start, end)
    return Condition(statement, start, end, made, weak, name=name)

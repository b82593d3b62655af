"""What follows from teams and days: 2组、每组2名选手 are 2×2=4名; 13—22日 are 10天."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from knowledge import lazy_re
from knowledge.numerals import CHINESE, arabic
from retrieval.computed.rates import Worked
from retrieval.wording import say

_ASKS_PEOPLE = lazy_re.compile(
    r"(?:几|多少|好多)个?(?:人(?!一[队组])|名|位|选手|学生|职工|队员|教师)"
)
_TEAMS = lazy_re.compile(
    rf"(?:限报|限派|可报|选派|推荐|推选|派出|最多|不超过|不得超过|报送)[^，。；、\d]{{0,8}}(?P<n>\d+|{CHINESE}|两)个?[组队支]"
    rf"|、(?P<more>\d+|{CHINESE}|两)个?[组队支]"
)
_GROUP = lazy_re.compile(r"(?P<stem>[\u4e00-\u9fff]{2})组")
SIZED = lazy_re.compile(
    rf"(?:每|各)[支个]?(?:参赛|团|代表)*[队组](?!别)伍?(?![^，。；\d]{{0,6}}(?:教师|教练|领队|裁判|人员))[^，。；\d前第取]{{0,6}}(?P<each>\d+|{CHINESE}|两)(?:名|人)"
    rf"|(?P<one>\d+|{CHINESE}|两)(?:人|名(?:同学|选手|学生|队员|职工))(?:一|1|为一|组成一)个?[队组]"
)
"""How many people a team has; a range of sizes is none."""
_BETWEEN = lazy_re.compile(r"\d(?:人|名)?(?:至|到|—|–|-|~)\d")
_KINDS = ("企业|公司|厂", "院校|学校|学院|大学|高校|高职|中职|技校", "协会|行业", "区县|市州|地区")
_ALL = lazy_re.compile(r"一共|总共|全部|报满|合计|加起来|都报|共|最多")
_COUNTS_DOWN = lazy_re.compile(r"还(有|剩|差|要)|[距离]")
_ASKS_DAYS = lazy_re.compile(r"(?<!哪)(?:几|多少|好多)天(?!内|前|之内|以内)")
_PARTS = lazy_re.compile(rf"[；;。\n]|[，,](?=每?[个家所]?(?:{'|'.join(_KINDS)}))")
_LED = lazy_re.compile(r"指导|教练|裁判")
_TEAM, _MOST = 2, 3
_RANGE = lazy_re.compile(
    r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<first>\d{1,2})日?(?:—|–|-|~|至|到)+"
    r"(?:(?:\d{4})年)?(?:(?P<to>\d{1,2})月)?(?P<last>\d{1,2})日"
)


def of_teams(question: str, texts: Sequence[str], units: Iterable[str]) -> Worked | None:
    """The people that teams come to, where they are asked for and the teams have one size.

    >>> of_teams("一个企业最多去几个选手", ["企业限报2组职工组选手"], ["每支团队2名选手"]).text
    '按每队2人计算：2×2=4人。'
    """
    sizes = {int(arabic(m["each"] or m["one"])) for unit in units for m in SIZED.finditer(unit)}
    parts = _meant(question, texts) if _ASKS_PEOPLE.search(question) else []
    size = sizes.pop() if len(sizes) == 1 else 0
    counted = [(_kind(part), _counts(question, _own(part))) for part in parts]
    counted = [(kind, counts) for kind, counts in counted if counts]
    if size < _TEAM or not counted or (_several(counted) and not _ALL.search(question)):
        return None
    terms = [_term(kind if len(counted) > 1 else "", counts, size) for kind, counts in counted]
    line = say("worked.teams", size=f"{size}", formula="，".join(terms))
    totals = [f"{sum(counts) * size}" for _, counts in counted]
    return Worked(line, (*totals, f"{size}", *(f"{n}" for _, counts in counted for n in counts)))


def _counts(question: str, text: str) -> list[int]:
    """How many teams each group sends; of the group the question names alone, if it does.

    >>> said = "院校限报2组职工组选手、3组学生组选手"
    >>> _counts("学生组一共几个人", said), _counts("一共几个人", said)
    ([3], [2, 3])
    """
    found = [(_GROUP.match(text, m.end()), m) for m in _TEAMS.finditer(text)]
    named = [(g, m) for g, m in found if g and g["stem"] in question]
    return [int(arabic(m["n"] or m["more"])) for _, m in named or found]


def _own(text: str) -> str:
    """Without what one teacher may lead: 同一名教师最多指导2队."""
    return "，".join(s for s in re.split(r"[，,]", text) if not _LED.search(s))


def _several(counted: Sequence[tuple[str, Sequence[int]]]) -> bool:
    return any(len(counts) > 1 for _, counts in counted)


def _term(kind: str, counts: Sequence[int], size: int) -> str:
    each = "+".join(map(str, counts))
    each = f"({each})" if len(counts) > 1 else each
    return f"{kind}{each}×{size}={sum(counts) * size}人"


def _kind(text: str) -> str:
    """The body a text is about: 企业, 院校."""
    found = (re.search(kind, text) for kind in _KINDS)
    return next((match[0] for match in found if match), "")


def _meant(question: str, texts: Sequence[str]) -> list[str]:
    """The parts with teams about the kind of body the question names, else all of them."""
    parts = [p for text in texts for p in _PARTS.split(text) if _TEAMS.search(p)]
    kind = next((k for k in _KINDS if re.search(k, question)), None)
    of_kind = [p for p in parts if kind and re.search(kind, p)] or parts
    of_group = [p for p in of_kind if any(g["stem"] in question for g in _GROUP.finditer(p))]
    return list(dict.fromkeys(of_group or of_kind))[:_MOST]


def lasting(question: str, texts: Iterable[str]) -> Worked | None:
    """How many days the one span of dates has, both ends counted, where days are asked for.

    >>> lasting("一共几天", ["2023年10月13—22日举行"]).text
    '首尾两日都算：2023年10月13—22日共10天。'
    """
    if not _ASKS_DAYS.search(question) or _COUNTS_DOWN.search(question):
        return None
    terms: list[tuple[str, int]] = []
    for text in texts:
        spans = list(_RANGE.finditer(text))
        if len(spans) == 1 and (days := _days(spans[0])) > 0:
            terms.append((spans[0][0], days))
    if not terms:
        return None
    line = "，".join(say("worked.days", span=span, days=f"{days}") for span, days in terms)
    return Worked(say("worked.both_ends", terms=line), tuple(f"{days}" for _, days in terms))


def _days(span: re.Match[str]) -> int:
    year, month = int(span["year"] or 2000), int(span["month"])
    try:
        first = date(year, month, int(span["first"]))
        last = date(year, int(span["to"] or month), int(span["last"]))
    except ValueError:
        return 0
    return (last - first).days + 1

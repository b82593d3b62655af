"""Bars: who may not take part → honours, earlier prizes and posts, ages, kinds of people."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from knowledge.catalogue.mentions import Entrants, mentions
from knowledge.eligibility.data import table
from knowledge.eligibility.drafting.grammar import words
from knowledge.eligibility.drafting.located import located
from knowledge.eligibility.drafting.numbers import count, day
from knowledge.eligibility.drafting.parts import Condition, Made, Statement
from knowledge.numerals import NUMERAL

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTED = re.compile(r"[“\"《「]([^”\"》」]{2,24})[”\"》」]")
_HONOUR = re.compile(r"称号|荣誉|奖章|获得者|技术能手|工匠|大奖|已取得|已获|获得过|曾获|申报资格")
_PRIZE = re.compile(
    r"奖牌|[特一二三四]等奖|金奖|银奖|铜奖|金牌|银牌|铜牌|冠军|亚军|第一名|前[三二两一六八\d]名|优胜奖|获奖"
)
_POST = re.compile(
    r"裁判|命题|专家|教练|评委|监考|监审|仲裁|设备调试|赛务|技术支持|考评|翻译|领队|参赛选手"
)
_NOW = re.compile(r"本届|本次|该届|参与(?:本|此)")
_RANK = re.compile(r"国家级|省级|市级|全国|全省|国际|世界|区级|县级|校级")
_EDITIONS = re.compile(rf"近({NUMERAL})届")
_YEARS = re.compile(rf"近({NUMERAL})年")
_AGE = re.compile(
    rf"(?P<below>未满|不满|不足|低于|未达到?)(?P<a>{NUMERAL})周?岁"
    rf"|(?P<over>超过|大于|年满|已满)(?P<b>{NUMERAL})周?岁(?P<up>及?以上)?"
    rf"|(?P<c>{NUMERAL})周?岁(?P<way>及?以上|及?以下)"
)
_RETIRED = re.compile(r"(?:达到|超过|到)(?:国家)?法定退休年龄|退休")
_GRADUATED = re.compile(r"(\d{4}年\d{1,2}月(?:\d{1,2}日)?)(?:以?前|之前)?(?:已)?(?:办理)?毕业")
_AS_OTHER = re.compile("以(?!(?:参赛)?选手)[^,。;]{1,8}身份")
"""Barred in one identity only; in their own they may enter."""
_NO_PERSON = re.compile(r"材料|作品|电话|传真|短信|^个人$|报名表|逾期|过期")
_NAMED = re.compile(rf"第{NUMERAL}届")
_PROJECTS = re.compile(r"(?:大赛|竞赛|比赛)([^,。;]{2,60}?)(?:项目|赛项)")
_OTHER_POSTS = ("裁判", "领队", "志愿", "观摩", "工作人员", "专家", "教练")
_KINDS: dict[str, tuple[str, ...]] = {
    "(?:国家)?公务员|参公|参照公务员法管理的?(?:工作)?|现役军人|机关干部": ("official",),
    "在校(?:学)?生|全日制学生|学生组?(?:选手)?": ("student",),
    "退休返聘|返聘|离退休|退休": ("retired",),
    "教师|教职工": ("teacher",),
}
_NO_ENTRY = re.compile(
    r"(?:,|的)*(?:一律)?(?:不得|不能|不可|不予|不允许|禁止|不接受)(?:再次?|重复)?(?:以[^,。;]{1,8}身份)?(?:作为[^,。;]{1,6})?"
    r"(?:报名|参赛|参加|报|受理|入围)|(?:,|的)*(?:也|均)?不再?(?:参加|参赛)(?!者)"
)


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where a text bars somebody: from the words that name them to the verb."""
    for match in _NO_ENTRY.finditer(text):
        start = max(text.rfind(sign, 0, match.start()) for sign in "\0。;,") + 1
        yield start, match.end()


def barred(statement: Statement, start: int, end: int) -> Iterator[Condition]:
    """The bars at `start:end` of a statement: an item of a list, or a stretch with its verb."""
    match = _NO_ENTRY.search(statement.text, start, end)
    stop = match.start() if match else end
    subject = statement.text[start:stop].strip(",、。;的:")
    if match and _NO_PERSON.search(subject):
        return
    place = match.end() if match else end
    groups, tracks = _barred_from(statement, place) if match else ((), ())
    same = match and re.match("(?:参加)?(?:该|同一|本)(?:赛项|项目|工种)", statement.text[place:])
    for made, name in _bars(subject):
        if match and _AS_OTHER.search(match[0]) and made.check in {"not_identity", "barred_other"}:
            made = Made("note", {"text": f"{subject}{match[0].lstrip(',的')}。"})  # noqa: PLW2901 no bar on anybody
        if same and made.check == "barred_deeds":
            made = made._replace(params={**made.params, "same_track": True})  # noqa: PLW2901 the same bar
        for one in located(statement, start, max(stop, start + 1), made, name):
            yield replace(one, groups=groups or one.groups, tracks=tracks or one.tracks)


def _barred_from(statement: Statement, place: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The groups and tracks right behind 不得报."""
    notice = statement.notice
    named = mentions(statement.text, Entrants(notice.tracks, notice.groups))
    groups = next((one.names for one in named.groups if one.start == place), ())
    return groups, next((one.names for one in named.tracks if one.start == place), ())


def _bars(subject: str) -> Iterator[tuple[Made, str]]:
    said = re.sub(r"^\(?[一二三四五六七八九十\d]+[)、.]", "", subject)
    said = re.split(r"可以?报", said)[0]
    if not said or words("intro").search(said):
        return
    parts = re.split("、|和|以及", said)
    telling = [part for part in parts if any(p.search(part) for p in (_PRIZE, _POST, _HONOUR))]
    kinds = {tuple(bool(p.search(part)) for p in (_PRIZE, _POST)) for part in parts}
    several = len(telling) == len(parts) and len(kinds) > 1
    for part in parts if several or any(_kind(part) for part in parts) else [said]:
        made = _age(part) or _graduated(part) or _kind(part) or _honours(part) or _deeds(part)
        yield made or (Made("barred_other", {"said": part}), "bar")


def _age(said: str) -> tuple[Made, str] | None:
    """未满18周岁的不得报名: the other way round."""
    match = _AGE.search(said)
    if match is None:
        return None
    if match["below"]:
        return Made("age_at_least", {"years": int(count(match["a"]))}), "age"
    if match["over"]:
        years = int(count(match["b"])) - (match["over"] in {"年满", "已满"})
        return Made("age_at_most", {"years": years}), "age"
    number = int(count(match["c"]))
    if "上" in match["way"]:
        return Made("age_at_most", {"years": number - 1}), "age"
    return Made("age_at_least", {"years": number + 1}), "age"


def _graduated(said: str) -> tuple[Made, str] | None:
    match = _GRADUATED.search(said)
    by = day(match[1], last=True) if match else None
    return (Made("not_graduated", {"by": by}, ("student",)), "graduated") if by else None


def _honours(said: str) -> tuple[Made, str] | None:
    if not _HONOUR.search(said) or _PRIZE.search(said):
        return None
    known = [name for name in table("words.yaml")["honours"] if name in said]
    names = list(dict.fromkeys([*_QUOTED.findall(said), *_longest(known)]))
    return (Made("barred_honours", {"names": names}), "honours") if names else None


def _longest(names: list[str]) -> list[str]:
    return [name for name in names if not any(name != other and name in other for other in names)]


def _deeds(said: str) -> tuple[Made, str] | None:
    prizes = list(dict.fromkeys(word for name in _PRIZE.findall(said) for word in _ranks(name)))
    posts = list(dict.fromkeys(_POST.findall(said)))
    if not prizes and not posts:
        return None
    if not prizes and (named := _NAMED.search(said)):
        return _roles(said, named[0], posts)
    params: dict[str, Any] = {"said": said}
    params |= {"prizes": prizes} if prizes else {}
    params |= {"posts": posts} if posts and not prizes else {}
    params |= (
        {"same_track": True} if re.search("同一(?:赛项|项目|赛道|工种)|同赛项|本赛项", said) else {}
    )
    params |= {"now": True} if _NOW.search(said) else {}
    params |= _reach(said)
    return Made("barred_deeds", params), "deeds"


def _ranks(name: str) -> list[str]:
    """What a prize may be called: 前三名 is any of the first three."""
    if name == "奖牌":
        return ["奖牌", "金牌", "银牌", "铜牌"]
    if name.startswith("前"):
        most = int(count(name[1]))
        return [name, *(f"第{rank}名" for rank in "一二三四五六七八"[:most])]
    return [name]


def _roles(said: str, edition: str, posts: list[str]) -> tuple[Made, str]:
    """Posts in a named edition (第二届…大赛A、B项目的专家): a deed must name all of it."""
    national = re.search("中华人民共和国|全国|国家", said)
    event = [[edition]]
    if national:
        event = [
            [f"中华人民共和国{edition}"],
            [edition, "全国"],
            [f"{edition}国赛"],
            [f"^{edition}职业技能大赛"],
        ]
    found = _PROJECTS.search(said)
    projects = [[name] for name in re.split("[、和及]", found[1])] if found else [[""]]
    roles = [[post.removeprefix("参赛")] for post in posts]
    others = [one for one in _OTHER_POSTS if not any(one in post for post in posts)]
    params = {"said": f"{said}不得报名", "event": event, "project": projects, "role": roles}
    return Made("barred_roles", {**params, "not_role": [[one] for one in others]}), "roles"


def _reach(said: str) -> dict[str, Any]:
    """How far back a bar reaches, and the rank of the events it speaks of."""
    found: dict[str, Any] = {}
    if match := _EDITIONS.search(said):
        found["editions"] = int(count(match[1]))
    elif re.search("上一?届", said):
        found["editions"] = 1
    if match := _YEARS.search(said):
        found["years"] = int(count(match[1]))
    if match := _RANK.search(said):
        found["level"] = match[0]
    return found


def _kind(said: str) -> tuple[Made, str] | None:
    for pattern, kinds in _KINDS.items():
        if re.fullmatch(rf"(?:凡|所有|各类)?(?:{pattern})(?:人员|的[^,]{{0,6}}人员)?", said):
            return Made("not_identity", {"one_of": list(kinds), "called": said}), "kind"
    return None

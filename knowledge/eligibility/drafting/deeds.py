"""Prizes, posts and honours in words → the parameters of the checks on deeds."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from knowledge import lazy_re
from knowledge.eligibility.checks.levels import level_of
from knowledge.eligibility.data import table
from knowledge.eligibility.drafting.numbers import count
from knowledge.eligibility.drafting.parts import Made
from knowledge.numerals import NUMERAL, arabic

_QUOTED = lazy_re.compile(r"[“\"《「]([^”\"》」]{2,24})[”\"》」]")
_HONOUR = lazy_re.compile(
    r"称号|荣誉|奖章|技能?大奖|获得者|技术能手|工匠|已取得|已获|获得过|曾获|获得|申报资格|获评|被评为"
)
_NAMED_HONOUR = lazy_re.compile(
    r"(?:获得?|取得|获评|被评为|授予)(?:过|了)?([^,。;、获]{2,14}?)(?:称号|荣誉)"
)
_PRIZE = lazy_re.compile(
    rf"奖牌|奖项|个人奖|团体奖|[特一二三四]等奖|[金银铜]奖|[金银铜]牌|[冠亚季]军|第{NUMERAL}名|前{NUMERAL}名|优胜奖|获奖|得奖"
)
_AND_UP = lazy_re.compile(r"([一二三])等奖(?:\(含\))?(?:及|或)?以上")
_POST = lazy_re.compile(
    r"裁判|命题|专家|教练|评委|监考|监审|仲裁|设备调试|赛务|技术支持|考评|翻译|领队|参赛选手"
)
_NOW = lazy_re.compile(r"本届|本次|该届|此次|参与(?:本|此)|今年")
_EARLIER = lazy_re.compile(
    r"上一?届|往届|历届|前.届|近.{1,3}[届年]|曾|担任过|第.{1,3}届|20\d\d|以往|过去"
)
"""Without such words a post is one in this very event."""
_RANK = lazy_re.compile(
    r"国家级|省级|市级|全国|全省|全市|国际|世界|区级|县级|校级|(?:市|地市)\(州\)级|州级"
)
_OPEN_RANK = lazy_re.compile(r"级(?:\([^)]*\))?(?:及|或)?以上|及以上")
_EDITIONS = lazy_re.compile(rf"(?:近|前|最近)({NUMERAL})届")
_YEARS = lazy_re.compile(
    rf"(?:近|最近|前|过去)({NUMERAL})年|({NUMERAL})年(?:之)?内|({NUMERAL})年来"
)
_SINCE = lazy_re.compile(
    r"(20\d\d)年(?:(\d{1,2})月(?:(\d{1,2})日)?)?(?:\(含\))?(?:起|以来|至今|及?以后|之后|后)"
)
_IN_YEARS = lazy_re.compile(r"(?<!\d)(20\d\d)(?=年|年?[、和,]|[-—]20)")
_SAME = lazy_re.compile(r"(?:同|相同|本|该|各自?)(?:一|个)?(?:赛项|项目|赛道|工种|职业|专项|岗位)")
_NAMED = lazy_re.compile(rf"第{NUMERAL}届")
_EACH_NAMED = lazy_re.compile(rf"第({NUMERAL})届")
_EDITIONS_NAMED = lazy_re.compile(rf"第({NUMERAL}(?:[、和及与]第?{NUMERAL})+)届")
_PROJECTS = lazy_re.compile(r"(?:大赛|竞赛|比赛)([^,。;]{2,60}?)(?:项目|赛项)")
_OTHER_POSTS = ("裁判", "领队", "志愿", "观摩", "工作人员", "专家", "教练")
_PLACES = {"特": 0, "一": 1, "二": 2, "三": 3}


_STAFF = lazy_re.compile(r"工作人员|组织人员|组委会成员")
"""Posts only where those of this event are spoken of."""


def _posts(said: str) -> list[str]:
    found = _POST.findall(said) + (_STAFF.findall(said) if _NOW.search(said) else [])
    return list(dict.fromkeys(found))


def telling(said: str) -> tuple[bool, bool, bool]:
    """Whether the words name a prize, a post, an honour."""
    return bool(_PRIZE.search(said)), bool(_posts(said)), bool(honours(said))


def honours(said: str) -> tuple[str, ...]:
    """The honours the words name; none where they are about prizes."""
    if not _HONOUR.search(said) or _PRIZE.search(said):
        return ()
    known = [name for name in table("words.yaml")["honours"] if name in said]
    placed = [match[0] for match in _PLACED.finditer(said)]
    known = placed if len(placed) > 1 else known
    free = [] if known or _QUOTED.search(said) else _NAMED_HONOUR.findall(said)
    free = [name for name in free if not _POINTS.match(name)]
    return tuple(dict.fromkeys(_longest([*_QUOTED.findall(said), *known, *free])))


_PLACED = lazy_re.compile(
    r"(?:全国|国家级?|(?<![一-龥])[一-龥]{2,8}?(?:省|市|区|县|州|集团|行业|系统)级?)"
    r"(?:五一劳动奖章|技术能手|首席技师|劳动模范|青年岗位能手|技术标兵|工匠)"
)
"""Honours named after whoever gives them; of several each is meant."""
_POINTS = lazy_re.compile(r"(?:以上|上述|前述|前款|以下|下列|相应|相关|该|此|其)")
"""Honours named before: 已取得以上荣誉申报资格的."""


def _longest(names: list[str]) -> list[str]:
    return [name for name in names if not any(name != other and name in other for other in names)]


def deed_of(said: str) -> tuple[Made, str] | None:
    """A bar that names prizes or posts."""
    prizes = _prizes(said)
    posts = _posts(said)
    if not prizes and not posts:
        return None
    if not prizes and (named := _NAMED.search(said)):
        return _roles(said, named[0], posts)
    params: dict[str, Any] = {"said": said, **_places(said)}
    params |= {"prizes": prizes} if prizes else {}
    params |= {"posts": posts} if posts and not prizes else {}
    params |= {"same_track": True} if _SAME.search(said) else {}
    params |= (
        {"now": True} if not prizes and (_NOW.search(said) or not _EARLIER.search(said)) else {}
    )
    params |= _reach(said)
    return Made("barred_deeds", params), "deeds"


_METALS = lazy_re.compile(r"[金银铜](?:[、和及][金银铜])+(?=(?P<what>[牌奖]))")


def _prizes(said: str) -> list[str]:
    """What the prizes may be called: 前三名 any of the first three, 二等奖以上 also the first."""
    said = _METALS.sub(lambda m: f"{m['what']}、".join(re.findall("[金银铜]", m[0])), said)
    found = [word for name in _PRIZE.findall(said) for word in _called(name)]
    if match := _AND_UP.search(said):
        found += [f"{rank}等奖" for rank, place in _PLACES.items() if place <= _PLACES[match[1]]]
    generic = {"获奖", "得奖", "奖项", "个人奖", "团体奖"}
    special = [word for word in found if word not in generic]
    return list(dict.fromkeys(special or (["奖", "第"] if found else [])))


def _called(name: str) -> list[str]:
    if name == "奖牌":
        return ["奖牌", "金牌", "银牌", "铜牌"]
    most = _most(name)
    if most is None:
        return [name]
    won = [f"第{rank}名" for rank in "一二三四五六七八九十"[:most]]
    return [name, *won, *["冠军", "亚军", "季军"][:most]]


def _most(name: str) -> int | None:
    return (
        int(count(name[1:-1]))
        if re.fullmatch(rf"[前第]{NUMERAL}名", name) and name[0] == "前"
        else None
    )


def _places(said: str) -> dict[str, int]:
    """How far down the places count: 前六名 → 6."""
    found = [most for name in _PRIZE.findall(said) if (most := _most(name))]
    if found:
        return {"best": max(found)}
    return {"best": 1} if re.search(r"第(?:一|1)名|冠军", said) else {}


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
    elif several := _EDITIONS_NAMED.search(said):
        found["in_editions"] = [int(arabic(n)) for n in re.split("[、和及与]第?", several[1])]
    elif named := [int(arabic(number)) for number in _EACH_NAMED.findall(said)]:
        found["in_editions"] = named
    if since := _since(said):
        found["since"] = since
    elif match := _YEARS.search(said):
        found["years"] = int(count(next(filter(None, match.groups()))))
    elif years := [int(year) for year in _IN_YEARS.findall(said)]:
        found["in_years"] = years
    return found | _level(said)


def _since(said: str) -> date | None:
    match = _SINCE.search(said)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None


def _level(said: str) -> dict[str, Any]:
    """The rank named (省级), or that of the area the event is named after, then that one only."""
    if match := _RANK.search(said):
        exact = not _OPEN_RANK.search(said) and "级" not in match[0]
        return {"level": match[0], **({"exact": True} if exact else {})}
    event = re.search(
        r"(?:往届|历届|上一?届|前.届|第.{1,3}届|20\d\d年)(.{2,24}?)(?:竞赛|比赛|大赛|比武)", said
    )
    names = {0: "校级", 1: "县级", 3: "市级", 4: "省级", 5: "全国", 6: "世界"}
    rank = level_of(event[1]) if event else None
    return {} if rank is None else {"level": names[rank], "exact": True}

"""What a competition is called: its own name, and the names people use for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.everyday import shares
from knowledge.plain import bare, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge.model import Clause, Role

_KIND = r"(?:竞赛|大赛|比赛|联赛|锦标赛|挑战赛)"
_HEADING = lazy_re.compile(rf"(?:{_KIND}|赛事)名称")
_DOES = (
    r"(?:联合|组织|做好|继续|举办|举行|开展|召开|承办|协办|参加|报名|实施|更正|调整|印发|公布|转发"
    r"|发布|取消|终止|停办|暂停|停止|延期|推迟|延长|提前|变更|修改|修订|废止|撤销|补充)"
)
_ABOUT = lazy_re.compile(
    rf"关于{_DOES}*《?(?P<name>.+?)》?(?:的?(?:补充|更正)?(?:通知|公告|方案|通报|函|公示|启事))$"
)
_SAID = lazy_re.compile(
    r"^(?:[和与及、](?:主题|级别|类别|等级|类型|口号|赛项|项目|时间))*(?:名称)?[：:]?(?:本[次届])?(?:竞赛|大赛|比赛)?(?:名称)?(?:全称)?[为是]?"
)
"""What leads up to the name in a clause: 和主题：…, 本次竞赛名称为…"""
_UP_TO_KIND = lazy_re.compile(rf"^.*(?:{_KIND}|选拔赛)")
_SELECTION = lazy_re.compile(
    rf"^(?P<of>.*{_KIND})[（(—–\-]*(?P<place>[\u4e00-\u9fff]{{2,8}}?(?:省|市|自治区|区|县|州|赛区|集训队)?)[）)]?选拔赛$"
)
"""A place chooses whom it sends to a greater competition: 第四届全国数字技能大赛东江省选拔赛."""
_EDITION = lazy_re.compile(r"第[一二三四五六七八九十百\d]+届|首届")
_YEAR = lazy_re.compile(r"(?<!\d)(20\d\d)年")
_CUP = lazy_re.compile(r"[“\"「](?P<cup>[^”\"」]{2,12})[”\"」](?P<mark>杯?)")
_SERIES = lazy_re.compile(r"[—–\-－]{1,2}")
_WIDE = lazy_re.compile(r"^(?:全国|全省|全市|全区|[\u4e00-\u9fff]{1,4}?(?:省|市|自治区)(?!级))")
_SUFFIX = lazy_re.compile(
    rf"(?:应用技术|应用创新|应用技能|应用|创新|专业技能|职业技能|技能|行业)*(?:系列)?(?:职业技能|技能|应用)*{_KIND}$"
)
_DEED = lazy_re.compile(r"创新|创业|创意")
"""What people keep of such a suffix: AI创新大赛."""
_PLAIN = lazy_re.compile(r"职业院校|行业|系列|职业")
_LONG = 3
_SHORT = 2
_EVERYDAY = 1e-5
"""Share of all text from which on a word is an everyday one: ten in a million."""


def own_name(title: str, clauses: Iterable[Clause]) -> str:
    """The competition's own name: from the clause 竞赛名称, else out of the title."""
    for clause in clauses:
        if _HEADING.search(clause.heading) or _HEADING.search(clause.text[:12]):
            name = _stated(
                _HEADING.sub("", squeeze(clause.text.removeprefix(clause.mark)), count=1)
            )
            if name:
                return name
    match = _ABOUT.search(title)
    name = match["name"] if match else title
    whole = _UP_TO_KIND.match(name)
    return whole[0] if whole else name


def _stated(words: str) -> str | None:
    """The name in the words behind 竞赛名称, without what else the sentence says."""
    first = re.split(r"[。；，]|[（(]以下", words.strip("、．.：:。 "))[0]
    name = _SAID.sub("", first, count=1).strip("《》")
    # 竞赛名称与级别：本次竞赛为国家级二类竞赛 gives a level, no name
    return name if re.search(_KIND, name) and not re.search(r"本[次届]|类职业", name) else None


def edition_of(*texts: str) -> str | None:
    """`第四届` or `首届`, from the first text that has one."""
    found = (match for text in texts if (match := _EDITION.search(text)))
    return next((match[0] for match in found), None)


def year_of(*texts: str) -> int | None:
    """The year printed in a name (`2025年…大赛`)."""
    found = (match for text in texts if (match := _YEAR.search(text)))
    return next((int(match[1]) for match in found), None)


def everyday_names(name: str, region: str | None, audience: Role = "contestant") -> tuple[str, ...]:
    """Names people use: without cup, region and edition, the bare topic, region and topic.

    A topic that is an everyday word is no name by itself.

    >>> "数字" in everyday_names("全国数字技能大赛", None)
    False
    >>> "山东焊接竞赛" in everyday_names("全省首届焊接职业技能竞赛", "山东")
    True
    >>> every = everyday_names("东江省第四届职业技能大赛", "东江")
    >>> "第四届" in every, "东江技能大赛" in every
    (False, True)
    >>> "AI创新大赛" in everyday_names("东江市首届人工智能应用创新大赛", "东江")
    True
    """
    if selection := _SELECTION.match(name):
        return tuple(dict.fromkeys(map(bare, (name, *_selections(selection)))))
    series, own = _parts(name)
    found: list[str] = [name, *_cups(name), *_stripped(own)]
    if series:
        found += _stripped(series)
    if audience == "organiser":
        found += [f"{short}申报" for short in _applied(found)]
    core = _stripped(own)[-1]
    if region and (match := re.match(rf"{re.escape(region)}(?:省|市|区|县|旗|自治州|州)?", core)):
        core = core[match.end() :] or core
        found += [core] if len(core) > _LONG and not _SUFFIX.fullmatch(core) else []
    deeds = dict.fromkeys(_DEED.findall(core))
    topics = [topic for topic in _topics(core) if not _EDITION.fullmatch(topic)]
    if not topics and region:  # 东江省第四届职业技能大赛 is about no one trade
        found += [f"{region}{rest}" for rest in ("职业技能大赛", "技能大赛", "大赛", "竞赛")]
    for topic in topics:
        found += [topic, f"{topic}竞赛", f"{topic}大赛", f"{topic}赛"]
        found += [f"{topic}{deed}{kind}" for deed in deeds for kind in ("大赛", "竞赛", "赛")]
        if region:
            found += [f"{region}{topic}", f"{region}{topic}竞赛", f"{region}{topic}大赛"]
    kept = (word for word in map(bare, found) if len(word) > 1 and not _everyday(word))
    return tuple(dict.fromkeys(kept))


def _everyday(word: str) -> bool:
    """Whether a name is a short word of everyday speech, which means no competition: 数字, 学生."""
    return len(word) <= _SHORT and shares("small").get(word, 0.0) >= _EVERYDAY


def _selections(name: re.Match[str]) -> Iterator[str]:
    """`东江省选拔赛`, `东江数字技能选拔赛`: the place, the topic, both; never the greater one."""
    place = name["place"]
    places = (place, re.sub(r"(?:省|市|自治区)$", "", place))
    subjects = [topic for topic in _topics(_stripped(name["of"])[-1]) if len(topic) > 1]
    topics = ["", *dict.fromkeys(f"{t}{kind}" for t in subjects for kind in ("", "技能", "大赛"))]
    for where in dict.fromkeys(places):
        for topic in topics:
            yield from (f"{where}{topic}选拔赛", f"{where}{topic}选拔")
        yield from (f"{where}{topic}" for topic in topics if topic)
    yield from (f"{topic}选拔赛" for topic in topics if topic)


def _applied(names: list[str]) -> list[str]:
    """What organisers apply for: `职业技能竞赛`, `竞赛`."""
    kinds = re.findall(rf"(?:职业技能|技能)?{_KIND}$", names[-1])
    return [names[-1], *kinds, *(kind[-2:] for kind in kinds), "赛事"]


def _parts(name: str) -> tuple[str, str]:
    """`2031年山东技能大赛—全省首届…竞赛`: the series and the competition in it."""
    pieces = [piece for piece in _SERIES.split(name) if piece]
    return (pieces[0], pieces[-1]) if len(pieces) > 1 else ("", name)


def _cups(name: str) -> Iterator[str]:
    for match in _CUP.finditer(name):
        yield match["cup"] + ("" if match["cup"].endswith("杯") else match["mark"])


def _stripped(name: str) -> list[str]:
    """The name without cup, then without year, region and edition, one after the other."""
    found = [_CUP.sub("", name)]
    for pattern in (_YEAR, _WIDE, _EDITION, _WIDE):
        shorter = pattern.sub("", found[-1], count=1)
        if not shorter or re.fullmatch(rf"(?:职业技能|技能)?{_KIND}", shorter):
            break
        found.append(shorter)
    return found


def _topics(core: str) -> list[str]:
    """What it is about: `人工智能和工业互联网`, each of the two, and AI for 人工智能."""
    topic = _SUFFIX.sub("", core)
    found = [topic, *(part for part in re.split(r"[和与及、]", topic) if len(part) >= _LONG)]
    found += [_PLAIN.sub("", part) for part in found if _PLAIN.search(part)]
    found += [part.replace("人工智能", "AI") for part in found if "人工智能" in part]
    found += [part.replace("智能制造", "智造") for part in found if "智能制造" in part]
    return [part for part in dict.fromkeys(found) if len(part) > 1]

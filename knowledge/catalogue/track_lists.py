"""Lists of tracks in a sentence: `设10个赛项：A、B…`, `设A、B和C三个赛项`, `竞赛工种：A、B`."""

from __future__ import annotations

import re

from knowledge import lazy_re
from knowledge.numerals import NUMERAL, arabic

NOUN = (
    r"(?:赛项|赛道|(?:竞赛|比赛|比武|参赛|竞技|选拔)?项目|(?:竞赛|比赛|比武)?工种|(?:竞赛|比赛)?职业"
    r"|(?:竞赛|比赛|比武|参赛)岗位|竞赛专业|专项)"
)

_SET = r"(?:设置|设有|开设|设立|设|包括|分为)"
_AHEAD = lazy_re.compile(
    rf"{_SET}[^。:;,、]{{0,6}}?(?P<n>{NUMERAL})个[^。:;,]{{0,4}}{NOUN}(?:\({NOUN}\))?"
    r"(?:[:,](?:分别)?(?:为|是|即)?:?|(?:分别为|分别是|即):?)(?P<list>[^。\n]+)"
    rf"|等(?P<n3>{NUMERAL})个[^。:;,]{{0,4}}{NOUN}(?:\({NOUN}\))?:(?P<list3>[^。\n]+)"
)
_BEHIND = lazy_re.compile(
    rf"{_SET}(?:有|了)?(?P<list>(?:(?!设(?![计备施]))[^。:;,\n]){{4,600}}?)"
    rf"(?:(?P<n>{NUMERAL})个[^。:;,]{{0,4}}?{NOUN}|共(?P<n2>{NUMERAL})项(?=[,。;\n]|$))"
)
_EACH = lazy_re.compile(
    rf"{_SET}(?P<list>[^、和与及,。;:]{{2,20}}(?:赛道|赛项)(?:[、和与及][^、和与及,。;:]{{2,20}}(?:赛道|赛项))+)"
)
_GROUPED = lazy_re.compile(
    rf"(?:^|[。;\n])\s*(?:\([一二三四五\d]\)|[1-9][.、])?(?:[\u4e00-\u9fff]{{2,5}}组|(?=[^:。;]*(?:[一二三ABC]类|[国省市县区]级|单人|团体|双人|个人))[\u4e00-\u9fffA-C]{{2,12}}(?:项目|赛项|工种|职业|竞赛|赛)|[A-Z甲乙丙一二三]类|[\u4e00-\u9fff]{{2,8}}类)(?:\({NUMERAL}个[^()]{{0,4}}\))?(?:设置?|:|为)+"
    rf"(?:{NUMERAL}个(?:{NOUN})?[,:]?(?:分别)?(?:为|是)?:?)?(?P<list>[^。;:\n]{{3,300}})"
)
_ALONE = lazy_re.compile(
    rf"(?:^|[。;\n:])\s*(?P<list>(?:(?![设含组])[^。:;,\n]){{4,200}}?)(?:,?(?:等|共|这|共计|合计))*(?P<n>{NUMERAL})个(?:竞赛|比赛|参赛)?(?:专业|{NOUN})(?=[。;,\n]|$)"
)
_NAMED = lazy_re.compile(
    rf"(?:^(?:第[一二三四五六七八九十]+条|[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))?|[。;\n]|本次|本届){NOUN}(?:\({NOUN}\))?(?:设置)?(?:包括|包含|含|有|(?:分别)?(?:为|是)|:)+(?P<list>[^。;:,\n]+)"
)
_MARKED = lazy_re.compile(
    rf"(?:^|[。;\n]|本次|本届){NOUN}(?:\({NOUN}\))?(?:设置)?(?:包括|为|是|:)+(?P<list>(?:\(?\d{{1,2}}[.、)][^;。\n]{{2,40}}[;、]?){{2,}})"
)
"""竞赛项目：1.快递员；2.快件处理员。"""
_NUMBERED_NOUN = lazy_re.compile(
    r"(?:^|[。;,\n])\s*(?:(?:赛项|项目|赛道|工种)[一二三四五六七八九十\d]{1,2}|第[一二三四五六七八九十\d]{1,2}(?:赛项|项目|赛道|工种))[:、](?P<name>[^。;:,\n(]{2,30})"
)
"""赛项一：智能制造；赛项二：物联网应用。"""
_ASIDE = lazy_re.compile(r"\((?:均|全部|都|以上)[^()]*\)$")
_COUNT = lazy_re.compile(rf"(?:等|共|这)*(?P<n>{NUMERAL})(?:项|个[^、]{{0,4}})$")
_NUMBERED = lazy_re.compile(r"(?:^|[;、])\s*(?:\d{1,2}[.、]|\(\d{1,2}\))([^;]+)")
_ITEM = lazy_re.compile(r"、(?![^()]*\))|(?<=”)(?=“)")
_JOINTS = ("以及", "和", "与", "及")
_NO_TRACK = lazy_re.compile(
    r"[:;]|^(?:本次|本届)?(?:大赛|竞赛|比赛)(?:设置?|项目|工种|职业|包括)|^(?:合计|总计|小计|各|每|其他|其余|不限|见|无$)|组$|另行|附件|个人|团体"
)
WAY = lazy_re.compile(
    r"[(（](?:[\d一二两三四五六七八九十]+人)?(?:个人|团体|团队|集体|双人|单人)(?:赛|项目|赛项|竞赛)?[)）]$"
)
"""How one enters, added to a name: 救援（团体）."""
_EARLIER = lazy_re.compile(r"上一?届|往届|去年|上年|[届年][^,。;]{0,8}(?:只|仅|曾)$")
"""The tracks of another edition: 第二届大赛只设甲、乙两个项目."""
_LONGEST = 40


def is_track_name(words: str) -> bool:
    """Whether a cell or item can be a track: no total, no group, no remark."""
    return 1 < len(words) <= _LONGEST and not _NO_TRACK.search(WAY.sub("", words))


def counted_list(text: str) -> list[str]:
    """The tracks of a clause that says how many there are, of all its groups; empty if none.

    >>> counted_list("大赛设焊工、电工和钳工三个工种。")
    ['焊工', '电工', '钳工']
    """
    names: list[str] = []
    for match in (*_AHEAD.finditer(text), *_BEHIND.finditer(text)):
        if _EARLIER.search(re.split("[。;\n]", text[: match.start()])[-1]):
            continue
        groups = match.groupdict()
        stated = next(groups[key] for key in ("n", "n2", "n3") if groups.get(key))
        found = _split(groups.get("list") or groups["list3"] or "", float(arabic(stated)))
        if found and all(map(is_track_name, found)) and (len(found) > 1 or _alone(found[0])):
            names += found
    for match in () if names else _ALONE.finditer(text):
        found = _split(match["list"], int(float(arabic(match["n"]))))
        names += found if len(found) > 1 and all(map(is_track_name, found)) else []
    return list(dict.fromkeys(names))


def _alone(name: str) -> bool:
    """Whether one name can be the only track: a name, no phrase about it."""
    return len(name) <= _SHORT_NAME and not _PHRASE.search(name)


_SHORT_NAME = 12
_PHRASE = lazy_re.compile(r"[的为是按由在]|设(?![计备施])|比赛|竞赛|大赛|见|详|每|均")


def each_named(text: str) -> list[str]:
    """The tracks of `设甲赛道和乙赛道`, each with its noun.

    >>> each_named("本次竞赛设植保赛道和测绘赛道。")
    ['植保赛道', '测绘赛道']
    """
    match = _EACH.search(text)
    names = re.split("[、和与及]", match["list"]) if match else []
    return names if all(map(is_track_name, names)) else []


def grouped_list(text: str) -> list[str]:
    """The tracks of a clause `职工组：甲、乙；学生组：乙、丙` below a heading about tracks."""
    lists = (plain_list(match["list"]) for match in _GROUPED.finditer(text))
    return list(dict.fromkeys(name for names in lists for name in names))


def named_list(text: str) -> list[str]:
    """The tracks of a sentence that says no number (`竞赛工种：焊工、电工`)."""
    if marked := _MARKED.search(text):
        names = [name.strip("、 ") for name in _NUMBERED.findall(marked["list"])]
        names = [re.split("[(。]", name)[0] for name in names]
        if len(names) > 1 and all(map(is_track_name, names)):
            return names
    numbered = [match["name"] for match in _NUMBERED_NOUN.finditer(text)]
    if len(numbered) > 1 and all(map(is_track_name, numbered)):
        return numbered
    match = _NAMED.search(text)
    if match is None:
        return []
    listed = _ASIDE.sub("", match["list"])
    if (counted := _COUNT.search(listed)) and float(arabic(counted["n"])) > 1:
        return _split(listed[: counted.start()], float(arabic(counted["n"])))
    return plain_list(listed)


def plain_list(words: str) -> list[str]:
    """The items of `A、B和C`, where only 和 can join the last two; empty if it is no list."""
    names = _parts(words)
    head, joint, tail = names[-1].partition("和") if names else ("", "", "")
    if joint and head and tail:
        names = [*names[:-1], head, tail]
    return names if len(names) > 1 and all(map(is_track_name, names)) else []


def _split(words: str, count: float) -> list[str]:
    """`count` items; 和 parts two only where the stated number asks for it."""
    numbered = [item.strip() for item in _NUMBERED.findall(words)]
    if len(numbered) == count:
        return numbered
    names = _parts(words.split(";", maxsplit=1)[0])
    if len(names) == count - 1:
        for joint in _JOINTS:
            head, _, tail = names[-1].partition(joint)
            if head and tail:
                return [name.strip('“”" ') for name in (*names[:-1], head, tail)]
    return names if len(names) == count else []


def _parts(words: str) -> list[str]:
    listed = re.sub("等$", "", words.strip("。 "))  # 甲、乙、丙等3个项目
    parts = (part.strip('“”" ') for part in _ITEM.split(listed))
    return [part for part in parts if part]

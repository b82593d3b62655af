"""How much of a name people say: 榆林 for 榆林市, 财经职院 for a 财经职业学院, one item of a list.

All texts are comparable ones. A likeness is a share from 0 (not said) to 1 (said whole).
"""

from __future__ import annotations

from knowledge import lazy_re
from retrieval.question.lexicon import words
from retrieval.question.mentions import longest_common, telling

ITEM, CORE, SHORT, LOOSE = 0.8, 0.7, 0.7, 0.6
"""Shares of a list's item, a name without its kind, an abbreviation, most of a name in order."""
_ITEMS = lazy_re.compile(r"[、,，;；。]|和(?=[^、,，;；]{2})")
_AMOUNT = lazy_re.compile(r"^\d+(?:分钟|小时|款|个|名|人|分|%)?|\d+(?:款|个|名|人|分钟|小时)$")
_KIND = lazy_re.compile(r"(?:市|县|区|省|组|类|赛项|项目|单位)$")
_ENDING = lazy_re.compile(r"[类组](?=$|\()")
_SCHOOL = lazy_re.compile(
    r"职院|学院|大学|职大|职教中心|中职|职中|技校|高职|职校|学校|中学|职专|高专|师范|工校|公司|集团"
)
_WORD = lazy_re.compile(r"[\u4e00-\u9fff](?<![是在的有由归给请问到和与跟哪那这个找说看我])")
_BODY = lazy_re.compile(r"[院校学司会局部所团心]$")
_MIN, _MIN_ITEM, _LONGEST, _MOST = 2, 3, 8, 0.7
_MIN_LOOSE = 5


def items(cell: str) -> tuple[str, ...]:
    """The entries of a cell that is a list, without the amounts before them.

    >>> items("选品、30分钟现场直播、热菜1款")
    ('选品', '现场直播', '热菜')
    """
    found = [_AMOUNT.sub("", item) for item in _ITEMS.split(cell)]
    return tuple(item for item in found if len(item) >= _MIN)


def core(name: str) -> str:
    """A name without the word for its kind: 榆林市 → 榆林, 中职组 → 中职.

    >>> core("中职组"), core("电工")
    ('中职', '电工')
    """
    short = _KIND.sub("", name)
    return short if len(short) >= _MIN else name


def abbreviated(text: str, name: str) -> bool:
    """Whether the text says a school or company by some of its characters in their order.

    >>> abbreviated("财经职院承办了几个", "重庆财经职业学院")
    True
    >>> abbreviated("财经职院承办了几个", "重庆电力高等专科学校")
    False
    """
    return bool(abbreviation(text, name))


def abbreviation(text: str, name: str) -> str:
    """The words by which a text says a school or company: some of its characters in order.

    >>> abbreviation("财经职院承办了几个", "重庆财经职业学院")
    '财经职院'
    """
    if not _BODY.search(name):
        return ""
    for match in _SCHOOL.finditer(text):
        for start in range(max(0, match.end() - _LONGEST), match.start() - _MIN + 1):
            said = text[start : match.end()]
            first = name.find(said[:_MIN])
            # 卫生高级技校 is no 工业高级技工学校
            cut = start > 0 and text[start - 1] not in name and _WORD.match(text[start - 1])
            if first >= 0 and not cut and telling(said[:_MIN]) and _in_order(said, name[first:]):
                return said
    return ""


def _in_order(said: str, name: str) -> bool:
    rest = iter(name)
    return len(said) > _MIN and all(char in rest for char in said)


def in_order(text: str, name: str) -> float:
    """The share of a name that stands in the text in pieces of two characters or more, in order.

    >>> round(in_order("高职无学生展示时长", "无学生教学展示"), 2)
    0.71
    """
    total, at, of = 0, 0, 0
    while True:
        length, first, second = longest_common(text[at:], name[of:])
        if length < _MIN:
            return total / len(name) if name else 0.0
        total, at, of = total + length, at + first + length, of + second + length


def likeness(text: str, name: str) -> float:
    """How surely the text means this name, where it does not say it whole."""
    kind = _ENDING.search(name)
    if kind and f"{name[:_MIN]}{kind[0]}" in text and _says(name[:_MIN]):
        return CORE  # 餐饮类 for 餐饮服务类
    short = core(name)
    if short != name and short in text and _says(short):
        return CORE
    listed = items(name)
    if len(listed) > 1 and any(len(i) >= _MIN_ITEM and i in text and _says(i) for i in listed):
        return ITEM
    if abbreviated(text, name):
        return SHORT
    loose = len(name) >= _MIN_LOOSE and len(listed) <= 1 and in_order(text, name) >= _MOST
    return LOOSE if loose else 0.0


def _says(part: str) -> bool:
    return part not in words().generic

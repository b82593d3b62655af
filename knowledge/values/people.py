"""People, each with the role the notice gives them.

Read from the lines as printed: blanks set a name off from a post.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.plain import bare
from knowledge.values.found import Context, Found

if TYPE_CHECKING:
    from collections.abc import Iterator

_B = r"[ \u3000]*"
_ROLES = "|".join(
    _B.join(role)
    for role in (
        ("联", "系", "人"),
        ("负", "责", "人"),
        ("副?", "主", "任", "委?", "员?"),
        ("副?", "组", "长"),
        ("副?", "秘", "书", "长"),
        ("委", "员"),
        ("成", "员"),
        ("组", "员"),
        ("分", "管", "领", "导"),
        ("裁", "判", "长"),
        ("专", "家"),
        ("顾", "问"),
        ("领", "队"),
        ("技术(?:咨询|支持)",),
        ("咨询人",),
        ("联络员",),
    )
)
"""Roles may be justified over the width of a column: `联 系 人`."""
_ROLE = lazy_re.compile(
    rf"(?P<role>[\u4e00-\u9fff]{{0,14}}?(?:{_ROLES})(?:及电话|（[^）]*）)?)[ \u3000]*[:：]"
)
_SCOPE = lazy_re.compile(r"^.*(?:赛项|赛道|项目)(?=[\u4e00-\u9fff]{2})")
_HAN = r"[\u4e00-\u9fff]"
_TITLE = r"(?:老师|师傅|主任|站长|处长|科长|会长|经理|同志|女士|先生|教授|工(?![程会作业具]))"
_PERSON = rf"(?:{_HAN}[ \u3000]+{_HAN}(?!{_HAN})|{_HAN}{{1,2}}{_TITLE}|{_HAN}{{2,4}}(?!{_HAN}))"
_NAMES = lazy_re.compile(
    rf"{_PERSON}(?:(?:[ \u3000]*[、,，/][ \u3000]*|[ \u3000]+){_PERSON}(?=[、,，；;。\s（(]|$))*"
)
_NAME = lazy_re.compile(_PERSON)
_ENTRY = lazy_re.compile(
    rf"^[ \u3000]*(?:[-•·*][ \u3000]*)?(?P<name>{_PERSON})[ \u3000]+(?=\S{{4,}})", re.MULTILINE
)
_PHONE = (
    rf"(?:[（(][^）)\n]{{1,16}}[）)])?{_B}[，,（(]?{_B}"
    r"(?=(?:联系)?(?:电话|手机)[:：]|1[3-9]\d-?\d{4}-?\d{4}|0\d{2,3}[—–\-－]{1,2}\d{3,4}-?\d{4})"
)
_BEFORE_PHONE = lazy_re.compile(
    rf"(?:^|[\n，,；;。：:、（(]|联系人|负责人){_B}(?P<name>{_PERSON}){_PHONE}", re.MULTILINE
)
_TITLED = lazy_re.compile(rf"(?P<name>{_HAN}{_TITLE}){_PHONE}")
NEXT_LABEL = lazy_re.compile(
    r"^[ \u3000]*[^\s：:，。；]{1,10}(?:[ \u3000]+[^\s：:，。；]{1,6})*[:：]", re.MULTILINE
)
_NOT_NAMES = lazy_re.compile(
    r"电话|手机|地址|传真|邮箱|单位|公章|签字|见附件|附件|另行|待定|同上|负责|姓名|通知|备注"
)
_GAP = lazy_re.compile(rf"{_B}\n?{_B}")
_COLUMN = lazy_re.compile(r"联系人|负责人|姓名")


def find_people(text: str, context: Context) -> Iterator[Found]:
    """Everybody a clause or cell names, under the role it gives them.

    >>> [(f.value, f.label) for f in find_people("联系人：王小明、李 华", Context())]
    [('王小明', '联系人'), ('李华', '联系人')]
    """
    if _COLUMN.search(context.label):
        yield from _names(text, 0, context.label)
    for match in _ROLE.finditer(text):
        role = _SCOPE.sub("", bare(match["role"]))
        yield from _names(text, match.end(), role)
        yield from _entries(text, match.end(), role)
    for match in (*_BEFORE_PHONE.finditer(text), *_TITLED.finditer(text)):
        yield from _person(match["name"], match.start("name"), "联系人")


def _names(text: str, start: int, role: str) -> Iterator[Found]:
    """The names right behind a role."""
    gap = _GAP.match(text, start)
    found = _NAMES.match(text, gap.end() if gap else start)
    if found:
        for name in _NAME.finditer(found[0]):
            yield from _person(name[0], found.start() + name.start(), role)


def _entries(text: str, start: int, role: str) -> Iterator[Found]:
    """The lines below a role, each a name and a post, up to the next label."""
    stop = NEXT_LABEL.search(text, text.find("\n", start)) if "\n" in text[start:] else None
    for match in _ENTRY.finditer(text, start, stop.start() if stop else len(text)):
        yield from _person(match["name"], match.start("name"), role)


def _person(name: str, start: int, role: str) -> Iterator[Found]:
    if not _NOT_NAMES.search(bare(name)):
        yield Found("person", bare(name), role, start, start + len(name))

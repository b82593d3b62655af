"""People and organisations, each with the role the notice gives them.

These are read from the lines as printed: blanks set a name off from a post, and one organisation
stands in each line below `主办单位：`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.plain import bare, squeeze
from knowledge.values.found import Context, Found

_ROLES = (
    r"联[ \u3000]*系[ \u3000]*人|负[ \u3000]*责[ \u3000]*人|副?[ \u3000]*主[ \u3000]*任[ \u3000]*委?[ \u3000]*员?|副?[ \u3000]*组[ \u3000]*长|副?[ \u3000]*秘[ \u3000]*书[ \u3000]*长|委[ \u3000]*员|成[ \u3000]*员|组[ \u3000]*员|分[ \u3000]*管[ \u3000]*领[ \u3000]*导"
    r"|裁[ \u3000]*判[ \u3000]*长|专[ \u3000]*家|顾[ \u3000]*问|领[ \u3000]*队|技术咨询|技术支持|咨询人|报名联系人|联络员"
)
_ROLE = re.compile(
    rf"(?P<role>[\u4e00-\u9fff]{{0,14}}?(?:{_ROLES})(?:及电话|（[^）]*）)?)[ \u3000]*[:：]"
)
_SCOPE = re.compile(r"^.*(?:赛项|赛道|项目)(?=[\u4e00-\u9fff]{2})")
_HAN = r"[\u4e00-\u9fff]"
_TITLE = r"(?:老师|师傅|主任|站长|处长|科长|会长|经理|同志|女士|先生|教授|工(?![程会作业具]))"
_PERSON = rf"(?:{_HAN}[ \u3000]+{_HAN}(?!{_HAN})|{_HAN}{{1,2}}{_TITLE}|{_HAN}{{2,4}}(?!{_HAN}))"
_NAMES = re.compile(
    rf"{_PERSON}(?:(?:[ \u3000]*[、,，/][ \u3000]*|[ \u3000]+){_PERSON}(?=[、,，；;。\s（(]|$))*"
)
_NAME = re.compile(_PERSON)
_ENTRY = re.compile(
    rf"^[ \u3000]*(?:[-•·*][ \u3000]*)?(?P<name>{_PERSON})[ \u3000]+(?=\S{{4,}})", re.MULTILINE
)
_BEFORE_PHONE = re.compile(
    rf"(?:^|[\n，,；;。：:、（(])[ \u3000]*(?P<name>{_PERSON})[ \u3000]*[，,]?[ \u3000]*(?=(?:联系)?(?:电话|手机)[:：]|1[3-9]\d{9})",
    re.MULTILINE,
)
_TITLED = re.compile(
    rf"(?P<name>{_HAN}{_TITLE})[ \u3000]*[，,]?[ \u3000]*(?=(?:联系)?(?:电话|手机)[:：]|1[3-9]\d{9})"
)
_NEXT_LABEL = re.compile(
    r"^[ \u3000]*[^\s：:，。；]{1,10}(?:[ \u3000]+[^\s：:，。；]{1,6})*[:：]", re.MULTILINE
)
_NOT_NAMES = re.compile(
    r"电话|手机|地址|传真|邮箱|单位|公章|签字|见附件|附件|另行|待定|同上|负责|姓名|通知|备注"
)

_ORG_ROLE = re.compile(
    r"(?P<role>(?:主办|承办|协办|指导|支持|技术支持|赞助|牵头|组织|主管|联合主办|执行|实施)[ \u3000]*(?:单位|机构|方))[ \u3000]*[:：]"
)
_ORG_COLUMN = re.compile(r"(?:主办|承办|协办|支持|牵头)(?:单位|院校|校|机构)")
_ONE_ORG = re.compile(r"(?!.*见附件)[\u4e00-\u9fffA-Za-z（）()· ]{4,40}")
_ORG = re.compile(
    r"[\u4e00-\u9fffA-Za-z（）()·]{3,40}?"
    r"(?:委员会|人民政府|政府|管理局|局|厅|委|办公室|处|总工会|工会|团市委|团省委|大学|学院|学校|中心|公司|研究院|研究所|科学院"
    r"|协会|学会|联合会|商会|集团|基地|医院|促进会|院|所|站|部)(?=[、，,；;。\s]|$)"
)


def find_people(text: str, context: Context) -> Iterator[Found]:
    """Everybody a clause or cell names, under the role it gives them.

    >>> [(f.value, f.label) for f in find_people("联系人：李昊旻、余 维", Context())]
    [('李昊旻', '联系人'), ('余维', '联系人')]
    """
    if re.search(r"联系人|负责人|姓名", context.label):
        yield from _names(text, 0, context.label)
    for match in _ROLE.finditer(text):
        role = _SCOPE.sub("", bare(match["role"]))
        yield from _names(text, match.end(), role)
        yield from _entries(text, match.end(), role)
    for match in (*_BEFORE_PHONE.finditer(text), *_TITLED.finditer(text)):
        yield from _person(match["name"], match.start("name"), "联系人")


def _names(text: str, start: int, role: str) -> Iterator[Found]:
    """The names right behind a role."""
    rest = re.compile(r"[ \u3000]*\n?[ \u3000]*").match(text, start)
    found = _NAMES.match(text, rest.end() if rest else start)
    if found:
        for name in _NAME.finditer(found[0]):
            yield from _person(name[0], found.start() + name.start(), role)


def _entries(text: str, start: int, role: str) -> Iterator[Found]:
    """The lines below a role, each a name and a post, up to the next label."""
    stop = _NEXT_LABEL.search(text, text.find("\n", start)) if "\n" in text[start:] else None
    for match in _ENTRY.finditer(text, start, stop.start() if stop else len(text)):
        yield from _person(match["name"], match.start("name"), role)


def _person(name: str, start: int, role: str) -> Iterator[Found]:
    if not _NOT_NAMES.search(bare(name)):
        yield Found("person", bare(name), role, start, start + len(name))


def find_organisations(text: str, context: Context) -> Iterator[Found]:
    """Who holds, runs or supports a competition: one value a line below the role."""
    whole = text.strip()
    if _ORG_COLUMN.search(context.label) and _ONE_ORG.fullmatch(whole):
        yield Found("organisation", squeeze(whole), context.label, *_place(text, whole))
    for match in _ORG_ROLE.finditer(text):
        stop = _NEXT_LABEL.search(text, match.end())
        yield from _listed(
            text, match.end(), stop.start() if stop else len(text), bare(match["role"])
        )


def _place(text: str, part: str) -> tuple[int, int]:
    start = text.find(part)
    return start, start + len(part)


def _listed(text: str, start: int, end: int, role: str) -> Iterator[Found]:
    for match in _ORG.finditer(text, start, end):
        raw = match[0].lstrip()
        yield Found("organisation", squeeze(raw), role, match.end() - len(raw), match.end())

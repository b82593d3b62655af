"""Organisations under their role: one stands in each line below `主办单位：`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.plain import bare, squeeze
from knowledge.values.found import Context, Found
from knowledge.values.people import NEXT_LABEL

if TYPE_CHECKING:
    from collections.abc import Iterator

_ORG_ROLE = lazy_re.compile(
    r"(?P<role>(?:主办|承办|协办|指导|支持|技术支持|赞助|牵头|组织|主管|联合主办|执行|实施)"
    r"[ \u3000]*(?:单位|机构|方))[ \u3000]*[:：]"
)
_ORG_COLUMN = lazy_re.compile(r"(?:主办|承办|协办|支持|牵头)(?:单位|院校|校|机构)")
_SENTENCE = lazy_re.compile(r"设在|[负承]责|成立|组成")
_ONE_ORG = lazy_re.compile(r"(?!.*见附件)[\u4e00-\u9fffA-Za-z（）()· ]{4,40}")
_ORG = lazy_re.compile(
    r"[\u4e00-\u9fffA-Za-z（）()·]{3,40}?"
    r"(?:委员会|人民政府|政府|管理局|局|厅|委|办公室|处|总工会|工会|团市委|团省委|大学|学院|学校|中心|公司|研究院|研究所|科学院"
    r"|协会|学会|联合会|商会|集团|基地|医院|促进会|院|所|站|部)(?=[、，,；;。\s]|$)"
)


def find_organisations(text: str, context: Context) -> Iterator[Found]:
    """Who holds, runs or supports a competition: one value a line below the role."""
    whole = text.strip()
    if _ORG_COLUMN.search(context.label) and _ONE_ORG.fullmatch(whole):
        yield Found("organisation", squeeze(whole), context.label, *_place(text, whole))
    for match in _ORG_ROLE.finditer(text):
        stop = NEXT_LABEL.search(text, match.end())
        yield from _listed(
            text, match.end(), stop.start() if stop else len(text), bare(match["role"])
        )


def _place(text: str, part: str) -> tuple[int, int]:
    start = text.find(part)
    return start, start + len(part)


def _listed(text: str, start: int, end: int, role: str) -> Iterator[Found]:
    for match in _ORG.finditer(text, start, end):
        raw = match[0].lstrip()
        if _SENTENCE.search(raw):
            continue
        yield Found("organisation", squeeze(raw), role, match.end() - len(raw), match.end())

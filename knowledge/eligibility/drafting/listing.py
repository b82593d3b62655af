"""Lists: what introduces people who may not enter or alternatives, and the items of a sentence."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.eligibility.drafting.grammar import words
from knowledge.plain import bare, normal

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO = lazy_re.compile(
    r"不得|不能|不可|不予|不宜|不准|不允许|不接受|不受理|不再?(?:参加|参赛|来|报)|不再(?:推荐|作为)"
    r"|不(?:列[入为]|纳入|属于|具备|具有|符合|包括|包含|含|适合|在)|请勿|切勿|禁止|谢绝|除外|排除|取消|限制|回避|负面"
)
_ENTERING = lazy_re.compile(
    r"报名|参赛|参加|竞赛|比赛|大赛|比武|推荐|入围|入选|选手|对象|范围|资格|条件|受理|申报|来$|报$|人员|清单|情形"
)
_HEADS = lazy_re.compile(
    r"下列|以下|下述|如下|之一|(?:人员|情形|情况|对象|范围|名单|限制|清单|者|类型|要求|规定|事项|除外|不包括|不含|不包含)$"
    r"|^(?:哪些|哪类|什么|谁)"
)
_OTHER = lazy_re.compile(
    r"个人报名|材料|作品|设备|工具|物品|成绩|评分|扣分|裁判员|违纪|竞赛过程|比赛过程|现场|携带|(?:不符合|不具备|不满足)(?:以下|下列|如下|上述)"
    r"|限制(?:条件)?如下$|名额|(?:不受|无|没有)[^,。]{0,10}限制|不含本数"
)
_LONGEST = 48
_BARRED_LIST = lazy_re.compile(
    r"[^。;:]{0,12}?(?:下列|以下|下述|如下)[^。;:,]{0,16}(?:不得|不能|不可|不予|不允许|禁止)[^。;:,]{0,12}:"
    r"|[^。;:]{0,12}?(?:不得|不能|不可|不予)[^。;:,]{0,12}(?:下列|以下|如下)[^。;:,]{0,8}:"
    r"|[^。;:]{0,6}?(?:有|属于)?(?:下列|以下|如下)[^。;:,]{0,8}(?:之一|情形|情况)的?[^。;:]{0,4},?[^。;:,]{0,4}(?:不得|不能|不可|不予)[^。;:,]{0,12}:"
)
_LABELLED = lazy_re.compile(r"[^,。;:]{1,10}(?:组|赛项|项目|工种)(?:\([^()]*\))?:")
"""A group with a colon, right behind another colon: each is a statement of its own."""
_ITEM = lazy_re.compile(r"\(?(?:[a-zA-Z]|\d{1,2}|[一二三四五六七八九十]{1,2})[)、.]|[①-⑳•●·—-]")
_SPLIT = lazy_re.compile(r"[;。\n]")
_NOWHERE = -1


@lru_cache(maxsize=2048)
def introduces_bars(said: str) -> bool:
    """Whether a heading, or what stands before a colon, introduces people who may not enter.

    >>> introduces_bars("（四）不参加竞赛的人员："), introduces_bars("参赛人员应具备以下条件：")
    (True, False)
    """
    text = normal(bare(said)).strip(":。;,")
    if len(text) > _LONGEST or _OTHER.search(text):
        return False
    last = text.rpartition("。")[2].rpartition(";")[2]
    return bool(
        words("bars_heading").search(last)
        or (_NO.search(last) and _ENTERING.search(last) and _HEADS.search(last))
    )


def introduces_favour(said: str) -> bool:
    """Whether words introduce people who are only preferred, or for whom something is relaxed.

    >>> introduces_favour("具备以下条件之一的优先推荐"), introduces_favour("具备以下条件之一：")
    (True, False)
    """
    text = normal(bare(said)).strip(":。;,")
    return len(text) <= _LONGEST and bool(_FAVOUR.search(text)) and bool(_LISTS.search(text))


_FAVOUR = lazy_re.compile(
    r"优先|鼓励|加分|可(?:以)?(?:适当|酌情|相应)?放宽|可(?:以)?(?:免|不受|直接(?:晋级|进入|参加))"
)
_LISTS = lazy_re.compile(
    r"下列|以下|下述|如下|之一|^[^,。]{0,8}优先[^,。]{0,8}(?:条件|对象|人员|情形)?$"
)


class Listed:
    """The list that the sentences of a clause go on with, one sentence after the other."""

    def __init__(self) -> None:
        """At the beginning of a clause there is none."""
        self._kind, self._last = "", ""

    def read(self, text: str) -> str:
        """The kind of list (`bars`, `any_of`) the sentence goes on with; empty for none.

        A list lasts while items follow, marked or behind a colon or a semicolon.
        """
        goes_on = bool(_ITEM.match(text)) or self._last in {":", ";"}
        kind = self._kind if goes_on else ""
        place, opened = _opening(text)
        self._kind = opened if place != _NOWHERE else kind
        self._last = text[-1:]
        return kind


def pieces(text: str, kind: str) -> Iterator[tuple[int, int, str]]:
    """The statements of a sentence: cut at semicolons and stops outside brackets.

    The last says of which kind of list each is an item, `kind` being that of the sentence:
    以下人员不得报名：甲；乙。
    """
    begin, depth = 0, 0
    place, opened = _opening(text)
    for at, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        labelled = char == ":" and _LABELLED.match(text, at + 1)
        if at == place or labelled or (_SPLIT.match(char) and depth <= 0):
            if at > begin:
                yield begin, at, kind
            begin = at + 1
        kind = opened if at == place else kind
    if begin < len(text):
        yield begin, len(text), kind


def _opening(text: str) -> tuple[int, str]:
    """The colon behind which a list stands, and its kind."""
    if opens := _BARRED_LIST.match(text):
        return opens.end() - 1, "bars"
    begin = 0
    for colon in re.finditer(":", text):
        said = text[begin : colon.end()]
        if introduces_favour(said):
            return colon.start(), "favour"
        if introduces_bars(said) or words("bars").search(said):
            return colon.start(), "bars"
        if words("any_of").search(said):
            return colon.start(), "any_of"
        begin = colon.end()
    return _NOWHERE, ""

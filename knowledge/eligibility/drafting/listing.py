"""Words that introduce a list of people who may not enter: 以下人员不得报名：, 不在参赛范围的人员."""

from __future__ import annotations

import re

from knowledge.eligibility.drafting.grammar import words
from knowledge.plain import bare, normal

_NO = re.compile(
    r"不得|不能|不可|不予|不宜|不准|不允许|不接受|不受理|不再?(?:参加|参赛|来|报)|不再(?:推荐|作为)"
    r"|不(?:列[入为]|纳入|属于|具备|具有|符合|包括|包含|含|适合|在)|请勿|切勿|禁止|谢绝|除外|排除|取消|限制|回避|负面"
)
_ENTERING = re.compile(
    r"报名|参赛|参加|竞赛|比赛|大赛|比武|推荐|入围|入选|选手|对象|范围|资格|条件|受理|申报|来$|报$|人员|清单|情形"
)
_HEADS = re.compile(
    r"下列|以下|下述|如下|之一|(?:人员|情形|情况|对象|范围|名单|限制|清单|者|类型|要求|规定|事项|除外|不包括|不含|不包含)$"
    r"|^(?:哪些|哪类|什么|谁)"
)
_OTHER = re.compile(
    r"个人报名|材料|作品|设备|工具|物品|成绩|评分|扣分|裁判员|违纪|竞赛过程|比赛过程|现场|携带|(?:不符合|不具备|不满足)(?:以下|下列|如下|上述)"
    r"|限制(?:条件)?如下$|名额|(?:不受|无|没有)[^,。]{0,10}限制|不含本数"
)
_LONGEST = 48


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

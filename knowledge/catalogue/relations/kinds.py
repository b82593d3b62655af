"""What a notice is to others, by its title: a supplement, a correction, the end of one, or none.

Titles say it in many words: 补充通知, 更正启事, 关于调整…时间的通知, 关于取消…的通知.
A competition may be about adjusting something (汽车维修与调整), so 调整 and its like count with
what is changed only.
"""

from __future__ import annotations

import re
from typing import Literal

from knowledge import lazy_re
from knowledge.plain import comparable

Part = Literal["supplement", "correction", "superseded", "attachment"]
"""What a notice can be to the one it belongs to."""

_PAPER = r"(?:通知|公告|启事|说明|函|通告|公示)"
_CHANGED = (
    r"(?:时间|日期|日程|安排|地点|场地|方式|邮箱|电话|联系|名额|人数|内容|事项|赛项|规则|要求|期限"
    r"|截止|附件|赛程|条款|部分)"
)
_SUPPLEMENT = lazy_re.compile(
    rf"补充{_PAPER}|补充(?:说明|规定|事项)|(?:有关|相关)?事项的?补充|^关于补充"
)
_MENDED = lazy_re.compile(r"更正|勘误")
_CORRECTION = lazy_re.compile(
    r"更正|勘误|延期|改期|推迟|顺延|推后"
    rf"|(?:延长|提前|调整|变更|修改|修订|更改|更换)[^《》]*{_CHANGED}"
    rf"|{_CHANGED}(?:的)?(?:调整|变更|修改|更改|延长|提前)"
)
_END = lazy_re.compile(r"取消|停办|终止|废止|撤销|停止(?:举办|执行)|不再举办|暂停举办")
_ANEW = lazy_re.compile(r"重新(?:印发|发布|公布)|(?:修订|修改)(?:版|稿)")
_PAPERS = lazy_re.compile(
    rf"(?:印发|公布|发布|下发)[^《》]*(?:技术文件|竞赛规程|技术规程|实施细则|评分细则|评分标准|样题|题库|附件|考核大纲|技术方案|竞赛规则|实施方案)[^《》]*的?{_PAPER}?$"
    r"|^附件\d*|(?:技术文件|竞赛规程|技术规程|评分细则|样题|考核大纲|技术方案)$"
)


def kind_of(title: str) -> Part | None:
    """What the title says the notice is; None for one that stands for itself.

    >>> kind_of("关于延长第三届焊接大赛报名时间的通知"), kind_of("关于举办汽车维修与调整大赛的通知")
    ('correction', None)
    """
    text = comparable(title)
    if _END.search(text):
        # 关于取消部分赛项的通知 ends a part of the competition only
        return "correction" if re.search(r"赛项|赛道|项目|组别|环节|部分", text) else "superseded"
    if _MENDED.search(text):
        return "correction"
    if _SUPPLEMENT.search(text):
        return "supplement"
    if _CORRECTION.search(text):
        return "correction"
    if _ANEW.search(text):
        return "superseded"
    return "attachment" if _PAPERS.search(text) else None

"""What the sheets of cases are called where people read of them."""

from __future__ import annotations

import re
from collections.abc import Mapping

_SHEETS: Mapping[str, str] = {
    "seeds": "第一批问题",
    "everyday": "日常问法",
    "others": "第二批问题",
    "third": "第三批问题",
    "fourth": "第四批问题",
    "fifth": "第五批问题",
    "sixth": "第六批问题",
    "seventh": "第七批问题",
    "eighth": "第八批问题",
    "ninth": "第九批问题",
    "tenth": "第十批问题",
    "eleventh": "第十一批问题",
    "twelfth": "第十二批问题",
    "thirteenth": "第十三批问题",
    "fourteenth": "第十四批问题",
    "fifteenth": "第十五批问题",
    "sixteenth": "第十六批问题",
    "seventeenth": "第十七批问题",
    "chains": "一句接一句的追问",
    "conversations": "整段的聊天",
    "conversations2": "整段的聊天（二）",
    "conversations3": "整段的聊天（三）",
    "english": "英文问题",
    "entering": "说了自己情况的问题",
    "injections": "问题里夹带指令",
    "traps": "别届、别处的陷阱",
    "paraphrases": "换种说法",
    "formats": "各种格式的通知",
    "poisoned": "正文夹带指令的通知",
    "bundled": "自带的通知",
    "mini1": "短小的通知",
    "rosters": "汇总表",
    "lint": "通知的毛病",
}
_UNSEEN = re.compile(r"unseen(?:_questions)?(\d*)([ab]?)")


def title(sheet: str) -> str:
    """The name of a sheet in words, with the one that `--only` takes; another's as it is.

    >>> title("seeds"), title("unseen11b"), title("mine")
    ('第一批问题（seeds）', '库外的通知，第 11 批乙（unseen11b）', 'mine')
    """
    known = _UNSEEN.fullmatch(sheet)
    if known:
        half = {"a": "甲", "b": "乙"}.get(known[2], "")
        return f"库外的通知，第 {known[1] or 1} 批{half}（{sheet}）"
    return f"{_SHEETS[sheet]}（{sheet}）" if sheet in _SHEETS else sheet

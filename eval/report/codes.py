"""Codes of statuses, reasons and verdicts as people read them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from knowledge.eligibility.model import Decision
from retrieval.model import Reason, Status

STATUSES: Mapping[Status, str] = {
    "answered": "回答",
    "partial": "答一部分",
    "clarify": "反问",
    "not_stated": "说没有写",
    "out_of_scope": "谢绝",
}
REASONS: Mapping[Reason, str] = {
    "not_in_notice": "通知没有写",
    "in_missing_attachment": "在没有的附件里",
    "to_be_announced": "另行通知",
    "no_such_notice": "没有这份通知",
}
VERDICTS: Mapping[Decision, str] = {
    "eligible": "能参加",
    "ineligible": "不能参加",
    "need_info": "还差信息",
}
NO_VERDICT = "没有判"
_PAIRS = (*STATUSES.items(), *REASONS.items(), *VERDICTS.items())
_WORDS = {**dict[str, str](_PAIRS), "None": NO_VERDICT, "none": "没说"}
_CODE = re.compile(rf"(?<=(?:状态|应为|理由|判为) )(?:{'|'.join(_WORDS)})(?![\w-])")


def in_words(fault: str) -> str:
    """A fault with words in place of codes.

    >>> in_words("状态 answered，应为 not_stated"), in_words("应为 eligible，判为 None（无）")
    ('状态 回答，应为 说没有写', '应为 能参加，判为 没有判（无）')
    """
    return _CODE.sub(lambda match: _WORDS[match[0]], fault)

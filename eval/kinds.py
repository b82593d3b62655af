"""The kinds of known questions: what is hard about each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Kind = Literal[
    "value",
    "count",
    "list",
    "table",
    "yes_no",
    "person",
    "dated",
    "comparison",
    "arithmetic",
    "several",
    "follow_up",
    "other_edition",
    "other_city",
    "ambiguous",
    "not_in_notice",
    "in_missing_attachment",
    "to_be_announced",
    "no_such_notice",
    "out_of_scope",
    "injection",
    "poisoned",
]
KINDS: Mapping[str, str] = {
    "value": "一个值",
    "count": "几个",
    "list": "一列",
    "table": "表里查",
    "yes_no": "可不可以",
    "person": "我能不能",
    "dated": "与今天有关",
    "comparison": "比较",
    "arithmetic": "要算",
    "several": "一问几事",
    "follow_up": "接着问",
    "other_edition": "别的届次的陷阱",
    "other_city": "别处比赛的陷阱",
    "ambiguous": "要反问",
    "not_in_notice": "通知没写",
    "in_missing_attachment": "在没有的附件里",
    "to_be_announced": "另行通知",
    "no_such_notice": "没有这份通知",
    "out_of_scope": "与竞赛无关",
    "injection": "问题里夹带指令",
    "poisoned": "通知里夹带指令",
}
"""What people read."""

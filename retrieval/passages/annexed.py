"""The list of attachments at the end of a notice: no answer but to what asks for papers.

附件：1.报名表 2.缴费账号 has words of many questions and tells none of what they ask.
"""

from __future__ import annotations

from knowledge import lazy_re
from retrieval.passages.units import Unit
from retrieval.question.asked import Asked

_LIST = lazy_re.compile(r"附件(?:\d{1,2}[:：.、]|[:：])")
_ATTACHED = "附件"
_PAPERS = frozenset({"attachments", "form_source", "release", "schedule"})
_FETCHED = lazy_re.compile(
    r"附件|下载|文件|哪(?:里|儿|下|找|能|可以)|网址|网站|表格|样题|题库|大纲|公[布开]"
)


_INTO = lazy_re.compile(
    r"(?:重点|考|涉及|覆盖|涵盖|包括|规定)(?:的是|了|些|的)?(?:什么|啥|哪|几[章块门类])"
)
"""What looks into a paper asks for no list of papers: 题库重点考哪几章."""


def lists_attachments(unit: Unit) -> bool:
    """Whether a sentence is the list of attachments."""
    return "附件说明" in unit.path and bool(_LIST.match(unit.plain))


def fetches_papers(asked: Asked) -> bool:
    """Whether a question asks for papers, or where they are had."""
    if _INTO.search(asked.plain) and _ATTACHED not in asked.plain:
        return False
    return not _PAPERS.isdisjoint(asked.concepts) or bool(_FETCHED.search(asked.plain))

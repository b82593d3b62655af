"""The list of attachments at the end of a notice: no answer but to what asks for papers.

附件：1.报名表 2.缴费账号 has words of many questions and tells none of what they ask.
"""

from __future__ import annotations

from knowledge import lazy_re
from retrieval.passages.units import Unit
from retrieval.question.asked import Asked

_LIST = lazy_re.compile(r"附件(?:\d{1,2}[:：.、]|[:：])")
_PAPERS = frozenset({"attachments", "form_source", "release", "schedule"})
_FETCHED = lazy_re.compile(
    r"附件|下载|文件|哪(?:里|儿|下|找|能|可以)|网址|网站|表格|样题|题库|大纲|公[布开]"
)


def lists_attachments(unit: Unit) -> bool:
    """Whether a sentence is the list of attachments."""
    return bool(_LIST.match(unit.plain)) and "附件说明" in unit.path


def fetches_papers(asked: Asked) -> bool:
    """Whether a question asks for papers, or where they are had."""
    return not _PAPERS.isdisjoint(asked.concepts) or bool(_FETCHED.search(asked.plain))

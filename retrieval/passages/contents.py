"""What is examined, in full: all that the section on it says, not its shortest sentence."""

from __future__ import annotations

from knowledge import lazy_re
from knowledge.plain import comparable
from retrieval.passages.rank import Sought, in_scope
from retrieval.passages.units import Reading, Unit
from retrieval.reply import Piece, Reply, cite_unit

_ASKED = lazy_re.compile(
    r"^[^,，。？?]{0,8}(?:都|主要|具体|要|会|是)*(?:考|比)(?:试|核|赛)?(?:的)?(?:是|些|哪些|什么|啥|哪几)+(?:方面|内容|东西|模块|样|项|块|门)?(?:的)?[吗呢啊]?[?？]?$"
    r"|(?:分|有|包括|设)(?:为|成|了)?(?:哪几?|几|多少)个?大?(?:块|部分|模块|板块)(?:内容|考|来?比)?(?:的)?[吗呢啊]?[?？]?$"
    r"|(?:竞赛|比赛|考试|考核)的?内容(?:是|有|都|包括)*(?:什么|啥|哪些)?[吗呢啊]?[?？]?$"
)
_HEADED = lazy_re.compile(
    r"(?:竞赛|比赛|考核|考试|命题|赛项|大赛)[^,;。]{0,4}内容|内容(?:和|与|及)|^内容$"
)
_TELLS = lazy_re.compile(r"理论|实操|操作|模块|任务|题|制作|完成|知识|技能|标准|[::][^;。]*、")
_ASIDE = lazy_re.compile(r"相同|并列|不得|自带|携带|提供(?!的)|时间为?\d+分钟[^、]*$|公布|通知")
_LEAST, _MOST, _LONGEST = 1, 6, 600


def contents_reply(reading: Reading, sought: Sought) -> Reply | None:
    """All sentences of the section on what is examined; None where there is no such section."""
    if not _ASKED.search(sought.asked.plain):
        return None
    told = [u for u in reading.units if _of_contents(u) and in_scope(u, sought)]
    if not _LEAST <= len(told) <= _MOST or sum(len(u.text) for u in told) > _LONGEST:
        return None
    cited = tuple(cite_unit(reading.notice, u) for u in told)
    return Reply(
        status="answered",
        notice=reading.notice.id,
        pieces=(Piece(text="\n".join(u.text for u in told), citations=cited),),
        tracks=sought.tracks,
        groups=sought.groups,
        sure=1.0,
    )


def _of_contents(unit: Unit) -> bool:
    headed = any(_HEADED.search(comparable(h)) for h in unit.headings[:2])
    return headed and bool(_TELLS.search(unit.plain)) and not _ASIDE.search(unit.plain)

"""What somebody did at an earlier competition names no edition asked for: 去年拿了二等奖."""

from __future__ import annotations

from knowledge import lazy_re

_DEED = lazy_re.compile(
    r"奖(?!金|励|品)|[冠亚季]军|名次|第([一二三四五六]|\d)名?|能手|称号|入围|决赛|(参加|报|比|打|拿|获|得|受|犯|干|当|做|评|出)(了|过)"
    r"|参赛|处分|事故|违[规纪]|作弊|裁判|命题|出题|教练"
)
_CLAUSE = lazy_re.compile(r"[^，,。；;？?]{0,18}")
_EVENT = lazy_re.compile(r"竞赛|大赛|比赛|赛(?!项|道)")
_NOW = lazy_re.compile(r"今年|今届|这一?届|本届|这次|这回|今次")
_AGO = lazy_re.compile(
    r"(?:我|俺|本人|他|她|爸|妈|儿子|女儿|徒弟|同事)[^，,。？?]{0,4}(?:大?前年|去年|[上前]一?届|往届|第.{1,2}届)$"
)
_GOT = lazy_re.compile(r"(?:评|拿|获|得|当|做|受|犯|报|参加)[上到选为得]?[了过]")
_OWN_DEED = lazy_re.compile(
    r"(?:我们?队?|俺|本人|他|她)(?:自己)?[^，,。？?]{0,2}(?:拿|获|得|评|当|做)[到上为得]?[了过](?![^，,。？?]{0,6}的)"
)
"""上一届我拿过二等奖 tells of oneself, whatever is asked behind."""
_BEGAN = lazy_re.compile(
    r"年?\d{1,2}月份?(?:底|初|中旬|\d{1,2}[日号])?(?:才|就|刚)?"
    r"(?:开始(?!报|比|举|接受)|入职|入学|进厂|转正|转岗|毕业|[交缴]|参保|买的?社保|签|调[到进])"
    r"|年?(?:底|初)?(?:才|就|刚)?(?:入职|进厂|进的?公司|参加工作|入行|退伍|转正|毕业(?!生|季|设计|证))"
)
"""A month or a year of somebody's own past: 去年10月就开始交的, 2023年入职的."""
_ENTERS_NOW = lazy_re.compile(
    r"(今年|今届|这一?届|本届|这次|这回|还|再|又|现在|今次)[^，。？?]{0,8}(能|可|想|要|准备|打算|报|比|参|来|行)"
)


def tells_of_before(text: str, end: int, *, edition: bool = False) -> bool:
    """Whether the year or edition that ends at `end` is when somebody did something.

    Somebody tells of it who asks whether he may enter now. An edition before the name of a
    competition is that competition's own, unless what is asked about is said to be this year's.

    >>> tells_of_before("去年焊工二等奖,今年还能报焊工吗", 2)
    True
    >>> tells_of_before("去年的二等奖有几个", 2)
    False
    >>> tells_of_before("我前年评上过能手,想报首届焊接大赛", 3)
    True
    >>> tells_of_before("我前年参加过的大赛叫什么", 3)
    False
    >>> tells_of_before("第九届砌筑工第三名这届还想比", 3, edition=True)
    True
    >>> tells_of_before("第九届砌筑大赛还能报名吗", 3, edition=True)
    False
    >>> tells_of_before("去年10月就开始交社保", 2), tells_of_before("去年10月开始报名的大赛", 2)
    (True, False)
    >>> tells_of_before("上一届我拿过二等奖,报名受影响吗", 3)
    True
    >>> tells_of_before("2023年入职的能报吗", 4), tells_of_before("2023年毕业生竞赛几号", 4)
    (True, False)
    """
    if _BEGAN.match(text, end) or _OWN_DEED.match(text, end):
        return True
    clause = _CLAUSE.match(text, end)
    deed = _DEED.search(clause[0]) if clause else None
    if clause is None or deed is None:
        return False
    rest = text[end + deed.end() :]
    if _AGO.search(text[:end]) and _GOT.search(clause[0]) and not _EVENT.search(clause[0]):
        return True  # 前年评上过…，想去首届大赛: so long ago is no edition of what is named behind
    named = edition and _EVENT.search(clause[0][: deed.start()])
    return bool(_ENTERS_NOW.search(rest)) and not (named and not _NOW.search(rest))

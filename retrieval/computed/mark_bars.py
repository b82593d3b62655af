"""Whether marks that are told suffice, where a sentence bars those below some from something.

低于60分的不得进入实操 is told whether the marks lie below or not; both are read from it.
"""

from __future__ import annotations

from knowledge import lazy_re
from retrieval.computed.worked import same_part
from retrieval.passages.rank import Sought, in_scope
from retrieval.passages.units import Reading, Unit
from retrieval.question.asked import Asked
from retrieval.reply import Piece, Reply, answered, cite_unit

_PART = r"理论|笔试|机考|实操|实际操作|技能操作|初赛|预赛|复赛|面试|答辩"
_MARKS = lazy_re.compile(
    rf"(?:(?P<part>{_PART})(?:考试|成绩|分数|得分|分)?|(?:总|平均|最[后终])?(?:分数|成绩|得分|总分|分)|考|得)"
    r"(?:就|只|才|是|了|到|有|考|得)*(?<!\d)(?P<n>\d{1,3}(?:\.\d)?)(?:分(?!钟)|(?![\d.%:：月日号人名个队元块岁年届%]))"
)
_BAR = lazy_re.compile(
    r"(?:低于|不足|不满|未满|少于|未达到?|达不到|不到)(?P<least>\d{2,3})分(?!钟)[^。；;]{0,16}?"
    r"(?P<bars>[不未无]|取消|淘汰)"
)
_STAKES = (
    lazy_re.compile(r"奖|名次"),
    lazy_re.compile(r"证书|等级证|发证|拿证"),
    lazy_re.compile(r"实操|实际操作|技能操作|复赛|决赛|下一?轮|第二轮|面试|晋级|进"),
)
"""What may be at stake, in a question and in the sentence that tells of it."""
_JUDGED = frozenset({"yes_no", "consequence"})


def mark_bar_reply(reading: Reading, sought: Sought) -> Reply | None:
    """The sentence that bars those with too few marks from what is asked about; None without one.

    Nor where the question tells of several marks, or of no part the sentence speaks of.
    """
    asked = sought.asked
    told = list(_MARKS.finditer(asked.plain)) if _JUDGED & asked.forms else []
    if len(told) != 1:
        return None
    units = (u for u in reading.units if "分" in u.plain and in_scope(u, sought))
    fitting = [u for u in units if _bars(u, asked, told[0]["part"] or "")]
    pieces = (Piece(text=u.text, citations=(cite_unit(reading.notice, u),)) for u in fitting[:1])
    if not fitting:
        return None
    return answered(reading.notice.id, pieces, sought.tracks, sought.groups)


def _bars(unit: Unit, asked: Asked, part: str) -> bool:
    """Whether a sentence sets a bar of marks for something the question has at stake."""
    bar = _BAR.search(unit.plain)
    if bar is None:
        return False
    behind, before = unit.plain[bar.start("bars") :], unit.plain[: bar.start()] + unit.over
    if part and not same_part(part, before) and "总" not in before:
        return False
    return any(each.search(asked.plain) and each.search(behind) for each in _STAKES)

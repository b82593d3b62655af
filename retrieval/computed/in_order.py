"""What a rank gets where ranks are listed with their marks or money in order.

第1名至第8名依次计9、7、6、5、4、3、2、1分 gives the third 6分.
"""

from __future__ import annotations

from knowledge import lazy_re
from knowledge.numerals import CHINESE, arabic
from retrieval.computed.rates import Worked
from retrieval.passages.rank import Sought, in_scope
from retrieval.passages.said import of_other_kind
from retrieval.passages.units import Reading
from retrieval.reply import Piece, Reply, answered, cite_unit
from retrieval.wording import say

_N = rf"(?:\d{{1,2}}|{CHINESE})"
_LISTED = lazy_re.compile(
    rf"(?:第(?P<first>{_N})名?(?:至|到|—|–|-|~)第?|前)(?P<last>{_N})名"
    r"[^，,。；;、\d]{0,8}(?:依次|分别|顺次|对应)[^，,。；;、\d]{0,8}"
    r"(?P<amounts>\d+(?:\.\d+)?(?:[分元]?[、,，/]\d+(?:\.\d+)?)+)(?P<unit>分(?!钟)|元)"
)
_ASKED = lazy_re.compile(rf"第(?P<rank>{_N})(?!届|[一二三四五六七八九十百\d])|(?P<top>[冠亚季])军")
_UNITS = (
    ("分", lazy_re.compile(r"[几多少]+分|得分|[记计加积]分")),
    ("元", lazy_re.compile(r"钱|元|奖金|几[百千万]")),
)
_BETWEEN = lazy_re.compile(r"[、,，/]")
_TOP = {"冠": 1, "亚": 2, "季": 3}


def in_order(question: str, text: str) -> Worked | None:
    """What the rank asked about gets; None where none, or several, or no list is told.

    >>> in_order("个人第三名记几分", "个人项目第1名至第4名依次计9、7、6、5分").text
    '第3名：6分。'
    >>> in_order("个人第五名记几分", "个人项目第1名至第4名依次计9、7、6、5分")
    """
    ranks = {_number(m["rank"]) if m["rank"] else _TOP[m["top"]] for m in _ASKED.finditer(question)}
    listed = _LISTED.search(text) if len(ranks) == 1 else None
    unit = next((u for u, asks in _UNITS if asks.search(question)), None)
    if listed is None or unit != listed["unit"]:
        return None
    amounts = [amount.rstrip("分元") for amount in _BETWEEN.split(listed["amounts"])]
    first, last, rank = _number(listed["first"] or "1"), _number(listed["last"]), ranks.pop()
    if len(amounts) != last - first + 1 or not first <= rank <= last:
        return None
    named, told = f"第{rank}名", f"{amounts[rank - first]}{unit}"
    return Worked(f"{say('each', name=named, text=told)}。", (named, told))


def in_order_reply(reading: Reading, sought: Sought) -> Reply | None:
    """The sentence that lists what ranks get, and what that is for the one asked about.

    None where several sentences fit: of single entrants and of teams, none of which is meant.
    """
    question = sought.asked.plain
    if not _ASKED.search(question):
        return None
    units = (u for u in reading.units if "名" in u.plain and in_scope(u, sought))
    told = [
        (unit, found)
        for unit in units
        if not of_other_kind(question, unit.plain) and (found := in_order(question, unit.plain))
    ]
    if len({found for _, found in told}) != 1:
        return None
    unit, found = told[0]
    cited = (cite_unit(reading.notice, unit),)
    pieces = (
        Piece(text=unit.text, citations=cited),
        Piece(text=found.text, citations=cited, computed=(found.text, *found.computed)),
    )
    return answered(reading.notice.id, pieces, sought.tracks, sought.groups)


def _number(said: str) -> int:
    return int(arabic(said))

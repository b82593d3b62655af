"""Sentences that go on with an answer: the steps behind 报名采取…的方式, 第一科目 to 第四科目."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.numerals import CHINESE
from retrieval.passages.rank import Scored, Sought, in_scope
from retrieval.passages.units import Reading, Unit
from retrieval.question.asked import Asked
from retrieval.reply import Piece, Reply, answered, cite_unit

_WAYS = lazy_re.compile(
    r"(?:采取|采用|实行|通过)[^。；;]{2,30}(?:方式|办法|形式|途径)(?:进行)?[。;；]?$"
)
_STEP = lazy_re.compile(
    r"登[录陆]|填[报写]|下载|导出|打印|寄[送至到]|邮寄|发[送至]|上传|提交|扫码|注册|盖章|缴[费纳]"
)
_AFTER = lazy_re.compile(
    r"^(?:填报|填写|注册|提交|审核|下载|缴费|报名)[^，,。]{0,8}[后毕]|^(?:然后|随后|同时)"
)
_NOT_A_STEP = lazy_re.compile(r"视为|不得|不予|逾期|未[^，,。；;]{1,12}的[，,]")
_FURTHER = 3
_HOW = frozenset({"how", "where"})
_KIND = r"(?P<kind>科目|阶段|环节|模块|任务|部分|轮次?|场次?)"
_IN_TURN = lazy_re.compile(
    rf"(?:[两\d]|{CHINESE})个?[\u4e00-\u9fff]{{0,3}}?{_KIND}"
    r"[^，,。？?]{0,3}(?:都|分别|各)[^，,。？?]{0,4}(?:什么|啥|哪些|哪几)"
)
_ORDINAL = lazy_re.compile(rf"第({CHINESE})个?{_KIND}")
_LEAST = 2


def way_on(best: Scored, ranked: Sequence[Scored], asked: Asked) -> list[Scored]:
    """What one does, step by step, behind the sentence that only names the way of entering."""
    if not {"procedure", "enrol"} <= set(asked.concepts) or not _HOW & asked.forms:
        return []
    unit = best.unit
    same = sorted(
        (s for s in ranked if s.unit.path == unit.path and s.unit.start > unit.start),
        key=lambda s: s.unit.start,
    )
    named = _WAYS.search(unit.plain) is not None
    found: list[Scored] = []
    for each in same[:_FURTHER]:
        steps = _STEP.search(each.unit.plain) and not _NOT_A_STEP.search(each.unit.plain)
        last = found[-1].unit if found else unit
        if not (steps and (named or _AFTER.search(each.unit.plain))):
            break
        if each.unit.start > last.end + _LEAST:
            break  # what stands between is no step
        found.append(each)
    return found


def turns_reply(reading: Reading, sought: Sought) -> Reply | None:
    """The sentences on the first, the second …, where it is asked what all of them are."""
    match = _IN_TURN.search(sought.asked.plain)
    if match is None:
        return None
    told: dict[str, Unit] = {}
    for each in reading.units:
        begins = _ORDINAL.match(each.plain)
        if begins is not None and begins["kind"] == match["kind"] and in_scope(each, sought):
            told.setdefault(begins[1], each)
    count = _number(sought.asked.plain[match.start()])
    found = list(told.values())[:count]
    if len(found) < max(_LEAST, count):
        return None
    cited = tuple(cite_unit(reading.notice, u) for u in found)
    piece = Piece(text="\n".join(u.text for u in found), citations=cited)
    return answered(reading.notice.id, (piece,), sought.tracks, sought.groups)


def _number(char: str) -> int:
    """What a numeral of one character counts.

    >>> _number("四"), _number("两"), _number("3")
    (4, 2, 3)
    """
    return int(char) if char.isdigit() else "一二三四五六七八九".find(char.replace("两", "二")) + 1

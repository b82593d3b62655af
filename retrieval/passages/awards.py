"""The awards of a notice in full; that it has none of the name somebody asks for.

何奖 is answered by the whole section on awards, not by the sentence whose words are nearest.
"""

from __future__ import annotations

from knowledge import lazy_re
from knowledge.plain import comparable
from retrieval.passages.rank import Sought, in_scope
from retrieval.passages.units import Reading, Unit
from retrieval.question.asked import Asked
from retrieval.question.conditions import stated
from retrieval.question.lexicon import Words
from retrieval.reply import Piece, Reply, cite_unit
from retrieval.wording import say

_EVERY = lazy_re.compile(
    r"(?:设|有|评|发|颁|给)(?:了|置)?(?:些)?(?:哪些|什么|啥|哪几[个种项类]?|几[个种项类]|多少[个种项类])(?:类|种)?奖(?!励?[金品])(?!励?(?:多少|几))"
    r"|(?:奖项|奖励|表彰)(?:设置|办法|方案|政策)?(?:是|都|一共|总共)?(?:有|包括|设)?(?:哪些|什么|啥|怎么设|怎么样|如何设|情况)"
    r"|(?:怎么|如何|咋)(?:奖励|表彰)|^(?:奖项|奖励)(?:设置|办法|方案|政策)?[吗呢]?$"
)
_TALLIED = lazy_re.compile(
    r"(?:加起来|加一起|合计|总共|一共|共)[^，,。？?]{0,8}(?:多少|几|好多)个?奖"
)
"""Asked is a sum over tracks, not which awards there are."""
_SOMEBODYS = lazy_re.compile(
    r"第[一二三四五六七八九十\d]|前[一二三四五六七八九十\d几]|[冠亚季]军|[一二三特]等|[金银铜优]|指导|老师|教师|教练|单位|学校|企业|裁判|组织|获奖(?:者|选手|人|教师|名单|证书|比例)"
)
"""Of whom it is asked what he is given: not all awards are his."""
_RANKED = lazy_re.compile(
    r"(?:前[一二三四五六七八九十\d]+名?|第[一二三\d]名?|[冠亚季]军)[^，,。？?指导老师教练单位]{0,4}"
    r"(?:奖励|(?:有|给|得|发|拿|奖)(?:什么|啥|哪些)|什么奖)"
)
_OF_OTHERS = lazy_re.compile(r"组织奖|组织单位|团体奖|单位奖|指导|教练|裁判|工作者")
"""Awards that no rank of an entrant has."""
_GIVES = lazy_re.compile(
    r"奖(?!励(?:办法|设置|政策))|称号|授予|能手|工匠|标兵|晋升|晋级|认定|证书|表彰|荣誉|奖章|申报|通报"
)
_HEADED = lazy_re.compile(r"奖|表彰|激励")
_NO_GIFT = lazy_re.compile(
    r"(?:不得|不再|不能)[^，。；]{0,12}(?:报名|参[加赛])|取消[^，。；]{0,8}资格"
)
_NAMED = lazy_re.compile(
    r"(?P<name>(?:优秀|最佳|先进|突出|特别|杰出|最具)?[\u4e00-\u9fff]{2,6}?奖)(?![金励项品学状牌杯章])"
)
_ASKING = lazy_re.compile(
    r"^.*?(?:有没有|有无|设不设|是否有|会不会有|会有|设|有|给|发|颁|评|得|拿|获|那|和|跟|想|请问)(?=[\u4e00-\u9fff]{2})"
)
_ANY = lazy_re.compile(
    r"[一二三特几]等奖|[金银铜]奖|[什啥哪]|获奖|得奖|名次奖|大奖$|^[设有评拿得给发颁]|[冠亚季]军|(?:[评给颁发设领获得有拿还再能会才个]|参赛)奖$|单项奖|国奖|省奖"
)
"""What is no award's own name."""
_PRAISE = lazy_re.compile(r"优秀|最佳|先进|突出|特别|杰出|最具|奖$|团队?$")
_LEAST, _MOST, _LONGEST = 2, 12, 900


def awards_reply(reading: Reading, sought: Sought, words: Words) -> Reply | None:
    """All awards where they are asked for; that one is not there; None for other questions."""
    if _asks_every(sought.asked):
        told = award_units(reading, sought)
        if len(told) >= _LEAST:
            return _listed(reading, sought, told)
    name = _absent(reading, sought.asked, words)
    told = award_units(reading, sought) if name else ()
    return _lacking(reading, sought, name, told) if told else None


def _asks_every(asked: Asked) -> bool:
    """Whether all awards are asked for, no sum, none by a bound (只来了20人) and nobody's alone."""
    every = _EVERY.search(asked.plain) and not _TALLIED.search(asked.plain)
    return bool(every) and not (stated(asked.plain) or _SOMEBODYS.search(asked.plain))


def of_rank(reading: Reading, sought: Sought) -> Reply | None:
    """All awards, where it is asked what a rank is given that no sentence names by its number."""
    every = award_units(reading, sought) if _RANKED.search(sought.asked.plain) else ()
    told = tuple(u for u in every if not _OF_OTHERS.search(u.plain))
    return _listed(reading, sought, told) if told else None


def award_units(reading: Reading, sought: Sought) -> tuple[Unit, ...]:
    """The sentences under a heading on awards that give something; none where they are too many."""
    told = [
        u
        for u in reading.units
        if any(_HEADED.search(h) for h in _headings(reading, u))
        and _GIVES.search(u.plain)
        and not _NO_GIFT.search(u.plain)
        and in_scope(u, sought)
    ]
    return () if len(told) > _MOST or sum(len(u.text) for u in told) > _LONGEST else tuple(told)


def _headings(reading: Reading, unit: Unit) -> tuple[str, ...]:
    """The heading of a sentence, and the next one where it only names a group: 1. 职工组："""
    return unit.headings[: 2 if {*unit.headings[:1]} & {*reading.notice.groups} else 1]


def _listed(reading: Reading, sought: Sought, told: tuple[Unit, ...]) -> Reply:
    marks = [_mark(u, before) for before, u in zip((None, *told), told, strict=False)]
    text = "\n".join(f"{mark}{u.text}" for mark, u in zip(marks, told, strict=True))
    cited = tuple(cite_unit(reading.notice, u) for u in told)
    return Reply(
        status="answered",
        notice=reading.notice.id,
        pieces=(Piece(text=text, citations=cited, computed=tuple(marks)),),
        tracks=sought.tracks,
        groups=sought.groups,
        sure=1.0,
    )


def _mark(unit: Unit, before: Unit | None) -> str:
    """The mark of an item where it begins; a section's own is none."""
    begins = before is None or before.path != unit.path
    return unit.clause.mark if begins and not unit.clause.heading else ""


def _absent(reading: Reading, asked: Asked, words: Words) -> str:
    """The award a question names and no words of the notice do; empty if there is none such."""
    if {"honour_holder", "who_can", "excluded", "again", "bonus"} & set(asked.concepts):
        return ""
    match = _NAMED.search(_ASKING.sub("", asked.plain))
    if match is None or _ANY.search(match["name"]):
        return ""
    name = match["name"]
    own = {f.id for f in words.spoken(name)} - {"prize"}
    if any(own & u.said for u in reading.units):
        return ""
    core = _PRAISE.sub("", name) or name
    return "" if core in comparable(reading.notice.text) else name


def _lacking(reading: Reading, sought: Sought, name: str, told: tuple[Unit, ...]) -> Reply:
    """That the notice has no such award, with those it has."""
    here = say("awards_here", quotes="；".join(f"“{u.text.rstrip('。；;')}”" for u in told))
    return Reply(
        status="not_stated",
        notice=reading.notice.id,
        reason="not_in_notice",
        pieces=(
            Piece(text=say("not_in_notice", what=name), citations=(), computed=(name,)),
            Piece(
                text=here,
                citations=tuple(cite_unit(reading.notice, u) for u in told),
            ),
        ),
        tracks=sought.tracks,
        groups=sought.groups,
        sure=1.0,
        what=name,
    )

"""What stands in a paper that is not here: 需求表上要填什么, where the notice only names it.

A sentence that speaks of the paper tells nothing of what is in it, so the notice is silent and the
paper is named. So it is where somebody wants to see the paper itself: 题库发我看看.
"""

from __future__ import annotations

from knowledge import lazy_re
from knowledge.model import Attachment
from knowledge.plain import comparable
from retrieval.passages.elements import cite_phrase
from retrieval.passages.rank import Sought
from retrieval.passages.units import Reading
from retrieval.question.mentions import longest_common
from retrieval.reply import Piece, Reply
from retrieval.wording import say

_INSIDE = lazy_re.compile(
    r"(?:上面?|里[面头边]?|中|内)[^，,。？?]{0,8}(?:填|写|列|有|包括|扣|规定|说|打|画|标|要|是|考|涉及)[^，,。？?]{0,6}"
    r"(?:什么|啥|哪[些几]|多少|几)|(?:上面?|里[面头边]?)[^，,。？?]{0,10}(?:有哪些|是什么|是啥|怎么[写填说定])"
    r"|(?:都|主要|重点|具体|一般)*(?:考|涉及|覆盖|涵盖)(?:的是|了|些)?(?:哪[些几]|什么|啥|几[章块门类个])"
)
_PAPER = lazy_re.compile(r"(?:表|图|单|书|指南|手册|文件|细则|规程|样题|方案|题库|标准|大纲|说明)$")
_ALONE = lazy_re.compile(r"大纲|细则|规程|题库|样题|手册|指南|评分表|承诺书|申请表|推荐表|报名表")
"""Papers that are called by their noun alone."""
_TELLS = lazy_re.compile(r"注明|写明|标明|填写|载明|包括|包含|内容为|应含")
_BRACKET = lazy_re.compile(r"[(（《][^()（）《》]*[)）》]")
_SHOWN = lazy_re.compile(
    r"(?:发|给|传|推)(?:给|送)?我|(?:发|给|先|让|想)[^，,。？?]{0,3}(?:看看|瞧瞧|背|过目)|长(?:什么|啥)样|(?:什么|啥)样(?:子|的|$|[?？])"
)
"""Wanted is the paper itself."""
_OTHER = lazy_re.compile(r"时候|几号|哪[天里儿]|多久|多少[分钱人]|怎么|如何|谁|邮箱|电话|网址|链接")
_QUESTIONS = lazy_re.compile(r"考题|试题|真题|赛题|题目|题库|样题|例题")
_WANTED = lazy_re.compile(
    r"规程|细则|大纲|技术文件|实施方案|评分表|评分标准|指引|手册|花名册|[\u4e00-\u9fff]{2}表"
)
_LEAST = 4


def inside_reply(reading: Reading, sought: Sought) -> Reply | None:
    """The silence that names the absent paper a question looks into; None if it looks into none."""
    plain = sought.asked.plain
    if _SHOWN.search(plain) and not _OTHER.search(plain):
        return _shown(reading, sought)
    if not _INSIDE.search(plain):
        return None
    found = [(a, said) for a in reading.notice.attachments if (said := _named(a, plain))]
    if len(found) != 1:
        return None
    paper, said = found[0]
    if paper.present or any(said in u.plain and _TELLS.search(u.plain) for u in reading.units):
        return None
    cited = cite_phrase(reading.notice, paper.title)
    if cited is None:
        return None
    quote = f"{paper.name} {paper.title}"
    text = say("may_be_attached", what=said, quote=quote)
    return Reply(
        status="not_stated",
        notice=reading.notice.id,
        reason="not_in_notice",
        pieces=(Piece(text=text, citations=(cited,), computed=(quote,)),),
        tracks=sought.tracks,
        groups=sought.groups,
        what=said,
        sure=1.0,
    )


def _shown(reading: Reading, sought: Sought) -> Reply | None:
    """The silence that names the absent paper somebody wants to see; None if none is wanted."""
    plain = sought.asked.plain
    said = _QUESTIONS.search(plain) or _WANTED.search(plain)
    if said is None:
        return None
    like = _QUESTIONS if _QUESTIONS.fullmatch(said[0]) else lazy_re.compile(said[0])
    absent = [a for a in reading.notice.attachments if like.search(comparable(a.title))]
    paper = next((a for a in absent if not a.present), None)
    cited = cite_phrase(reading.notice, paper.title) if paper is not None else None
    if paper is None or cited is None or len(absent) != sum(not a.present for a in absent):
        return None
    quote = f"{paper.name} {paper.title}"
    text = say("in_missing_attachment", what=said[0], quote=quote)
    return Reply(
        status="not_stated",
        notice=reading.notice.id,
        reason="in_missing_attachment",
        pieces=(Piece(text=text, citations=(cited,), computed=(quote,)),),
        tracks=sought.tracks,
        groups=sought.groups,
        what=said[0],
        sure=1.0,
    )


def _named(paper: Attachment, plain: str) -> str:
    """The end of an attachment's title, as far as a question says it right before looking in."""
    title = _BRACKET.sub("", comparable(paper.title))
    length, at, _ = longest_common(plain, title)
    said = plain[at : at + length]
    looks = _INSIDE.match(plain, at + length)
    whole = length >= _LEAST and _PAPER.search(said)
    return said if looks and (whole or _ALONE.fullmatch(said)) else ""

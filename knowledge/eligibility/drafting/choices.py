"""How many tracks one person may enter, which not together, and who may enter one group only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.catalogue.mentions import Entrants, mentions
from knowledge.eligibility.drafting.barring import bars_of
from knowledge.eligibility.drafting.located import located
from knowledge.eligibility.drafting.numbers import count
from knowledge.eligibility.drafting.parts import Condition, Made, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

_WHAT = r"(?:竞赛项目|比赛项目|参赛项目|赛项|赛道|项目|专项|职业(?:\(工种\))?|工种|方向|类别|单项)"
_PERSON = (
    r"(?:人|者|员工|教师|老师|学生|职工|选手|队员|成员|人员|护士|医师|村民|居民|同学|运动员|教职工)"
)
_NUMBER = r"(?:[1-9一二](?:至|到|[-—~－])+)?(?P<n>\d|[一二两三四五])"
_EACH = lazy_re.compile(
    rf"(?:每(?:一)?|同一|一|任何)(?:名|位|个)?[^,。;:\d]{{0,8}}{_PERSON}[^,。;:\d]{{0,6}}?"
    rf"(?:限|只|仅|最多|至多|不得?超过|可以?)[^,。;\d一二两三四五]{{0,8}}{_NUMBER}(?:(?:个|项){_WHAT}?|支(?:参赛)?(?:队伍|团队|队))(?!及?以上)[^,。;]{{0,4}}"
)
_MOST = lazy_re.compile(
    rf"(?:选手|个人|本人|参赛者|人员)?[^,。;:\d校队业位]{{0,6}}(?:最多|至多|不得?超过)(?:可以?|能)?(?:同时)?"
    rf"(?:兼报|报名参加|报名|选报|申报|参加|兼项|报)?{_NUMBER}(?:个|项){_WHAT}"
)
_SINGLE = lazy_re.compile(
    rf"(?:^|(?<=[,。;:、.)]))(?:参赛)?(?:选手|参赛者|报名者|者|人员|职工|学生|教师|员工)(?:均|都|原则上)*"
    rf"(?:只能|仅能|限|仅限|只限|只可|仅可|须|应)(?:在)?[^,。;\d一二两三四五]{{0,12}}?(?:选择?|报名?|参加|申报)[^,。;\d一二两三四五]{{0,10}}{_NUMBER}(?:个|项){_WHAT}[^,。;]{{0,4}}"
)
_OUT_OF = lazy_re.compile(
    rf"每(?:名|位|个)?(?:参赛)?{_PERSON}[^,。;:]{{0,4}}?(?:限|可|最多|至多|任|只能)*(?:报|选|参加)+[^。;]{{2,40}}?"
    rf"(?:中的?|里的?|之中)(?:任意|任选|其中)?{_NUMBER}(?:个|项)"
)
_TWO_GROUPS = lazy_re.compile(
    r"(?:但)?(?:不得|不能|不可以?|不允许)(?:同时|重复)?(?:兼报|报名参加|报名|参加|选报|报)"
    r"(?:两个|多个|2个|二个|不同)(?:及?以上)?(?:的)?(?:参赛)?组别?(?:比赛)?"
    r"|(?:但)?(?:不得|不能|不可以?|不允许)(?:同时|兼|交叉)(?:兼?报名?|参加|选报)(?:参加)?[^,。;]{0,8}组(?:别)?(?=[,。;]|$)"
)
_ACROSS = lazy_re.compile(
    r"(?:原则上|一般)?(?:每名|同一|每位)?(?:参赛)?(?:选手|参赛者|人员|人)?(?:不得|不能|不可以?|不允许)跨(?:赛道|赛项|项目|工种|专项)(?:报名|参赛|兼报|参加)*"
)
_ASKED_FOR = lazy_re.compile(
    r"确[需有][^,。;]{0,14}的?,(?:须|应|需|可)?[^,。;]{0,24}(?:同意|批准|备案|确认)[^,。;]{0,8}"
)
_EACH_GROUP = lazy_re.compile(
    r"分别(?:报名参加|报名|参加)(?:相应|对应|各自)(?:的)?(?:组别|赛项|赛道)"
)
_WIDER = lazy_re.compile(
    r"(?:参赛)?(?:选手|教师|职工)?(?:的)?(?:年龄)?(?:可)?(?:以)?(?:适当)?放宽(?:到|至)"
    r"(?:(?P<least>年?满)|(?:不超过)?)(?P<n>\d{2})周?岁"
)
_YOUNG = 20
"""So low an age relaxes a lower bound, as does 年满: no upper one lies there."""
_MADE_OF = lazy_re.compile(
    r"(?:每(?:支)?(?:参赛)?(?:队伍|团队|队))?由(?P<who>[^。;]{4,40}?)(?:共同)?组成"
)
_MEMBERS = lazy_re.compile(r"([1-9一两二三四])(?:名|人)")
_ENTRANTS = lazy_re.compile(r"([1-9一两二三四])(?:名|人)(?:参赛)?(?:选手|队员)")
_TEAMS = lazy_re.compile(
    r"队|作品|指导|辅导|奖|裁判|次|参赛单位|每单位|每校|每个?(?:企业|单位|学校)"
)
_TOGETHER = lazy_re.compile(
    r"(?:不得|不能|不可以?|不允许|禁止)(?:互相|相互|同时|交叉|重复)*"
    r"(?:兼报|兼项|兼赛|兼|报名参加|报名|参加|选报|报|参赛)"
)
_BESIDE = lazy_re.compile(
    r"^[^,。;]{0,8}(?:和|及|与|、|加|以及)(?:1|一)(?:个|项|支)"
    r"|[,;](?:但|且|另|并)?[^,。;]{0,16}可以?(?:再)?(?:同时|兼|另)[^,。;]{0,4}(?:报|参加)"
)
"""One of each kind, or another beside it: 一个个人赛项和一个团队赛项; ，可以同时参加团体项目."""
_VERB = lazy_re.compile(
    r"(?:只能|仅能|只可以?|仅可以?|仅限|限|统一|一律|必须|应当|应|须)(?:报名|参加|选报|报考|报)+(?:参加)?"
    r"|(?:只能|仅能|只可以?)以"
)
_ONLY = lazy_re.compile(rf"(?:{_VERB.pattern})$")


def choices(statement: Statement) -> Iterator[tuple[int, int, list[Condition]]]:
    """The stretches of a statement that limit what one person enters, with their conditions."""
    for match in _TWO_GROUPS.finditer(statement.text):
        made = Made("note", {"text": f"{match[0].removeprefix('但')}。"})
        yield *match.span(), list(located(statement, *match.span(), made, "one_group"))
    for match in _ACROSS.finditer(statement.text):
        made = Made("one_track")
        yield *match.span(), list(located(statement, *match.span(), made, "one_track"))
    for match in (*_ASKED_FOR.finditer(statement.text), *_EACH_GROUP.finditer(statement.text)):
        made = Made("note", {"text": f"{match[0]}。"})
        yield *match.span(), list(located(statement, *match.span(), made, "asked_for"))
    for match in _MADE_OF.finditer(statement.text):
        beside = bool(re.search("领队|教练|指导", match["who"]))
        members = _ENTRANTS if beside else _MEMBERS
        numbers = [int(count(number)) for number in members.findall(match["who"])]
        size = sum(numbers)
        if not numbers or (len(numbers) < 2 and not beside):  # noqa: PLR2004 several
            continue
        made = Made("team_size", {"size": size})
        yield *match.span(), list(located(statement, *match.span(), made, "team_size"))
    yield from _widened(statement)
    yield from _apart(statement)
    yield from _numbers(statement)
    yield from _only_in(statement)


def _widened(statement: Statement) -> Iterator[tuple[int, int, list[Condition]]]:
    """实习指导组年龄放宽到45周岁: a bound of that group's or track's own; not one by honours."""
    notice, text = statement.notice, statement.text
    for match in _WIDER.finditer(text):
        begin = max(text.rfind(sign, 0, match.start()) for sign in ",。;") + 1
        named = mentions(text[begin : match.start()], Entrants(notice.tracks, notice.groups))
        if not any(one.names and one.start == 0 for one in (*named.tracks, *named.groups)):
            continue
        years = int(match["n"])
        least = match["least"] or years <= _YOUNG
        made = Made("age_at_least" if least else "age_at_most", {"years": years})
        yield begin, match.end(), list(located(statement, *match.span(), made, "age_widened"))


def _numbers(statement: Statement) -> Iterator[tuple[int, int, list[Condition]]]:
    done: list[tuple[int, int]] = []
    for pattern in (_OUT_OF, _EACH, _MOST, _SINGLE):
        for match in pattern.finditer(statement.text):
            start, end = match.span()
            if _TEAMS.search(re.sub("支(?:参赛)?(?:队伍|团队|队)$", "", match[0])) or any(
                s < end and start < e for s, e in done
            ):
                continue
            limit = int(count(match["n"]))
            if not limit or (limit == 1 and "兼" in match[0]):
                continue
            if limit == 1 and _BESIDE.search(statement.text[end:]):
                made = Made("note", {"text": f"{match[0]}。"})
                done.append((start, end))
                yield start, end, list(located(statement, start, end, made, "one_of_each"))
                continue
            name = "one_track" if limit == 1 else "tracks_at_most"
            made = Made(name, {} if limit == 1 else {"limit": limit}, _whose(statement, match[0]))
            done.append((start, end))
            yield start, end, list(located(statement, start, end, made, name))


_KINDS = (
    ("student", lazy_re.compile(r"学生|同学")),
    ("teacher", lazy_re.compile(r"教师|老师|教职工")),
    ("worker", lazy_re.compile(r"(?<!教)职工|员工")),
)


def _whose(statement: Statement, said: str) -> tuple[str, ...]:
    """每位教师最多1项，每名学生可报2项: of the kind named, where others are named beside it."""
    own = [who for who, pattern in _KINDS if pattern.search(said)]
    every = [
        who
        for who, pattern in _KINDS
        if re.search(rf"每(?:一)?(?:名|位|个)?[^,。;]{{0,4}}(?:{pattern.pattern})", statement.text)
    ]
    return tuple(own) if len(own) == 1 and len(every) > 1 else ()


def _apart(statement: Statement) -> Iterator[tuple[int, int, list[Condition]]]:
    """甲与乙不得兼报: two tracks or more named right before, or right behind 不得同时报."""
    text, notice = statement.text, statement.notice
    verbs = [m for m in _TOGETHER.finditer(text) if re.search("兼|同时|互相|相互|交叉", m[0])]
    named = mentions(text, Entrants(notice.tracks, ())).tracks if verbs else []
    for match in verbs:
        begin = _segment(text, match.start())
        if begin == match.start():  # A、B项目同日进行，不得兼报
            begin = _segment(text, begin - 1) if text[begin - 1 : begin] == "," else begin
        ends = [at for sign in ",。;" if (at := text.find(sign, match.end())) >= 0]
        end = min(ends, default=len(text))
        for start, stop in ((begin, match.start()), (match.end(), end)):
            inside = [m for m in named if start <= m.start and m.end <= stop]
            ids = tuple(dict.fromkeys(name for m in inside for name in m.names))
            if len(ids) > 1:
                called = "与".join(track.name for track in notice.tracks if track.id in ids)
                made = Made("not_both", {"tracks": list(ids), "called": called})
                one = Condition(statement, begin, end, made, tracks=ids, name="not_both")
                yield begin, end, [one]
                break


def _segment(text: str, place: int) -> int:
    """Where the segment begins that `place` stands in, or behind."""
    return max(text.rfind(sign, 0, max(place, 0)) for sign in ",。;") + 1


def _only_in(statement: Statement) -> Iterator[tuple[int, int, list[Condition]]]:
    """曾获…奖的学生，只能报进阶组: whoever that is, is barred from the other groups or tracks."""
    text, notice = statement.text, statement.notice
    if not _VERB.search(text):
        return
    named = mentions(text, Entrants(notice.tracks, notice.groups))
    every = tuple(track.id for track in notice.tracks)
    for mention, all_ in (
        *((one, notice.groups) for one in named.groups),
        *((one, every) for one in named.tracks),
    ):
        begin = max(text.rfind(sign, 0, mention.start) for sign in "。;") + 1
        verb = _ONLY.search(text, begin, mention.start)
        others = tuple(name for name in all_ if name not in mention.names)
        subject = _subject(text[begin : verb.start()]) if verb else ""
        subject = "" if ":" in subject or re.search(r"\d周?岁", subject) else subject
        if not mention.names or not others or not subject:
            continue
        groups, tracks = ((), others) if all_ is every else (others, statement.scope.tracks)
        made = [
            Condition(statement, begin, mention.end, one, tracks=tracks, groups=groups, name=name)
            for one, name in bars_of(subject)
        ]
        yield begin, mention.end, made


def _subject(words: str) -> str:
    """Who is spoken of, without what is said beside it; empty where that is nobody."""
    segments = [part for part in words.split(",") if part]
    subject = next(
        (part for part in segments if not re.match("不论|无论|不管|不分|但|均|也", part)), ""
    )
    return "" if re.search("条件|符合|可|组队|混合|同时", subject) else subject

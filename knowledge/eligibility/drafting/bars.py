"""Bars: where a statement says who may not take part, and of whom."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.catalogue.mentions import Entrants, mentions
from knowledge.eligibility.drafting.barring import bars_of
from knowledge.eligibility.drafting.located import located
from knowledge.eligibility.drafting.parts import Condition, Made, Statement
from knowledge.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_AS_OTHER = lazy_re.compile("以(?!(?:参赛)?选手)[^,。;]{1,8}身份")
"""Barred in one identity only; in their own they may enter."""
_ENTERED_AS = lazy_re.compile(
    r"(?:而|却|仍)?以(?P<who>[^,。;]{1,6}?)(?:选手)?身份(?:报名|参赛|参加)*(?:比赛|竞赛|大赛)?$"
)
"""In a list of those barred: 在校学生以职工身份报名的, barred from the workers' group."""
_PEOPLE = frozenset({"not_identity", "barred_other", "barred_kind", "barred_student"})
_NO_PERSON = lazy_re.compile(
    r"材料|作品|电话|传真|短信|(?:报名|截止|规定)(?:时间|日期|期限|时限)|^个人$|个人(?:直接|自行)?报名$|报名表|逾期|过期|^(?:现场|线上|线下|网上|网络|电话|邮寄|口头|传真|微信|短信|窗口|其[他它](?:方式|途径|形式|渠道))|^成员因|因故|(?:报名|申报|网上|信息)?(?:系统|平台)$"
)
_EVENT = r"(?:本次|本届|此次|该项?|同一|相同|各类|竞赛|比赛|大赛|比武)"
_NO_ENTRY = lazy_re.compile(
    r"(?:,|的)*(?:(?:一律|均|也|都|则|暂|但|原则上|学校|院校|单位|各单位|所在单位)*)"
    r"(?:不得|不能|不可|不予|不允许|不准|禁止|不接受|谢绝|不宜|请勿|切勿|请不要)(?:再次?|重复|继续)?(?:以[^,。;]{1,8}身份|以(?:同一|相同|原|获奖)[^,。;]{1,8}?)?(?:再次|重复)?"
    r"(?:作为[^,。;]{1,6})?(?:报名(?:参加)?|参赛|参加|报(?![销送到告])|受理|入围|推荐|列入|纳入)(?!的[,。;]|的$)"
    r"|(?:,|的)*(?:也|均|都|一律)*(?:不得|不能|不可以?)(?:作为|成为|以)(?:本届|本次)?(?:大赛|竞赛|比赛)?(?:参赛)?(?:选手|队员)(?:身份)?(?:报名|参赛|参加)*(?!的[,。;]|的$)"
    rf"|(?:,|的)*(?:也|均|都)?不再?(?:参加|参赛)(?!者|的)(?={_EVENT}|[,。;]|$|(?:选拔|评选|展评|活动|集训)|[^,。;]{{0,8}}(?:赛|竞|比武|比拼)|[^,。;]{{0,8}}组(?:$|[,。;的]))"
    r"|(?:,|的)*(?:也|均|都)?不(?:列[入为]|纳入|属于?|作为|在)(?:[^,。;]{0,10}(?:参赛|报名|竞赛|比赛|选手|参加|推荐|选拔|评选))[^,。;]{0,4}"
    r"(?:范围|对象|之列|资格|范畴)(?:之?内|之列)?"
    r"|(?:,|的)*(?:一律|均|也|都|暂|本次|本届)*(?:不再|不得|不能|不可|不予)(?:重复|再次)?(?:参评|参选|参展|参训)(?!的)"
    r"|(?:,|的)*(?:也|均|都)?不再(?:接受)?报名(?:参加|参赛)?(?!的)"
    r"|(?:,|的)*(?:也|均|都)?(?:不得|不能|不可)(?:兼任|担任|兼做|充当)(?:本次)?(?:竞赛|比赛|大赛)?(?:参赛)?选手"
    r"|(?:,|的)*(?:也|均|都)?不(?:具备|具有|享有)(?:[^,。;]{0,6})(?:参赛|报名)资格"
)
_WITH_SAME = lazy_re.compile(
    r"(?:不得|不能|不可|不再)以(?:同一|相同|原|该|上述|获奖)[^,。;]{0,3}(?:课程|作品|课题|项目|案例|内容|教案|成果)"
)
"""Barred with the same work only; with another one they may enter."""
_ADVISER = lazy_re.compile(
    r"^(?:凡|已)?(?:担任|作为|是|为)[^,、]{0,20}(?:指导教师|指导老师|教练|指导人)(?:的|者|人员)?$"
)
"""Whoever advises contestants; the very words 指导教师不得… are a pattern."""
_SAME_TRACK = lazy_re.compile(r"(?:同一?|相同|该|本)(?:赛项|项目|工种|职业|赛道|专项)")
_LIST_NO_ENTRY = lazy_re.compile(r"(?:,|的)*(?:一律|均)?(?:不得|不能|不可|不予)(?:报名|参赛|参加)")
_OTHER_TRACKS = lazy_re.compile(
    r"(?:参加|报名)*(?:其他|其它|其余)[^,。;]{0,4}(?:赛项|赛道|项目|工种|职业|专项|类别|方向|比赛|竞赛)"
)
_FREED = lazy_re.compile(r"(?:可以?|也|均|并|且)*(?:不受|不适用|免于|免除)[^,。;]*$")
"""What the subject of a bar is freed of beside it: 兼职教师不受…限制，也不得参加其他赛项."""
_NOBODY = lazy_re.compile(
    r"必须|应当|[^对供]须|^须|需[^求]|不受|不适用|限制$|不得|报名$|^选手[^的]|如有|若|达到?上限|届时|一经|经[^,]{0,8}(?:发现|查实|核实)"
)
"""Words that name no kind of people: what somebody must do, not who somebody is."""
_ADVERB = lazy_re.compile(
    r"^(?:本届|本次|此次|今年|[一二两三四五\d]+[年届](?:之)?内|今后|当年|本年度|下一?届|均|一律|也|都|但|则|原则上|学校|院校|单位|各单位|所在单位|同时|仍|暂|并|不论|无论|不管|自获奖|可以|可(?!能))"
)
_GOES_ON = lazy_re.compile(
    r"^(?:以及|及|和|与|或者?|并且|且|(?:也)?包[括含]|含(?!有)|特别是|尤其是)"
)
_TURNS = lazy_re.compile(
    r"(?:本年|今年|本届|本次)?(?:转任|改任|转为|聘为|担任)(?:教练|裁判|评委|专家|导师)(?:员)?"
)
"""What becomes of those who are named before it: …第一名的，本年转任教练，不再参赛."""
_WHO = lazy_re.compile(
    r"(?:的|者|人员|学生|职工|教师|员工|选手|成员|获得者|荣誉|称号|毕业生|专家)$"
)
_DEMAND = lazy_re.compile(r"[须应需]|必须|应当|周岁以[上下]|以内|出生|可以|均可|限报")


_BUT = lazy_re.compile(
    r"(?:\(?[一二三四五六七八九十\d]{1,3}[)、.])?(?P<who>(?!经|因|特殊|另|以上|上述|除|法律|法规|有[^,]{0,4}规定)[^,。;]{3,50}(?:者|人员|选手|教师|职工|学生|的))(?:均|一律)?除外"
)
"""曾获全国技术能手称号者除外: said by itself, a bar."""


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where a text bars somebody: from the words that name them to the verb."""
    if but := _BUT.fullmatch(text):
        yield but.start("who"), but.end("who")
        return
    last = 0
    for match in _NO_ENTRY.finditer(text):
        start = _subject_start(text, match.start(), last)
        yield start, match.end()
        last = match.end()


def _subject_start(text: str, verb: int, least: int) -> int:
    """Where the subject begins: segments before the verb that go on naming who is meant."""
    start = _segment(text, verb, least)
    while start > least and text[start - 1] == ",":
        segment = text[start:verb].strip(",的")
        before = _segment(text, start - 1, least)
        earlier = text[before : start - 1]
        bare = not segment or bool(_ADVERB.match(segment))
        joined = bare or bool(_GOES_ON.match(segment)) or bool(_TURNS.fullmatch(segment))
        bare = bare or bool(_TURNS.fullmatch(segment))
        if not joined or _DEMAND.search(earlier.replace("可以作为", "")):
            break
        if not bare and not _GOES_ON.match(segment):
            break
        start = before
    return start


def _segment(text: str, place: int, least: int) -> int:
    return max(least, *(text.rfind(sign, 0, place) + 1 for sign in "\0。;,:"))


def barred(  # noqa: C901 one way of barring after the other
    statement: Statement, start: int, end: int
) -> Iterator[Condition]:
    """The bars at `start:end` of a statement: an item of a list, or a stretch with its verb."""
    text = statement.text
    verb = _NO_ENTRY if not statement.bars else _LIST_NO_ENTRY
    found = list(verb.finditer(text, start, end))
    match = found[-1] if found else None
    stop = match.start() if match else end
    subject = re.sub("(?:暂|均|一律|原则上|也|都)+$", "", _without_asides(text[start:stop]))
    if match and (not subject or _NO_PERSON.search(subject)):
        return
    if _WITH_SAME.search(text, start, end):
        made = Made("note", {"text": f"{text[start:end]}。"})
        yield from located(statement, start, max(end, start + 1), made, "bar")
        return
    place = match.end() if match else end
    groups, tracks = _barred_from(statement, stop, place) if match else ((), ())
    same = match and re.match(
        r"(?:参加)?(?:本届|本次|此次)?(?:的)?(?:该|同一?|相同|本)(?:赛项|项目|工种|职业|赛道|专项)",
        text[place:],
    )
    if match and _ADVISER.search(subject):
        whole_ = subject + text[place:]
        scope = "same_track" if _SAME_TRACK.search(whole_) else "plan"
        made = Made("not_adviser", {"scope": scope})
        yield from located(statement, start, stop, made, "adviser_no_contestant")
        return
    others = _others(statement, place) if match else None
    if not match and (entered := _ENTERED_AS.search(subject)):
        subject, groups = subject[: entered.start()], _groups_of(statement, entered["who"])
        others = None if groups else ()  # of a group the notice does not have
    for made, name in bars_of(_FREED.sub("", subject)):
        if match and _AS_OTHER.search(match[0]) and _of_people(made, groups):
            made = Made("note", {"text": f"{subject}{match[0].lstrip(',的')}。"})  # noqa: PLW2901 no bar on anybody
        if same and made.check == "barred_deeds":
            made = made._replace(params={**made.params, "same_track": True})  # noqa: PLW2901 the same bar
        if made.check == "barred_kind" and _NOBODY.search(str(made.params["said"])):
            made = Made("note", {"text": f"{text[start:end]}。"})  # noqa: PLW2901 no kind of people
        if others == ():
            made = Made("note", {"text": f"{text[start:end]}。"})  # noqa: PLW2901 of which, nobody can tell
        for one in located(statement, start, max(stop, start + 1), made, name):
            yield replace(one, groups=groups or one.groups, tracks=others or tracks or one.tracks)


def _of_people(made: Made, groups: tuple[str, ...]) -> bool:
    """Whether people are barred in another identity than their own only.

    学生不得以职工身份 says what the groups say; 教师不得以职工身份 bars them from that group.
    """
    own = made.check == "barred_student" or "teacher" in made.params.get("one_of", ())
    return made.check in _PEOPLE and not (groups and own)


def _groups_of(statement: Statement, who: str) -> tuple[str, ...]:
    return tuple(group for group in statement.notice.groups if who in group)


def _others(statement: Statement, place: int) -> tuple[str, ...] | None:
    """The tracks meant by 其他赛项 right behind the verb: all but those named before it.

    None where other tracks are not spoken of; empty where nothing says which are the others.
    """
    if not _OTHER_TRACKS.match(statement.text, place):
        return None
    notice = statement.notice
    begin = statement.place.start
    before = fold(notice.text[begin : statement.fold.at[min(place, len(statement.fold.at) - 1)]])
    named = [one.names for one in mentions(before.text, Entrants(notice.tracks, ())).tracks]
    own = next((names for names in reversed(named) if names), ())
    return tuple(t.id for t in notice.tracks if t.id not in own) if own else ()


def _without_asides(words: str) -> str:
    """The subject without what stands between it and the verb: 不论…, 可以作为教练…."""
    segments = [part for part in words.split(",") if part.strip("的 ")]
    kept = [part for at, part in enumerate(segments) if not at or not _ADVERB.match(part)]
    later = [part for part in segments[1:] if re.match(r"自[^,]{1,6}之日起", part)]
    return ",".join([*kept, *later]).strip(",、。;的:")


def _barred_from(
    statement: Statement, begin: int, place: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The groups and tracks within the verb at `begin:place` (不列入学生组) or right behind it."""
    notice = statement.notice
    named = mentions(statement.text, Entrants(notice.tracks, notice.groups))
    groups = next(
        (one.names for one in named.groups if one.names and begin <= one.start <= place), ()
    )
    return groups, next(
        (one.names for one in named.tracks if one.names and begin <= one.start <= place), ()
    )

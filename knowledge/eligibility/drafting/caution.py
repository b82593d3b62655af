"""Where a draft may have misread: what is uncertain becomes unknown, what was passed over is named.

A wrong 可以 or 不可以 costs more than 还不能确定. Three kinds of sentence turn a condition round or
loosen it (bars on those who have something, exceptions, alternatives); and an age or an exclusion
that no rule rests on must not be lost.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.catalogue.mentions import Entrants, mentions
from knowledge.eligibility.drafting.bars import barred
from knowledge.eligibility.drafting.grammar import words
from knowledge.eligibility.drafting.parts import Condition, Made, clauses_of
from knowledge.eligibility.drafting.reading import conditions
from knowledge.eligibility.drafting.sense import doubted
from knowledge.eligibility.drafting.whose import about_others
from knowledge.plain import bare, normal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from knowledge.eligibility.drafting.parts import Statement

_TURNED = lazy_re.compile(
    r"[^,;。]{0,8}的[^,;。]{0,10}(?:,[^;。]{0,40}?的[^,;。]{0,10})*,?(?:本届|本次|今年|原则上|均|一律|都|暂|也)*"
    r"(?:不得|不能|不可(?!少)|不列入|不纳入|不予|不再|不接受|不参加|不属于|不在[^,;。]{0,6}[内围]|谢绝|除外)"
)
_LOOSENED = lazy_re.compile(
    r"放宽|除外|不受[^,;。]{0,10}限|不在此限|视同|不作要求|不要求|不限[^,;。]{0,6}(?:年|学历|等级|年限)"
)
_OF_BARS = frozenset({"age"})
"""Conditions that are bars turned round already: 七十周岁以上的不得参加."""
_AGE = lazy_re.compile(r"\d{2}周?岁|(?:以后|之后|以前|之前|后|前)(?:\([^)]*\))?出生|退休年龄")
_OUT = lazy_re.compile(
    r"不列入|不纳入|不属于[^,;。]{0,8}(?:范围|对象)|不再?作为选手"
    r"|不接受(?![^,;。]{0,8}(?:个人|本人|自行))[^,;。]{1,14}报名"
)
_LATER = lazy_re.compile(
    r"(?:获得?|取得|担任)[^。;]{0,24}(?:不再|不得|不能)(?:再次|重复)?(?:参加|报名|参赛|参评)(?:[,。;]|$|本|该|此)"
)
"""Those who won or served before, wherever that is said."""
_INTRO = lazy_re.compile(
    r"(?:条件|要求|规定)(?:分别)?(?:如下|为|是)[:：]?$|(?:具备|满足|符合)(?:以下|下列|如下)?(?:各?项)?(?:条件|要求)?[:：]?$"
    r"|(?:计算|统计|算)[到至][^,;。]{0,12}$|含本数$"
)
_OR_BEFORE = lazy_re.compile(r"[,、]?或者?$|,或者?[^,;。]{1,8}$")
_OR_BEHIND = lazy_re.compile(r"[^,;。]{0,6},?或者|[^,;。]{0,20},或(?!相关|相近|本)")
"""Beside 或 a condition that was not joined with the other half is half of one."""
_AT_WORK = lazy_re.compile(
    r"(?:现|目前|须|应|需|且)*在[^,;。]{2,28}(?:岗位|企业|单位|行业|领域|机构|科室|部门|公司|系统)"
    r"[^,;。]{0,6}(?:工作|从业|任职|就业)(?:的)?(?:人员)?"
)
_TRADE = lazy_re.compile(
    r"(?:选手|参赛者|报名者)?(?:须|应|需|必须)?(?:为|是)?[^,。;须应需为是不未]{0,24}"
    r"(?:护士|医师|药师|导游|司机|厨师|[一-龥]{1,5}(?:(?<![党团会成委队组学职])员|(?<![职员分])工|(?<![教讲老])师))"
)
"""A trade one must be of: 各级医疗机构注册执业护士."""
_HONOUR = lazy_re.compile(r"能手|称号|荣誉|奖章|表彰|表扬|优先推荐")
_LABEL = lazy_re.compile(
    r"(?:\(?[一二三四五六七八九十\d]{1,3}[)、.])?(?P<name>[^,。;:、]{1,10}?组)(?:\([^()]*\))?:"
)
_OF_FIRST = frozenset({"area", "place", "school", "facts", "other_fact", "any_fact", "education"})
_OR_PEOPLE = lazy_re.compile(
    r"[^;。]{0,60}?,或者?(?:有意|愿意|拟|[^,;。须应需]{2,30}?(?:毕业生|军人|农民工|人员|学生|居民|人士|青年))"
)
_JUDGED = frozenset(
    {
        "age_at_least", "age_at_most", "age_on", "born_between", "retirement_on",
        "within_retirement", "education", "title", "experience", "certificate",
        "certificate_or_years", "facts", "area", "place", "school", "other_fact", "all_of",
    }
)  # fmt: skip


def cautious(found: Iterable[Condition]) -> Iterator[Condition]:
    """The conditions, the doubtful ones marked."""
    read = [one for one in found if not _introduces(one) and not _second(one)]
    labels = {label for one in read if (label := _label(one))}
    for one in read:
        label = _label(one) if len(labels) > 1 else ""
        made = _of_label(one, label) if label else _beside(_doubted(one, read))
        yield doubted(made) if _of_unknown(made) else made


_OF_SOME = lazy_re.compile(
    r"(?:\(?[一二三四五六七八九十\d]{1,3}[)、.])?(?:其中,?|报名?|参加)?(?P<what>[^,。;:须应需]{1,14}?(?:类?工种|项目|赛项|赛道|类别))(?:的)?"
    r"(?:参赛)?(?:选手|人员|者|职工|学生|教师)?(?:的)?(?:[:,]|还|另|均)*(?=[须应需必限为面]|年[满龄]|具|持|从)"
    r"|(?P<number>第\d{1,2}(?:[至到、和—-]\d{1,2})*项)(?:项目|赛项)?(?=[面须应限为])"
)
_KIND = lazy_re.compile(
    r"(?:\(?[一二三四五六七八九十\d]{1,3}[)、.])*(?:其中,?|报名?|参加)?(?!各|每|同|另|其他|两|几|以上|上述|多|分)[一-龥A-Z]{1,10}类"
    r"(?:各?(?:赛项|项目|竞赛|比赛|比武|工种|赛道)(?:的)?(?:参赛)?(?:选手|人员|者)?|(?:参赛)?(?:选手|参赛者))"
    r"(?:的)?(?:[:,]|还|另|均|分赛项|基本|报名|参赛)*(?=[须应需必限为面持具从]|年[满龄]|条件|要求|资格|$)"
)
"""A kind of tracks, as a subject or a heading: 传统技艺类选手须…, 职业技能类选手条件."""
_OF_ENTRANTS = _JUDGED | {
    "identity", "not_identity", "months", "barred_kind", "barred_student", "barred_title", "any_of",
    "when", "school", "major", "graduated_within", "class_of", "grade",
}  # fmt: skip
_OF_ALL = lazy_re.compile(
    r"各|每|所有|全部|任何|本|该|同一|相关|相应|所报|参赛项目|竞赛项目|比赛项目|其他|上述|以上"
)


def _label(one: Condition) -> str:
    """The group that a statement begins with, where the notice's groups do not know it: N1组：…."""
    match = _LABEL.match(one.statement.text)
    known = one.groups or one.statement.cell or one.made.check in {"note", "when", "when_told"}
    if known or match is None or any(g in match["name"] for g in one.statement.notice.groups):
        return ""
    return match["name"] if one.start >= match.end() else ""


def _of_unknown(one: Condition) -> bool:
    """Whether it is asked of a track or group that the notice's do not know: 采茶项目选手须…."""
    if one.tracks or one.groups or one.statement.cell or one.made.check not in _OF_ENTRANTS:
        return False
    if _of_kind(one.statement):
        return True
    if one.made.check not in _JUDGED:
        return False
    begin = max(one.statement.text.rfind(sign, 0, one.start) for sign in "。;") + 1
    named = _OF_SOME.match(one.statement.text, begin)
    if named is None or one.end <= named.end():
        return False
    entrants = Entrants(one.statement.notice.tracks, one.statement.notice.groups)
    known = mentions(named[0], entrants)
    return not (known.tracks or known.groups) and not _OF_ALL.search(named[0])


def _of_kind(statement: Statement) -> bool:
    """Whether it, or a heading above it, speaks of a kind of tracks that is nowhere resolved."""
    clauses = clauses_of(statement.notice)
    place = clauses.get(statement.place.path)
    said = [statement.text]
    while place is not None:
        said.append(normal(bare(place.heading)))
        place = clauses.get(place.parent or "")
    return any(_KIND.match(words_) for words_ in said if words_)


def _of_label(one: Condition, label: str) -> Condition:
    """Asked of those who enter that group; who does not say which is asked."""
    then = {"check": one.made.check, "params": dict(one.made.params)}
    params = {"key": "group", "words": [label, label.removesuffix("组")], "called": label}
    return replace(one, made=Made("when", {**params, "then": then}, one.made.capacities))


def _second(one: Condition) -> bool:
    """The other people of 甲，或有意…的乙: they are let in, and open what is said of the first."""
    said = str(one.made.params.get("said", "")) if one.made.check == "not_understood" else ""
    return said.startswith("或") and bool(_OR_PEOPLE.fullmatch(f",{said}")) and one.start > 0


def _beside(one: Condition) -> Condition:
    """在本县创业的人，或有意到本县创业的毕业生: what is said of the first is not asked of all."""
    if one.made.check not in _OF_FIRST or not _OR_PEOPLE.match(one.statement.text, one.end):
        return one
    inner = {"check": one.made.check, "params": dict(one.made.params)}
    return replace(one, made=one.made._replace(check="unless_excepted", params={"then": inner}))


def passed_over(read: Iterable[Condition], statements: Iterable[Statement]) -> Iterator[Condition]:
    """Conditions of statements from which nothing was read though they state an age or a bar."""
    read = list(read)
    covered = {path for one in read for path in (one.statement.place.path, one.statement.one_of)}
    covered.discard("")
    done = {_where(one.statement) for one in read}
    statements = list(statements)
    for one in statements:
        if one.section != "who" and _where(one) not in done and _demands_state(one):
            covered.add(one.place.path)
            yield from _named(one)
    left = [one for one in statements if not {one.place.path, one.one_of} & covered]
    telling = {_above(one) for one in left if _states(one)} - {None}
    for statement in left:
        if _states(statement):
            yield from _named(statement)
        elif statement.section != "out" and _LATER.search(statement.text):
            bars = barred(statement, 0, len(statement.text))
            yield from (one for one in bars if one.made.check.startswith("barred"))
        elif _above(statement) in telling:
            yield from (o for o in _again(statement) if o.made.check != "not_understood")


_STATE = lazy_re.compile(
    r"(?<!非)(?:选手|参赛者|参赛人员|报名人员|报名者|参赛(?:职工|员工|教师|学生)|队员|(?:职工|学生|教师)组(?:选手)?)(?:本人)?(?:还|另|均|都|一律|必须|原则上)*"
    r"(?:须|应当?|需|必须|要)(?:同时|均|已|是|为)*(?:具有|具备(?!良好|较)|持有?(?!本人|[^,。;]{0,6}(?:身份|参赛|准考|学生|选手)证|报名表|[^,。;]{0,8}证件)|取得|获得|年满|从事|加入|注册(?!报名|账|登录)|签订劳动"
    r"|缴纳(?:社|养老|职工)|参加过|接受过|来自|属于|已?(?:完成|通过)(?![^,。;]{0,10}(?:报名|签到|注册|上传|提交|审核|比赛|竞赛|作品|操作|任务|制作|检录|缴费|平台|系统|检查)))"
)
"""What a contestant must be or have, said outside the sections about it."""


def _demands_state(statement: Statement) -> bool:
    if statement.section == "cell" or words("award").search(statement.text):
        return False
    return bool(_STATE.search(statement.text)) and not about_others(statement.text)


def _where(statement: Statement) -> tuple[str, int]:
    return statement.place.path, statement.fold.at[0]


def _above(statement: Statement) -> str | None:
    """The clause whose items a statement stands among."""
    return getattr(statement.place, "parent", None)


def _again(statement: Statement) -> list[Condition]:
    """The statement read as one on who may take part, whatever its heading says."""
    as_who = replace(statement, section="who")
    return [one for one in conditions(as_who) if not _introduces(one)]


def _named(statement: Statement) -> Iterator[Condition]:
    """A statement that was passed over: a bar as bars are read, else a condition, else unknown."""
    if _OUT.search(statement.text) and (bars := list(barred(statement, 0, len(statement.text)))):
        yield from bars
    elif again := _again(statement):
        yield from again
    else:
        made = Made("not_understood", {"said": statement.quote or statement.text})
        yield Condition(statement, 0, len(statement.text), made, name="not_understood")


def _read(one: Condition, turned: re.Match[str], read: Sequence[Condition]) -> bool:
    """Whether the words that would turn a condition round were read as another one."""
    verb = one.start + turned.end() - 1
    same = [other for other in read if other.statement is one.statement and other is not one]
    return any(other.start <= verb < other.end for other in same)


def _introduces(one: Condition) -> bool:
    """Whether the words demand nothing: they lead to what stands below, or say how to count."""
    return one.made.check == "not_understood" and bool(
        _INTRO.search(str(one.made.params.get("said", "")))
    )


def _states(statement: Statement) -> bool:
    text = statement.text
    if words("award").search(text) or _HONOUR.search(text) or about_others(text):
        return False
    return bool(_AGE.search(text) or _OUT.search(text))


def _doubted(one: Condition, read: Sequence[Condition]) -> Condition:
    """The condition, or what is left of it where its sentence says more than was read."""
    rest = one.statement.text[one.end :]
    said = re.split(r"[;。]", one.statement.text[one.start :])[0]
    if one.made.check == "not_understood":
        turned = _TURNED.search(said)
        turned = None if turned and _read(one, turned, read) else turned
    else:
        open_ = one.made.check in _JUDGED and one.name not in _OF_BARS
        turned = _TURNED.match(re.split(r"[;。]", rest)[0]) if open_ else None
    if turned:
        begin = one.statement.text.rfind(",", 0, one.start) + 1
        bars = [*barred(one.statement, max(begin, 0), one.start + len(said))]
        if len(bars) == 1 and bars[0].made.check.startswith("barred"):
            return bars[0]
        made = Made("not_understood", {"said": said, "bars": True})
        return replace(one, made=made, name="not_understood")
    told = str(one.made.params.get("said", ""))
    if one.made.check == "not_understood" and (_AT_WORK.fullmatch(told) or _TRADE.fullmatch(told)):
        made = one.made._replace(check="other_fact", params={"called": told, "key": "work_related"})
        return replace(one, made=made, name="at_work")
    if one.made.check not in _JUDGED:
        return one
    loosened = _LOOSENED.search(one.statement.text, one.end)
    understood = loosened and any(
        other.start <= loosened.start() < other.end
        for other in read
        if other.statement == one.statement
    )
    half = _OR_BEFORE.search(one.statement.text[: one.start]) or _OR_BEHIND.match(rest)
    if half or (loosened and not understood) or one.statement.one_of:
        inner = {"check": one.made.check, "params": dict(one.made.params)}
        made = one.made._replace(check="unless_excepted", params={"then": inner})
        return replace(one, made=made)
    return one

"""What no pattern took: a condition that must not be lost, a remark, or mere description."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.eligibility.drafting.coverage import passed
from knowledge.eligibility.drafting.deeds import deed_of, honours
from knowledge.eligibility.drafting.grammar import data, words
from knowledge.eligibility.drafting.located import located
from knowledge.eligibility.drafting.parts import Condition, Made, Statement
from knowledge.eligibility.drafting.remainder import only_names, states
from knowledge.eligibility.drafting.whose import of_others

if TYPE_CHECKING:
    from collections.abc import Iterator

_CUT = lazy_re.compile(r"[,;。:\0]+")
_PEOPLE = ("的", "者", "人员", "员工", "职工", "学生", "教师", "选手")
_LET = lazy_re.compile(
    "(?:也|亦|均|仍|都|同样|一律)*(?:可(?!靠|行|能)|允许|准予|视为|视同|随[^,。;]{0,10}参赛|按[^,。;]{1,10}(?:报名|参赛|执行))"
)
_ASKS = lazy_re.compile("[且并]|同时|凡")
_SHORTEST = 4
_TAKEN = "\0"
_GENERAL = (
    r"(?:(?:全?(?:省|市|区|县|国)内?|本|各类?|所在|集团|公司|行政区域|范围|内|相关|有关|职业|普通|高等|中等|技工|高职|中职|高校|"
    r"学历|国有|民营|规模以上|院校|学校|企业|事业|企事业|机关|单位|公司|机构|医院|社会组织|团体|系统|行业|一线|基层|专任|专职|"
    r"正式|在职|在岗|在册|\([^()]*\)|的|和|及|或|、|等|者|人员|职工|员工|教师|选手)|\d{4}年(?:度)?(?:\d{1,2}月(?:\d{1,2}日)?(?:以?前|之前|时|底)?)?|仍|已)*"
)
_LEAD = lazy_re.compile(
    rf"(?:(?!具有|具备|持|取得|获|从事|来自|经历|承担|担任|完成|通过|参加过|掌握|熟悉|能够|达到|拥有|注册|备案|入选|曾|合格|未|无|不|仅|限)[^,;。:\0])*?"
    rf"(?:(?:均|都|还|也|同时|则)*(?:须|应当?|需|必须|要求)(?:同时|均|都|还)*(?:(?:为|是){_GENERAL})?"
    rf"|(?:仅|只)?限(?:于|为)?{_GENERAL}|(?:为|是){_GENERAL}|在[^,;。:须应需不未]{{0,14}}(?:连续|累计)?)"
)
"""A subject with its 须, 须为 or 在, whose predicate a pattern took: 甲组选手均须‖年满18周岁."""
_EDGE = lazy_re.compile(
    r"^(?:20\d\d年度?|且|并|和|或者?|以及|同时|其中|的|须|应|为|是|等|及|者|人员|参赛选手|选手|学生|职工)+"
    r"|(?:20\d\d年度?|的|者|人员|选手|等|且|并|和|或者?|及|须|应|为)+$"
)
_YEAR = lazy_re.compile(
    r"在?(?:中华人民共和国|我国|中国)(?:境内|范围内)?的?"
    r"|20\d\d年(?:度)?|正式|所在|本(?=单位|企业|校)|广大|一线|生产"
)
_NOT = lazy_re.compile(r"不(?!得?少|得?低|超)|未|无")
_SELECTED = lazy_re.compile(r"选拔|初赛|预赛|复赛|海选|晋级|入围|推荐")
"""How one gets to the final is the organiser's to see."""
_THEN = lazy_re.compile(r"[者的,]*(?:方|才|即)(?:可|能)(?:报名|参赛|参加)[^,]{0,6}")
_ASKED = lazy_re.compile(r"^(?!.*(?:下列|以下|如下|之一)).*(?:不得|不能|不可|[须应需]|必须)")
_SENTENCE = lazy_re.compile(
    r"[,。;:]|须|应当|必须|需|具有|具备|持有|取得|从事|来自|曾|[满上下]\d|在职|在籍|在校|人员$|职工$|学生$|教师$"
)
_OF_TRACK = lazy_re.compile(
    r"(?:\(?[一二三四五六七八九十\d]{1,3}[)、.])?(?:其中,?)?(?:报名|参加|报考|选报)?(?:参加)?"
    r"(?!各|每|所有|全部|本|同一)[^,。;:须应需]{2,30}(?:赛项|项目|工种|赛道)(?:的)?(?:参赛)?(?:选手|人员|者)?(?:的)?,?(?:还|另|均)*(?=[须应需要])"
)
"""What is asked of one track beside what is asked of all is asked in earnest.

报名育婴员项目的，还应无犯罪记录."""
_ASKED_FOR = lazy_re.compile(
    r"须|应|需|必须|要求|具备|[方才]可|仅限|只限|限于|面向|凡|均可|可(?:以)?(?:报名|参加|参赛)"
)
_IF = lazy_re.compile(
    r"(?!.*(?:报名|参加|申报|选报|报考|参赛|具有|具备|持有|取得|年满|从事))[^,。;]{3,24}的"
)
_THEN_ASKED = lazy_re.compile(r",(?:须|应|需|必须|经)[^,。;]{2,20}(?:同意|批准|许可|备案)[^,。;]*")
"""What some must do who are in a case of their own: 在外顶岗实习的，须征得单位同意后方可参赛."""
_OTHERS_TOO = lazy_re.compile(r"也可|亦可|或者?|五年制")
"""Another kind of people is let in by the same sentence."""
_WON = lazy_re.compile(r"获(?:得|奖)?|取得|荣获|入围")


def left_over(statement: Statement, left: str) -> Iterator[Condition]:
    """Conditions nobody understood and remarks, from the words that are left."""
    own = statement.section == "who" or (statement.cell and statement.section == "cell")
    if not own or _is_heading(statement):
        return
    one_kind = not _OTHERS_TOO.search(statement.text)
    place = done = 0
    for segment in _CUT.split(left):
        start = left.find(segment, place)
        if start < done:
            continue
        place = start + len(segment)
        leads = left[place : place + 1] == _TAKEN
        if leads and _LEAD.fullmatch(segment):
            continue  # the words that lead to a condition which was read
        if segment.endswith(_PEOPLE) and _LET.match(left, place + 1) and not _ASKS.match(segment):
            continue  # who is let in: 已毕业未满1年的，也可报新秀组
        asked = _THEN_ASKED.match(left, place)
        if asked and len(segment) > _SHORTEST and _IF.fullmatch(segment):
            done = asked.end()
            told = Made("when_told", {"text": left[start:done]})
            yield from located(statement, start, done, told, "asked")
            continue
        if of_others(left, place) or only_names(segment, statement.notice):
            continue
        made = _earnest(_read(segment), statement)
        made = made or _stated(segment, statement)
        if made := made or passed(segment, statement.notice, leads=leads and one_kind):
            yield from located(statement, start, place, *_sure(made, statement, segment))


def _stated(segment: str, statement: Statement) -> tuple[Made, str] | None:
    """What somebody must be, in words that no list knows: never taken for a remark."""
    told = segment.strip("、() ")
    if statement.cell or _says("leave", segment) or _says("course", segment):
        return None
    said = re.sub("^(?:并且?|且|同时)+", "", told)
    return (
        (Made("not_understood", {"said": said}), "stated")
        if states(told, statement.notice)
        else None
    )


def _earnest(read: tuple[Made, str] | None, statement: Statement) -> tuple[Made, str] | None:
    """What must not be, asked of one track only: not so by silence."""
    if read is None or read[1] != "absent" or not _OF_TRACK.match(statement.text):
        return read
    return read[0]._replace(params={**read[0].params, "ask": True}), read[1]


def _is_heading(statement: Statement) -> bool:
    """Whether the words only head what stands below them: 3.限制情形."""
    text = statement.text.strip("、.() ")
    if statement.cell or _SENTENCE.search(text):
        return False
    path = getattr(statement.place, "path", "")
    return any(one.parent == path for one in statement.notice.clauses)


def _sure(read: tuple[Made, str], statement: Statement, said: str) -> tuple[Made, str]:
    """A prize of people who are only named (获得一等奖的选手,) never says no."""
    made, name = read
    asked = statement.one_of or statement.cell or _ASKED_FOR.search(statement.text)
    if made.check not in {"won", "honour"} or asked or not said.endswith(_PEOPLE):
        return read
    then = {"check": made.check, "params": dict(made.params)}
    return made._replace(check="unless_excepted", params={"then": then}), name


def _read(segment: str) -> tuple[Made, str] | None:
    """The check a segment makes and its name; None for what demands nothing."""
    kind = _kind(segment)
    said = segment.strip("、").removeprefix("的")
    if kind == "conduct":
        return Made("note", {"text": f"{segment.strip('、')}（由单位和主办方把握）。"}), kind
    if kind == "asked":
        return Made("when_told", {"text": said}), kind
    if kind == "absent":
        return Made("other_fact", {"called": re.sub("^[^,]{0,6}?[须应需]", "", said)}), kind
    if kind == "not_understood":
        return _deed(said) or (Made("not_understood", {"said": said}), kind)
    return None


def _kind(segment: str) -> str:
    """`conduct`, `asked`, `absent`, `not_understood`, or empty for what demands nothing."""
    core = "" if _THEN.fullmatch(segment) else _EDGE.sub("", segment.strip(" 、()"))
    if len(core) < _SHORTEST or words("known").fullmatch(_YEAR.sub("", segment)):
        return ""
    if _says("entry", segment):
        return "asked"
    if _says("demand", segment):
        return "not_understood"
    if _says("leave", segment) or _says("course", segment):
        return "asked" if _ASKED.search(segment) else ""
    kinds = (("absent", "absent"), ("conduct", "conduct"), ("condition", "not_understood"))
    return next((kind for word, kind in kinds if _says(word, segment)), "")


def _says(name: str, segment: str) -> bool:
    return bool(re.search(data("leftover.yaml")[name], segment))


def _deed(said: str) -> tuple[Made, str] | None:
    """A prize or an honour that is asked for."""
    if not _WON.search(said) or _NOT.search(said):
        return None
    if _SELECTED.search(said):
        return Made("when_told", {"text": said}), "asked"
    if names := honours(said):
        return Made("honour", {"names": list(names)}), "honour"
    deed = deed_of(said)
    if deed is None or "prizes" not in deed[0].params:
        return None
    return Made("won", deed[0].params), "won"

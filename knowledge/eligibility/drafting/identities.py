"""The kinds of people a general sentence admits: 企事业单位职工、院校教师和学生、灵活就业人员."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.eligibility.drafting.located import located
from knowledge.eligibility.drafting.parts import Made, Statement, clauses_of
from knowledge.eligibility.members import kinds
from knowledge.eligibility.once import once
from knowledge.fold import fold
from knowledge.plain import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.eligibility.drafting.parts import Condition
    from knowledge.model import Notice

_KINDS = (
    ("worker", lazy_re.compile(r"职工|在职人员|员工|从业人员|产业工人|在岗人员|工作人员")),
    ("teacher", lazy_re.compile(r"教师|教职工")),
    ("student", lazy_re.compile(r"学生")),
    (
        "flexible",
        lazy_re.compile(r"灵活就业|自由职业|个体|新就业形态|农民|村民|创业人员|手艺人|艺人"),
    ),
    ("unemployed", lazy_re.compile(r"待业|失业|下岗|未就业")),
    ("retired", lazy_re.compile(r"退休人员|离退休")),
)
_ADMITS = lazy_re.compile(
    r"均可|可(?:以)?(?:自愿)?(?:报名|参加|参赛)|面向|参赛对象|参赛人员(?:为|包括|范围)|选手(?:为|范围)"
)
_OPEN = lazy_re.compile(
    r"主要面向|重点群体|(?:经验|经历|条件|年龄|要求|证书|能力)的(?:各类|所有)?人员|公民|居民|市民|社会各界|爱好者|劳动者|不限|城乡|社会人员|各类人员|等人员|家庭成员|人员(?:均)?可(?:报名|参加)|身份参赛"
)
_PEOPLE = r"(?:教师|学生|职工|员工|从业人员|从业者|工作人员|在职人员|在岗人员|技术人员)"
_SUBJECT = lazy_re.compile(
    rf"^(?:[^,。;:]{{2,24}}:)?[^,。;:]{{2,60}}?{_PEOPLE}(?:\([^()]*\))?(?:$|[,。;])"
)
_ONLY_FOR = lazy_re.compile(
    r"(?:仅|只)(?:限|面向|接受|允许)(?P<who>[^,。;]{2,24}?)(?:参加|报名|参赛)*(?=[,。;]|$)"
)
_BARS = lazy_re.compile(r"不得|不能|不可|不再|不予|不接受|除外|不参加|不列入|指导")
_LIST = lazy_re.compile(r"[^,。;:]*(?:职工|教师|学生|人员)[^,。;:]*")
_COMPANY = lazy_re.compile(r"企业|公司|集团|酒店|医院|机构|工厂|车间")
_HEADS = lazy_re.compile(r"对象|条件|资格|范围|参赛人员|选手")
_ALSO = lazy_re.compile(r"可(?:以|由|向|通过|直接|自行|凭|加盖|参加|报名|参赛)|也可|均可|允许")


_LET_IN = lazy_re.compile(
    r"^(?:\(?[一二三四五六七八九十\d]{1,3}[)、.])?(?!仅|只)[^,。;:须应需仅只]{0,20}(?:学生|在校生)"
    r"(?:也|亦|均|同样)?可(?:以)?(?:自愿)?(?:报名|参加|参赛)[^,。;]{0,8}(?=[,。;]|$)"
)


def lets_in(statement: Statement) -> bool:
    """Whether students are let in too, behind what is asked of everybody: it narrows nobody."""
    if not _LET_IN.match(statement.text) or statement.cell or statement.bars:
        return False
    notice, above = statement.notice, getattr(statement.place, "parent", None)
    items = [one for one in notice.clauses if above and one.parent == above]
    before = [one for one in items if one.start < statement.place.start]
    return bool(before) and not any(
        pattern.search(one.text) for one in before for _, pattern in _KINDS
    )


def permitted(found: Sequence[Condition]) -> Iterator[Condition]:
    """The conditions; what only describes the students who are let in too is a remark."""
    for one in found:
        if one.made.check == "facts" and lets_in(one.statement):
            text = re.split("[,。;]", one.statement.text)[0] + "。"
            yield replace(one, made=Made("note", {"text": text}), name="permitted")
        else:
            yield one


def identities(statement: Statement) -> Iterator[Condition]:
    """An identity rule, where there are no groups and the sentence lists whom it admits."""
    text = statement.text
    if statement.section not in {"who", "entry"} or statement.bars or statement.cell:
        return
    if (match := _ONLY_FOR.search(text)) and (only := kinds(match["who"])):
        made = Made("identity", {"one_of": list(only), "called": match["who"]})
        yield from located(statement, *match.span(), made, "identity")
        return
    if statement.section != "who" or not _without_groups(statement) or lets_in(statement):
        return
    subject = _subject(statement)
    label = bool(re.match(r"^[^。]{0,8}对象", text))
    admits = bool(_ADMITS.search(text)) or label
    if not (admits or subject) or _OPEN.search((subject or text).replace("灵活就业人员", "")):
        return
    if _open_beside(statement) or _BARS.search(text):
        return
    found = [kind for kind, pattern in _KINDS if pattern.search(subject or text)]
    if "student" in found and len(found) == 1 and "身份" in text:
        return
    if found and found != ["flexible"]:  # 含灵活就业: who is in besides, not who alone
        called = max(_LIST.findall(text), key=len, default=text)
        called = re.sub(r"(?:均)?可(?:以)?(?:报名|参加|参赛).*$|^(?:面向|为)", "", called)
        made = Made("identity", {"one_of": _with_near(found, subject or text), "called": called})
        yield from located(statement, 0, len(text), made, "identity")


def _subject(statement: Statement) -> str:
    """The people a condition begins with: 全市各类企业的在职职工."""
    match = _SUBJECT.match(statement.text)
    return match[0] if match and _HEADS.search(_section_words(statement)) else ""


def _without_groups(statement: Statement) -> bool:
    """Whether groups settle nothing here: there are none, or not in the tracks spoken of."""
    notice, own = statement.notice, set(statement.scope.tracks)
    tracks = [track for track in notice.tracks if track.id in own]
    return not notice.groups or (bool(tracks) and not any(track.groups for track in tracks))


def _with_near(found: list[str], text: str) -> list[str]:
    """职工 takes in who works for himself, and teachers unless only companies are spoken of."""
    if "worker" not in found:
        return found
    near = ["flexible"]
    if not _COMPANY.search(text) or re.search("事业单位|院校|学校", text):
        near.append("teacher")
    return list(dict.fromkeys([*found, *near]))


def together(found: Sequence[Condition]) -> Iterator[Condition]:
    """What several sentences admit, as one rule: 企业职工…；在校学生…; and who else may enter."""
    by_scope: dict[tuple[object, ...], list[Condition]] = {}
    for one in found:
        if one.made.check == "identity":
            by_scope.setdefault((one.tracks, one.groups), []).append(one)
    for one in found:
        same = by_scope.get((one.tracks, one.groups), []) if one.made.check == "identity" else []
        if one.made.check != "identity":
            yield one
        elif one is same[0]:
            every = [who for each in same for who in each.made.params["one_of"]]
            every += _also(one.statement.notice)
            every += ["student"] if any(_of_students(o, one) for o in found) else []
            called = "、".join(dict.fromkeys(str(each.made.params["called"]) for each in same))
            params = {"one_of": list(dict.fromkeys(every)), "called": called}
            yield replace(one, made=one.made._replace(params=params))


def _of_students(other: Condition, one: Condition) -> bool:
    """Whether another sentence says what students must be: they are let in, if in some tracks."""
    if other.made.check not in {"facts", "grade"} or other.statement is one.statement:
        return False
    own = other.made.capacities == ("student",) and other.statement.section == "who"
    return own and not other.groups and (not other.tracks or not one.tracks)


@once
def _also(notice: Notice) -> tuple[str, ...]:
    """The kinds of people other sentences of the notice let in: 灵活就业人员可向…申请报名."""
    sentences = re.split("[。;；]", fold(squeeze(notice.text)).text)
    said = [one for one in sentences if _ALSO.search(one) and not _BARS.search(one)]
    entering = [one for one in said if re.search("报名|参赛|参加|推荐|公章|印章", one)]
    kinds_ = _KINDS if not notice.groups else [one for one in _KINDS if one[0] != "student"]
    return tuple(kind for kind, pattern in kinds_ if any(map(pattern.search, entering)))


def _section_words(statement: Statement) -> str:
    """The headings the statement stands under, and its own clause's."""
    clauses = clauses_of(statement.notice)
    place = clauses.get(statement.place.path)
    said = ""
    while place is not None:
        said += place.heading
        place = clauses.get(place.parent or "")
    return said


def _open_beside(statement: Statement) -> bool:
    """Whether the clause also admits everybody of an area or age: 凡在本区居住…均可报名."""
    text = statement.notice.text[statement.place.start : statement.place.end]
    sentences = re.split("[。;；]", fold(text).text)
    return any(
        re.search("凡|均可(?:报名|参加|参赛)", one) and not any(p.search(one) for _, p in _KINDS)
        for one in sentences
    )

"""Who the members of a notice's groups are: by name, by the clause that defines them, by audience.

学生组 and 职工组 say it themselves. 高职组 of a students' contest holds students, that of a
teachers' contest teachers; 青年组 is what its own clause makes of it. Where nothing tells, a group
is open to everyone.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from knowledge import lazy_re
from knowledge.eligibility.data import table
from knowledge.eligibility.once import once
from knowledge.fold import folded
from knowledge.plain import bare, normal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from knowledge.model import Clause, Notice

_END = r"(?=$|[,。;:、()和或及与]|组队|报名|参赛|均|须|应|可|参加|选手|组成)"
KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("student", lazy_re.compile(rf"(?:学生|在校生|在籍生|研究生|本科生|专科生|新生|毕业生){_END}")),
    (
        "teacher",
        lazy_re.compile(
            rf"(?<!指导)(?<!兼职)(?:教师|教职员?工|教工|辅导员|班主任|教学团队|教学人员){_END}"
        ),
    ),
    (
        "worker",
        lazy_re.compile(
            rf"(?<!教)(?:职工|员工|从业人员|从业者|在职人员|在岗人员|工作人员|工人|技术人员){_END}"
        ),
    ),
    ("flexible", lazy_re.compile("灵活就业|自由职业|个体工商户|个体从业|新就业形态|农民工")),
    ("unemployed", lazy_re.compile("待业|失业|下岗|未就业")),
    ("retired", lazy_re.compile(r"(?<!法定)(?:离)?退休(?:人员|职工|教师)")),
)
_EMPLOYER = lazy_re.compile(r"企业|公司|单位|机构|工商户的")
_OPEN = lazy_re.compile(
    r"公民|居民|市民|村民|农民(?!工)|社会各界|社会人员|爱好者|身份不限|不限身份|各类人员|人员均可|劳动者|自然人"
)
_WHO = lazy_re.compile(r"对象|条件|资格|要求|选手|人员|组别|分组|报名范围|参赛范围|参赛者|设置")
_OUT = lazy_re.compile(
    r"内容|奖|评分|成绩|经费|费用|指导教师|裁判|联系|材料|作品|日程|流程|命题|"
    r"办法$|指导老师"
)
_SAME = lazy_re.compile(
    r"(?:条件|要求|资格|对象|范围)?(?:均)?(?:同|与|参照|按)(?P<group>[^,。;]{2,8}组)"
)
_TEACHERS = lazy_re.compile(
    r"教师|教学能力|教学竞赛|教学比赛|教学大赛|教学技能|班主任|辅导员|教工|说课|"
    r"微课"
)
_BOTH = lazy_re.compile(r"师生|学生|职工(?!教育)|员工|选手指导教师")
_NO_STUDENTS = lazy_re.compile(
    r"(?:在校|在读|全日制)*学生(?:除外|不得报名|不能报名)|(?:不含|不包括)(?:在校|在读|全日制)*学生(?!年)"
)
_DENIED = lazy_re.compile(r"不得|不能|不可|不含|不包括|不参加|除外|不予|不属于|不列入|指导")


@once
def members(notice: Notice) -> Mapping[str, tuple[str, ...] | None]:
    """The capacities that make up each group of the notice; None: nothing tells."""
    found: dict[str, tuple[str, ...] | None] = {}
    audience: tuple[str, ...] | None = None
    for group in notice.groups:
        entry = _entry(group)
        if entry and not entry.get("weak"):
            found[group] = tuple(entry["who"])
            continue
        audience = _audience(notice) if audience is None else audience
        by_name = tuple(entry["who"]) if entry else None
        found[group] = _defined(notice, group) or audience or by_name
    for group in notice.groups:
        if found[group] is None and (same := same_as(notice, group)):
            found[group] = found[same]
        elif found[group] is None and any(map(_NO_STUDENTS.search, _of_group(notice, group))):
            found[group] = ("worker", "teacher", "flexible", "unemployed", "retired")
    return found


def _of_group(notice: Notice, group: str) -> Iterator[str]:
    """Whatever is said of the group."""
    for clause in _who(notice):
        if clause.scope.groups == (group,):
            yield folded(clause).text


@lru_cache(maxsize=4096)  # the few groups of notices, asked for by every rule
def named(group: str) -> tuple[str, ...] | None:
    """Whom a group's name speaks of; None if it does not say.

    >>> named("学生组"), named("青年组")
    (('student',), None)
    """
    entry = _entry(group)
    return tuple(entry["who"]) if entry else None


def _entry(group: str) -> Mapping[str, list[str]] | None:
    entries: list[dict[str, list[str]]] = table("group_words.yaml")
    return next(
        (each for each in entries if any(_names(group, w, each) for w in each["words"])), None
    )


def _names(group: str, word: str, entry: Mapping[str, Any]) -> bool:
    """Whether a group is named by the word; a weak one only as a whole (高校组, not 高校馆组)."""
    if not entry.get("weak"):
        return word in group
    return bool(
        re.search(
            rf"{word}(?:院校|学校|高校|单位|院|校|类|阶段|青年|在职|从业|一线|职员)*(?:[甲乙丙A-D一二三]|\([^()]*\))?组?$",
            group,
        )
    )


def kinds(text: str) -> tuple[str, ...] | None:
    """The kinds of people a folded text names; None for none, or for everybody."""
    if _OPEN.search(text):
        return None
    named_ = tuple(kind for kind, pattern in KINDS if pattern.search(text))
    if named_ == ("flexible",) and _EMPLOYER.search(text):
        named_ = ("worker", "flexible")  # 企业、个体工商户的专职人员: who they work for
    if "worker" in named_ and "flexible" not in named_:
        named_ = (*named_, "flexible")
    return named_ or None


def _defined(notice: Notice, group: str) -> tuple[str, ...] | None:
    """What the clauses about the group alone say its members are."""
    said = [one for clause in _who(notice) for one in _about(clause, group)]
    return kinds("。".join(said)) if said else None


def _about(clause: Clause, group: str) -> Iterator[str]:
    """Sentences about the group alone, without those that leave people out."""
    text = folded(clause).text
    own = clause.scope.groups == (group,)
    for sentence in re.split("[。;\n]", text):
        heads = re.match(rf"[^,:]{{0,6}}{re.escape(group)}", sentence)
        if (own or heads) and not _DENIED.search(sentence):
            yield sentence


def _audience(notice: Notice) -> tuple[str, ...]:
    """Teachers, where the notice as a whole is about teachers; else empty."""
    title = normal(bare(notice.title))
    if _TEACHERS.search(title) and not _BOTH.search(title.replace("学生发展", "")):
        return ("teacher",)
    general = (folded(clause).text for clause in _who(notice) if not clause.scope.groups)
    said = [
        sentence
        for text in general
        for sentence in re.split("[。;\n]", text)
        if not _DENIED.search(sentence) and re.search("须为|应为|面向|对象|参赛者|选手为", sentence)
    ]
    return ("teacher",) if kinds("。".join(said)) == ("teacher",) else ()


def same_as(notice: Notice, group: str) -> str | None:
    """青年组：条件同职工组 — the other group."""
    for clause in _who(notice):
        for sentence in _about(clause, group):
            match = _SAME.search(sentence)
            other = next((g for g in notice.groups if match and match["group"].endswith(g)), None)
            if other and other != group:
                return other
    return None


def _who(notice: Notice) -> Iterator[Clause]:
    """The clauses below headings about taking part."""
    clauses = {clause.path: clause for clause in notice.clauses}
    for clause in notice.clauses:
        if clause.scope.role in {"judge", "adviser", "organiser"}:
            continue
        headings = []
        place: Clause | None = clause
        while place is not None:
            headings.append(normal(bare(place.heading)))
            place = clauses.get(place.parent or "")
        said = "。".join(headings)
        if _WHO.search(said) and not _OUT.search(said):
            yield clause

"""The kinds of people a general sentence admits: 企事业单位职工、院校教师和学生、灵活就业人员."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.eligibility.drafting.located import located
from knowledge.eligibility.drafting.parts import Made, Statement, clauses_of
from knowledge.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.eligibility.drafting.parts import Condition

_KINDS = (
    ("worker", re.compile(r"职工|在职人员|员工|从业人员|产业工人|在岗人员|工作人员")),
    ("teacher", re.compile(r"教师|教职工")),
    ("student", re.compile(r"学生")),
    ("flexible", re.compile(r"灵活就业|自由职业|个体|新就业形态|农民工")),
    ("unemployed", re.compile(r"待业|失业|下岗|未就业")),
    ("retired", re.compile(r"退休人员|离退休")),
)
_ADMITS = re.compile(
    r"均可|可(?:以)?(?:自愿)?(?:报名|参加|参赛)|面向|参赛对象|参赛人员(?:为|包括|范围)|选手(?:为|范围)"
)
_OPEN = re.compile(
    r"公民|居民|市民|社会各界|爱好者|劳动者|不限|城乡|社会人员|各类人员|等人员|家庭成员|人员(?:均)?可(?:报名|参加)|身份参赛"
)
_SUBJECT = re.compile(r"^[^,。;]{2,40}(?:教师|学生|职工)(?:$|[,。;(])")
_LIST = re.compile(r"[^,。;:]*(?:职工|教师|学生|人员)[^,。;:]*")


def identities(statement: Statement) -> Iterator[Condition]:
    """An identity rule, where the notice has no groups and the sentence lists whom it admits."""
    text = statement.text
    label = statement.section == "who" and bool(re.match(r"^[^。]{0,8}对象", text))
    if statement.section != "who" or statement.notice.groups or statement.bars or statement.cell:
        return
    subject = "对象" in _section_words(statement) and bool(_SUBJECT.match(text))
    if not (_ADMITS.search(text) or label or subject) or _OPEN.search(
        text.replace("灵活就业人员", "")
    ):
        return
    if _open_beside(statement):
        return
    found = [kind for kind, pattern in _KINDS if pattern.search(text)]
    if "student" in found and len(found) == 1 and "身份" in text:
        return
    if found:
        called = max(_LIST.findall(text), key=len, default=text)
        called = re.sub(r"(?:均)?可(?:以)?(?:报名|参加|参赛).*$|^(?:面向|为)", "", called)
        made = Made("identity", {"one_of": found, "called": called})
        yield from located(statement, 0, len(text), made, "identity")


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

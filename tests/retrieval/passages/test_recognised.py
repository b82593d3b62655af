"""Values that a machine read off a picture are marked in every answer, others are not."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

import pytest

from knowledge.eligibility.model import RuleFinding, Verdict
from knowledge.model import Citation, Recognised
from retrieval.desk import Desk
from retrieval.intake.gather import Found
from retrieval.intake.ingest import ingest
from retrieval.intake.reading import read
from retrieval.intake.sources import sync
from retrieval.model import Question
from retrieval.passages.recognised import findings_marked, marked
from retrieval.storage.store import Store

TEXT = (
    "关于举办青川市第四届数控技能竞赛的通知\n各有关单位：\n"
    "一、报名截止时间为2027年5月8日17:00。\n"
    "二、报名邮箱：shukong@qingchuan.example.cn。\n"
    "青川市人力资源和社会保障局\n2027年3月1日\n"
)
MARK = "识别自图片"
MAIL = TEXT.index("shukong")
FOUND = Found(
    id="qingchuan",
    place="/files/qingchuan.jpg",
    text=TEXT,
    confirmed={},
    rules=None,
    recognised=(Recognised(start=MAIL, end=MAIL + 28, confidence=0.97),),
)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(MAIL - 5, MAIL, False), (MAIL - 5, MAIL + 1, True), (MAIL + 28, MAIL + 29, False)],
    ids=["之前", "碰到", "之后"],
)
def test_a_statement_is_marked_if_words_that_prove_it_were_recognised(start, end, expected):
    notice = read("n", TEXT.encode(), {}).model_copy(update={"recognised": FOUND.recognised})
    proof = Citation(notice="n", label="", path="", quote=TEXT[start:end], start=start, end=end)
    assert (MARK in marked("答", [proof], {"n": notice})) is expected
    assert marked("答", [], {"n": notice}) == "答"


def test_the_spans_outlive_the_store_and_reading_again(tmp_path):
    store = Store.open(tmp_path, create=True)
    store.leave_out_bundled()
    ingest(store, [FOUND])
    assert store.notices()[0].recognised == FOUND.recognised
    store.replace([store.entries()[0].model_copy(update={"reader": "older"})])
    sync(store)
    assert store.notices()[0].recognised == FOUND.recognised


def test_an_answer_marks_what_was_recognised_and_nothing_else():
    notice = read("qingchuan", TEXT.encode(), {}).model_copy(
        update={"recognised": FOUND.recognised}
    )
    desk = Desk([notice])
    day = datetime(2027, 4, 1, tzinfo=ZoneInfo("Asia/Shanghai"))
    mail = desk.answer(Question(text="青川数控技能竞赛报名邮箱是什么？", as_of=day))
    until = desk.answer(Question(text="青川数控技能竞赛报名截止到什么时候？", as_of=day))
    assert "shukong@qingchuan.example.cn" in mail.text
    assert MARK in mail.text
    assert "5月8日" in until.text
    assert MARK not in until.text


def test_the_explanation_of_a_verdict_is_marked_if_its_clause_was_recognised():
    notice = read("n", TEXT.encode(), {}).model_copy(update={"recognised": FOUND.recognised})
    rule = partial(RuleFinding, outcome="met", strength="must", explanation="报名材料")
    places = {"mail": (MAIL - 5, MAIL + 28), "date": (0, 9)}
    cited = {
        name: Citation(notice="n", label="", path="", quote=TEXT[a:b], start=a, end=b)
        for name, (a, b) in places.items()
    }
    findings = [rule(rule=name, citation=each) for name, each in cited.items()]
    findings.append(rule(rule="none", citation=None))
    verdict = Verdict(verdict="eligible", findings=tuple(findings), as_of="", verdict_id="")
    done = findings_marked(verdict, {"n": notice}.__getitem__)
    assert {each.rule: MARK in each.explanation for each in done.findings} == {
        "mail": True,
        "date": False,
        "none": False,
    }

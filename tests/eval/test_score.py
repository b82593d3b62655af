"""When an answer is right, and what counts as its proof."""

from __future__ import annotations

import json

import pytest

from bot.fault import InputFault
from eval.known import Case, bundled_files, checked, read_cases
from eval.score import faults, holds_evidence, is_verbatim, occurrences, unproven
from knowledge.model import Attachment, Citation, Notice
from retrieval.model import Answer

TEXT = "一、报名\n报名费 ２０元，截止\n7月1日。\n二、人数\n每队 3 人。"
ATTACHED = Attachment(name="附件1", title="报名表", listed=True, present=False)
NOTICE = Notice(
    id="n",
    label="通知",
    title="2026年赛",
    name="2026年赛",
    year=2026,
    text=TEXT,
    attachments=(ATTACHED,),
)
NOTICES = {"n": NOTICE}


def cited(quote: str, start: int | None = None) -> Citation:
    at = TEXT.index(quote) if start is None else start
    return Citation(notice="n", label="通知", path="一", quote=quote, start=at, end=at + len(quote))


def case(**fields) -> Case:
    given = {"id": "1", "question": "几时截止", "notice": "n", "as_of": "2026-06-01"}
    return Case.model_validate({**given, "expect": "answered", **fields})


FAULTS = [
    ("one of the words is enough", {"must_contain": [["8月", "7月1日"]]}, "answered", "7月1日", 0),
    ("every list must be met", {"must_contain": [["7月"], ["18时"]]}, "answered", "7月1日", 1),
    ("layout and width do not matter", {"must_contain": [["20元"]]}, "answered", "** ２０ 元", 0),
    ("the question's words prove nothing", {"must_contain": [["截止"]]}, "answered", "几时截止", 1),
    ("a forbidden word is a fault", {"must_not_contain": ["8月"]}, "answered", "8月1日", 1),
    ("partial counts as answered", {}, "partial", "7月1日", 0),
    ("silence is no answer", {}, "not_stated", "通知没有写", 1),
    ("asking back is no answer", {"must_contain": [["7月"]]}, "clarify", "哪一届？", 1),
    (
        "asking back need not contain",
        {"expect": "clarify", "must_contain": [["x"]]},
        "clarify",
        "？",
        0,
    ),
    ("listing all cases is as good", {"expect": "clarify"}, "answered", "甲…乙…", 0),
    ("partial may say it is not stated", {"expect": "not_stated"}, "partial", "没有写", 0),
    ("not stated must not be answered", {"expect": "not_stated"}, "answered", "7月", 1),
    ("out of scope is its own", {"expect": "out_of_scope"}, "not_stated", "没有", 1),
]


@pytest.mark.parametrize(
    ("fields", "status", "text", "count"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS]
)
def test_an_answer_is_judged(fields, status, text, count):
    assert len(list(faults(case(**fields), Answer(status=status, text=text)))) == count


@pytest.mark.parametrize(
    ("citation", "verbatim"),
    [
        (cited("截止\n7月1日"), True),
        (cited("每队 3 人").model_copy(update={"quote": "每队3人"}), True),
        (cited("每队 3 人").model_copy(update={"quote": "每队4人"}), False),
        (cited("每队 3 人", start=0), False),
        (cited("每队 3 人").model_copy(update={"notice": "other"}), False),
        (cited("\n").model_copy(update={"quote": ""}), False),
    ],
)
def test_a_quote_stands_at_its_place(citation, verbatim):
    assert is_verbatim(citation, NOTICES) is verbatim


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("20元", []),
        ("2026年赛：20元", []),
        ("12岁可以", []),
        ("2元", ["2"]),
        ("7月1日", ["7", "1"]),
        ("1.报名费 20元", []),
        ("3.另一条", ["3"]),
        ("附件2 报名表", ["2"]),
        ("附件1 报名表", []),
        ("共2个（逐条计数）\n· 甲\n· 乙", []),
        ("共3个（逐条计数）\n· 甲\n· 乙", ["3"]),
        ("20元\n2026年赛", []),
        ("20元（尚未截止，还有9天）", []),
        ("3队×10%=0.3，四舍五入为1队", ["3"]),
        ("计算：企业2×2=4人，院校(2+2)×2=8人。", []),
        ("企业4人，院校8人", ["4", "8"]),
    ],
)
def test_a_number_needs_a_quote_a_question_or_a_name(text, left):
    answer = Answer(
        status="answered", text=text, notices=("n",), citations=(cited("报名费 ２０元"),)
    )
    assert unproven("12岁能报吗", answer, NOTICES) == left


@pytest.mark.parametrize(
    ("quote", "evidence", "held"),
    [
        ("截止\n7月1日", "截止7月1日", True),
        ("每队 3 人", "截止7月1日", False),
        ("截止\n7", "截止7月1日", True),
        ("截止", "截止7月1日", False),
        ("截止\n7月1日", "别处的话", None),
        ("截止\n7月1日", "", None),
    ],
)
def test_a_citation_holds_the_evidence(quote, evidence, held):
    answer = Answer(status="answered", text="", citations=(cited(quote),))
    assert holds_evidence(case(evidence=evidence), answer, NOTICES) is held


def test_evidence_is_not_asked_of_silence():
    answer = Answer(status="not_stated", text="", citations=(cited("每队 3 人"),))
    assert holds_evidence(case(evidence="每队3人"), answer, NOTICES) is None


def test_every_occurrence_is_found():
    assert list(occurrences("ab", "a b, ab")) == [(0, 3), (5, 7)]


def test_the_bundled_cases_are_read_and_their_ids_are_unique(notices):
    cases = [each for path in bundled_files() for each in read_cases(path)]
    assert len(cases) > 200
    assert len({each.id for each in cases}) == len(cases)
    checked(cases, tuple(notices))


@pytest.mark.parametrize("path", bundled_files(), ids=lambda path: path.stem)
def test_the_evidence_of_a_bundled_case_stands_in_its_notice(path, notices):
    for each in read_cases(path):
        named = each.evidence_notice or each.notice
        if each.expect == "answered" and each.evidence and named:
            assert list(occurrences(each.evidence, notices[named].text)), each.id


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("nothing", "第 2 行"),
        ('{"id": "x"}', "question"),
        (json.dumps({**case().model_dump(), "as_of": "someday"}), "as_of"),
        (json.dumps({**case().model_dump(), "expects": "answered"}), "expects"),
    ],
)
def test_a_faulty_line_is_named(tmp_path, line, words):
    path = tmp_path / "cases.jsonl"
    path.write_text(f"\n{line}\n", "utf-8")
    with pytest.raises(InputFault, match=words):
        read_cases(path)


def test_an_empty_or_absent_file_is_refused(tmp_path):
    (tmp_path / "cases.jsonl").write_text("\n", "utf-8")
    for name in ("cases.jsonl", "absent.jsonl"):
        with pytest.raises(InputFault, match=name):
            read_cases(tmp_path / name)


def test_an_unknown_notice_is_refused():
    with pytest.raises(InputFault, match="没有编号"):
        checked([case(notice="other")], ["n"])

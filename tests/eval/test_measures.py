"""Facts, values, citations; measures with intervals; consistency; what is told of faults found."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.cited import apt, proving
from eval.consistency import consistency, paraphrased
from eval.expected import checked_figures, compared
from eval.interval import estimate, f1
from eval.known import Case
from eval.measures import measures
from eval.score import score
from eval.scored import Scored
from eval.stated import inapt, missing, plain, values_in
from knowledge.model import Citation
from knowledge.notice import read_notice
from retrieval.model import Answer

TEXT = """关于举办试点技能竞赛的通知
一、报名
（一）报名截止时间：2026年7月1日17:00。
（二）报名费20元，发到 a@example.org。
二、奖项
设一等奖1名。
"""
NOTICE = read_notice("n", TEXT.encode(), {})
CASE = Case(
    id="1",
    question="几时截止",
    notice="n",
    as_of="2026-06-01",
    expect="answered",
    must_contain=(("7月1日",), ("17:00", "17点")),
    evidence="报名截止时间：2026年7月1日17:00",
)


def cited(quote: str, notice: str = "n") -> Citation:
    at = TEXT.index(quote)
    return Citation(notice=notice, label="", path="一", quote=quote, start=at, end=at + len(quote))


def said(text: str, *quotes: str, status: str = "answered", **fields: object) -> Scored:
    found = tuple(cited(quote) for quote in quotes)
    answer = Answer(status=status, text=text, citations=found)
    return score(CASE.model_copy(update=fields), answer, {"n": NOTICE})


def scored(**fields: object) -> Scored:
    given = {"id": "1", "expect": "answered", "question": "q", "text": "", "quotes": 0}
    blank = {"verbatim": 0, "faults": (), "unproven": (), "evidence": None}
    return Scored.model_validate({**given, **blank, **fields})


def test_a_whole_answer_lacks_nothing():
    whole = said("2026年7月1日17:00", "报名截止时间：2026年7月1日17:00")
    assert (whole.facts, whole.lacking, whole.inapt, whole.beside) == (2, (), (), ())
    assert whole.other_notices == ()
    assert whole.right


def test_a_lacking_fact_a_foreign_value_and_a_citation_beside_are_named():
    part = said("7月1日，报名费20元", "报名截止时间：2026年7月1日17:00", "设一等奖1名")
    assert part.lacking == ("17:00 / 17点",)
    assert [each.split()[1] for each in part.inapt] == ["20元"]
    assert part.beside == ("一",)


@pytest.mark.parametrize(
    "text",
    [
        "7月1日\n可咨询：13900010021",
        "7月1日（尚未截止，还有30天）",
        "7月1日\n按25队计算：一等奖25×10%=2.5队",
        "7月1日，哪一天都行",
    ],
)
def test_what_is_worked_out_or_below_the_answer_is_no_value_of_it(text):
    assert values_in(text) == values_in("7月1日")


@pytest.mark.parametrize(
    ("text", "proof", "left"),
    [
        ("7月1日", "7月1日前", []),
        ("7月2日", "7月1日前", ["7月2日"]),
        ("不超过3人", "每队3人", []),
        ("b@example.org", "a@example.org", ["b@example.org"]),
    ],
)
def test_a_value_stands_in_the_proof_or_is_inapt(text, proof, left):
    assert [each.words for each in inapt(text, [proof])] == left


def test_one_of_the_choices_is_enough_for_a_fact():
    assert missing(plain("１７点"), [["17:00", "17点"]]) == ()
    assert missing(plain("18点"), [["17:00", "17点"]]) == ("17:00 / 17点",)


def test_what_stands_above_and_below_the_proving_clause_is_apt():
    at = TEXT.index("2026年7月1日")
    places = {"n": proving((at, at + 5), NOTICE)}
    assert apt(cited("报名截止时间"), places, [])
    assert apt(cited("一、报名"), places, [])
    assert not apt(cited("一等奖1名"), places, [])
    assert apt(cited("一等奖1名"), places, ["一等奖1名"])
    assert not apt(cited("报名截止时间", "other"), places, [])


def test_a_foreign_notice_is_seen_except_in_a_comparison():
    answer = Answer(status="answered", text="", citations=(cited("一等奖", "other"),))
    assert score(CASE, answer, {"n": NOTICE}).other_notices == ("other",)
    compare = CASE.model_copy(update={"kind": "comparison"})
    assert score(compare, answer, {"n": NOTICE}).other_notices is None


@pytest.mark.parametrize(
    ("given", "wrong"),
    [("to_be_announced", None), ("not_in_notice", "not_in_notice"), (None, "none")],
)
def test_the_reason_of_a_silence_is_judged(given, wrong):
    case = CASE.model_copy(update={"expect": "not_stated", "reason": "to_be_announced"})
    judged = score(case, Answer(status="not_stated", reason=given, text=""), {"n": NOTICE})
    assert judged.reason_known
    assert judged.wrong_reason == wrong


def test_abstention_counts_both_ways():
    found = [
        scored(id="a", status="not_stated", expect="not_stated"),
        scored(id="b", status="answered", expect="not_stated"),
        scored(id="c", status="out_of_scope", expect="answered"),
        scored(id="d", status="partial", expect="not_stated"),
        scored(id="e", status="partial", expect="answered"),
    ]
    known = {m.id: m.estimate.value for m in measures(found)}
    assert known["abstain_precision"] == pytest.approx(2 / 3)
    assert known["abstain_recall"] == pytest.approx(2 / 3)
    assert known["abstain_f1"] == pytest.approx(2 / 3)


def test_what_no_case_asks_is_not_measured():
    assert "reason" not in {m.id for m in measures([scored()])}
    assert measures([]) == ()


@given(st.lists(st.booleans(), min_size=1, max_size=60))
def test_an_interval_holds_its_figure(hits):
    known = estimate([(float(hit), 1.0) for hit in hits])
    assert known is not None
    assert known.value == pytest.approx(sum(hits) / len(hits))
    assert 0 <= known.low <= known.value + 1e-9
    assert known.value - 1e-9 <= known.high <= 1


def test_cases_of_a_group_are_drawn_together():
    rows = [(float(n < 50), 1.0) for n in range(100)]
    alone = estimate(rows)
    together = estimate(rows, groups=[n // 25 for n in range(100)])
    assert alone is not None
    assert together is not None
    assert together.high - together.low > 2 * (alone.high - alone.low)


@pytest.mark.parametrize("share", [0.5, 0.95])
def test_an_interval_is_as_wide_as_so_many_cases_make_it(share):
    known = estimate([(float(n < 1000 * share), 1.0) for n in range(1000)])
    assert known is not None
    width = 2 * 1.96 * (share * (1 - share) / 1000) ** 0.5
    assert known.high - known.low == pytest.approx(width, rel=0.1)


def test_the_same_run_has_the_same_interval():
    rows = [(float(n % 3 == 0), 1.0) for n in range(40)]
    assert estimate(rows) == estimate(rows)
    assert estimate([]) is None


def test_f1_of_nothing_is_whole():
    assert f1(np.array([[0.0, 0.0, 0.0], [2.0, 1.0, 1.0]])).tolist() == [1.0, pytest.approx(2 / 3)]


def test_a_way_that_fares_unlike_its_question_is_unsteady():
    found = [
        scored(id="a"),
        scored(id="ap1", paraphrase_of="a"),
        scored(id="ap2", paraphrase_of="a", faults=("x",), question="别的说法"),
    ]
    (one,) = paraphrased(found)
    assert (one.ways, one.right, one.same, one.wrong) == (2, 1, 1, ("别的说法",))
    known = consistency([one])
    assert [e.value for e in known.values() if e] == [0.5, 0.5, 0.0]


def test_faults_are_compared_one_by_one():
    one = compared("1", "", ["a", "a", "b"], ["a", "c"])
    assert (one.missed, one.extra, one.right) == (("a", "b"), ("c",), False)
    shares = {f.name: (f.hit, f.of) for f in checked_figures([one])}
    assert shares == {"right": (0, 1), "faults found": (1, 3), "no false alarm": (1, 2)}

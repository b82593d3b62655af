"""Whole answers over the bundled notices: right, proven, the same twice, never a crash."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.data import parse
from knowledge.plain import bare, comparable
from retrieval.gate import leaks, verbatim
from retrieval.model import Question, Turn

CASES = parse((Path(__file__).parent / "cases" / "answers.yaml").read_text("utf-8"))
LOCAL = ZoneInfo("Asia/Shanghai")
USUAL = datetime(2026, 6, 10, 9, tzinfo=LOCAL)


def ask(desk, text, notice=None, as_of=USUAL, **more):
    return desk.answer(Question(text=text, notice=notice, as_of=as_of, **more))


def asked(desk, case):
    at = case.get("as_of")
    moment = datetime.fromisoformat(str(at)).replace(tzinfo=LOCAL) if at else USUAL
    return ask(desk, case["question"], case["notice"], moment)


@pytest.fixture(scope="module")
def answers(desk):
    return {case["name"]: asked(desk, case) for case in CASES}


def each_case(function):
    return pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])(function)


def test_there_are_cases_of_every_kind():
    assert len({case["name"] for case in CASES}) == len(CASES) > 60
    assert {case.get("status") for case in CASES} >= {
        "answered",
        "not_stated",
        "clarify",
        "out_of_scope",
    }


@each_case
def test_the_answer_is_right(answers, case):
    answer = answers[case["name"]]
    text = comparable(answer.text)
    if "status" in case:
        assert answer.status == case["status"], answer.text
    if "reason" in case:
        assert answer.reason == case["reason"], answer.text
    assert [w for w in case.get("says", ()) if comparable(w) not in text] == [], answer.text
    assert [w for w in case.get("not_says", ()) if comparable(w) in text] == [], answer.text
    if "cites" in case:
        assert case["cites"] in [c.path for c in answer.citations], answer.text


@each_case
def test_every_quote_is_verbatim_and_of_the_notice_named(answers, notices, case):
    answer = answers[case["name"]]
    for citation in answer.citations:
        assert verbatim(citation, notices[citation.notice])
        assert citation.notice in answer.notices
        assert citation.label == notices[citation.notice].label


@each_case
def test_every_fact_stands_in_a_quote_the_question_or_was_counted(answers, notices, case):
    answer = answers[case["name"]]
    body, _, _ = answer.text.rpartition("\n按：")
    counted = re.findall(r"共(\d+)个", body)
    days = re.findall(r"(?:已截止|还有)(\d+)天", body)
    if answer.status in {"answered", "partial", "not_stated"} and answer.citations:
        marks = [each.mark for i in answer.notices for each in notices[i].clauses]
        known = [case["question"], *counted, *days, *marks]
        assert leaks(body, answer.citations, known=known) == ()
        for number in counted:
            items = body.count("\n· ")
            assert items in {0, int(number)}


@each_case
def test_what_comes_with_each_status(answers, case):
    answer = answers[case["name"]]
    if answer.status in {"answered", "partial"}:
        assert answer.citations
        assert "按：" in answer.text
    if answer.status == "clarify":
        assert 2 <= len(answer.options) <= 6
        assert all(option.label in answer.text for option in answer.options)
    if answer.status == "out_of_scope":
        assert not answer.citations
        assert not answer.notices
    assert (answer.reason is None) == (answer.status not in {"not_stated", "partial"})


def test_the_same_bytes_twice(answers, desk, make_desk):
    again, fresh = desk, make_desk()
    for case in CASES:
        first = answers[case["name"]].model_dump_json()
        assert asked(again, case).model_dump_json() == first
        assert asked(fresh, case).model_dump_json() == first


@pytest.mark.parametrize("notice", ["cq-ai-2023", "cq-ai-2026"])
def test_one_edition_never_answers_from_another(desk, notice):
    for case in CASES:
        if case["notice"] == notice and case["status"] != "out_of_scope":
            answer = asked(desk, case)
            assert set(answer.notices) <= {notice}, case["name"]
            assert {c.notice for c in answer.citations} <= {notice}, case["name"]


def test_choosing_an_option_settles_the_question(answers, desk):
    question = "人工智能竞赛报名截止是哪天"
    asked_back = ask(desk, question)
    assert asked_back.status == "clarify"
    for option in asked_back.options:
        answer = ask(desk, question, option.notice, track=option.track, group=option.group)
        assert answer.status != "clarify"
        assert answer.notices == (option.notice,)


def test_what_was_said_before_settles_the_notice(desk):
    before = Turn(question="贵州技能大赛全省首届人工智能应用技术职业技能竞赛设几个赛项")
    answer = ask(desk, "报名截止时间是什么时候", history=(before,))
    assert answer.notices == ("gz-ai-2025",)
    assert "9月29日" in answer.text


def test_the_later_turn_counts(desk):
    before = tuple(
        Turn(question=f"{name}设几个赛项")
        for name in ("贵州人工智能应用技术竞赛", "重庆市首届人工智能和工业互联网职业技能竞赛")
    )
    assert ask(desk, "大赛主题是什么", history=before).notices == ("cq-ai-2023",)


def test_the_competition_in_free_words_settles_the_notice(desk):
    answer = ask(desk, "大赛的文号是什么", context="重庆市第四届人工智能和工业互联网职业技能竞赛")
    assert answer.notices == ("cq-ai-2026",)
    assert "〔2026〕29号" in answer.text


def test_the_id_of_the_question_comes_back(desk):
    assert ask(desk, "报名费多少", "gz-ai-2025", id="q7").id == "q7"
    assert ask(desk, "", id="q8").id == "q8"


def test_an_unknown_notice_is_as_none_chosen(desk):
    assert ask(desk, "今天天气怎么样", "nothing-like-it").status == "out_of_scope"


HOSTILE = {
    "empty": "",
    "blanks": " \n\t\u3000",
    "one hundred thousand characters": "报名" * 50_000,
    "just over the limit": "报名费多少钱？" * 286,
    "control characters": "报名\x00\x01\x02\x1b[31m截止\x7f时间",
    "only control characters": "\x00\x01\x1f",
    "emoji": "😀🎉👨‍👩‍👧‍👦🇨🇳",
    "emoji around a question": "😀报名截止时间🎉",
    "sql": "'; DROP TABLE notices; --",
    "html": "<b>报名</b><script>alert(1)</script>&lt;i>截止时间",
    "right to left marks": "\u202e间时止截名报\u202c",
    "combining marks": "报" + "\u0301" * 500 + "名",
    "brackets": "（" * 1000 + "报名" + ")" * 999,
    "a pattern": "(a+)+$ .* [报名 \\d{1,9}",
    "digits": "1" * 1999,
    "format fields": "{0} {quote} %s {scope.__class__} 报名",
    "zero width": "报\u200b名\u200d截\ufeff止\u200b时间",
}


EIGHTEEN_OF_ONE = "\ufdfa" * 2000

HALVES = {
    "lone surrogates": "\ud800\udfff报名截止\udcff",
    "only a lone surrogate": "\ud800",
}


@pytest.mark.parametrize("text", HALVES.values(), ids=HALVES.keys())
def test_half_characters_get_an_answer_or_a_refusal(desk, text):
    answer = ask(desk, text, "cq-ai-2023")
    assert answer.text.encode("utf-8")
    assert answer.model_dump_json()


def test_a_text_that_grows_eighteenfold_gets_a_refusal_or_an_answer(desk):
    answer = ask(desk, EIGHTEEN_OF_ONE, "cq-special-2026")
    assert answer.status in {"out_of_scope", "not_stated"}
    assert len(answer.text) < 100_000


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("notice", [None, "cq-special-2026"])
def test_hostile_input_gets_an_answer_or_a_refusal(desk, notices, text, notice):
    answer = ask(desk, text, notice)
    assert answer.text
    assert answer.text.isprintable() or set(answer.text) & set("\n")
    answer.text.encode("utf-8")
    answer.model_dump_json()
    assert all(verbatim(c, notices[c.notice]) for c in answer.citations)


@pytest.mark.parametrize(
    "name", ["empty", "blanks", "one hundred thousand characters", "just over the limit",
             "only control characters", "emoji"]
)  # fmt: skip
def test_what_cannot_be_read_is_asked_for_again(desk, name):
    answer = ask(desk, HOSTILE[name], "cq-ai-2023")
    assert answer.status == "out_of_scope"
    assert "重新提问" in answer.text


def test_two_thousand_characters_are_read_and_one_more_is_not(desk):
    question = "报名费多少钱"
    longest = "\u3000" * (2000 - len(question)) + question
    assert ask(desk, longest, "gz-ai-2025").status == "answered"
    assert ask(desk, "\u3000" + longest, "gz-ai-2025").status == "out_of_scope"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("报名截止时间", "報名截止時間"),
        ("设哪几个赛项", "設哪幾個賽項"),
        ("报名费多少钱", "報名費多少錢"),
        ("刘宇锋的电话", "劉宇鋒的電話"),
    ],
)
def test_traditional_characters_ask_the_same(desk, one, other):
    assert ask(desk, other, "gz-ai-2025").text == ask(desk, one, "gz-ai-2025").text


@pytest.mark.parametrize("question", ["第20项是什么项目", "第 ２０ 项是什么项目"])
def test_width_and_blanks_ask_the_same(desk, question):
    assert "研学旅行策划" in ask(desk, question, "cq-special-2026").text


@pytest.mark.parametrize("as_of", ["2023-08-01", "2023-10-14", "2031-01-01"])
def test_the_moment_changes_remarks_only(desk, as_of):
    moment = datetime.fromisoformat(as_of).replace(tzinfo=LOCAL)
    question = "机器视觉赛项的报名截止时间"
    answer = ask(desk, question, "cq-ai-2023", moment)
    assert "2023年9月22日" in answer.text
    assert ("已截止" in answer.text) == (moment > datetime(2023, 9, 23, tzinfo=LOCAL))
    assert answer.citations == ask(desk, question, "cq-ai-2023").citations


WORDS = (
    *("报名", "截止", "时间", "邮箱", "决赛", "在哪里", "多少", "第三届", "2023年", "首届", "贵州"),
    *("人工智能", "训练师", "学生组", "吗", "？", "费用", "一等奖", "3", "25人", "电话", "，"),
    *("不能", "李", "@qq.com", "附件2", "（", "赛项"),
)


@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    text=st.lists(
        st.sampled_from(WORDS),
        max_size=12,
    ).map("".join)
    | st.text(max_size=60),
    notice=st.sampled_from(["cq-ai-2023", "cq-ai-2026", "cq-plan-2024", "gz-ai-2025", None]),
)
def test_whatever_is_asked_every_quote_is_verbatim(desk, notices, text, notice):
    answer = ask(desk, text, notice)
    assert answer.text
    assert all(verbatim(c, notices[c.notice]) for c in answer.citations)
    assert all(bare(c.quote) for c in answer.citations)

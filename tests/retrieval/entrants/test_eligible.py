"""Yes/no questions about a person: what bars, what stays open, what to tell next."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.plain import comparable
from retrieval.entrants.told import questions
from retrieval.entrants.verdict_words import widest
from retrieval.gate import verbatim
from retrieval.model import Question

LOCAL = ZoneInfo("Asia/Shanghai")


def ask(desk, text, notice, day="2026-06-10", **more):
    moment = datetime.fromisoformat(day).replace(tzinfo=LOCAL)
    return desk.answer(Question(text=text, notice=notice, as_of=moment, **more))


CASES = {
    "没有证书：身份未定，职工要看年限": (
        ("没有证书能参加吗", "cq-ai-2026"),
        ["还不能确定", "四级（中级工）及以上", "身份"],
        ["可以，", "不可以"],
    ),
    "外省户口：还要看在哪里工作学习": (
        ("四川户口能报贵州赛吗", "gz-ai-2025", "2025-08-10"),
        ["还不能确定", "具有贵州户籍或在贵州学习（工作）", "还要知道"],
        ["不可以"],
    ),
    "本省户籍在外地工作：通知两处不一致，由主办方确认": (
        ("贵州户口在北京上班能报吗", "gz-ai-2025", "2025-08-10"),
        ["还不能确定", "主办方确认"],
        ["other"],
    ),
    "函授学生不算全日制": (
        ("函授班的学生算学生组吗", "cq-ai-2026"),
        ["不可以", "全日制在校在籍", "不是全日制"],
        [],
    ),
    "教师不能报学生组，可报职工组": (
        ("老师能报学生组吗", "gz-ai-2025", "2025-08-10"),
        ["不可以", "可报职工组"],
        [],
    ),
    "生日当天，两种算法都说": (
        ("我2010年6月10日出生的，今天能报吗", "cq-ai-2026"),
        ["尚未确定", "这一点符合", "生日", "请向主办方确认"],
        ["不可以"],
    ),
    "生日前一天还不满": (
        ("我2010年6月11日出生的，今天能报吗", "cq-ai-2026"),
        ["不可以", "须年满16周岁，还不满", "结果相反"],
        [],
    ),
    "只说年龄时不推算日子": (
        ("我15岁能报名吗", "cq-ai-2026"),
        ["不可以", "须年满16周岁"],
        ["7月", "11月"],
    ),
    "没有单位推荐": (
        ("没有单位推荐能报吗", "cq-ai-2026"),
        ["不可以", "由所在单位组织报名"],
        ["未规定"],
    ),
    "还差一项就问这一项": (
        ("我20岁，在重庆读大二，全日制，能报吗", "cq-ai-2026"),
        ["尚未确定", "这一点符合", "还要知道", "专业"],
        [],
    ),
    "女性岗位类别决定退休年龄时才问": (
        ("我55岁女的，能报吗", "cq-ai-2026"),
        ["还不能确定", "法定退休年龄", "岗位"],
        [],
    ),
    "原则上的条件说明可否例外由主办方定": (
        ("没有中级工证，干了3年能报职工组吗", "cq-ai-2026"),
        ["原则上不可以", "主办方", "5年以上"],
        [],
    ),
    "已经截止的，没有定的仍说没有定": (
        ("我52岁，女，能参加吗", "gz-ai-2025", "2025-10-08"),
        ["这一点还不能确定，要看：", "但报名已经截止：“报名截止时间9月29日”"],
        ["这一点符合"],
    ),
    "已经截止的，符合也说另有不符合": (
        ("我25岁，贵州户口，能报吗", "gz-ai-2025", "2025-10-08"),
        ["这一点符合：", "但报名已经截止：“报名截止时间9月29日”", "已过截止时间"],
        [],
    ),
}


def test_there_are_cases():
    assert len(CASES) > 10


@pytest.mark.parametrize(("asked", "says", "not_says"), CASES.values(), ids=CASES)
def test_the_answer(desk, notices, asked, says, not_says):
    answer = ask(desk, *asked)
    text = comparable(answer.text)
    assert answer.status == "answered"
    assert [each for each in says if comparable(each) not in text] == [], answer.text
    assert [each for each in not_says if comparable(each) in text] == [], answer.text
    assert answer.citations
    assert all(verbatim(each, notices[each.notice]) for each in answer.citations)


def test_tracks_that_differ_are_told_apart(desk):
    text = "我拿过全国技术能手，能参加吗"
    open_ = ask(desk, text, "cq-ai-2023", "2023-08-10")
    assert "人工智能与机器视觉技术：不可以" in open_.text
    assert "人工智能训练师：" not in open_.text
    one = ask(desk, text, "cq-ai-2023", "2023-08-10", track="machine-vision")
    assert one.text.startswith("不可以")


def test_what_is_said_twice_and_differently_is_asked_about(desk):
    answer = ask(desk, "我17岁，1990年出生，贵州户口，能报吗", "gz-ai-2025", "2025-08-10")
    assert "请确认" in answer.text
    assert "具有贵州户籍" in answer.text


def test_open_to_the_question_but_closed_to_everybody(desk):
    answer = ask(desk, "四川户口能报吗", "gz-ai-2025", "2025-10-08")
    assert answer.text.startswith("不可以")
    assert "9月29日" in answer.text


def test_a_question_with_a_comma_stays_one_question(desk):
    answer = ask(desk, "我有中级工证，没满5年，能报职工组吗", "cq-ai-2026")
    assert answer.text.count("以职工身份参赛的一般应具有") == 1


def test_the_group_chosen_in_the_chat_counts(desk):
    answer = ask(desk, "没有证书，干了3年，能报吗", "cq-ai-2026", group="职工组")
    assert answer.text.startswith("原则上不可以")
    assert answer.text.endswith("职工组")


def test_what_the_rules_do_not_ask_is_left_to_the_clauses(desk):
    assert ask(desk, "没有证书能参加吗", "cq-special-2026").status == "not_stated"


@pytest.mark.parametrize(
    ("quotes", "kept"),
    [
        (["甲乙", "甲乙丙"], ["甲乙丙"]),
        (["甲", "乙"], ["甲", "乙"]),
        (["甲", "甲"], ["甲"]),
        ([], []),
    ],
)
def test_the_widest_quotes(quotes, kept):
    assert widest(quotes) == kept


def test_questions_are_short_none_twice_and_none_for_the_organiser():
    found = questions(["birth_date", "other", "birth_date", "sex"], 3)
    assert len(found) == 2
    assert all(each.count("？") == 1 and each.endswith("？") for each in found)
    assert questions(["other"], 2) == ()
    assert len(questions(["birth_date", "sex"], 1)) == 1

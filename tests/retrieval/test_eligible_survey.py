"""“我能报什么”: recognised however it is put, answered with the clauses that decide."""

from __future__ import annotations

import re
import time
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.data import parse
from knowledge.plain import comparable
from retrieval.entrants.survey import asks_which
from retrieval.gate import verbatim
from retrieval.model import Question
from retrieval.question.asked import plain
from retrieval.question.lexicon import WhichToEnter, words

SUMMER_26 = datetime(2026, 6, 10, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
SUMMER_25 = datetime(2025, 8, 10, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
SHEET = parse((Path(__file__).parent / "cases" / "which_to_enter.yaml").read_text("utf-8"))


def ask(desk, text, as_of=SUMMER_26, **more):
    return desk.answer(Question(text=text, as_of=as_of, **more))


def below(answer, heading):
    """The lines under a heading."""
    lines = answer.text.splitlines()
    if heading not in lines:
        return []
    rest = lines[lines.index(heading) + 1 :]
    end = next((n for n, line in enumerate(rest) if not line.startswith("· ")), len(rest))
    return rest[:end]


def test_there_are_sentences():
    assert len(SHEET["asks"]) > 25
    assert len(SHEET["asks_other"]) > 30


@pytest.mark.parametrize("text", SHEET["asks"])
def test_it_is_asked_what_one_can_enter(text):
    assert asks_which(plain(text), words())


@pytest.mark.parametrize("text", SHEET["asks_other"])
def test_something_else_is_asked(text):
    assert not asks_which(plain(text), words())


def test_without_forms_nothing_is_asked():
    assert not WhichToEnter().pattern().search("我能报什么")


def test_a_form_is_filled_with_its_parts():
    pattern = WhichToEnter(parts={"can": "(能|可以)"}, forms=("<can>报什么",)).pattern()
    assert pattern.fullmatch("可以报什么")


def test_a_profile_gets_the_list_with_the_deciding_clauses(desk):
    answer = ask(desk, "我17岁，在重庆读高职，能报什么？")
    assert answer.status == "answered"
    assert answer.options == ()
    (eligible,) = below(answer, "按已知情况符合条件：")
    assert "专项职业能力技能大赛" in eligible
    assert "全部33个赛项" in eligible
    (open_one,) = below(answer, "还差信息：")
    assert "全部10个赛项，学生组" in open_one
    assert "全日制在校在籍" in open_one
    closed = below(answer, "已截止：")
    assert len(closed) == 2
    assert "2023年9月28日" in closed[0]
    assert "2023年9月22日" in closed[0]
    assert below(answer, "还要知道：")
    assert "/check" in answer.text
    assert "2026年6月10日" in answer.text
    assert {c.notice for c in answer.citations} == set(answer.notices)
    assert "cq-plan-2024" not in answer.notices


def test_every_quote_is_verbatim_and_cited(desk, notices):
    answer = ask(desk, "我17岁，在重庆读高职，能报什么？")
    assert answer.citations
    assert all(verbatim(each, notices[each.notice]) for each in answer.citations)
    cited = "".join(comparable(each.quote) for each in answer.citations)
    for quote in re.findall(r"：“(.*?)”[。；]", answer.text):
        assert comparable(quote) in cited


def test_another_day_another_list(desk):
    answer = ask(desk, "我45岁在贵阳上班可以参加哪个竞赛", SUMMER_25)
    assert any("贵州技能大赛" in line for line in below(answer, "还差信息："))
    later = ask(
        desk, "我45岁在贵阳上班可以参加哪个竞赛", datetime(2025, 9, 30, tzinfo=SUMMER_25.tzinfo)
    )
    assert any("贵州技能大赛" in line for line in below(later, "已截止："))
    assert not any("贵州技能大赛" in line for line in below(later, "还差信息："))


def test_a_no_says_why(desk):
    answer = ask(desk, "我15岁能报什么比赛")
    lines = below(answer, "不符合条件：")
    assert len(lines) == 2
    assert all("16周岁" in line.replace(" ", "") and "15周岁" in line for line in lines)


@pytest.mark.parametrize("text", ["我能报哪些比赛", "有哪些项目我可以参加", "我都能报什么"])
def test_without_facts_it_says_what_is_needed(desk, text):
    answer = ask(desk, text)
    assert answer.status == "clarify"
    assert {option.notice for option in answer.options} == {"cq-ai-2026", "cq-special-2026"}
    assert all(option.label in answer.text for option in answer.options)
    assert "身份" in answer.text
    assert "/check" in answer.text


def test_without_facts_when_all_is_over_the_deadlines_are_cited(desk):
    answer = ask(desk, "我能报哪些比赛", datetime(2027, 6, 10, tzinfo=SUMMER_26.tzinfo))
    assert answer.status == "answered"
    assert len(below(answer, "已截止：")) == 4
    assert answer.citations


def test_a_chosen_competition_limits_the_list(desk):
    answer = ask(desk, "我17岁，在重庆读高职，能报什么？", notice="cq-ai-2026")
    assert answer.notices == ("cq-ai-2026",)
    assert answer.text.endswith("第四届人工智能和工业互联网职业技能竞赛")


def test_without_facts_a_chosen_competition_lists_its_tracks(desk):
    answer = ask(desk, "我能报哪些赛项", notice="cq-ai-2026")
    assert answer.status == "answered"
    assert "数字孪生应用技术员" in answer.text


def test_a_region_of_the_competition_limits_the_list_one_of_the_person_does_not(desk):
    person = ask(desk, "我25岁在重庆上班，能报什么比赛", SUMMER_25)
    assert "gz-ai-2025" in person.notices
    place = ask(desk, "贵州哪个比赛我能报，我25岁", SUMMER_25)
    assert place.notices == ("gz-ai-2025",)


def test_a_person_without_a_competition_is_listed_instead_of_asked_back(desk):
    answer = ask(desk, "我17岁，在重庆读高职，能参加比赛吗")
    assert answer.status == "answered"
    assert below(answer, "按已知情况符合条件：")


def test_no_facts_and_no_competition_is_asked_back(desk):
    assert ask(desk, "我能参加比赛吗").status == "clarify"


def test_another_question_beside_it_is_answered_too(desk):
    answer = ask(desk, "我17岁在重庆读高职，能报什么？大赛收报名费吗", notice="cq-ai-2026")
    assert "还差信息：" in answer.text
    assert "不收取报名费" in answer.text


def test_organisers_are_shown_what_organisers_can_apply_for(desk):
    moment = datetime(2024, 1, 10, tzinfo=SUMMER_26.tzinfo)
    answer = ask(desk, "我们协会能申报哪些赛事", moment)
    assert answer.notices == ("cq-plan-2024",)


def test_no_day_of_birth_and_no_number_of_a_document_is_repeated(desk):
    answer = ask(desk, "我2008年3月5日出生，身份证11010519491231002X，在重庆上班，能报什么")
    assert answer.status == "answered"
    assert "在重庆上班" in answer.text
    (lead,) = (line for line in answer.text.splitlines() if line.startswith("按您说的"))
    assert "3月5日" not in lead
    assert "11010519491231002" not in answer.text


def test_a_competition_nobody_has_beside_a_bare_word_is_said_not_to_be_here(desk):
    assert ask(desk, "报名？报名第三届2023年").reason == "no_such_notice"


def test_the_same_question_the_same_words(desk, make_desk):
    text = "我45岁在贵阳上班可以参加哪个竞赛"
    assert ask(desk, text) == ask(make_desk(), text)


def test_a_list_is_quick_enough_to_wait_for(desk):
    ask(desk, "我17岁，在重庆读高职，能报什么？")
    started = time.perf_counter()
    ask(desk, "我18岁，在重庆读高职，能报什么？")
    assert time.perf_counter() - started < 2


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    before=st.text(max_size=30),
    fact=st.sampled_from(["我17岁", "在贵阳上班", "没有证书", "我是老师", "退休了", ""]),
    text=st.sampled_from(SHEET["asks"]),
)
def test_any_profile_is_answered_with_proof(desk, notices, before, fact, text):
    answer = ask(desk, f"{before}，{fact}，{text}")
    assert answer.text
    assert all(verbatim(each, notices[each.notice]) for each in answer.citations)
    assert all(option.label in answer.text for option in answer.options)

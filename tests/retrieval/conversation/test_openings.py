"""How people begin: a bare name, a wish, and 今年的, 第二个 typed to a question back."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from retrieval.conversation.follow import Follow
from retrieval.conversation.overview import Overview, told_of
from retrieval.conversation.told_since import told_since
from retrieval.model import Question, Turn
from retrieval.question.lexicon import words
from retrieval.reply import Reply
from retrieval.scoping.present import says_now
from retrieval.scoping.scope import Target

AT = datetime(2026, 6, 10, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
AI = "重庆人工智能比赛什么时候截止"
GUIZHOU = "贵州人工智能竞赛的报名截止是哪天"
TRACKS = "重庆今年的人工智能比赛有哪些项目"


def ask(desk, *texts):
    *earlier, text = texts
    history = tuple(Turn(question=one) for one in earlier)
    return desk.answer(Question(text=text, as_of=AT, history=history))


def kept(desk, *texts):
    """The last answer of a chat that keeps what holds after each turn."""
    history: tuple[Turn, ...] = ()
    for text in texts:
        answer = desk.answer(Question(text=text, as_of=AT, history=history, goes_on=True))
        history = (*history, Turn(question=text, held=answer.held))
    return answer


@pytest.mark.parametrize(
    "text", ["贵州人工智能大赛", "介绍一下贵州那个比赛", "贵州人工智能大赛是什么比赛"]
)
def test_a_bare_name_is_told_what_one_must_know_first(desk, text):
    answer = ask(desk, text)
    assert (answer.status, answer.notices) == ("answered", ("gz-ai-2025",))
    for fact in ("5个赛项", "9月29日", "不得以任何名义", "13618595371"):
        assert fact in answer.text


def test_what_the_notice_does_not_tell_is_left_out_of_an_overview(desk):
    answer = ask(desk, "重庆专项赛")
    assert "不收取任何费用" in answer.text
    assert "未规定" not in answer.text


def test_a_bare_track_is_told_of_itself(desk):
    answer = ask(desk, "首届重庆人工智能大赛的人工智能与机器视觉技术")
    assert "主要考核" in answer.text
    assert "个赛项" not in answer.text


def test_a_bare_name_after_a_question_asks_the_same_of_it(desk):
    answer = ask(desk, AI, "贵州人工智能大赛")
    assert "9月29日" in answer.text
    assert "个赛项" not in answer.text


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("贵州人工智能大赛报名费", Target(("a",), named=True, spans=((0, 8),))),
        ("贵州人工智能大赛可以吗", Target(("a",), named=True, spans=((0, 8),))),
        ("人工智能大赛", Target((), named=True, absent=True)),
        ("这个比赛", Target(("a",))),
        ("第四届", Target(("a",), named=True, dated=True, spans=((0, 3),))),
        ("贵州这个比赛哪5个赛项", Target(("a",), named=True, spans=((0, 2),))),
    ],
    ids=[
        "a thing asked",
        "a form",
        "of none here",
        "no name",
        "an edition alone",
        "which ones",
    ],
)
def test_no_overview(text, target):
    named_only = Overview(words())
    asks_none = named_only.may_ask_none(text, target, asked=False, goes_on=False)
    assert not (asks_none and named_only.questions(text, target, target))


def test_silent_replies_are_left_out_unless_there_is_no_other():
    silent = Reply(status="not_stated", notice="a")
    said = Reply(status="answered", notice="a")
    assert told_of([silent, said]) == [said]
    assert told_of([silent]) == [silent]


@pytest.mark.parametrize("text", ["今年的", "最新的那个", "本届的", "今年那个比赛"])
def test_the_present_edition_is_chosen_by_a_word(desk, text):
    answer = ask(desk, AI, text)
    assert answer.notices == ("cq-ai-2026",)


def test_the_present_edition_holds_on(desk):
    assert ask(desk, AI, "今年的", "有哪些项目").notices == ("cq-ai-2026",)


def test_a_bare_name_of_two_editions_asks_which_and_is_told_of_the_one_chosen(desk):
    assert ask(desk, "重庆人工智能大赛").status == "clarify"
    for chosen in ("今年的", "第二个"):
        answer = ask(desk, "重庆人工智能大赛", chosen)
        assert answer.notices == ("cq-ai-2026",)
        assert "10个赛项" in answer.text
    assert "年满16周岁以上" in ask(desk, "重庆人工智能大赛", "今年的", "我能报吗").text


def test_a_wish_is_put_to_the_edition_that_is_named_next(desk):
    answer = ask(desk, "我想参加重庆的人工智能比赛", "今年的")
    assert answer.notices == ("cq-ai-2026",)
    assert "16周岁" in answer.text


@pytest.mark.parametrize(
    ("text", "core", "several", "now"),
    [
        ("今年的呢", "今年", False, True),
        ("本届多少人", "多少人", True, True),
        ("本届多少人", "多少人", False, False),
        ("最新的", "最新", False, True),
        ("最近的酒店", "最近的酒店", True, False),
        ("我今年15能去吗", "今年15能去吗", True, False),
    ],
)
def test_words_for_the_present(text, core, several, now):
    assert says_now(text, core, several=several) is now


def test_editions_are_those_of_what_was_spoken_of_before_one_that_is_not_here(desk):
    chain = ["重庆今年的人工智能比赛要交钱不", "去年的呢", "第一届呢", "今年的呢"]
    assert ask(desk, *chain[:2]).reason == "no_such_notice"
    assert ask(desk, *chain[:3]).notices == ("cq-ai-2023",)
    assert ask(desk, *chain).notices == ("cq-ai-2026",)


@pytest.mark.parametrize("put", [ask, kept])
def test_an_option_that_was_typed_holds_on(desk, put):
    assert put(desk, AI, "第二个", "要交钱不").notices == ("cq-ai-2026",)
    assert put(desk, AI, "第二个", "要交钱不", "第一个呢").notices == ("cq-ai-2023",)


@pytest.mark.parametrize(
    ("text", "track"),
    [
        ("第三个比什么", "数字化解决方案设计师"),
        ("最后那个是干啥的", "人工智能数字人训练师"),
        ("倒数第二个考什么", "物联网安装调试员"),
    ],
)
def test_a_track_of_a_list(desk, text, track):
    answer = ask(desk, TRACKS, text)
    assert track in answer.text
    assert "理论知识和技能操作" in answer.text


def test_a_list_is_still_meant_after_one_of_it_was_picked(desk):
    answer = ask(desk, TRACKS, "第三个比什么", "第二个呢")
    assert "数字孪生应用技术员" in answer.text


def test_beyond_the_list_the_list_is_told_again(desk):
    assert "共10个" in ask(desk, TRACKS, "第十五个").text


def test_earlier_words_are_heard_as_they_are_meant(desk):
    answer = ask(desk, "贵州人工智能大赛要得报名不得收钱撒", "啷个报名嘛")
    assert answer.notices == ("gz-ai-2025",)


TOLD = ["2026重庆人工智能大赛我能报吗", "我大三", "在重庆读书", "20岁"]


def test_may_i_enter_asks_who_may(desk):
    answer = ask(desk, TOLD[0])
    assert answer.status == "answered"
    assert "年满16周岁以上" in answer.text


def test_what_is_told_turn_by_turn_is_put_together(desk):
    """A place that is the person's names no competition."""
    assert "院校在哪个省" in ask(desk, *TOLD[:2]).text
    answer = ask(desk, *TOLD)
    assert "在渝工作、学习或居住" in answer.text.partition("这一点符合")[2]
    assert "出生日期" not in answer.text


def test_another_person_is_judged_anew(desk):
    answer = ask(desk, *TOLD, "那我弟15呢")
    assert answer.text.startswith("不可以")
    assert "在渝" not in answer.text


@pytest.mark.parametrize(
    ("text", "before", "joined"),
    [
        ("她52了", "我妈是护工能报吗", "她52了，我妈是护工能报吗"),
        ("没证", "干了3年能报吗", "没证，干了3年能报吗"),
        ("那我56呢", "我45岁能报吗", None),
        ("46岁", "我45岁能报吗", None),
        ("她52了", "报名费多少", None),
        ("要交啥", "我45岁能报吗", None),
        ("她52了", "", None),
    ],
)
def test_told_since(text, before, joined):
    assert told_since(text, before, words()) == joined


def test_who_goes_on_without_choosing_an_edition_means_the_present_one(desk):
    first = ask(desk, AI)
    assert first.status == "clarify"
    second = ask(desk, AI, "要交钱不")
    assert second.notices == ("cq-ai-2026",)
    assert "（2026）" in second.text


def test_a_time_or_a_place_is_asked_of_what_the_chat_is_about(desk):
    assert ask(desk, GUIZHOU, "几点开始").status != "out_of_scope"
    assert ask(desk, GUIZHOU, "今天天气怎么样").status == "out_of_scope"


@pytest.mark.parametrize(
    ("text", "before", "whole"),
    [("考几门", "多少奖金", None), ("住哪", "报名费多少", None)],
)
def test_what_says_its_deed_leaves_nothing_out(text, before, whole):
    assert Follow(words()).completed(text, before, lambda _: True) == whole

"""Conversations: what holds from earlier turns, what replaces it, and that it is shown."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from eval.known import FOLDER, read_cases
from retrieval.conversation.placing import edition_before
from retrieval.model import Option, Question, Turn

AT = datetime(2026, 6, 10, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
TRAINER = "2023年重庆人工智能竞赛的人工智能训练师赛项报名截止到什么时候"
GUIZHOU = "贵州人工智能竞赛的报名截止是哪天"


def ask(desk, *texts, chose=None, **more):
    *earlier, text = texts
    history = tuple(Turn(question=one) for one in earlier)
    if chose is not None:
        history = (*history[:-1], history[-1].model_copy(update={"chose": chose}))
    return desk.answer(Question(text=text, as_of=AT, history=history, **more))


def test_a_new_thing_is_asked_of_the_same_track(desk):
    answer = ask(desk, TRAINER, "那邮箱呢")
    assert "1046344221@qq.com" in answer.text
    assert "86905070" not in answer.text
    assert answer.text.endswith(
        "按：重庆市首届人工智能和工业互联网职业技能竞赛（2023）（上一届） · 人工智能训练师"
    )


def test_another_track_takes_the_place_of_the_first_and_the_thing_asked_stays(desk):
    answer = ask(desk, TRAINER, "那邮箱呢", "我问的是机器视觉")
    assert "86905070@qq.com" in answer.text
    assert "1046344221" not in answer.text


def test_another_competition_drops_track_and_group(desk):
    answer = ask(desk, TRAINER, "学生组呢", GUIZHOU, "邮箱呢")
    assert answer.notices == ("gz-ai-2025",)
    assert "782897503@qq.com" in answer.text
    assert "1640803997@qq.com" in answer.text
    assert "学生组" not in answer.text.rpartition("按：")[2]


def test_a_group_stays_until_another_is_named(desk):
    chain = ["贵州人工智能大赛职工组有多少人进决赛", "学生组呢", "一等奖占多少"]
    second = ask(desk, *chain[:2])
    assert "20名" in second.text
    assert "25名" not in second.text
    assert ask(desk, *chain).text.endswith(" · 学生组")


def test_a_question_that_names_another_competition_is_not_dragged_back(desk):
    alone = ask(desk, "重庆专项职业能力大赛设几个项目")
    after = ask(desk, TRAINER, "重庆专项职业能力大赛设几个项目")
    assert after.notices == alone.notices == ("cq-special-2026",)
    assert after.citations == alone.citations


def test_an_empty_history_changes_nothing(desk):
    for text in (TRAINER, "报名费多少", "你好", "第二个", "还有呢"):
        question = Question(text=text, as_of=AT, notice="cq-ai-2026")
        again = question.model_copy(update={"history": ()})
        assert desk.answer(question) == desk.answer(again)


def test_what_was_chosen_counts_as_what_is_meant(desk):
    chose = Option(label="", notice="cq-ai-2023", track="machine-vision")
    answer = ask(desk, "报名邮箱是多少", "报到时间呢", chose=chose)
    assert answer.notices == ("cq-ai-2023",)
    assert "10月13日" in answer.text
    assert "10月20日" not in answer.text


def test_a_choice_of_a_notice_that_is_not_here_is_none(desk):
    chose = Option(label="", notice="nowhere", track="t", group="g")
    assert ask(desk, GUIZHOU, "邮箱呢", chose=chose).notices == ("gz-ai-2025",)


def test_an_item_of_the_options_shown_before(desk):
    question = "人工智能竞赛报名截止是哪天"
    options = ask(desk, question).options
    assert len(options) > 1
    for number, said in ((0, "第一个"), (1, "第二个"), (len(options) - 1, "最后一个")):
        assert ask(desk, question, said).notices == (options[number].notice,)
    asked = ask(desk, question, "第一个的大赛主题是什么")
    assert asked.notices == (options[0].notice,)
    assert "技高行天下" in asked.text


def test_an_item_beyond_the_options_is_none_of_them(desk):
    assert ask(desk, "人工智能竞赛报名截止是哪天", "第九个").status != "answered"


def test_an_item_of_the_tracks_listed_before(desk):
    answer = ask(desk, "专项大赛有哪些项目", "第16个的联系电话")
    assert "13617684251" in answer.text


def test_a_place_of_which_no_notice_is_here(desk):
    answer = ask(desk, GUIZHOU, "上海的呢")
    assert answer.reason == "no_such_notice"
    assert ask(desk, GUIZHOU, "上海的呢", "贵州的呢").notices == ("gz-ai-2025",)


def test_the_edition_before_says_which_one_it_is_from(desk):
    answer = ask(desk, "第四届重庆人工智能竞赛要交报名费吗", "上一届呢")
    assert (answer.status, answer.notices) == ("partial", ("cq-ai-2023",))
    assert "第三届" in answer.text
    last_year = ask(desk, "第四届重庆人工智能竞赛要交报名费吗", "去年的呢")
    assert last_year.reason == "no_such_notice"


def test_thanks_do_not_end_what_was_spoken_of(desk):
    assert ask(desk, GUIZHOU, "谢谢").status == "out_of_scope"
    assert ask(desk, GUIZHOU, "谢谢", "那邮箱呢").notices == ("gz-ai-2025",)


def test_more_of_the_same_is_the_same_and_says_so(desk):
    first, more = ask(desk, GUIZHOU), ask(desk, GUIZHOU, "还有呢")
    assert more.citations == first.citations
    assert more.text.startswith("就这一问")


def test_the_notice_given_wins_over_what_was_said(desk):
    assert ask(desk, GUIZHOU, "要交费吗", notice="cq-ai-2026").notices == ("cq-ai-2026",)


def test_the_same_chain_gives_the_same_bytes(desk, make_desk):
    chain = (TRAINER, "那邮箱呢", "机器视觉呢", "报到呢", "在哪")
    fresh = make_desk()
    for length in range(1, len(chain) + 1):
        first = ask(desk, *chain[:length])
        assert first.model_dump_json() == ask(fresh, *chain[:length]).model_dump_json()


@pytest.mark.parametrize(
    ("edition", "before"),
    [
        ("第四届", "第三届"),
        ("第二届", "首届"),
        ("首届", None),
        ("第十届", "第九届"),
        ("第十一届", "第十届"),
        ("第二十届", "第十九届"),
        ("第二十二届", "第二十一届"),
        (None, None),
    ],
)
def test_the_edition_before(edition, before):
    assert edition_before(edition) == before


def test_parts_of_a_message_are_answered_beside_one_that_is_open(desk):
    answer = ask(desk, "人工智能竞赛报名截止是哪天？专项大赛设几个项目？")
    assert answer.status == "clarify"
    assert "33个" in answer.text
    assert 2 <= len(answer.options) <= 6
    answer = ask(desk, "重庆第四届人工智能竞赛要交钱吗？上海的人工智能竞赛什么时候截止？")
    assert (answer.status, answer.reason) == ("partial", "no_such_notice")
    assert "不收取报名费" in answer.text


CHAINS = [case for case in read_cases(FOLDER / "chains.yaml") if case.history]


def carried(desk, question):
    """The question with what held after each earlier turn, as a chat has kept it."""
    turns = ()
    for turn in question.history:
        before = question.model_copy(
            update={"text": turn.question, "history": turns, "goes_on": True}
        )
        held = desk.answer(before).held
        assert held is not None
        turns = (*turns, turn.model_copy(update={"held": held}))
    return question.model_copy(update={"history": turns})


@pytest.mark.parametrize("case", CHAINS, ids=lambda case: case.id)
def test_what_a_chat_has_kept_answers_as_reading_again_does(desk, case):
    asked = case.asked()
    assert desk.answer(carried(desk, asked)) == desk.answer(asked)


def test_what_another_desk_or_year_has_kept_is_read_again(desk, make_desk):
    kept = carried(desk, Question(text="邮箱呢", as_of=AT, history=(Turn(question=TRAINER),)))
    strange = kept.history[0].held.model_copy(update={"desk": "another", "notices": ("no-such",)})
    told = kept.history[0].model_copy(update={"held": strange})
    again = kept.model_copy(update={"history": (told,)})
    assert desk.answer(again) == desk.answer(kept)


def test_only_a_question_that_goes_on_tells_what_holds_and_its_json_never_does(desk):
    question = Question(text=TRAINER, as_of=AT)
    plain, going = desk.answer(question), desk.answer(question.model_copy(update={"goes_on": True}))
    assert plain.held is None
    assert going.held is not None
    assert going.held.notices
    assert going.model_dump_json() == plain.model_dump_json()

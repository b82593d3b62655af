"""Beginning an interview: about what is named, chosen, or was answered last."""

from __future__ import annotations

from fakes.desk import FakeDesk, made
from fakes.interviewed import SAID, labels, shown, to_the_end
from fakes.rules import rules_of
from fakes.talk import ME, WORDS, restarted

from knowledge.model import Relation
from retrieval.model import Answer


def test_check_asks_for_the_competition_of_those_with_rules_and_a_number_picks_it(
    talk, clock, desk
):
    desk.rules = {**desk.rules, "made-1": desk.rules["made-2"]}
    reply = talk.examining.check(ME)
    assert reply.text == SAID.which
    assert labels(reply) == ["第1届试赛", "第2届试赛"]
    assert "资格自测：第2届试赛" in talk.hear(ME, "2").text


def test_the_chosen_competition_is_taken(talk):
    talk.choosing.choose(ME)
    talk.hear(ME, "2")
    assert "资格自测：第2届试赛" in talk.examining.check(ME).text


def with_another(clock, tmp_path, **changed):
    more = made(3, 0).model_copy(update=changed)
    desk = FakeDesk((made(2, 0), more))
    desk.rules["made-3"] = rules_of(more)
    return restarted(desk, clock, tmp_path)


def test_beyond_the_list_the_numbers_there_are_are_said(clock, tmp_path):
    talk = with_another(clock, tmp_path)
    talk.examining.check(ME)
    assert talk.hear(ME, "3").text == WORDS.pick_of.format(most=2)
    assert "第2届" in shown(talk.hear(ME, "2届"))


def test_the_name_of_a_competition_may_be_shortened(talk):
    assert "第2届试赛" in shown(talk.examining.check(ME, "2试赛"))


def test_what_only_supplements_another_notice_is_not_offered(clock, tmp_path):
    relation = Relation(kind="supplement", notice="made-2")
    talk = with_another(clock, tmp_path, relations=(relation,))
    assert "资格自测：第2届试赛" in shown(talk.examining.check(ME))
    assert labels(with_another(clock, tmp_path).examining.check(ME)) == ["第2届试赛", "第3届试赛"]


def test_of_two_notices_of_one_name_each_is_called_with_its_number(clock, tmp_path):
    talk = with_another(clock, tmp_path, name="第2届试赛")
    assert labels(talk.examining.check(ME)) == [
        "第2届试赛（试发〔2022〕2号）",
        "第2届试赛（试发〔2023〕3号）",
    ]


def test_what_is_asked_after_an_interview_is_about_its_competition(talk, desk):
    to_the_end(talk)
    talk.hear(ME, "奖金呢")
    assert desk.asked[-1].notice == "made-2"
    talk.hear(ME, "我能报哪些比赛")
    assert desk.asked[-1].notice is None
    desk.answer = lambda _: Answer(status="answered", text="别的", notices=("made-1",))
    talk.hear(ME, "第1届试赛要交钱吗")
    del desk.answer
    talk.hear(ME, "奖金呢")
    assert desk.asked[-1].notice is None


def test_step_by_step_after_an_answer_is_about_its_competition(talk, desk):
    desk.rules["made-1"] = rules_of(desk.notices[0])
    desk.rules["made-1"] = rules_of(desk.notices[0])
    talk.hear(ME, "费用")
    talk.hear(ME, "第2届试赛")
    assert "资格自测：第2届试赛" in shown(talk.hear(ME, "逐步判断"))


def test_a_competition_without_rules_says_so(talk, desk):
    desk.rules = {}
    assert talk.examining.check(ME).text == SAID.no_rules


def test_words_behind_check_that_name_nothing_say_so(talk):
    assert talk.examining.check(ME, "龙舟").text == WORDS.choose_none.format(words="龙舟")

"""Interviews in conversation, without Telegram and without a terminal."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from fakes.desk import FakeDesk, made
from fakes.rules import rules_of

from bot.competitions import key_of
from bot.interview_session import MOST_MOMENTS
from bot.live import Live
from bot.memory import FILE, Memory
from bot.reply import Who
from bot.talk import Talk
from bot.wording import wording
from knowledge.model import Relation
from retrieval.model import Answer, Option

ME, OTHER = Who(1, 1), Who(1, 2)
WORDS = wording()
SAID, CARD = WORDS.interview, WORDS.card


class Clock:
    now = datetime(2026, 6, 10, 9, 30, 12, tzinfo=ZoneInfo("Asia/Shanghai"))

    def __call__(self):
        return self.now


@pytest.fixture
def desk():
    return FakeDesk()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def talk(desk, clock, tmp_path):
    return restarted(desk, clock, tmp_path)


def restarted(desk, clock, tmp_path):
    return Talk(Live(lambda: desk, lambda: 0), WORDS, clock, Memory(tmp_path / FILE, "1:t"))


def shown(reply):
    return reply.text or "\n".join(line.text for line in reply.lines)


def labels(reply, *, control=False):
    return [one.label for one in reply.buttons if one.control == control]


def data_of(reply, label):
    return next(one.data for one in reply.buttons if one.label.startswith(label))


def press(talk, reply, label, who=ME):
    return talk.press_interview(who, data_of(reply, label))


def begun(talk, who=ME):
    return talk.check(who, "第2届")


def to_the_end(talk, who=ME):
    """A student of sixteen and more from Chongqing."""
    begun(talk, who)
    return talk.hear(who, "我17岁，住重庆，在重庆读高职"), talk.hear(who, "都没有")


# --- beginning ----------------------------------------------------------------------------------
def test_check_asks_for_the_competition_of_those_with_rules_and_a_number_picks_it(
    talk, clock, desk
):
    desk.rules = {**desk.rules, "made-1": desk.rules["made-2"]}
    reply = talk.check(ME)
    assert reply.text == SAID.which
    assert labels(reply) == ["第1届试赛", "第2届试赛"]
    assert "资格自测：第2届试赛" in talk.hear(ME, "2").text


def test_the_chosen_competition_is_taken(talk):
    talk.choose(ME)
    talk.hear(ME, "2")
    assert "资格自测：第2届试赛" in talk.check(ME).text


def test_beyond_the_list_the_numbers_there_are_are_said(clock, tmp_path):
    talk = with_another(clock, tmp_path)
    talk.check(ME)
    assert talk.hear(ME, "3").text == WORDS.pick_of.format(most=2)
    assert "第2届" in shown(talk.hear(ME, "2届"))


def test_the_name_of_a_competition_may_be_shortened(talk):
    assert "第2届试赛" in shown(talk.check(ME, "2试赛"))


def with_another(clock, tmp_path, **changed):
    more = made(3, 0).model_copy(update=changed)
    desk = FakeDesk((made(2, 0), more))
    desk.rules["made-3"] = rules_of(more)
    return restarted(desk, clock, tmp_path)


def test_what_only_supplements_another_notice_is_not_offered(clock, tmp_path):
    relation = Relation(kind="supplement", notice="made-2")
    talk = with_another(clock, tmp_path, relations=(relation,))
    assert "资格自测：第2届试赛" in shown(talk.check(ME))
    assert labels(with_another(clock, tmp_path).check(ME)) == ["第2届试赛", "第3届试赛"]


def test_of_two_notices_of_one_name_each_is_called_with_its_number(clock, tmp_path):
    talk = with_another(clock, tmp_path, name="第2届试赛")
    assert labels(talk.check(ME)) == [
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


def test_where_nothing_is_left_to_ask_only_the_card_is_shown_and_nothing_was_cut_off(
    talk, desk, clock, tmp_path
):
    end = talk.examine(ME, key_of(Option(label="", notice="made-2")), "我今年12岁能参加吗")
    assert not end.text
    assert shown(end).startswith("资格自测结果")
    assert SAID.lost not in shown(restarted(desk, clock, tmp_path).hear(ME, "你好"))


def test_a_competition_without_rules_says_so(talk, desk):
    desk.rules = {}
    assert talk.check(ME).text == SAID.no_rules


def test_words_behind_check_that_name_nothing_say_so(talk):
    assert talk.check(ME, "龙舟").text == WORDS.choose_none.format(words="龙舟")


def test_a_chosen_group_is_known_from_the_start(talk, desk):
    one = made(2, 2).model_copy(update={"groups": ("学生组", "职工组")})
    desk.notices = (one,)
    other = Talk(Live(lambda: desk, lambda: 0), WORDS, Clock())
    other.choose(ME)
    other.hear(ME, "1")
    other.hear(ME, "3")
    other.hear(ME, "2")
    assert "组别：学生组" in other.check(ME).text


# --- answering ----------------------------------------------------------------------------------
def test_several_facts_at_once_are_read_back_and_not_asked_again(talk):
    begun(talk)
    reply = talk.hear(ME, "我17，重庆读高职")
    assert "年龄：17周岁" in reply.text
    assert "参赛身份：在校学生" in reply.text
    assert "出生日期" not in reply.text
    assert "身份参赛：" not in reply.text.split("\n")[-1]


def test_buttons_lead_to_the_card_and_close_the_question(talk):
    reply = begun(talk)
    reply = talk.hear(ME, "30")
    seen = []
    while not reply.lines:
        label = next(
            (one for one in labels(reply) if one in {"单位职工", "重庆", "满5年", "都没有"}),
            labels(reply)[0],
        )
        reply = press(talk, reply, label)
        seen.append(reply.closes.split("→ ")[1])
    assert {"单位职工", "重庆"} <= set(seen)
    text = shown(reply)
    assert CARD.verdict.format(decision=CARD.eligible) in text
    assert "2026-06-10 09:30" in text
    assert labels(reply, control=True) == [SAID.change, SAID.restart]


def test_what_cannot_be_read_is_asked_again_twice_and_then_passed(talk):
    begun(talk)
    for _ in range(2):
        reply = talk.hear(ME, "嘻嘻嘻")
        assert reply.text.startswith(SAID.again)
        assert "例如" in reply.text
        assert "出生日期" in reply.text
    reply = talk.hear(ME, "嘻嘻嘻")
    assert reply.text.startswith(SAID.taken_unknown)
    assert "出生日期" not in reply.text.removeprefix(SAID.taken_unknown)


def test_declining_everything_ends_with_what_is_missing(talk):
    reply, asked = begun(talk), 0
    while not reply.lines:
        asked += 1
        reply = talk.hear(ME, "不清楚")
    assert asked < 12
    assert CARD.need_info in shown(reply)
    assert "还差：" in shown(reply)


def test_a_contradiction_is_asked_about(talk):
    begun(talk)
    talk.hear(ME, "我17岁，住重庆")
    reply = talk.hear(ME, "我20岁，是学生")
    assert reply.text.startswith(SAID.contradicted)
    assert labels(reply) == ["年龄：17周岁", "年龄：20周岁"]
    after = press(talk, reply, "年龄：20周岁")
    talk.hear(ME, "是")
    assert "年龄：20周岁" in shown(talk.hear(ME, "都没有"))
    assert after.closes.endswith("年龄：20周岁")


@pytest.mark.parametrize(("pick", "age"), [("a", "17周岁"), ("b", "20周岁"), ("不清楚", None)])
def test_a_contradiction_is_settled_in_words_too(talk, pick, age):
    begun(talk)
    talk.hear(ME, "我17岁，住重庆，在重庆读高职")
    talk.hear(ME, "我20岁")
    reply = talk.hear(ME, pick)
    end = reply if reply.lines else talk.hear(ME, "都没有")
    assert (f"年龄：{age}" in shown(end)) == (age is not None)


def test_an_age_that_no_birth_date_fits_is_a_contradiction(talk):
    begun(talk)
    talk.hear(ME, "2000-01-01")
    assert talk.hear(ME, "我17岁").text.startswith(SAID.contradicted)


@pytest.mark.parametrize("question", ["费用是多少？", "请问名单什么时候公布"])
def test_a_question_in_between_is_answered_and_the_interview_goes_on(talk, desk, question):
    first = begun(talk)
    reply = talk.hear(ME, question)
    assert reply.answer is not None
    assert reply.then is not None
    assert reply.then.text in first.text
    assert (desk.asked[-1].notice, desk.asked[-1].text) == ("made-2", question)
    assert "年龄：17周岁" in talk.hear(ME, "17").text


# --- going back, changing, stopping --------------------------------------------------------------
def test_back_asks_the_question_before_once_more(talk):
    first = begun(talk)
    assert SAID.back not in labels(first, control=True)
    second = talk.hear(ME, "17")
    assert talk.hear(ME, "上一步").text in first.text
    assert "年龄：30周岁" in talk.hear(ME, "30").text
    assert SAID.back in labels(second, control=True)
    press(talk, talk.hear(ME, "单位职工"), SAID.back)
    talk.hear(ME, "上一步")
    assert talk.hear(ME, "上一步").text.startswith(SAID.first)


def test_an_answer_is_changed_in_words_and_from_the_list(talk):
    _, end = to_the_end(talk)
    assert CARD.eligible in shown(end)
    names = labels(press(talk, end, SAID.change))
    assert "出生日期" in names
    reply = talk.hear(ME, "改 出生日期")
    assert "出生日期" in reply.text
    end = talk.hear(ME, "2012-01-01")
    assert CARD.ineligible in shown(end)
    assert "2028-01-01" in shown(end) or "2028年1月1日" in shown(end)
    changed = press(talk, press(talk, end, SAID.change), "出生日期")
    assert "出生日期" in changed.text


def test_an_answer_that_decides_nothing_any_more_is_asked_for_too_when_it_is_to_be_changed(talk):
    begun(talk)
    end = talk.hear(ME, "我今年12岁，女，住重庆，在重庆读高职")
    assert CARD.ineligible in shown(end)
    assert "居住" in talk.hear(ME, "改 居住地").text
    end = talk.hear(ME, "成都")
    assert "居住地：成都" in shown(end)


@pytest.mark.parametrize(
    "words", ["说错了，我今年15岁", "不对，15", "改年龄 15岁", "打错了 我15岁", "改成15岁"]
)
def test_what_was_said_wrongly_is_put_right_in_one_sentence(talk, words):
    begun(talk)
    talk.hear(ME, "17")
    end = talk.hear(ME, words)
    assert "年龄：15周岁" in shown(end)
    assert CARD.ineligible in shown(end)
    end = talk.hear(ME, "说错了，我今年17岁，住重庆")
    assert "年龄：17周岁" in shown(end)
    assert CARD.ineligible not in shown(end)


def test_a_wrong_without_a_fact_behind_it_puts_nothing_right(talk):
    begun(talk)
    talk.hear(ME, "17")
    assert SAID.again in talk.hear(ME, "不对，你瞎说").text


def test_nothing_to_change_says_so(talk):
    begun(talk)
    assert talk.hear(ME, "改").text == SAID.nothing_to_change


@pytest.mark.parametrize("word", ["停止", "退出", "算了", "/stop"])
def test_stopping_forgets_what_was_said(talk, word):
    begun(talk)
    talk.hear(ME, "17")
    assert talk.hear(ME, word).text == SAID.stopped
    assert talk.hear(ME, "17").answer is not None


def test_after_the_end_words_are_questions_again(talk):
    to_the_end(talk)
    assert talk.hear(ME, "你好").answer.text == "你说：你好"


def test_starting_anew_forgets_the_answers(talk):
    _, end = to_the_end(talk)
    assert "出生日期" in press(talk, end, SAID.restart).text


# --- whose and when -----------------------------------------------------------------------------
def test_another_persons_press_changes_nothing(talk):
    other = Who(2, 2)
    begun(talk)
    reply = talk.hear(ME, "17")
    foreign = talk.press_interview(other, data_of(reply, labels(reply)[0]))
    assert foreign.note == SAID.not_yours
    assert not foreign.text
    assert talk.hear(other, "你好").then is None


def test_two_people_have_two_interviews(talk):
    one, two = Who(1, 1), Who(2, 2)
    begun(talk, one)
    begun(talk, two)
    assert "17周岁" in talk.hear(one, "17").text
    assert "45周岁" in talk.hear(two, "45").text


def test_a_press_twice_does_nothing_the_second_time(talk):
    begun(talk)
    reply = talk.hear(ME, "17")
    data = data_of(reply, labels(reply)[0])
    after = talk.press_interview(ME, data)
    assert after.text
    again = talk.press_interview(ME, data)
    assert (again.text, again.lines, again.note) == ("", (), "")
    assert talk.hear(ME, "上一步").text in reply.text


def test_an_older_button_takes_its_step_up_again(talk):
    begun(talk)
    older = talk.hear(ME, "30")
    press(talk, older, "单位职工")
    talk.hear(ME, "重庆")
    reply = press(talk, older, "在校学生")
    assert older.text.split("\n")[-1] in reply.closes
    assert "在校在籍" in reply.text or "居住" in reply.text


def test_a_button_of_a_step_taken_back_is_expired(talk):
    begun(talk)
    later = talk.hear(ME, "30")
    talk.hear(ME, "上一步")
    assert press(talk, later, "单位职工").note == SAID.expired


@pytest.mark.parametrize(
    "data",
    [
        "i",
        "i:",
        "i:00000000:0:0",
        "i:zz:0:0",
        "i:00000000:0:e9",
        "i:00000000:99999:0",
        "i:００００００００:0:0",
    ],
)
def test_a_forged_button_is_harmless(talk, data):
    begun(talk)
    assert talk.press_interview(ME, data).note == SAID.expired


def test_a_choice_that_does_not_exist_is_harmless(talk):
    reply = begun(talk)
    data = data_of(reply, SAID.unclear)
    for code in ("99", "e9", "e", "z"):
        assert talk.press_interview(ME, f"{data[:-1]}{code}").note == SAID.expired


def test_an_edited_message_does_not_answer_twice(talk):
    begun(talk)
    talk.hear(ME, "17")
    assert talk.hear(ME, "18", edited=True).text == SAID.edited


def test_a_day_later_it_is_forgotten(talk, clock):
    begun(talk)
    clock.now += timedelta(days=1, seconds=1)
    assert talk.hear(ME, "17").answer is not None


def test_what_one_said_is_gone_from_memory_a_day_later_once_anybody_speaks(talk, clock):
    begun(talk)
    talk.hear(ME, "1999-03-05")
    clock.now += timedelta(days=1, seconds=1)
    talk.hear(OTHER, "费用是多少？")
    talk.check(OTHER)
    for kept in (talk._states, talk._interviews._sessions):
        assert OTHER in kept
        assert ME not in kept


def test_answers_changed_without_end_take_no_more_room(talk):
    begun(talk)
    talk.hear(ME, "1999-03-05")
    for _ in range(MOST_MOMENTS):
        talk.hear(ME, "改 出生日期")
        reply = talk.hear(ME, "1999-03-05")
    assert len(talk._interviews._sessions.get(ME).moments) == MOST_MOMENTS
    assert press(talk, reply, SAID.back).text


def test_reset_ends_it(talk):
    begun(talk)
    talk.reset(ME)
    assert talk.hear(ME, "17").answer is not None


# --- over a restart -----------------------------------------------------------------------------
def test_after_a_restart_it_says_that_it_was_lost_and_begins_again(talk, desk, clock, tmp_path):
    begun(talk)
    reply = talk.hear(ME, "1999-03-05")
    new = restarted(desk, clock, tmp_path)
    lost = new.hear(ME, "单位职工")
    assert lost.text.startswith(SAID.lost)
    assert "出生日期" in lost.text
    pressed = restarted(desk, clock, tmp_path)
    assert press(pressed, reply, "单位职工").text.startswith(SAID.lost)
    assert press(pressed, reply, "单位职工").note == SAID.expired


def test_after_a_restart_a_question_is_answered_before_it_begins_again(talk, desk, clock, tmp_path):
    begun(talk)
    reply = restarted(desk, clock, tmp_path).hear(ME, "费用是多少？")
    assert reply.answer is not None
    assert reply.then.text.startswith(SAID.lost)


@pytest.mark.parametrize("end", ["stop", "finish", "wait"])
def test_what_had_ended_is_not_begun_again(talk, desk, clock, tmp_path, end):
    if end == "finish":
        to_the_end(talk)
    else:
        begun(talk)
    if end == "stop":
        talk.hear(ME, "停止")
    if end == "wait":
        clock.now += timedelta(days=1, seconds=1)
    assert restarted(desk, clock, tmp_path).hear(ME, "你好").then is None


def test_nothing_of_a_person_is_on_disk_or_in_a_button(talk, tmp_path):
    begun(talk)
    replies = [talk.hear(ME, text) for text in ("1999-03-05，住重庆渝北", "单位职工", "没有证书")]
    kept = b"".join(f.read_bytes() for f in tmp_path.iterdir() if f.is_file())
    assert b"made-2" in kept
    for words in ("1999", "渝北", "worker", "职工", "第2届"):
        assert words.encode() not in kept
    every = [one.data for reply in replies for one in reply.buttons]
    assert every
    for data in every:
        assert len(data) <= 64
        head, _, serial, code = data.split(":")
        assert (head, serial.isdigit(), len(code) <= 3) == ("i", True, True)


def test_a_broken_memory_does_not_stop_an_interview(desk, clock, tmp_path):
    (tmp_path / FILE).write_bytes(b"no database" * 100)
    talk = restarted(desk, clock, tmp_path)
    assert CARD.eligible in shown(to_the_end(talk)[1])


def test_a_notice_withdrawn_meanwhile_expires_the_buttons(talk, desk):
    reply = begun(talk)
    desk.rules = {}
    assert press(talk, reply, SAID.unclear).note == SAID.expired
    assert talk.hear(ME, "17").answer is not None

"""The course of an interview: begun, on, back, to the card."""

from __future__ import annotations

from fakes.desk import made
from fakes.interviewed import CARD, SAID, begun, labels, press, shown, to_the_end
from fakes.talk import ME, WORDS, Clock, restarted

from bot.competitions import key_of
from bot.live import Live
from bot.talk.talk import Talk
from retrieval.model import Option


def test_where_nothing_is_left_to_ask_only_the_card_is_shown_and_nothing_was_cut_off(
    talk, desk, clock, tmp_path
):
    end = talk.examining.press(ME, key_of(Option(label="", notice="made-2")), "我今年12岁能参加吗")
    assert not end.text
    assert shown(end).startswith("资格自测结果")
    assert SAID.lost not in shown(restarted(desk, clock, tmp_path).hear(ME, "你好"))


def test_a_chosen_group_is_known_from_the_start(talk, desk):
    one = made(2, 2).model_copy(update={"groups": ("学生组", "职工组")})
    desk.notices = (one,)
    other = Talk(Live(lambda: desk, lambda: 0), WORDS, Clock())
    other.choosing.choose(ME)
    other.hear(ME, "1")
    other.hear(ME, "3")
    other.hear(ME, "2")
    assert "组别：学生组" in other.examining.check(ME).text


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


def test_declining_everything_ends_with_what_is_missing(talk):
    reply, asked = begun(talk), 0
    while not reply.lines:
        asked += 1
        reply = talk.hear(ME, "不清楚")
    assert asked < 12
    assert CARD.need_info in shown(reply)
    assert "还差：" in shown(reply)


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


def test_after_the_end_words_are_questions_again(talk):
    to_the_end(talk)
    assert talk.hear(ME, "你好").answer.text == "你说：你好"


def test_starting_anew_forgets_the_answers(talk):
    _, end = to_the_end(talk)
    assert "出生日期" in press(talk, end, SAID.restart).text

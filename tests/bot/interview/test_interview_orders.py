"""Words that tell an interview what to do."""

from __future__ import annotations

import pytest
from fakes.interviewed import CARD, SAID, begun, labels, press, shown, to_the_end
from fakes.talk import ME

from bot.interview.orders import Orders


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


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("改", ""), ("改 出生日期", "birth_date"), ("改年龄", "birth_date"), ("年龄", None),
        ("改革开放是哪年", None), ("改年龄要紧吗", None), ("", None),
    ],
)  # fmt: skip
def test_what_is_to_be_changed(text, topic):
    assert Orders(SAID).changes(text) == topic


@pytest.mark.parametrize(
    ("text", "rest"),
    [("说错了，我17岁", "我17岁"), ("说错了", ""), ("改成17", "17"), ("我说错了", ""), ("", "")],
)
def test_what_is_put_right(text, rest):
    assert Orders(SAID).corrects(text) == rest


def test_an_order_is_nothing_but_the_order():
    orders = Orders(SAID)
    assert orders.is_one("停止")
    assert orders.is_one(" 上一步 ")
    assert not orders.is_one("停止报名了吗")
    assert orders.asks("停止报名了吗")
    assert not orders.stops("上一步")

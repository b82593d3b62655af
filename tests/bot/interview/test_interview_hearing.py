"""What people say in an interview."""

from __future__ import annotations

import pytest
from fakes.interviewed import SAID, begun, labels, press, shown
from fakes.talk import ME


def test_several_facts_at_once_are_read_back_and_not_asked_again(talk):
    begun(talk)
    reply = talk.hear(ME, "我17，重庆读高职")
    assert "年龄：17周岁" in reply.text
    assert "参赛身份：在校学生" in reply.text
    assert "出生日期" not in reply.text
    assert "身份参赛：" not in reply.text.split("\n")[-1]


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


def test_an_edited_message_does_not_answer_twice(talk):
    begun(talk)
    talk.hear(ME, "17")
    assert talk.hear(ME, "18", edited=True).text == SAID.edited

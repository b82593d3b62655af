"""Answers of coordinators: once, passed on, corrected."""

from __future__ import annotations

from fakes.staffed import OTHER, SAID, TEACHER

from bot.handoff.answers import LONGEST_ANSWER


def test_a_question_is_sent_once_and_so_is_its_answer(staffed):
    assert "#1" in staffed.asks()
    assert "已经转给" in staffed.asks()
    assert [kind for kind, _, _ in staffed.sends()] == ["post"]
    staffed.answers()
    staffed.answers()  # the same message of the coordinator comes again after a kill
    ((kind, chat, text),) = staffed.sends()
    assert (kind, chat) == ("answer", 7)
    assert "可以。" in text
    assert staffed.sends() == []


def test_another_answer_is_refused(staffed):
    staffed.asks()
    staffed.answers()
    assert "已由张老师答复" in staffed.answers(person=OTHER, message=51, text="不可以。")
    assert len([one for one in staffed.sends() if one[0] == "answer"]) == 1


def test_an_edited_reply_corrects_the_answer_and_takes_the_official_one_back(staffed):
    staffed.asks()
    staffed.sends()
    staffed.answers(text="不可以。")
    made = staffed.makes()
    assert "第1号" in made.reply.text
    assert "更正" in staffed.answers(text="可以自带。")
    sent = staffed.sends()
    assert [kind.partition(" ")[0] for kind, _, _ in sent] == ["answer", "answer"]
    assert "组织方更正了答复（#1，张老师）" in sent[1][2]
    assert "更正" not in staffed.answers(text="可以自带。")
    assert staffed.sends() == []
    again = staffed.makes().reply.text
    assert "第2号" in again
    assert "可以自带。" in again
    gone = staffed.office.officials.withdraw(TEACHER, 1).reply
    assert "早已撤下" in gone.note or "已撤下" in gone.note


def test_what_is_too_long_or_holds_an_identity_number_is_not_passed_on(staffed):
    staffed.asks()
    assert staffed.answers(text="可" * LONGEST_ANSWER + "以") == SAID.too_long.format(
        most=LONGEST_ANSWER
    )
    assert staffed.answers(text="11010519491231002X 可以") == SAID.personal
    assert "正在送给提问者" in staffed.answers(text="可" * LONGEST_ANSWER)

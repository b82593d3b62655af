"""Who deals with a question."""

from __future__ import annotations

from datetime import timedelta

from fakes.staffed import OFFICE, OTHER, SAID, STRANGER, TEACHER


def test_a_claim_holds_for_an_hour(staffed):
    staffed.asks()
    staffed.office.claims.claim(OFFICE, TEACHER, 1, take=True)
    staffed.now += timedelta(minutes=59)
    assert "正由张老师处理" in staffed.answers(person=OTHER)
    staffed.now += timedelta(minutes=1)
    assert "正在送给提问者" in staffed.answers(person=OTHER)


def test_nobody_else_claims_or_answers_and_not_from_another_chat(staffed):
    staffed.asks()
    told = staffed.office.claims.claim(OFFICE, STRANGER, 1, take=True)
    assert told.reply.note == SAID.not_allowed
    assert staffed.answers(person=STRANGER) == SAID.not_allowed
    assert staffed.office.claims.claim(-400, TEACHER, 1, take=True).case is None
    assert staffed.office.desk.at(-400, 1) is None
    assert staffed.makes(chat=-400).case is None

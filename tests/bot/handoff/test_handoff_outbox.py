"""Messages: after a kill, refused, never taken, with another token."""

from __future__ import annotations

from datetime import timedelta

from fakes.staffed import OFFICE, WHO


def test_what_was_in_flight_at_a_kill_is_sent_again(staffed):
    staffed.asks()
    assert staffed.office.outbox.next() is not None
    staffed.open()
    assert staffed.sends() == []
    staffed.office.outbox.recover()
    assert [kind for kind, _, _ in staffed.sends()] == ["post"]


def test_the_asker_is_told_when_the_coordinators_cannot_be_reached(staffed):
    staffed.asks()
    mail, _ = staffed.office.outbox.next()
    staffed.office.outbox.failed(mail, for_good=True)
    ((kind, chat, text),) = staffed.sends()
    assert (kind, chat) == ("closed", WHO.chat)
    assert "没能送到组织方" in text
    assert staffed.sends() == []


def test_with_another_token_nothing_can_be_read_or_sent(staffed):
    staffed.asks()
    staffed.open("another token")
    assert staffed.sends() == []
    assert staffed.office.desk.at(OFFICE, 1) is None


def test_a_message_that_is_never_taken_is_given_up_and_told(staffed):
    staffed.asks()
    staffed.sends()
    staffed.answers()
    for _ in range(8):
        mail, _ = staffed.office.outbox.next()
        assert mail.kind == "answer"
        staffed.office.outbox.failed(mail, for_good=False)
        staffed.now += timedelta(hours=6)
    assert [kind for kind, _, _ in staffed.sends()] == ["unreached"]

"""What waits, what waits too long, what is deleted."""

from __future__ import annotations

from datetime import timedelta

from fakes.staffed import OFFICE, SAID, STRANGER, TEACHER


def test_overdue_is_told_once(staffed):
    staffed.asks()
    staffed.sends()
    staffed.now += timedelta(hours=23, minutes=59)
    staffed.office.waiting.watch()
    assert staffed.sends() == []
    staffed.now += timedelta(minutes=1)
    staffed.office.waiting.watch()
    staffed.office.waiting.watch()
    ((kind, chat, text),) = staffed.sends()
    assert (kind, chat) == ("overdue", OFFICE)
    assert text.startswith("超时未答 #1")
    assert staffed.office.waiting.queue(TEACHER).text.startswith("待答 1 个，其中超时 1 个")
    assert staffed.office.waiting.queue(STRANGER).text == SAID.queue.none


def test_after_ninety_days_nothing_is_left(staffed):
    staffed.asks()
    staffed.now += timedelta(days=90, seconds=1)
    staffed.office.waiting.watch()
    assert staffed.office.desk.at(OFFICE, 1) is None
    assert staffed.sends() == []

"""Questions handed over: each once, not too many, taken back."""

from __future__ import annotations

from fakes.staffed import SAID

from bot.handoff.store import FILE, HandoffStore
from bot.reply import Who


def test_the_same_question_that_still_waits_is_not_sent_again(staffed):
    staffed.asks()
    assert "已经转给组织方了，编号 #1" in staffed.asks(message=2)
    staffed.answers()
    assert "编号 #2" in staffed.asks(message=3)


def test_too_many_wait(staffed):
    for message in range(5):
        assert f"#{message + 1}" in staffed.asks(f"能带键盘{message}个吗？", message=message)
    assert "5 个问题" in staffed.asks(message=9)
    assert "#6" in staffed.asks(message=9, who=Who(8, 8))


def test_a_broken_store_is_a_polite_line(staffed, tmp_path):
    (tmp_path / FILE).write_bytes(b"no database" * 500)
    assert staffed.asks() == SAID.asker["zh"].not_kept


def test_in_a_group_each_forgets_what_is_their_own(staffed, tmp_path):
    one, other = (Who(-100, person) for person in (7, 8))
    staffed.asks(who=one, message=1)
    staffed.asks(who=other, message=2)
    staffed.office.forget(one)
    with HandoffStore(tmp_path / FILE, "token").open() as db:
        assert db.execute("SELECT id FROM handoff").fetchall() == [(2,)]

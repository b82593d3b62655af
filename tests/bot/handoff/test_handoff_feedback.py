"""Votes, counts, and what forgetting leaves of them."""

from __future__ import annotations

from fakes.desk import FakeDesk
from fakes.staffed import SCOPE, START, TEACHER, WHO

from bot.handoff.store import FILE, HandoffStore
from bot.wording import wording
from retrieval.model import Question


def test_counts_wait_for_a_store_that_is_locked(staffed, tmp_path):
    asked = Question(text="能带键盘吗？", as_of=START, notice="made-2")
    staffed.office.heard(asked, FakeDesk().answer(asked))
    store = HandoffStore(tmp_path / FILE, "token")
    staffed.office.flush()
    with store.open() as db:
        assert db.execute("SELECT status, count FROM tally").fetchall() == [("not_stated", 1)]
        assert db.execute("SELECT count(*) FROM open_question").fetchone() == (1,)


def test_a_vote_counts_once_and_the_last_one(staffed, tmp_path):
    for vote in ("good", "bad", "wrong"):
        staffed.office.voted(WHO, 1, SCOPE, vote, "能带键盘吗？")
    with HandoffStore(tmp_path / FILE, "token").open() as db:
        assert db.execute("SELECT vote, reason FROM vote").fetchall() == [("bad", "wrong")]
        assert db.execute("SELECT count(*) FROM open_question").fetchone() == (1,)
    assert "👎 1（内容有误 1）" in staffed.office.figures.stats(TEACHER, "").text


def test_forgetting_deletes_what_is_kept_under_the_chat_and_privacy_names_the_rest(
    staffed, tmp_path
):
    staffed.asks()
    staffed.office.voted(WHO, 1, SCOPE, "bad", "能带键盘吗？")
    staffed.office.forget(WHO)
    with HandoffStore(tmp_path / FILE, "token").open() as db:
        kept = {
            table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("handoff", "vote", "open_question")
        }
    assert kept == {"handoff": 0, "vote": 1, "open_question": 1}
    told = wording().privacy
    assert "没有答案、被评为不合适的问题和你的评价不记是谁的，/forget 找不出来" in told
    assert "全部删除" not in told

"""What replies become: options where a row is to be chosen."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from retrieval.compose import MAX_OPTIONS, compose
from retrieval.model import Question
from retrieval.reply import Piece, Reply

ASKED = Question(text="哪个学校承办", as_of=datetime(2026, 6, 10, tzinfo=ZoneInfo("Asia/Shanghai")))


def to_choose(notices, names):
    piece = Piece(text="、".join(names), citations=(), computed=tuple(names))
    reply = Reply(status="clarify", notice="cq-special-2026", pieces=(piece,), choices=tuple(names))
    return compose(ASKED, [reply], notices)


def test_rows_to_choose_from_are_tracks_to_ask_again_with(notices, desk):
    names = [track.name for track in notices["cq-special-2026"].tracks]
    options = to_choose(notices, names).options
    assert [option.label for option in options] == names[:MAX_OPTIONS]
    for option in options:
        again = desk.answer(
            ASKED.model_copy(update={"notice": option.notice, "track": option.track})
        )
        assert again.status != "clarify"


def test_rows_that_are_no_tracks_are_named_in_words_only(notices):
    answer = to_choose(notices, ["甲", "乙"])
    assert answer.options == ()
    assert answer.text.startswith("甲、乙")

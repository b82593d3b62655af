"""Choosing for a chat."""

from __future__ import annotations

import pytest
from fakes.desk import FakeDesk, made
from fakes.talk import ME, WORDS

from bot.live import Live
from bot.talk.choosing import FILTERED_SHOWN
from bot.talk.talk import Talk


def test_choosing_goes_from_competition_to_track_to_group(talk, desk):
    assert len(talk.choosing.choose(ME).options) == 2
    tracks = talk.hear(ME, "1")
    assert (len(tracks.options), tracks.final.label) == (30, WORDS.whole_competition)
    groups = talk.hear(ME, "3")  # 1 is 不限赛项, so 3 is the second track
    assert [option.label for option in groups.options] == ["学生组", "职工组"]
    assert "第1届试赛 · 赛项2号 · 职工组" in talk.hear(ME, "3").text
    talk.hear(ME, "费用")
    last = desk.asked[-1]
    assert (last.notice, last.track, last.group) == ("made-1", "t2", "职工组")


@pytest.mark.parametrize(("picks", "track"), [(("1", "1"), None), (("1", "3", "1"), "t2")])
def test_choosing_may_stop_at_any_level(talk, desk, picks, track):
    talk.choosing.choose(ME)
    for pick in picks:
        reply = talk.hear(ME, pick)
    assert not reply.options
    talk.hear(ME, "费用")
    assert (desk.asked[-1].notice, desk.asked[-1].track) == ("made-1", track)


def test_words_behind_choose_narrow_the_list(talk):
    assert [o.notice for o in talk.choosing.choose(ME, "第2届").options] == ["made-2"]
    assert [o.notice for o in talk.choosing.choose(ME, "赛项30号").options] == ["made-1"]
    assert talk.choosing.choose(ME, "龙舟").text == WORDS.choose_none.format(words="龙舟")


def test_a_narrowed_list_fits_one_page(clock):
    many = FakeDesk(tuple(made(number, 0) for number in range(FILTERED_SHOWN + 5)))
    talk = Talk(Live(lambda: many, lambda: 0), WORDS, clock)
    assert len(talk.choosing.choose(ME, "试赛").options) == FILTERED_SHOWN

"""Short words for the one track of a question, written in full."""

from __future__ import annotations

import pytest

from knowledge.notice import read_notice
from retrieval.passages.rank import Sought
from retrieval.question.asked import asked
from retrieval.question.lexicon import words
from retrieval.scoping.in_full import in_full

NOTICE = read_notice(
    "hall",
    """关于举办松原市公共文化技能竞赛的通知
一、项目
设图书馆参考咨询、船舶应急抢险、客运服务三个赛项。
""".encode(),
)
IDS = {t.name: t.id for t in NOTICE.tracks}


@pytest.mark.parametrize(
    ("question", "track", "full"),
    [
        ("船舶抢险几号比", "船舶应急抢险", "船舶应急抢险几号比"),
        ("客服在哪比", "客运服务", "客运服务在哪比"),
        ("船舶应急抢险几号比", "船舶应急抢险", None),
        ("有参考书吗", "图书馆参考咨询", None),
        ("几号比", "客运服务", None),
    ],
)
def test_a_part_of_a_name_stands_for_it(question, track, full):
    found = in_full(Sought(asked(question, words()), (IDS[track],), ()), NOTICE)
    assert (found.asked.plain if found else None) == full


def test_of_several_tracks_none_is_written():
    both = Sought(asked("船舶抢险和客服几号比", words()), tuple(IDS.values())[1:], ())
    assert in_full(both, NOTICE) is None

"""Which buttons fit below an answer; over the notices that are bundled."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.follow_ups import follow_ups
from bot.opening import live_desk
from retrieval.model import Question

ZONE = ZoneInfo("Asia/Shanghai")
BEFORE, AFTER = datetime(2023, 8, 1, tzinfo=ZONE), datetime(2026, 8, 1, tzinfo=ZONE)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EMBEDDING", "none")
        yield live_desk(tmp_path_factory.mktemp("store"), warm=False).desk


@pytest.fixture
def below(desk):
    def call(text, as_of=BEFORE, notice="cq-ai-2023", track="ai-trainer"):
        asked = Question(text=text, as_of=as_of, notice=notice, track=track)
        found = {n.id: n for n in desk.notices}[notice]
        return follow_ups(asked, desk.answer(asked), found, desk.rules)

    return call


@pytest.mark.parametrize(
    ("text", "fits", "not_"),
    [
        ("报名截止到什么时候？", {"remind", "read"}, {"check"}),
        ("参赛选手有什么年龄要求？", {"check", "read"}, {"remind"}),
        ("联系电话是多少？", {"read"}, {"contact", "check", "remind"}),
        ("赛场停车收费吗？", set(), {"remind", "check"}),
    ],
)
def test_what_helps_is_offered_and_nothing_else(below, text, fits, not_):
    found = set(below(text))
    assert fits <= found
    assert not not_ & found


def test_what_is_over_needs_no_reminder(below):
    text = "报名截止到什么时候？"
    assert "remind" in below(text, BEFORE)
    assert "remind" not in below(text, AFTER, "cq-plan-2024", None)

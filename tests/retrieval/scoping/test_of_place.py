"""A place said anywhere chooses among competitions where nothing else does."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from retrieval.model import Question

NOON = datetime(2026, 7, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture(scope="module")
def desk(make_desk):
    return make_desk()


def test_the_place_somebody_is_from_is_that_of_the_competition_where_none_is_named(desk):
    found = desk.answer(Question(text="我在贵州上班，报名费多少", as_of=NOON))
    assert set(found.notices) == {"gz-ai-2025"}


def test_the_chosen_competition_stays_whatever_place_is_said(desk):
    about = {"notice": "cq-ai-2026", "as_of": NOON}
    found = desk.answer(Question(text="我在贵州上班，参赛选手怎么报名", **about))
    assert set(found.notices) == {"cq-ai-2026"}


def test_a_place_of_several_competitions_is_asked_about_among_these(desk):
    found = desk.answer(Question(text="我是重庆的怎么报名", as_of=NOON))
    assert found.status == "clarify"
    assert not any(option.notice == "gz-ai-2025" for option in found.options)

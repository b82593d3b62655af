"""The place of the competition a question names."""

from __future__ import annotations

import pytest

from retrieval.question.lexicon import words
from retrieval.scoping.regions import province

NAMED = {
    "成都的人工智能竞赛几号报名": "四川",
    "四川技能大赛在哪比": "四川",
    "深圳技能大赛要交钱吗": "广东",
    "内蒙古职业技能大赛": "内蒙古",
    "重庆的比赛": "重庆",
}
NOT_NAMED = [
    "我是成都的学生，能参加比赛吗",
    "在深圳上班能报竞赛吗",
    "四川户口能参加大赛吗",
    "比赛在哪",
]


@pytest.mark.parametrize(("text", "where"), NAMED.items(), ids=NAMED)
def test_named(text, where):
    assert words().region(text) == where


@pytest.mark.parametrize("text", NOT_NAMED)
def test_where_a_person_is_from_names_no_competition(text):
    assert words().region(text) is None


@pytest.mark.parametrize(("place", "where"), [("贵阳", "贵州"), ("贵州", "贵州"), ("某镇", "某镇")])
def test_province(place, where):
    assert province(place) == where

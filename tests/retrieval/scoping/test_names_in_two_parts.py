"""Competitions named in two parts; how long somebody worked is no year of a competition."""

from __future__ import annotations

import pytest

from knowledge.notice import read_notice
from retrieval.question.asked import plain
from retrieval.question.lexicon import words
from retrieval.question.mentions import years
from retrieval.scoping.scope import Scopes, Target

NATION = """关于举办2026年全国行业职业技能竞赛——第四届全国窑炉维修行业职业技能竞赛的通知
一、报名截止时间为2026年6月10日。
二、联系人：袁老师，0790-2210011。
窑炉行业协会
2026年5月1日
"""
OTHER = """关于举办白崖市第二届行业职工技能竞赛的通知
一、报名截止时间为2026年6月25日。
二、联系人：齐老师，0791-6610088。
白崖市总工会
2026年5月1日
"""
READ = [read_notice("nation", NATION.encode()), read_notice("other", OTHER.encode())]
SCOPES = Scopes(READ, words())


def scope(text: str) -> Target:
    return SCOPES.resolve(plain(text), 2026)


@pytest.mark.parametrize(
    "text",
    [
        "窑炉竞赛几号截止",
        "窑炉那个全国竞赛几号截止",
        "全国窑炉维修大赛，我干了22年",
        "我想参加窑炉比赛",
    ],
)
def test_the_part_of_its_own_names_it(text: str) -> None:
    found = scope(text)
    assert found.notices == ("nation",)
    assert found.named
    assert not found.absent


def test_what_all_of_a_kind_share_names_none() -> None:
    assert scope("全国比赛几号").notices != ("nation",)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("开车20年", set()),
        ("干了22年能报吗", set()),
        ("我21年工龄", set()),
        ("修车25年了，能去吗", set()),
        ("23年首届大赛", {2023}),
        ("那个比赛24年的", {2024}),
        ("2025年的竞赛", {2025}),
    ],
)
def test_years_of_work_are_no_year(text: str, found: set[int]) -> None:
    assert years(text, 2026)[0] == found

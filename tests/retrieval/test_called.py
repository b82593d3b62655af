"""What competitions are called besides their names: place, letter, issuer, 今年, a track."""

from __future__ import annotations

import pytest

from knowledge.notice import read_notice
from retrieval.question.asked import plain
from retrieval.question.lexicon import words
from retrieval.question.mentions import editions
from retrieval.scoping.issuing import Issuer, at_home, issuers, subject
from retrieval.scoping.regions import shortened
from retrieval.scoping.scope import Scopes

SCHOOL = (
    "临溪职业技术学院文件\n关于举办第九届校园技能节的通知\n各学院：\n现举办第九届校园技能节。\n"
    "临溪职业技术学院\n2026年9月1日\n"
)
COMPANY = (
    "北湾港务集团有限公司工会委员会\n关于开展2027年集团职工技能比武的通知\n各子公司：\n现开展比武。\n"
    "北湾港务集团有限公司工会委员会\n2027年3月1日\n"
)


@pytest.fixture(scope="module")
def scopes(notices):
    own = [read_notice(i, text.encode()) for i, text in (("school", SCHOOL), ("company", COMPANY))]
    return Scopes([*notices.values(), *own], words())


@pytest.mark.parametrize(
    ("text", "year", "meant"),
    [
        ("今年的重庆人工智能竞赛收费吗", 2026, {"cq-ai-2026"}),
        ("本届AI竞赛收费吗", 2026, {"cq-ai-2026"}),
        ("重庆AI竞赛收费吗", 2026, {"cq-ai-2023", "cq-ai-2026"}),
        ("我今年52能报重庆AI竞赛吗", 2026, {"cq-ai-2023", "cq-ai-2026"}),
        ("今年的重庆人工智能竞赛收费吗", 2023, {"cq-ai-2023"}),
        ("今年的重庆人工智能竞赛收费吗", 2030, {"cq-ai-2023", "cq-ai-2026"}),
        ("黔省那个AI赛报名表发哪", 2026, {"gz-ai-2025"}),
        ("渝AI竞赛2026收费吗", 2026, {"cq-ai-2026"}),
        ("贵州那个收费吗", 2026, {"gz-ai-2025"}),
        ("我是高校老师，在贵州报职工组吗", 2026, {"gz-ai-2025"}),
        ("首届人工智能竞赛机器视觉在哪比", 2026, {"cq-ai-2023"}),
        ("AI竞赛无人机哪天", 2026, {"cq-ai-2026"}),
        ("第二届国赛的教练能报2023年重庆机器视觉吗", 2026, {"cq-ai-2023"}),
        ("我当过第二届的教练，能报2023年重庆机器视觉吗", 2026, {"cq-ai-2023"}),
        ("临溪职院技能节几号", 2026, {"school"}),
        ("临溪职业技术学院的技能节几号", 2026, {"school"}),
        ("北湾港职工比武几号", 2027, {"company"}),
        ("北湾港集团职工技能比武几号", 2027, {"company"}),
        ("今年集团职工技能比武几号", 2027, {"company"}),
        ("重庆物联网大赛几号", 2026, {"cq-ai-2026"}),
        ("贵州人工智能技能大赛几号", 2026, {"gz-ai-2025"}),
        ("我在临溪职业技术学院读书，重庆AI竞赛能报吗", 2026, {"cq-ai-2023", "cq-ai-2026"}),
    ],
)
def test_a_competition_is_known_by_what_people_call_it(scopes, text, year, meant):
    target = scopes.resolve(plain(text), year)
    assert set(target.notices) == meant
    assert not target.absent


@pytest.mark.parametrize(
    "text",
    [
        "川渝技能大赛几号",
        "成渝职业技能大赛几号",
        "湘赛几号报名",
        "粤AI大赛",
        "贵州挖掘机大赛几号",
        "贵州省钢琴技能竞赛几号",
        "江海集团职工技能比武几号",
    ],
)
def test_a_competition_of_another_place_is_absent(scopes, text):
    assert scopes.resolve(plain(text), 2026).absent


@pytest.mark.parametrize(
    ("text", "provinces"),
    [
        ("黔赛", {"贵州"}),
        ("川渝技能大赛", {"四川", "重庆"}),
        ("成渝技能大赛", {"四川", "重庆"}),
        ("渝北区的技能大赛", set()),
        ("在渝工作能参加大赛吗", set()),
        ("鲁班杯大赛", set()),
        ("创新大赛", set()),
        ("晋级比赛", set()),
    ],
)
def test_letters_of_provinces(text, provinces):
    assert shortened(text)[0] == provinces


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("第四届竞赛", {"第四届"}),
        ("第二届国赛的教练", set()),
        ("第二届全国技能大赛的选手能报第四届吗", {"第四届"}),
        ("参加过第三届的还能报吗", set()),
        ("第三届全国物流装备竞赛", {"第三届"}),
    ],
)
def test_editions_of_other_competitions_are_not_asked_for(text, found):
    assert editions(plain(text))[0] == found


def test_offices_have_no_name_of_their_own():
    names = ["重庆市总工会", "贵州省教育厅", "景阳市汽车维修行业协会", "江海重工集团有限公司"]
    assert issuers(names, "景阳") == (Issuer("汽车维修", shared=True), Issuer("江海重工"))


def test_a_school_names_its_competition_only_where_that_follows():
    assert Issuer("临溪", shared=True).called("临溪校园技能节") is not None
    assert Issuer("临溪", shared=True).called("我在临溪上学") is None


def test_place_and_subject_at_once():
    assert at_home("云岫乡村工匠怎么报", "云岫", "县乡村工匠") == (6, (0, 6))
    assert at_home("云岫的天气", "云岫", "县乡村工匠") is None


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("大连焊工大赛几号", "焊工"),
        ("大连市焊工职业技能竞赛", "焊工"),
        ("贵州技能大赛几号", ""),
        ("重庆今年的大赛", ""),
        ("贵州户口能参加大赛吗", ""),
    ],
)
def test_what_a_competition_named_after_a_place_is_about(text, about):
    assert subject(text, [2]) == about

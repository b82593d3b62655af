"""Names, regions, short forms of tracks, relations between notices."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import knowledge.catalogue
import knowledge.values
from knowledge.bundled import bundled
from knowledge.catalogue.document import read_document
from knowledge.catalogue.level import level_of
from knowledge.catalogue.mentions import Entrants, group_mentions, mentions, resolve
from knowledge.catalogue.naming import everyday_names, own_name
from knowledge.catalogue.regions import PROVINCES, region_of
from knowledge.catalogue.relations import related
from knowledge.catalogue.track_aliases import short_forms
from knowledge.catalogue.track_kinds import kinds_of
from knowledge.fold import fold
from knowledge.model import Clause, Scope, Track
from knowledge.notice import read_notice
from knowledge.numerals import arabic

MODULES = [
    f"{package.__name__}.{module.name}"
    for package in (knowledge.catalogue, knowledge.values)
    for module in pkgutil.iter_modules(package.__path__)
] + ["knowledge.fold", "knowledge.numerals", "knowledge.scopes", "knowledge.statements"]

TRACKS = (
    Track(id="sale", name="农产品直播销售"),
    Track(id="drone", name="无人机植保作业"),
    Track(id="shed", name="智慧大棚运维"),
    Track(id="vision", name="工业视觉（智能检测方向）", aliases=("工业视觉",)),
)


def test_modules_were_found():
    assert len(MODULES) > 20


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("关于举办某省第二届焊接技能大赛的通知", "某省第二届焊接技能大赛"),
        ("关于联合举办某省焊接技能竞赛的公告", "某省焊接技能竞赛"),
        ("关于更正某省焊接技能大赛报名时间等事项的通知", "某省焊接技能大赛"),
        ("关于某省焊接技能大赛决赛有关事项的补充通知", "某省焊接技能大赛"),
        ("某学院关于举办第三届“火花杯”焊接竞赛的通知", "第三届“火花杯”焊接竞赛"),
        ("2027年某省系列竞赛赛项一览表", "2027年某省系列竞赛"),
        ("关于取消某市机器人比赛的通知", "某市机器人比赛"),
        ("关于延长某市焊接竞赛报名时间的通知", "某市焊接竞赛"),
    ],
)
def test_own_name_out_of_the_title(title, name):
    assert own_name(title, ()) == name


@pytest.mark.parametrize(
    ("name", "region", "called"),
    [
        ("“火花”杯山东省第三届焊接行业职业技能竞赛", "山东", ["火花杯", "焊接竞赛", "山东焊接"]),
        ("第三届“火花杯”焊接竞赛", None, ["火花杯", "焊接竞赛", "焊接"]),
        ("2025年山东技能大赛—全省首届物流职业技能竞赛", "山东", ["山东技能大赛", "山东物流竞赛"]),
        ("山东省第二届人工智能与机器人大赛", "山东", ["人工智能", "机器人大赛", "AI竞赛"]),
        ("山东省首届智能制造技能竞赛", "山东", ["智造大赛", "智能制造竞赛"]),
    ],
)
def test_everyday_names(name, region, called):
    names = everyday_names(name, region)
    assert set(called) <= set(names)
    assert names[0] == name


@pytest.mark.parametrize(
    ("name", "kept", "left"),
    [
        ("第四届全国数字技能大赛", "数字竞赛", "数字"),
        ("某省第二届学生技能大赛", "学生竞赛", "学生"),
        ("某省第二届焊接技能大赛", "焊接", "焊接竞赛的"),
        ("某省第二届电工技能大赛", "电工", ""),
    ],
)
def test_a_short_word_of_everyday_speech_is_no_name(name, kept, left):
    names = everyday_names(name, None)
    assert kept in names
    assert left not in names


def test_the_kind_of_event_alone_is_no_name():
    assert not {"竞赛", "大赛", "技能大赛"} & set(everyday_names("山东省首届技能大赛", "山东"))


@pytest.mark.parametrize(
    ("number", "texts", "region"),
    [
        ("鲁人社发〔2030〕3号", ["焊接竞赛"], "山东"),
        ("鲁人社发〔2030〕3号", ["河南省焊接竞赛"], "河南"),
        (None, ["焊接竞赛", "关于举办焊接竞赛的通知", "内蒙古自治区总工会"], "内蒙古"),
        (None, ["某某市第三届焊接竞赛"], "某某"),
        (None, ["全市焊接竞赛"], None),
        (None, ["焊接竞赛"], None),
    ],
)
def test_region(number, texts, region):
    assert region_of(number, *texts) == region


def test_provinces_are_thirty_four_with_different_letters():
    assert len(PROVINCES) == len(set(PROVINCES.values())) == 34


@pytest.mark.parametrize(
    ("lines", "title", "number"),
    [
        (
            ["某省教育厅", "某教〔2030〕5号", "关于举办某省焊接", "", "技能大赛的通知", "各学校："],
            "关于举办某省焊接技能大赛的通知",
            "某教〔2030〕5号",
        ),
        (
            ["某教[2030]5号", "某省教育厅 关于举办焊接 大赛的通知", "各校："],
            "关于举办焊接大赛的通知",
            "某教[2030]5号",
        ),
        (
            ["关于举办焊接大赛的通知", "根据《某教〔2030〕5号》", "各校："],
            "关于举办焊接大赛的通知",
            None,
        ),
    ],
)
def test_head(lines, title, number):
    document = read_document("\n".join([*lines, "一、事项", "无"]))
    assert (document.title, document.doc_number) == (title, number)


@pytest.mark.parametrize("line", ["[2026] ——56", "某教〔2026〕号", "〔2026〕 12号"])
def test_a_broken_document_number_is_a_finding(line):
    document = read_document(f"某省教育厅\n{line}\n关于举办焊接大赛的通知\n各校：\n")
    assert document.doc_number is None
    assert [finding.rule for finding in document.findings] == ["doc_number"]


def test_the_day_of_printing_is_not_the_day_of_issue():
    text = "关于举办焊接大赛的通知\n各校：\n一、无\n某省教育厅\n2030年6月3日\n"
    text += "某厅办公室 2030年6月6日印发\n"
    assert str(read_document(text).issued_on) == "2030-06-03"


def test_signers_stand_in_where_the_head_names_nobody():
    text = "关于举办焊接大赛的通知\n各校：\n一、无\n某省教育厅　　某省总工会\n2030年6月3日\n"
    assert read_document(text).issuers == ("某省教育厅", "某省总工会")


@pytest.mark.parametrize(
    ("words", "track"),
    [
        ("农产品直播销售", "sale"),
        ("直播销售", "sale"),
        ("无人机植保", "drone"),
        ("工业视觉", "vision"),
        ("作业", "drone"),
        ("运", "none"),
        ("焊接", "none"),
    ],
)
def test_resolve(words, track):
    found = resolve(words, TRACKS)
    assert (found.id if found else "none") == track


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("直播销售、无人机植保2个赛项报名截止", [("sale", "drone")]),
        ("(二)直播销售赛项另行通知", [("sale",)]),
        ("其他赛项不分组", [()]),
        ("仅工业视觉赛项设置", [("vision",)]),
        ("农产品直播销售30人,智慧大棚运维20人", [("sale",), ("shed",)]),
        ("焊接赛项", []),
    ],
)
def test_track_mentions(text, found):
    named = mentions(text, Entrants(TRACKS, ()))
    assert [mention.names for mention in named.tracks] == found


KINDS = """云山省农业农村厅
关于举办云山省第二届乡村技能竞赛的通知
各有关单位：
一、赛项
竞赛共设5个赛项，均为个人赛。
（一）职业技能类：茶叶加工工、沼气工、农机驾驶员。
（二）传统技艺类：剪纸、木雕。
二、参赛条件
（一）职业技能类选手的基本条件
1.年满20周岁。
2.沼气工赛项：从事相关工作满2年。
（二）传统技艺类选手条件
1.从事该项技艺满6年。
（三）选手应遵纪守法，传统技艺类各赛项不要求证书。
三、其他
云山省农业农村厅
2026年4月1日
"""


def test_tracks_listed_kind_by_kind():
    notice = read_notice("n", KINDS.encode())
    assert [(track.name, track.kind) for track in notice.tracks] == [
        ("茶叶加工工", "职业技能类"),
        ("沼气工", "职业技能类"),
        ("农机驾驶员", "职业技能类"),
        ("剪纸", "传统技艺类"),
        ("木雕", "传统技艺类"),
    ]


def test_tracks_are_not_listed_by_kind_where_the_number_is_another():
    notice = read_notice("n", KINDS.replace("共设5个", "共设7个").encode())
    assert {track.kind for track in notice.tracks} <= {""}


@pytest.mark.parametrize(
    ("path", "tracks"),
    [
        ("二（一）1", ("t01", "t02", "t03")),
        ("二（一）2", ("t02",)),
        ("二（二）1", ("t04", "t05")),
        ("二（三）", ()),
    ],
)
def test_a_heading_that_names_a_kind_concerns_its_tracks(path, tracks):
    notice = read_notice("n", KINDS.encode())
    found = {clause.path: clause.scope.tracks for clause in notice.clauses}
    assert found[path] == tracks


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("技术类：焊工、钳工。", {"a": "技术类", "b": "技术类"}),
        ("服务类（茶艺师、导游），技术类包括焊工和钳工。", {"a": "技术类", "b": "技术类"}),
        ("技术类有焊工、铣工。", {}),
        ("焊工、钳工、茶艺师均为个人赛。", {}),
    ],
)
def test_kinds_of(words, kinds):
    tracks = [Track(id=i, name=n) for i, n in (("a", "焊工"), ("b", "钳工"), ("c", "茶艺师"))]
    text = f"一、赛项\n{words}\n"
    clauses = read_notice("n", text.encode()).clauses
    assert kinds_of(clauses, (), tracks) == kinds


def test_an_identity_means_its_group():
    found = group_mentions("以学生身份参赛的", ["学生组", "职工组"])
    assert [mention.names for mention in found] == [("学生组",)]


def test_short_forms_are_dropped_where_two_tracks_share_them():
    forms = short_forms(["人工智能训练师", "数字人训练师"])
    assert "训练师" not in {form for names in forms.values() for form in names}


def test_fold_leads_back_to_the_place():
    text = "比赛时间：２０２６ 年\n11 月"
    folded = fold(text, 100)
    assert folded.text == "比赛时间:2026年11月"
    start, end = folded.span(5, len(folded.text))
    assert text[start - 100 : end - 100] == "２０２６ 年\n11 月"


def test_fold_keeps_the_line_of_a_new_label_and_joins_a_broken_word():
    assert fold("智能制\n\n造系统\n联系电话：1").text == "智能制造系统\n联系电话:1"


@pytest.mark.parametrize(
    ("words", "number"), [("十", "10"), ("二十三", "23"), ("两", "2"), ("7", "7")]
)
def test_numerals(words, number):
    assert arabic(words) == number


def made(notice_id: str, *lines: str):
    return read_notice(notice_id, "\n".join(lines).encode())


def test_relations_of_supplement_correction_and_earlier_edition():
    first = made(
        "a28",
        "某教〔2028〕1号",
        "关于举办山东省第一届焊接大赛的通知",
        "各校：",
        "某厅",
        "2028年1月1日",
    )
    second = made(
        "a30",
        "某教〔2030〕5号",
        "关于举办山东省第二届焊接大赛的通知",
        "各校：",
        "某厅",
        "2030年1月1日",
    )
    more = made(
        "b30",
        "关于山东省第二届焊接大赛的补充通知",
        "各校：",
        "按某教〔2030〕5号补充。",
        "某厅",
        "2030年2月1日",
    )
    mended = made(
        "c30",
        "关于更正山东省第二届焊接大赛时间的通知",
        "各校：",
        "《关于举办山东省第二届焊接大赛的通知》更正。",
        "某厅",
        "2030年3月1日",
    )
    found = {
        n.id: [(r.kind, r.notice) for r in n.relations]
        for n in related([first, second, more, mended])
    }
    assert found == {
        "a28": [],
        "a30": [("earlier_edition", "a28")],
        "b30": [("supplement", "a30")],
        "c30": [("correction", "a30")],
    }  # fmt: skip


def test_relations_of_the_bundled_notices():
    notices = related(
        [read_notice(source.id, source.data, source.confirmed) for source in bundled()]
    )
    found = {notice.id: [(r.kind, r.notice) for r in notice.relations] for notice in notices}
    assert found.pop("cq-ai-2026") == [("earlier_edition", "cq-ai-2023")]
    assert not any(found.values())


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("和主题名称：第五届东江省农业技能大赛。主题：技赢田野", "第五届东江省农业技能大赛"),
        ("东江省焊接职业技能竞赛（以下简称“竞赛”），列入省级二类竞赛。", "东江省焊接职业技能竞赛"),
        ("本次竞赛名称为2031年东江省焊接职业技能竞赛", "2031年东江省焊接职业技能竞赛"),
        ("与级别本次竞赛为国家级二类职业技能竞赛，由甲协会主办", None),
    ],
    ids=["a topic behind it", "what it is called below", "a whole sentence", "its level only"],
)
def test_the_name_is_what_the_clause_calls_it(words, name):
    clause = Clause(
        path="一（一）",
        level=2,
        mark="（一）",
        text=f"（一）竞赛名称{words}",
        start=0,
        end=100,
        scope=Scope(),
    )
    assert own_name("关于举办某某竞赛的通知", [clause]) == (name or "某某竞赛")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("关于组织参加2031年全国焊接职业技能竞赛的通知", "2031年全国焊接职业技能竞赛"),
        ("关于印发《东江市焊接职业技能竞赛实施方案》的通知", "东江市焊接职业技能竞赛"),
        ("甲协会关于承办东江市焊接技能竞赛的通知", "东江市焊接技能竞赛"),
    ],
)
def test_what_is_done_with_it_is_no_part_of_the_name(title, name):
    assert own_name(title, ()) == name


@pytest.mark.parametrize(
    ("name", "issuers", "level"),
    [
        ("第六届全国焊接竞赛", (), "国家级"),
        ("焊接竞赛", ("中国某某协会",), "国家级"),
        ("2026年山东省焊接竞赛", ("山东省总工会",), "省级"),
        ("全省焊接竞赛", ("某省教育厅",), "省级"),
        ("重庆市焊接竞赛", ("重庆市总工会",), "省级"),
        ("渝北区焊接竞赛", ("重庆市渝北区总工会",), "区县级"),
        ("焊接竞赛", ("江宁区总工会",), "区县级"),
        ("焊接竞赛", ("景阳市总工会",), "市级"),
        ("焊接竞赛", ("景阳市焊接行业协会",), "行业"),
        ("集团公司第三届焊接竞赛", ("某能源集团有限公司工会",), "企业级"),
        ("焊接竞赛", ("某职业技术学院",), "校级"),
        ("焊接竞赛", (), None),
    ],
)
def test_the_level_follows_from_who_holds_it(name, issuers, level):
    assert level_of(name, issuers, ()) == level


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("本次大赛为国家级二类职业技能竞赛。", "国家级二类"),
        ("一、竞赛级别\n本次竞赛按省级一类赛事管理。", "省级一类"),
        ("一、竞赛级别：市级", "市级"),
        ("竞赛列入县级年度竞赛计划。", "区县级"),
        ("获得竞赛第一名的，推荐参加国家级竞赛。", "市级"),
        ("参赛选手应为省级以上技能竞赛获奖者。", "市级"),
    ],
)
def test_the_level_a_notice_states_wins(words, level):
    text = f"景阳市总工会\n关于举办景阳市焊接竞赛的通知\n一、总则\n{words}\n"
    assert read_notice("invented", text.encode()).level == level


def test_issuers_beside_each_other_in_a_line_are_told_apart():
    text = "某县商务局　某县总工会　共青团某县委\n关于举办竞赛的通知\n一、报名\n即日起。\n"
    assert read_document(text).issuers == ("某县商务局", "某县总工会", "共青团某县委")
    assert read_document(
        text.replace("某县商务局　某县总工会　共青团某县委", "某 县 总 工 会")
    ).issuers == ("某县总工会",)


def test_a_region_is_said_once_in_everyday_names():
    names = everyday_names("江宁区第四届人工智能技能大赛", "江宁")
    assert {"AI赛", "江宁AI大赛", "人工智能大赛"} <= set(names)
    assert not [name for name in names if "江宁江宁" in name]


@pytest.mark.parametrize("head", ["附件2\n", "附 件\n", ""])
def test_an_attachment_that_comes_later_belongs_to_its_notice(head):
    base = read_notice(
        "base",
        "关于举办江宁区第四届焊接大赛的通知\n一、报名\n即日起。\n附件：技术文件（另发）\n".encode(),
    )
    later = read_notice(
        "later", f"{head}江宁区第四届焊接大赛技术文件\n一、内容\n理论占30%。\n".encode()
    )
    (_, told) = related([base, later])
    assert [(each.kind, each.notice) for each in told.relations] == [("attachment", "base")]

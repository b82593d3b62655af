"""What a notice is to another, what a correction changes, and a notice with the changes in it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.catalogue.relations import related
from knowledge.catalogue.relations.amended import Edit, Layer, amended
from knowledge.catalogue.relations.changes import Change, changes_in
from knowledge.catalogue.relations.family import Family
from knowledge.catalogue.relations.kinds import kind_of
from knowledge.data import parse
from knowledge.eligibility.corrected import published, redrafted
from knowledge.eligibility.drafting import draft_rules
from knowledge.eligibility.judge import judge
from knowledge.eligibility.person import read_person
from knowledge.model import Citation
from knowledge.notice import read_notice

DATA = parse(Path(__file__).with_name("changes.yaml").read_text("utf-8"))
TOLD = Change(kind="replaced", path="一", start=0, end=1)

BASE = """某工发〔2030〕7号
关于举办云山市第六届钳工大赛的通知
各单位：
一、赛项
设装配钳工、工具钳工两个赛项，报名方式见下表。
赛项\t报名截止\t报名邮箱
装配钳工\t2030年6月30日\tzp@x.example.cn
工具钳工\t2030年6月30日\tgj@x.example.cn
二、条件
（一）选手须年满18周岁、不超过45周岁。
（二）每单位限报2人。
三、附则
咨询电话每单位限报2人之外另设：13900010001。
某工会
2030年3月1日
"""


def base():
    return read_notice("base", BASE.encode())


def correction(*lines, issued="2030年5月1日", title="关于更正云山市第六届钳工大赛有关事项的通知"):
    text = "\n".join(
        [title, "各单位：", "现就某工发〔2030〕7号更正如下：", *lines, "某工会", issued]
    )
    return read_notice("mend", text.encode())


def mended(*lines):
    return amended(base(), [correction(*lines)])


def test_cases_were_found():
    assert len(DATA["changes"]) > 10
    assert len(DATA["titles"]) > 10


@pytest.mark.parametrize("case", DATA["changes"], ids=lambda case: case["say"])
def test_changes(case):
    found = [[c.kind, c.about, c.before, c.after] for c in changes_in(case["say"])]
    assert found == case["is"]


@pytest.mark.parametrize("title", DATA["titles"])
def test_kind(title):
    assert kind_of(title) == DATA["titles"][title]


@given(st.text(alphabet="由将“”更正为改至原定，。现6月1日报名截止时间a@b.cn", max_size=60))
def test_any_sentence_is_read(sentence):
    for change in changes_in(sentence):
        assert change.before in sentence
        assert change.after in sentence


def test_only_the_row_of_the_named_track_changes():
    view = mended("一、装配钳工赛项的报名截止时间由“2030年6月30日”更正为“2030年7月15日”。")
    assert [row.cells[1] for row in view.notice.tables[0].rows] == [
        "2030年7月15日",
        "2030年6月30日",
    ]
    values = [v.value for v in view.notice.values if v.kind == "deadline"]
    assert values == ["2030-07-15", "2030-06-30"]


def test_without_a_track_all_rows_change():
    view = mended("一、报名截止时间由“2030年6月30日”更正为“2030年7月15日”。")
    assert {row.cells[1] for row in view.notice.tables[0].rows} == {"2030年7月15日"}


def test_the_clause_named_is_the_one_that_changes():
    view = mended("一、第二条第（二）款“每单位限报2人”改为“每单位限报3人”。")
    assert view.notice.text.count("每单位限报3人") == 1
    assert "（二）每单位限报3人。" in view.notice.text


def test_what_stands_nowhere_changes_nothing():
    view = mended("一、决赛地点由“体育馆”改为“会展中心”。", "二、请各单位周知。")
    assert view.layers == ()
    assert view.notice == base()


def test_a_value_of_the_label_is_found_without_its_old_words():
    view = mended("一、工具钳工赛项报名邮箱变更为new@x.example.cn。")
    assert [row.cells[2] for row in view.notice.tables[0].rows] == [
        "zp@x.example.cn",
        "new@x.example.cn",
    ]


def test_clauses_and_values_stand_where_they_say():
    view = mended(
        "一、装配钳工赛项的报名截止时间由“2030年6月30日”更正为“2030年7月15日17:00”。",
        "二、第二条第（一）款“不超过45周岁”改为“不超过50周岁”。",
    )
    notice = view.notice
    assert "不超过50周岁" in notice.text
    for clause in notice.clauses:
        assert notice.text[clause.start : clause.end].strip() == clause.text
    for value in notice.values:
        assert value.raw.replace(" ", "") in notice.text[value.start : value.end].replace(" ", "")


def test_a_citation_is_led_back_to_the_published_words():
    view = mended("一、第二条第（一）款“不超过45周岁”改为“不超过50周岁以下”。")
    clause = next(c for c in view.notice.clauses if c.path == "二（一）")
    there = Citation(
        notice="base", label="", path=clause.path, quote="", start=clause.start, end=clause.end
    )
    back, edits = view.back(there)
    assert back.quote == "（一）选手须年满18周岁、不超过45周岁。"
    assert base().text[back.start : back.end].strip() == back.quote
    assert [edit.words for edit in edits] == ["不超过50周岁以下"]


@st.composite
def layers(draw):
    text = draw(st.text(alphabet="甲乙丙丁", min_size=1, max_size=30))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    words = st.text(alphabet="新词", min_size=1, max_size=5)
    by = read_notice("x", text.encode())
    edits = tuple(
        Edit(start, end, draw(words), text[start:end], TOLD, by)
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    )
    return text, Layer(by, edits)


@given(layers())
def test_places_outside_of_edits_come_back(made):
    text, layer = made
    inside = {at for edit in layer.edits for at in range(edit.start, edit.end)}
    for at in set(range(len(text))) - inside:
        assert layer.old(layer.above(at)) == at
        assert layer.old(layer.above(at + 1, end=True), end=True) == at + 1


@given(layers())
def test_edits_come_back_whole(made):
    _, layer = made
    for start, end, edit in layer.spans():
        assert end - start == len(edit.words)
        assert layer.old(start) == edit.start
        assert layer.old(end, end=True) == edit.end


@pytest.mark.parametrize(
    ("day", "there"), [(date(2030, 4, 30), 0), (date(2030, 5, 1), 1)], ids=["前一天", "发布当天"]
)
def test_a_correction_counts_from_its_day(day, there):
    notices = related([base(), correction("一、第二条第（二）款“限报2人”改为“限报3人”。")])
    family = Family({n.id: n for n in notices})
    assert len(family.amended("base", day).layers) == there


@pytest.mark.parametrize(
    ("age", "verdict"), [(48, "need_info"), (51, "ineligible")], ids=["更正后可以", "更正后仍超龄"]
)
def test_a_verdict_names_the_correction(age, verdict):
    view = mended("一、第二条第（一）款“不超过45周岁”改为“不超过50周岁”。")
    rules = redrafted(view.notice, draft_rules(base()))
    moment = datetime(2030, 5, 2, tzinfo=ZoneInfo("Asia/Shanghai"))
    person = read_person({"age": age, "identity": "worker", "unit_recommended": True})[0]
    found = published(judge(view.notice, rules, person, moment), view)
    assert (found.verdict == "ineligible") == (verdict == "ineligible")
    remark = next(f for f in found.findings if f.rule == "correction")
    assert remark.outcome == "remark"
    assert remark.citation.notice == "mend"
    assert "不超过45周岁；更正为：不超过50周岁" in remark.explanation


def test_it_belongs_to_the_edition_it_names():
    older = read_notice("older", BASE.replace("2030", "2028").replace("第六届", "第五届").encode())
    mend = correction(
        "一、报名截止时间延长至2030年7月15日。", title="关于延长云山市第六届钳工大赛报名时间的通知"
    )
    bare = mend.model_copy(
        update={"text": mend.text.replace("现就某工发〔2030〕7号更正如下：\n", "")}
    )
    for notice in (mend, bare):
        found = {n.id: n.relations for n in related([older, base(), notice])}
        assert [(r.kind, r.notice) for r in found["mend"]] == [("correction", "base")]
        assert [(r.kind, r.notice) for r in found["base"]] == [("earlier_edition", "older")]


def test_a_correction_of_a_competition_that_is_not_here_belongs_to_none():
    other = correction("一、略。", title="关于更正海山省首届美发大赛报名时间的通知")
    other = other.model_copy(update={"text": other.text.replace("某工发〔2030〕7号", "原通知")})
    assert [n.relations for n in related([base(), other])] == [(), ()]


def test_a_notice_that_repeals_another_supersedes_it():
    anew = read_notice(
        "anew",
        BASE.replace("7号", "19号")
        .replace("3月1日", "4月1日")
        .replace("某工会\n", "原通知（某工发〔2030〕7号）同时废止。\n某工会\n")
        .encode(),
    )
    found = {n.id: n.relations for n in related([base(), anew])}
    assert [(r.kind, r.notice) for r in found["anew"]] == [("superseded", "base")]
    assert "同时废止" in found["anew"][0].quote

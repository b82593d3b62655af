"""Whom to ask where a notice is silent."""

from __future__ import annotations

import pytest

from knowledge.notice import read_notice
from retrieval.passages.units import Reading
from retrieval.passages.whom import whom
from retrieval.question.lexicon import words

BODY = """关于举办某市职业技能竞赛的通知
一、赛项设置
本次竞赛设电工、焊工两个赛项。
二、报名方式
请于5月1日前将报名表发至 bm@example.org，快递收件电话：13900000009。
三、联系方式
联系人：高老师
联系电话：13900000001
传    真：0230-1234567
地址：某市某路1号
"""
TABLE = """附件
赛项一览表
序号\t赛项名称\t承办单位\t联系人\t联系电话
1\t电工\t甲学院\t邱老师\t13900000002
2\t焊工\t乙学院\t柯老师\t13900000003
"""
MAILS = "关于举办比赛的通知\n一、报名\n请将报名表发至 bm@example.org。\n"
DRAWN = """关于举办某市职业技能竞赛的通知
一、复赛安排
| 片区 | 地点 | 联系人及电话 |
| --- | --- | --- |
| 南片区 | 甲学院 | 姜工 13900000004 |
| 北片区 | 乙学院 | 巫工 13900000005 |
"""
OFFICE = """二、联系方式
1. 组委会办公室：高老师，13900000001。
"""
NOBODY = "关于举办比赛的通知\n一、报名\n请按时报名。\n"


def said(text, *tracks):
    reading = Reading(read_notice("n", text.encode(), {}), words())
    ids = [t.id for t in reading.notice.tracks if t.name in tracks]
    assert len(ids) == len(tracks)
    return whom(reading, ids), reading.notice


@pytest.mark.parametrize(
    ("text", "tracks", "wanted"),
    [
        (BODY, (), "可咨询：联系人：高老师，联系电话：13900000001"),
        (BODY + TABLE, (), "可咨询：联系人：高老师，联系电话：13900000001"),
        (BODY + TABLE, ("焊工",), "可咨询：柯老师，13900000003"),
        (DRAWN + OFFICE, (), "可咨询：组委会办公室：高老师，13900000001"),
        (
            DRAWN.replace(
                "| 北片区 | 乙学院 | 巫工 13900000005 |\n", "| 北片区 | 乙学院 | 待定 |\n"
            ),
            (),
            "可咨询：姜工 13900000004",
        ),
        (MAILS, (), "可咨询：请将报名表发至 bm@example.org"),
    ],
    ids=[
        "the contact, no fax, no street",
        "the whole's",
        "a track's own",
        "no area's",
        "a cell between bars",
        "an address at least",
    ],
)
def test_contact(text, tracks, wanted):
    found, notice = said(text, *tracks)
    assert "".join(found.text.split()) == "".join(wanted.split())
    for citation in found.citations:
        assert notice.text[citation.start : citation.end].strip()


def test_nobody_is_named():
    assert said(NOBODY)[0] is None


def test_a_contact_of_one_track_is_never_anothers():
    only = BODY.replace("联系电话：13900000001\n", "").replace("，快递收件电话：13900000009", "")
    text = only + TABLE.replace("13900000003", "另行通知")
    assert "13900000002" not in str(said(text, "焊工")[0])


def test_cells_of_a_row_are_one_proof():
    found, _ = said(BODY + TABLE, "焊工")
    (citation,) = found.citations
    assert (found.text, citation.quote) == (
        "可咨询：柯老师，13900000003",
        "柯老师 13900000003",
    )

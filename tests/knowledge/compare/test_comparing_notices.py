"""Two notices held against each other: what was added, removed, made stricter, made easier."""

from __future__ import annotations

import pytest

from knowledge.compare import KINDS, compared
from knowledge.compare.strictness import signs
from knowledge.notice import read_notice

TEXT = """关于举办试验技能大赛的通知
试发〔2026〕1号
一、参赛条件
选手年龄不超过21周岁。职工选手原则上应从事本职业工作5年以上。每个单位每个赛项限报2人。
二、报名
报名截止时间为2026年9月29日。报名表发送至指定邮箱，逾期不再受理。
三、其他
本次大赛不收取报名费。参赛选手须自带工具箱和防护用品到场参赛。
"""


def notice(text, name="b"):
    return read_notice(name, text.encode(), {})


def changed(*pairs):
    text = TEXT
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return compared(notice(TEXT, "a"), notice(text))


@pytest.mark.parametrize(
    ("old", "new", "kind", "why"),
    [
        ("不超过21周岁", "不超过20周岁", "tightened", "21岁 → 20岁"),
        ("不超过21周岁", "不超过22周岁", "loosened", "21岁 → 22岁"),
        ("工作5年以上", "工作3年以上", "loosened", "5年 → 3年"),
        ("工作5年以上", "工作八年以上", "tightened", "5年 → 8年"),
        ("限报2人", "限报3人", "loosened", "2人 → 3人"),
        ("原则上应从事", "应从事", "tightened", "不再是“原则上”"),
        ("9月29日", "9月19日", "tightened", "9月29日 → 9月19日"),
        ("9月29日", "10月9日", "loosened", "9月29日 → 10月9日"),
        ("发送至指定邮箱", "发送至组委会邮箱", "changed", ""),
    ],
)
def test_what_became_stricter_or_easier(old, new, kind, why):
    done = changed((old, new))
    (change,) = done.changes
    assert change.kind == kind
    assert "；".join(change.why) == why
    assert old in change.old.quote
    assert new in change.new.quote


def test_signs_that_disagree_are_not_judged():
    (change,) = changed(("原则上应从事本职业工作5年以上", "应从事本职业工作3年以上")).changes
    assert change.kind == "changed"
    assert len(change.why) == 2


def test_added_and_removed_sentences_stand_alone():
    done = changed(("本次大赛不收取报名费。", "决赛设观摩席，凭票入场观看。"))
    assert [c.kind for c in done.changes] == ["added", "removed"]
    assert "观摩席" in done.of("added")[0].new.quote
    assert "报名费" in done.of("removed")[0].old.quote


WRAPPED = [
    ("关于举办试验技能大赛的通知", "关于举办试验\n\n技能大赛的通知"),
    ("关于举办试验技能大赛的通知", "关于举办试\n验技能\n大赛的通知"),
]


@pytest.mark.parametrize(("whole", "lines"), WRAPPED)
def test_where_the_lines_of_a_title_break_says_nothing(whole, lines):
    assert changed((whole, lines)).changes == ()


def test_a_title_on_several_lines_is_one_change():
    (change,) = changed((WRAPPED[0][0], "关于举办第二届试\n验技能大赛的通知")).changes
    assert change.old.quote == WRAPPED[0][0]
    assert change.new.quote == "关于举办第二届试验技能大赛的通知"


def test_the_same_notice_has_no_changes(notices):
    for one in notices.values():
        done = compared(one, one)
        assert done.changes == ()
        assert done.same > 0


def test_quotes_are_verbatim_and_every_kind_is_known(notices):
    old, new = notices["cq-ai-2023"], notices["cq-ai-2026"]
    done = compared(old, new)
    assert {change.kind for change in done.changes} <= set(KINDS)
    for change in done.changes:
        for cited, of in ((change.old, old), (change.new, new)):
            if cited is not None:
                said = "".join(of.text[cited.start : cited.end].split())
                assert "".join(cited.quote.split()) == said


def test_a_moved_clause_is_the_same():
    text = TEXT.replace("二、报名", "三、报名").replace("三、其他", "二、其他", 1)
    assert compared(notice(TEXT, "a"), notice(text)).changes == ()


@pytest.mark.parametrize(
    ("old", "new", "stricter"),
    [
        ("须持有高级工及以上证书", "须持有中级工及以上证书", [False]),
        ("须持有四级（中级工）及以上证书", "须持有三级（高级工）及以上证书", [True]),
        ("不少于30人", "不少于20人", [False]),
        ("鼓励企业职工参赛", "企业职工须参赛", [True]),
        ("获奖比例不超过30%", "获奖比例不超过50%", [False]),
        ("比赛在8号楼301室", "比赛在9号楼301室", []),
        ("9月29日截止", "9月19日截止", []),
    ],
)
def test_signs(old, new, stricter):
    assert [sign.stricter for sign in signs(old, new, same_year=False)] == stricter

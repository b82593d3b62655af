"""What holds for any text and any number: drafting never raises, and numbers come back."""

from __future__ import annotations

from datetime import date

from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.eligibility.drafting import draft_rules
from knowledge.eligibility.drafting.numbers import count, day, level
from knowledge.eligibility.drafting.written import written
from knowledge.eligibility.rules import load_rules
from knowledge.errors import KnowledgeError
from knowledge.notice import read_notice

from .test_sentences import NOTICE, drafted

_PIECES = """年满 18 周岁 以上 以下 不超过 不得 报名 参赛 选手 须 具有 证书 高级工 或 从事 工作 3 年
学生组 职工组 在 本省 居住
2026年6月30日 前 以后 出生 （含） （不含） ， 。 ； 、 下列情形 之一 已获得
“全国技术能手”
每单位 限报 2人 指导教师 原则上 法定退休年龄 以内 全日制 在籍 焊接 （一） 附件1"""
WORDS = st.sampled_from([*_PIECES.split(), "\n1. ", "\t"])


@settings(max_examples=examples(150), deadline=None)
@given(st.lists(WORDS, max_size=30).map("".join))
def test_words_of_notices_in_any_order_never_raise(words):
    try:
        notice = read_notice("n", NOTICE.format(words=words, groups="").encode())
    except KnowledgeError:
        return
    rules = draft_rules(notice)
    assert rules.rules
    assert load_rules(written(rules)) == rules


@settings(max_examples=examples(60), deadline=None)
@given(st.text(max_size=200))
def test_any_text_never_raises(words):
    try:
        notice = read_notice("n", NOTICE.format(words=words, groups="").encode("utf-8", "replace"))
    except KnowledgeError:
        return
    rules = draft_rules(notice)
    assert all(rule.drafted for rule in rules.rules)
    assert load_rules(written(rules)) == rules


@settings(max_examples=examples(40), deadline=None)
@given(st.integers(1, 98))
def test_ages_come_back(years):
    (least,) = drafted(f"参赛选手须年满{years}周岁。")
    assert (least.check, least.params) == ("age_at_least", {"years": years})
    (most,) = drafted(f"参赛选手年龄不超过{years}周岁。")
    assert (most.check, most.params) == ("age_at_most", {"years": years})


@settings(max_examples=examples(40), deadline=None)
@given(st.dates(date(1940, 1, 1), date(2020, 12, 31)))
def test_birth_dates_come_back(on):
    (rule,) = drafted(f"须为{on.year}年{on.month}月{on.day}日以后出生。")
    assert (rule.check, rule.params) == ("born_between", {"first": on})


@settings(max_examples=examples(30), deadline=None)
@given(st.sampled_from(["初级工", "中级工", "高级工", "技师", "高级技师"]), st.integers(1, 30))
def test_levels_and_years_come_back(name, years):
    (rule,) = drafted(f"具有{name}及以上职业资格，或从事本职业工作{years}年以上。")
    assert rule.params == {"level": level(name), "years": years}


def test_numbers_that_are_none_are_nothing():
    assert count("三四") == 0
    assert day("2026年13月1日") is None
    assert day("2026年2月", last=True) == date(2026, 2, 28)

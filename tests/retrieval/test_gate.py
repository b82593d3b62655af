"""The gate: verbatim quotes, no fact without proof, statements woven of whole stretches."""

from __future__ import annotations

import pytest

from knowledge.model import Citation
from knowledge.notice import read_notice
from retrieval.gate import leaks, passes, verbatim
from retrieval.gate.gated import plain_quotes
from retrieval.gate.quotes import whole
from retrieval.gate.sources import amended
from retrieval.gate.statement import faults
from retrieval.gate.woven import Weave
from retrieval.reply import Piece, cite

AGE = "年满16周岁以上，且在法定退休年龄以内（不含外聘人员），除教师外，原则上须在渝工作。"
CARD = "联系人：余维，联系电话：88152328；联系人：李昊旻，联系电话：88152323。报名9月29日截止。"


def quote(text, start=0):
    """A citation of `text` from nowhere in particular."""
    return Citation(
        notice="n", label="n", path="一", quote=text, start=start, end=start + len(text)
    )


def kinds(text, *quotes, **more):
    return [leak.kind for leak in leaks(text, map(quote, quotes), **more)]


@pytest.mark.parametrize(
    ("text", "proof"),
    [
        ("9月29日截止", "报名截止时间9月29日。"),
        ("９月２９日截止", "报名截止时间9月29日。"),
        ("2026年11月", "2026 年 11 月"),
        ("电话18508509751", "刘宇锋 电话：18508509751"),
        ("023-63899503", "联系电话：023-63899503"),
        ("782897503@qq.com", "报名邮箱：782897503@qq.com。"),
        ("782897503@QQ.com", "报名邮箱：782897503@qq.com。"),
        ("占 20%", "占总成绩的20％"),
        ("http://a.example/b", "通过网址 http://a.example/b 进入"),
        ("没有数字", ""),
        ("", ""),
    ],
)
def test_what_stands_in_a_quote_passes(text, proof):
    assert kinds(text, proof) == []


@pytest.mark.parametrize(
    ("text", "proof", "kind"),
    [
        ("截止9月2日", "报名截止时间9月29日。", "date"),
        ("截止9月2", "报名截止时间9月29日。", "number"),
        ("截止9月", "报名截止时间11月29日。", "date"),
        ("截止月29日", "报名截止时间9月2日。", "number"),
        ("2025年9月29日", "2026年9月29日", "date"),
        ("共3个", "共33个", "number"),
        ("共33个", "共3个", "number"),
        ("占2%", "占20%", "number"),
        ("占0%", "占20%", "number"),
        ("电话1850850975", "电话：18508509751", "number"),
        ("电话18508509752", "电话：18508509751", "number"),
        ("23-63899503", "电话：023-63899503", "number"),
        ("a782897503@qq.com", "报名邮箱：782897503@qq.com", "address"),
        ("82897503@qq.com", "报名邮箱：782897503@qq.com", "address"),
        ("782897503@163.com", "报名邮箱：782897503@qq.com", "address"),
        ("http://b.example/", "http://a.example/", "address"),
        ("12个", "1 2", "number"),
        ("共10个", "", "number"),
    ],
)
def test_what_is_cut_changed_or_foreign_is_refused(text, proof, kind):
    assert kind in kinds(text, proof)


def test_any_of_several_quotes_proves_but_two_halves_do_not():
    assert kinds("9月29日和15人", "9月29日", "限15人") == []
    assert kinds("29日", "2", "9日") != []


@pytest.mark.parametrize("known", ["决赛只有25人会怎样", "25"])
def test_the_question_and_shown_counts_need_no_quote(known):
    assert kinds("25人", "20人", known=[known]) == []
    assert kinds("26人", "20人", known=[known]) == ["number"]


def test_a_name_of_any_notice_needs_a_quote():
    names = ["余 维", "李昊旻"]
    assert kinds("联系人：余维", "李昊旻、余 维", names=names) == []
    assert kinds("联系人：余维", "李昊旻", names=names) == ["name"]
    assert kinds("联系人另定", "李昊旻", names=names) == []


def found(notice, words):
    start = notice.text.index(words)
    return cite(notice, "四（一）", start, start + len(words))


def test_a_quote_is_the_text_of_its_place(notices):
    notice = notices["gz-ai-2025"]
    true = found(notice, "报名截止时间9月29日")
    assert verbatim(true, notice)
    assert verbatim(true.model_copy(update={"quote": "报名 截止时间\n9月29日"}), notice)
    assert not verbatim(true.model_copy(update={"quote": "报名截止时间9月28日"}), notice)
    assert not verbatim(true.model_copy(update={"start": true.start + 1}), notice)
    assert not verbatim(true.model_copy(update={"end": true.end + 1}), notice)
    assert not verbatim(true, notices["cq-ai-2023"])


@pytest.mark.parametrize("words", ["报名截止时间9月2", "9日", "1850850", "8508509751"])
def test_a_quote_cut_inside_a_number_is_none(notices, words):
    assert not verbatim(found(notices["gz-ai-2025"], words), notices["gz-ai-2025"])


@pytest.mark.parametrize(
    ("start", "end"), [(-1, 3), (5, 5), (6, 5), (0, 10**9), (10**9, 10**9 + 1)]
)
def test_a_place_outside_the_text_is_none(notices, start, end):
    notice = notices["gz-ai-2025"]
    wrong = Citation(notice=notice.id, label="", path="", quote="", start=start, end=end)
    assert not verbatim(wrong, notice)


def test_an_answer_passes_only_with_its_own_notice(notices):
    true = found(notices["gz-ai-2025"], "报名截止时间9月29日")
    assert passes("9月29日", [true], notices)
    assert not passes("9月2日", [true], notices)
    assert not passes("9月29日", [true], {})
    assert not passes("9月29日", [true.model_copy(update={"notice": "other"})], notices)


@pytest.mark.parametrize(
    ("words", "is_whole"),
    [
        ("年满16周岁以上且在法定退休年龄以内", True),
        ("年满16周岁以上", False),
        ("年满16周岁", False),
    ],
)
def test_a_quote_goes_on_to_its_limit(notices, words, is_whole):
    notice = notices["cq-ai-2026"]
    assert whole(found(notice, words), notice) is is_whole


TABLE = """关于举办丹岭市职业技能竞赛的通知
一、赛项
赛项\t报名截止日期
焊工\t5月7日
钳工\t6月4日
以上日期均为2027年。
二、条件
选手须年满18周岁
以上人员须为在职职工。
"""


def test_what_stands_below_a_table_limits_none_of_its_rows():
    notice = read_notice("n", TABLE.encode())
    row = notice.tables[0].rows[-1]
    assert whole(cite(notice, row.path, row.start, row.end), notice)
    clause = found(notice, "选手须年满18周岁")
    assert not whole(clause, notice)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (AGE, AGE),
        (f"可咨询：{CARD}", CARD),
        ("联系人：李昊旻，联系电话：88152323", CARD),
        ("联系电话: ８８１５２３２８", CARD),
        ("报名 9 月 29 日截止", CARD),
        ("“联系人：李昊旻”；“联系人：余维”", CARD),
    ],
)
def test_whole_stretches_of_a_quote_pass(text, quote):
    assert Weave([amended(quote)], ()).left(text) == ""


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("年满16周岁以上", AGE),
        ("年满16周岁以上，且在法定退休年龄以内", AGE),
        ("原则上须在渝工作", AGE),
        ("须在渝工作", AGE),
        (AGE.replace("原则上", ""), AGE),
        (AGE.replace("须", "不须"), AGE),
        ("联系人：余维，联系电话：88152323；李昊旻", CARD),
        ("联系电话：李昊旻", CARD),
        ("报名9月2", CARD),
        ("报名9月29", CARD),
        ("9日截止", CARD),
        ("王小明", CARD),
    ],
)
def test_what_is_cut_swapped_or_added_is_left_over(text, quote, notices):
    notice = next(iter(notices.values()))
    source = amended(quote)._replace(placed=True, notice=notice.id)
    assert Weave([source], ()).left(text) != ""


def test_words_behind_a_column_are_of_that_column():
    row = [amended("人数：25"), amended("组数：3")]
    row += [each._replace(placed=True) for each in (amended("25"), amended("3"))]
    columns = ("人数", "组数")
    assert Weave(row, (), columns, columns).left("人数：25，组数：3") == ""
    assert Weave(row, (), columns, columns).left("人数：3，组数：25") != ""


def test_what_was_judged_stands_in_the_text(notices):
    notice = notices["gz-ai-2025"]
    true = found(notice, "报名截止时间9月29日")
    said = Piece(text="不可以。报名截止时间9月29日", citations=(true,), computed=("不可以。",))
    assert faults(said, notices) == ()
    assert faults(said.model_copy(update={"text": "可以。报名截止时间9月29日"}), notices)
    assert faults(said.model_copy(update={"text": "报名截止时间9月29日"}), notices)


def test_a_cut_quote_gives_way_to_its_clause(notices):
    notice = notices["gz-ai-2025"]
    cut = found(notice, "报名截止时间9月2")
    told = plain_quotes(Piece(text="9月2", citations=(cut,)), notices)
    assert "9月29日" in told.text
    assert faults(told, notices) == ()
    assert plain_quotes(Piece(text="9月2", citations=()), notices).citations == ()

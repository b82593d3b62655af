"""What stands around a quotation."""

from __future__ import annotations

from bot_api.markup import parse

from bot.evidence import AROUND, Around, around
from bot.render import answer_parts
from knowledge.model import Citation, Clause, Notice, Scope
from retrieval.model import Answer


def noticed(text, cells=False):
    clause = Clause(
        path="一", level=1, mark="一、", text=text, start=0, end=len(text), scope=Scope()
    )
    return {
        "a": Notice(
            id="a", label="试发〔2026〕1号", title="t", name="n", clauses=(clause,), text=text
        )
    }


def cited(notices, quote):
    start = notices["a"].text.index(quote)
    return Citation(
        notice="a",
        label="试发〔2026〕1号",
        path="一",
        quote=quote,
        start=start,
        end=start + len(quote),
    )


def test_the_exact_words_are_bold_among_those_of_their_clause():
    notices = noticed("一、报名。\n截止时间为<9月29日>，逾期不予受理。")
    citation = cited(notices, "<9月29日>")
    answer = Answer(status="answered", text="9月29日", citations=(citation,))
    (part,) = answer_parts(answer, (around(citation, notices),))
    parsed = parse(part.html)
    assert "一：“一、报名。截止时间为<9月29日>，逾期不予受理。”" in part.plain
    bold = [e for e in parsed.entities if e.kind == "bold"][-1]
    assert parsed.text[bold.start : bold.end] == "<9月29日>"


def test_a_long_clause_is_cut_where_a_sentence_ends():
    notices = noticed("甲乙丙丁。" * 100 + "截止9月29日。" + "戊己庚辛。" * 100)
    found = around(cited(notices, "截止9月29日。"), notices)
    assert found.before.startswith("……甲乙丙丁。")
    assert found.after.endswith("戊己庚辛。……")
    assert len(found.before) <= AROUND + 2


def test_rows_unknown_notices_and_corrected_words_have_nothing_around_them():
    notices = noticed("1\t美容师\t张三\n2\t茶艺师\t李四")
    assert around(cited(notices, "1\t美容师\t张三"), notices) == Around()
    assert around(cited(notices, "美容师"), {}) == Around()
    other = cited(notices, "美容师").model_copy(update={"quote": "别的话"})
    assert around(other, notices) == Around()


def test_a_quotation_cut_over_two_messages_stays_bold_in_both():
    text = "前文。" + "甲" * 5000 + "。后文。"
    notices = noticed(text)
    citation = cited(notices, "甲" * 5000)
    answer = Answer(status="answered", text="是", citations=(citation,))
    parts = answer_parts(answer, (around(citation, notices),))
    bold = ""
    for part in parts:
        parsed = parse(part.html)
        bold += "".join(
            parsed.text[e.start : e.end]
            for e in parsed.entities
            if e.kind == "bold" and "试发" not in parsed.text[e.start : e.end]
        )
    assert len(parts) > 1
    assert bold == "甲" * 5000


def test_two_quotations_that_show_the_same_clause_are_one_with_both_bold():
    notices = noticed("一、报名。截止时间为9月29日，费用200元，逾期不予受理。")
    citations = tuple(cited(notices, words) for words in ("9月29日", "200元", "29日，费"))
    answer = Answer(status="answered", text="是", citations=citations)
    (part,) = answer_parts(answer, [around(one, notices) for one in citations])
    assert part.plain.count("截止时间") == 1
    parsed = parse(part.html)
    bold = [parsed.text[e.start : e.end] for e in parsed.entities if e.kind == "bold"]
    assert bold[1:] == ["9月29日，费", "200元"]

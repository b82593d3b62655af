"""Answers as people see them; markup is checked by an independent reading of Telegram's HTML."""

from __future__ import annotations

import pytest
from bot_api.markup import parse, utf16
from hypothesis import given
from hypothesis import strategies as st

from bot.render import answer_parts, button_label, terminal, text_parts
from knowledge.model import Citation
from retrieval.model import Answer, Option

ANY = st.text(st.characters(codec=None), max_size=300) | st.sampled_from(
    ["<b>", "</blockquote>", "&lt;", "<script>alert(1)</script>", "\ud800", "\x00" * 9, "﷽" * 2000]
)


def cited(quote: str, path: str = "二（一）2", label: str = "试发〔2026〕1号") -> Citation:
    return Citation(notice="a", label=label, path=path, quote=quote, start=0, end=len(quote))


@given(ANY, st.lists(st.tuples(ANY, ANY, ANY), max_size=4))
def test_no_words_whatever_break_the_markup_or_the_length(text, quotes):
    citations = tuple(cited(quote, path, label) for quote, path, label in quotes)
    parts = answer_parts(Answer(status="answered", text=text, citations=citations))
    assert parts
    for part in parts:
        parsed = parse(part.html)
        assert parsed.text.strip() == part.plain.strip()
        assert 0 < utf16(parsed.text.strip()) <= 4096
        part.html.encode()


def test_the_evidence_stands_below_in_an_expandable_quotation():
    answer = Answer(status="answered", text="300元", citations=(cited("报名费300元<含税>"),))
    (part,) = answer_parts(answer)
    assert part.html == (
        "300元\n<blockquote expandable><b>试发〔2026〕1号</b>\n"
        "二（一）2：“报名费300元&lt;含税&gt;”</blockquote>"
    )
    assert [entity.kind for entity in parse(part.html).entities] == [
        "bold",
        "expandable_blockquote",
    ]


def test_a_label_is_said_once_for_quotes_that_follow_each_other():
    answer = Answer(
        status="answered", text="是", citations=(cited("甲"), cited("乙", "三"), cited("甲"))
    )
    (part,) = answer_parts(answer)
    assert part.plain.count("试发〔2026〕1号") == 1
    assert part.plain.count("甲") == 1


def test_hard_wraps_go_and_the_cells_of_a_row_stay_apart():
    wrapped, row = (
        cited("报名\n截止 9月\n29日"),
        cited("1\t美容师\t张 三\n2\t茶艺师\t李四", "表1 行1"),
    )
    (part,) = answer_parts(Answer(status="answered", text="是", citations=(wrapped, row)))
    assert "“报名截止9月29日”" in part.plain
    assert "“1 美容师 张三\n2 茶艺师 李四”" in part.plain


def test_a_long_answer_becomes_several_messages_each_with_whole_markup():
    citations = tuple(cited(f"第{n}项：" + "规定内容，" * 60, f"三（{n}）") for n in range(40))
    parts = answer_parts(Answer(status="answered", text="共40项", citations=citations))
    assert len(parts) > 2
    for part in parts:
        kinds = [entity.kind for entity in parse(part.html).entities]
        assert kinds.count("expandable_blockquote") == 1


@pytest.mark.parametrize(
    "text",
    ["", " \n ", "\x00", "\x1b\x01", "\u200b\ufeff"],
    ids=["空", "空白", "NUL", "控制字符", "零宽"],
)
def test_a_message_is_never_empty(text):
    (part,) = text_parts(text)
    assert part.plain.strip()


def test_in_the_terminal_options_are_numbered_and_quotes_stand_apart():
    options = (Option(label="第1届", notice="a"), Option(label="第2届\n试赛", notice="b"))
    text = terminal(
        Answer(status="clarify", text="哪个？", options=options, citations=(cited("甲\x1b[31m"),))
    )
    assert text.split("\n") == [
        "哪个？", "  1. 第1届", "  2. 第2届试赛", "  试发〔2026〕1号", "  │ 二（一）2：“甲[31m”",
    ]  # fmt: skip


def test_in_the_terminal_a_line_that_names_an_option_is_numbered_where_it_stands():
    options = (Option(label="第1届", notice="a"), Option(label="第2届", notice="b"))
    text = terminal(Answer(status="clarify", text="哪个？\n· 第1届\n· 第2届", options=options))
    assert text.split("\n") == ["哪个？", "  1. 第1届", "  2. 第2届"]


@pytest.mark.parametrize(("length", "shown"), [(60, 60), (61, 60)])
def test_a_button_label_is_cut_with_a_sign(length, shown):
    label = button_label("长" * length)
    assert len(label) == shown
    assert label.endswith("…") == (length > 60)

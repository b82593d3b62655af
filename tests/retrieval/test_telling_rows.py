"""Rows told by a word of the question, and what their names say."""

from __future__ import annotations

import pytest

from knowledge.bundled import bundled
from knowledge.model import Row, Scope, Table
from knowledge.notice import read_notice
from retrieval.question.asked import asked
from retrieval.question.lexicon import words
from retrieval.tabular.tables import TableView
from retrieval.tabular.telling import telling_reply

NAMES = {
    "a word of the class": ("跟宠物有关的工种", ("宠物美容师", "宠物驯导师")),
    "a class said otherwise": ("殡葬有哪些工种", ("殡仪服务员", "遗体防腐整容师")),
    "the edition in a name": ("电梯行业那个是第几届", ("第四届电梯行业",)),
    "two rows side by side": ("化工和电力分别第几届", ("第五届化工", "第五届电力")),
    "what brackets add": ("搜救犬训导员有国家标准吗", ("搜救犬训导员（无国标）",)),
    "one letter of a name": ("茶有关的工种有几个", ("共3个",)),
}
SILENT = {
    "who may enter": "宠物行业哪些人能参加",
    "conditions": "宠物美容师有什么要求",
    "a word no row has": "航天有哪些工种",
    "a deadline": "茶艺师报名到哪天",
}


@pytest.fixture(scope="module")
def notice():
    source = next(s for s in bundled() if s.id == "cq-plan-2024")
    return read_notice(source.id, source.data, source.confirmed)


@pytest.fixture(scope="module")
def views(notice):
    return [TableView(t, words()) for t in notice.tables if t.rows and not t.form]


@pytest.mark.parametrize("case", NAMES)
def test_rows_told_by_a_word(case, notice, views):
    text, said = NAMES[case]
    reply = telling_reply(notice, views, asked(text, words()))
    told = "".join(p.text for p in reply.pieces)
    assert all(each in told for each in said)
    assert all(p.citations for p in reply.pieces)


@pytest.mark.parametrize("case", SILENT)
def test_nothing_else_is_answered_by_rows(case, notice, views):
    assert telling_reply(notice, views, asked(SILENT[case], words())) is None


def test_a_schedule_tells_until_when_one_registers():
    header = ("阶段", "时间", "地点")
    cells = (("决赛报名", "6月22日至7月5日", "平台"), ("决赛", "8月19日", "学院"))
    rows = tuple(
        Row(number=i, path=f"表1 行{i}", start=0, end=1, cells=c, inherited=(None,) * 3)
        for i, c in enumerate(cells, start=1)
    )
    table = Table(path="表1", title="", header=header, rows=rows, start=0, end=1, scope=Scope())
    hit = TableView(table, words()).scheduled(asked("报名到哪天截止", words()))
    assert [r.cells[1] for r in hit.rows] == ["6月22日至7月5日"]
    assert TableView(table, words()).scheduled(asked("决赛哪天", words())) is None

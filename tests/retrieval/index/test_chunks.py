"""Chunks: everything a notice says is in one, nothing is parted that belongs together."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.model import Row, Table
from knowledge.notice import read_notice
from retrieval.index.chunks import SIZE, as_document, chunks

WORDS = st.text("报名时间为月日，、。；（）()0123456789.:@abc-二十 \n", min_size=1, max_size=900)


def test_every_character_of_a_clause_stands_in_a_chunk_or_a_table(notices):
    assert notices
    for notice in notices.values():
        covered = set()
        for chunk in chunks(notice):
            covered.update(range(chunk.start, chunk.end))
        for table in notice.tables:
            covered.update(range(table.start, table.end))
        for clause in notice.clauses:
            left = [i for i in range(clause.start, clause.end) if i not in covered]
            assert not "".join(notice.text[i] for i in left).strip(), (notice.id, clause.path)


def test_ids_are_ascii_and_differ(notices):
    found = [chunk.id for notice in notices.values() for chunk in chunks(notice)]
    assert len(found) > 400
    assert len(set(found)) == len(found)
    assert all(re.fullmatch("[0-9a-f]{32}", chunk_id) for chunk_id in found)


def test_the_same_notice_has_the_same_chunks(notices):
    notice = notices["gz-ai-2025"]
    assert chunks(notice) == chunks(notice.model_copy())


def test_the_name_and_the_headings_stand_in_front(notices):
    for notice in notices.values():
        for chunk in chunks(notice):
            assert chunk.full.startswith(notice.name)
    by_path = {c.path: c for c in chunks(notices["cq-ai-2023"])}
    assert "大赛时间和地点" in by_path["三（二）"].prefix


def test_a_row_says_its_columns_and_what_the_print_leaves_to_the_row_above(notices):
    notice = notices["cq-special-2026"]
    (table,) = notice.tables
    row = next(r for r in table.rows if any(n is not None for n in r.inherited))
    (chunk,) = [c for c in chunks(notice) if c.path == row.path]
    column = next(i for i, n in enumerate(row.inherited) if n is not None)
    assert chunk.kind == "row"
    assert f"{table.header[column]}：{row.cells[column]}" in chunk.text


def test_all_rows_that_say_something_are_there(notices):
    for notice in notices.values():
        filled = [row for table in notice.tables for row in table.rows if any(row.cells)]
        rows = {row.path for row in filled}
        assert {c.path for c in chunks(notice) if c.kind == "row"} == rows


def test_a_long_row_is_sliced_and_each_slice_names_it(notices):
    notice = notices["gz-ai-2025"]
    cells = ("1", "焊工", "甲" * 150, "乙" * 150)
    row = Row(number=1, path="表1 行1", cells=cells, start=0, end=5)
    header = ("序号", "项目", "地点", "要求")
    scope = notice.clauses[0].scope
    table = Table(path="表1", title="项目", header=header, rows=(row,), start=0, end=5, scope=scope)
    made = [c for c in chunks(notice.model_copy(update={"tables": (table,)})) if c.kind == "row"]
    assert [c.text.count("焊工") for c in made] == [1, 1]
    assert len({c.id for c in made}) == 2


@given(WORDS)
def test_no_chunk_is_long_or_ends_inside_a_number(words):
    notice = read_notice("n", f"关于举办竞赛的通知\n一、报名\n{words}\n二、其他\n无。".encode())
    for chunk in chunks(notice):
        assert chunk.kind == "row" or chunk.end - chunk.start <= SIZE
        around = notice.text[chunk.end - 1 : chunk.end + 1]
        if chunk.kind == "clause" and chunk.end - chunk.start < SIZE:
            assert not re.fullmatch(r"[0-9]{2}", around)


@settings(deadline=None)
@given(
    st.text("甲乙丙丁戊", min_size=120, max_size=199),
    st.text("0123456789", min_size=2, max_size=90),
)
def test_a_number_over_the_limit_goes_whole_into_one_chunk(before, number):
    text = f"关于举办竞赛的通知\n一、报名\n{before}{number}丙丙丙丙。"
    made = chunks(read_notice("n", text.encode()))
    assert any(number in chunk.text for chunk in made)


def test_a_document_carries_the_place_in_plain_values(notices):
    chunk = chunks(notices["cq-plan-2024"])[-1]
    document = as_document(chunk)
    assert document.id == chunk.id
    assert document.page_content == chunk.full
    assert all(isinstance(value, str | int) for value in document.metadata.values())


@pytest.mark.parametrize("text", ["无", "一、", "\n\n通知\n\n", "表\t1\n行\t2"])
def test_hardly_any_text_is_no_fault(text):
    assert isinstance(chunks(read_notice("n", text.encode())), tuple)

"""The five notices against truth made by hand (truth/*.yaml)."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from knowledge.data import parse
from knowledge.notice import read_notice
from knowledge.plain import squeeze
from knowledge.read.text import read_text
from knowledge.structure import Outline, outline

if TYPE_CHECKING:
    from knowledge.model import Table

ROOT = Path(__file__).parents[2]
TRUTH: dict[str, dict[Any, Any]] = {
    path.stem: parse(path.read_text("utf-8"))
    for path in sorted(Path(__file__).with_name("truth").glob("*.yaml"))
    if (ROOT / "knowledge/notices" / path.stem / "source.txt").exists()
}
NOTICES = sorted(TRUTH)


def read(notice: str) -> tuple[str, Outline]:
    data = (ROOT / "knowledge/notices" / notice / "source.txt").read_bytes()
    text = read_text(data)
    return text, outline(text)


def cases(key: str) -> list[Any]:
    return [
        pytest.param(notice, case, id=f"{notice} {case.get('path') or case.get('name')}")
        for notice in NOTICES
        for case in TRUTH[notice][key]
    ]


def test_truth_was_found() -> None:
    assert NOTICES == ["cq-ai-2023", "cq-ai-2026", "cq-plan-2024", "cq-special-2026", "gz-ai-2025"]


def test_198_lines_begin_with_a_mark() -> None:
    assert sum(truth["marked_lines"] for truth in TRUTH.values()) == 198
    assert sum(truth["list_items_on_marked_lines"] for truth in TRUTH.values()) == 18


@pytest.mark.parametrize("notice", NOTICES)
def test_each_line_that_begins_with_a_mark_is_a_clause_or_a_listed_attachment(notice: str) -> None:
    text, result = read(notice)
    pattern = (
        r"^[^\S\n]*((?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+[.．、]).*)$"
    )
    lines = [match.start(1) for match in re.finditer(pattern, text, re.MULTILINE)]
    assert len(lines) == TRUTH[notice]["marked_lines"]
    begins = {clause.start for clause in result.clauses if clause.mark}
    listing = next(clause for clause in result.clauses if clause.path == "附件说明")
    items = [at for at in lines if listing.start <= at < listing.end]
    assert len(items) == TRUTH[notice]["list_items_on_marked_lines"]
    assert set(lines) - set(items) <= begins


@pytest.mark.parametrize("notice", NOTICES)
def test_number_of_clauses_of_each_level(notice: str) -> None:
    levels = Counter(clause.level for clause in read(notice)[1].clauses if clause.mark)
    assert levels == TRUTH[notice]["levels"]


@pytest.mark.parametrize("notice", NOTICES)
def test_all_paths_in_order(notice: str) -> None:
    expected = [
        path if section in (None, "印发") else f"{section} {path}"
        for section, paths in TRUTH[notice]["paths"].items()
        for path in paths.split()
    ]
    assert [clause.path for clause in read(notice)[1].clauses] == expected


@pytest.mark.parametrize(("notice", "truth"), cases("clauses"))
def test_clause(notice: str, truth: dict[str, str]) -> None:
    text, result = read(notice)
    clause = next(clause for clause in result.clauses if clause.path == truth["path"])
    assert clause.text == text[clause.start : clause.end]
    assert clause.text.startswith(truth["begins"])
    assert clause.text.endswith(truth["ends"])
    for key in {"mark", "heading", "parent"} & set(truth):
        assert getattr(clause, key) == truth[key]
    scope = truth["path"].split()[0] if " " in truth["path"] else None
    assert clause.scope.attachment == scope


@pytest.mark.parametrize("notice", NOTICES)
def test_all_tables_in_order(notice: str) -> None:
    tables = [table.path for table in read(notice)[1].tables]
    assert tables == [truth["path"] for truth in TRUTH[notice]["tables"]]


@pytest.mark.parametrize(("notice", "truth"), cases("tables"))
def test_table(notice: str, truth: dict[str, Any]) -> None:
    text, result = read(notice)
    table = next(table for table in result.tables if table.path == truth["path"])
    assert table.title == truth["title"]
    assert table.header == tuple(truth["header"])
    assert len(table.rows) == truth["rows"]
    assert table.form is truth["form"]
    for number, column, words in truth.get("cells", []):
        assert table.rows[number - 1].cells[column - 1] == words
    for column, words, count in truth.get("holds", []):
        assert sum(words in row.cells[column - 1] for row in table.rows) == count
    check_rows(text, table)
    check_inherited(table, truth)


def check_rows(text: str, table: Table) -> None:
    """Each row stands where it says, with the words it has not inherited."""
    for number, row in enumerate(table.rows, 1):
        assert (row.number, row.path) == (number, f"{table.path} 行{number}")
        printed = squeeze(text[row.start : row.end])
        assert table.start <= row.start <= row.end <= table.end
        for words, origin in zip(row.cells, row.inherited, strict=True):
            assert origin is not None or words in printed


def check_inherited(table: Table, truth: dict[str, Any]) -> None:
    found = [
        (column, row.number, origin)
        for row in table.rows
        for column, origin in enumerate(row.inherited, 1)
        if origin is not None
    ]
    assert Counter(column for column, _, _ in found) == truth.get("filled", {})
    for column, origins in truth.get("inherited", {}).items():
        for number, origin in origins.items():
            assert (column, number, origin) in found
    for column, numbers in truth.get("own", {}).items():
        assert not {(column, number) for number in numbers} & {(c, n) for c, n, _ in found}


@pytest.mark.parametrize("notice", NOTICES)
def test_attachments(notice: str) -> None:
    text, result = read(notice)
    expected = TRUTH[notice]["attachments"]
    assert [attachment.name for attachment in result.attachments] == [t["name"] for t in expected]
    for attachment, truth in zip(result.attachments, expected, strict=True):
        assert (attachment.listed, attachment.present) == (truth["listed"], truth["present"])
        assert attachment.title == truth.get("title", attachment.title)
        assert attachment.title.endswith(truth.get("ends_with", ""))
        assert truth.get("has", "") in attachment.title
        if attachment.present:
            opening = text[attachment.start : attachment.end].partition("\n")[0]
            assert squeeze(opening) == truth["name"]
        else:
            assert attachment.start is attachment.end is None


@pytest.mark.parametrize("notice", NOTICES)
def test_no_word_is_lost_or_doubled(notice: str) -> None:
    text, result = read(notice)
    spans = sorted((piece.start, piece.end) for piece in (*result.clauses, *result.tables))
    at, left = 0, ""
    for start, end in spans:
        assert at <= start
        left += text[at:start]
        at = end
    opened = [a.name for a in result.attachments if a.present]
    assert squeeze(left + text[at:]) == "".join(opened)


@pytest.mark.parametrize(
    ("rows", "header", "count"),
    [
        (
            "序号 赛项 名额 名额 时间 时间|序号 赛项 学生组 职工组 理论 实操|1 焊工 2 3 上午 下午",
            ("序号", "赛项", "名额 学生组", "名额 职工组", "时间 理论", "时间 实操"),
            1,
        ),
        (
            "序号 赛项 评分 _|_ _ 理论 实操|1 焊工 30% 70%",
            ("序号", "赛项", "评分 理论", "评分 实操"),
            1,
        ),
        (
            "日程安排 日程安排 日程安排|日期 内容 地点|7月1日 报到 酒店|7月2日 比赛 学校",
            ("日期", "内容", "地点"),
            2,
        ),
        (
            "学生组 学生组 职工组 职工组|男 女 男 女|3 4 5 6",
            ("学生组 男", "学生组 女", "职工组 男", "职工组 女"),
            1,
        ),
        ("赛项 赛项 内容|职业技能 焊工 平焊|职业技能 钳工 装配", ("赛项", "赛项", "内容"), 2),
        ("赛项 评分 评分|赛项 30% 70%|钳工 40% 60%", ("赛项", "评分", "评分"), 2),
    ],
    ids=["groups", "groups not filled", "a caption", "groups alone", "values", "shares"],
)
def test_a_header_of_two_rows_names_each_column_by_both(rows, header, count):
    lines = rows.replace(" ", "\t").replace("_", "").replace("|", "\n")
    (table,) = outline(f"一、安排\n{lines}\n").tables
    assert table.header == header
    assert len(table.rows) == count


def test_a_list_of_attachments_by_letters() -> None:
    listed = "附表：A　报名表\n　　　B　申诉书格式\n"
    text = f"关于举办云坪市职业技能大赛的通知\n各县：\n定于2027年6月举办。\n{listed}"
    text += "云坪市人力资源和社会保障局\n2027年5月1日\n"
    result = read_notice("letters", text.encode())
    names = [(each.name, each.title) for each in result.attachments]
    assert names == [("附件A", "报名表"), ("附件B", "申诉书格式")]

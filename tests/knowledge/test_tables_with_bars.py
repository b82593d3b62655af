"""Tables drawn with bars, and the codes their rows give to tracks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.notice import read_notice
from knowledge.structure.lines import split

HEAD = """关于举办江原市第二届职工技能竞赛的通知
各有关单位：
现将有关事项通知如下。
一、赛项设置
竞赛设3个赛项，见下表。
"""
TAIL = "\n二、其他\n费用自理。\n江原市总工会\n2026年5月1日\n"
ROWS = (("代码", "赛项", "名额"), ("A1", "砌筑工", "3"), ("A2", "抹灰工", "2"), ("B1", "测量", "1"))
DRAWN = {
    "bars with blanks": "\n".join(" | ".join(row) for row in ROWS),
    "full-width bars": "\n".join("｜".join(row) for row in ROWS),
    "bars all around": "\n".join(f"| {' | '.join(row)} |" for row in ROWS),
    "a rule under the header": "\n".join(
        [f"|{'|'.join(ROWS[0])}|", "|---|:-:|---|", *(f"|{'|'.join(row)}|" for row in ROWS[1:])]
    ),
    "tabs": "\n".join("\t".join(row) for row in ROWS),
}


@pytest.mark.parametrize("case", DRAWN)
def test_a_table_is_read_however_its_cells_are_set_apart(case):
    notice = read_notice("jy-2026", f"{HEAD}{DRAWN[case]}{TAIL}".encode())
    table = notice.tables[0]
    assert table.header == ROWS[0]
    assert [row.cells for row in table.rows] == list(ROWS[1:])
    assert [t.name for t in notice.tracks] == ["砌筑工", "抹灰工", "测量"]
    first = table.rows[0]
    assert "砌筑工" in notice.text[first.start : first.end]


def test_codes_of_rows_are_names_of_tracks():
    notice = read_notice("jy-2026", f"{HEAD}{DRAWN['tabs']}{TAIL}".encode())
    assert [t.aliases[-1] for t in notice.tracks] == ["A1", "A2", "B1"]


def test_a_number_is_no_name_of_a_track():
    text = DRAWN["tabs"].replace("A1", "1").replace("A2", "2").replace("B1", "3")
    notice = read_notice("jy-2026", f"{HEAD}{text}{TAIL}".encode())
    assert not any("1" in alias for t in notice.tracks for alias in t.aliases)


@pytest.mark.parametrize("case", DRAWN)
def test_no_bar_of_a_table_is_left_to_the_clauses_around_it(case):
    notice = read_notice("jy-2026", f"{HEAD}{DRAWN[case]}\n以上名额不得超报。{TAIL}".encode())
    own = [c for c in notice.clauses if c.path.startswith("一")]
    assert [c.text[-5:] for c in own] == ["，见下表。", "不得超报。"]
    for clause in own:
        assert notice.text[clause.start : clause.end] == clause.text


def test_one_line_with_a_bar_is_no_table():
    assert not any("\t" in line.raw for line in split("联系人：王工|电话见附件\n\n另见附件"))


@given(st.text(alphabet="|｜甲乙 \t\n-:", max_size=60))
def test_lines_keep_their_length_and_their_places(text):
    lines = split(text)
    assert [len(line.raw) for line in lines] == [len(raw) for raw in text.split("\n")]
    assert all(line.end - line.start == len(line.text) for line in lines)
    assert all(0 <= line.start <= line.end <= len(text) for line in lines)

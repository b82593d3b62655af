"""Other ways of numbering, wrapping, signing and tabulating (truth/styles.yaml)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.structure import outline

CASES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("truth").joinpath("styles.yaml").read_text("utf-8")
)


def test_cases_were_found() -> None:
    assert len(CASES) > 20


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_style(case: dict[str, Any]) -> None:
    result = outline(case["text"])
    paths = [clause.path.replace(" ", "·") for clause in result.clauses]
    assert paths == case["paths"].split()
    tables = {
        table.path: [list(table.header), [list(row.cells) for row in table.rows]]
        for table in result.tables
    }
    assert tables == case.get("tables", {})
    assert not any(table.form for table in result.tables)
    if "attachments" in case:
        found = {a.name: [a.title, a.listed, a.present] for a in result.attachments}
        assert found == case["attachments"]


def test_the_first_bare_number_below_a_long_title_begins_a_clause():
    title = "禾川市第三届职工木工技能竞赛规程"
    found = outline(
        f"{title}\n\n1 总则\n\n1.1 竞赛由总工会主办。\n1.2 不收费。\n\n2 报名\n2.1 自愿。\n"
    )
    assert [c.mark for c in found.clauses if c.mark] == ["1", "1.1", "1.2", "2", "2.1"]

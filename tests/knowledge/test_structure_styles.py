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

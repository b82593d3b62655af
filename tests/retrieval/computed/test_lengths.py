"""Lengths of several parts together: of those that are named, never of a whole and its parts."""

from __future__ import annotations

import pytest

from retrieval.computed.lengths import at_length

NAMED = "A项用时:处置二十五分钟,作业20分钟,交底十分钟。"
WHOLE = "总时间九十分钟,其中编制四十分钟,答辩十五分钟。"


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("处置加作业加交底总共多长时间", NAMED, "25+20+10=55分钟"),
        ("处置和交底一共多久", NAMED, "25+10=35分钟"),
        ("编制加答辩一共多久", WHOLE, None),
        ("处置多长时间", NAMED, None),
        ("处置一共多久", NAMED, None),
        ("总时间一共多久", WHOLE, None),
    ],
)
def test_the_parts_that_are_named_are_added_up(question, text, told):
    found = at_length(question, [text])
    assert (found.text if found else "") == (f"合计：{told}。" if told else "")

"""What `other` tells of conditions no key names: ranks, times, the entry that names it best."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.data import parse
from knowledge.eligibility.checks.scales import ranked
from knowledge.eligibility.checks.told import told
from knowledge.eligibility.person import read_person

CASES = parse((Path(__file__).parent / "told.yaml").read_text("utf-8"))
SO = {True: True, False: False, "none": None}


def test_cases_were_found():
    assert len(CASES) > 10


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_told(case):
    person, _ = read_person({"other": case["other"]})
    assert told(person, case["say"]) is SO[case["so"]]


@pytest.mark.parametrize(
    ("said", "value", "so"),
    [
        ("三级乙等以上医院", "三级甲等", True),
        ("三级乙等以上医院", "二级甲等", False),
        ("二级以上资质", "甲级", True),
        ("红色以上", "蓝色", None),
    ],
)
def test_ranked(said, value, so):
    assert ranked(said, "", value) is so

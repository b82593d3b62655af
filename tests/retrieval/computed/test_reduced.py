"""Whose price is reduced, and by how much."""

from decimal import Decimal

import pytest

from retrieval.computed.reduced import reduced

CASES = {
    "tenths": ("我们是会员", "会员单位按八折收取。", "参赛费", "0.8"),
    "hundredths": ("我们是会员", "会员单位按八五折收取。", "参赛费", "0.85"),
    "half": ("我们是帮扶县的学校", "国家重点帮扶县的学校凭证明减半收取。", "材料费", "0.5"),
    "a share that is left": ("我们是会员", "会员单位按70%收取。", "参赛费", "0.7"),
    "a share taken off": ("我们是会员", "会员单位减收30%。", "参赛费", "0.7"),
    "of the stage that is named": (
        "我们是会员",
        "会员决赛费打九折，预赛费不打折。",
        "决赛费",
        "0.9",
    ),
    "not of another stage": ("我们是会员", "会员决赛费打九折，预赛费不打折。", "预赛费", None),
    "not for those who are none": ("我们不是会员", "会员单位按八折收取。", "参赛费", None),
    "not for others": ("我们是会员", "非会员单位按九折收取。", "参赛费", None),
    "nothing said of oneself": ("要交多少", "会员单位按八折收取。", "参赛费", None),
    "nothing granted": ("我们是会员", "会员单位优先安排住宿。", "参赛费", None),
}


@pytest.mark.parametrize(("question", "text", "priced", "left"), CASES.values(), ids=CASES)
def test_what_is_left_of_a_price(question, text, priced, left):
    found = reduced(question, text, priced)
    assert (found.factor if found else None) == (Decimal(left) if left else None)
    assert found is None or found.granted in text

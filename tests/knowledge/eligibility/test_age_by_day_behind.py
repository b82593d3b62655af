"""A day named behind two ages holds for both, and takes none of them away."""

from __future__ import annotations

import pytest

from knowledge.eligibility.drafting import draft_rules
from knowledge.notice import read_notice

TEXT = """关于举办2027年岚溪市花艺职业技能竞赛的通知
岚溪人社〔2027〕3号
各有关单位：
现将有关事项通知如下。
一、参赛条件
本市企业职工，{ages}。
二、报名
报名截止时间为2027年8月10日17:00。
岚溪市人力资源和社会保障局
2027年5月9日
"""


@pytest.mark.parametrize(
    "ages",
    [
        "年满18周岁、不超过50周岁（按2027年1月1日计算）",
        "年满18周岁、不超过50周岁（年龄计算截至2027年1月1日）",
        "年满18周岁、不超过50周岁（以2027年1月1日为准）",
    ],
)
def test_both_ages_are_reckoned_by_it(ages):
    rules = draft_rules(read_notice("x", TEXT.format(ages=ages).encode())).rules
    params = [rule.params for rule in rules if rule.check == "age_on"]
    assert {p["min"] for p in params if "min" in p} == {18}
    assert {p["max"] for p in params if "max" in p} == {50}


def test_without_a_day_both_stay_as_they_are():
    text = TEXT.format(ages="年满18周岁、不超过50周岁")
    checks = {rule.check for rule in draft_rules(read_notice("x", text.encode())).rules}
    assert {"age_at_least", "age_at_most"} <= checks
    assert "age_on" not in checks

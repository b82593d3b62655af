"""What the groups of one sentence come to, where all of them are asked for."""

from __future__ import annotations

import pytest

from retrieval.computed.groups_together import groups_together

BOTH = "职工组25名选手进入决赛、学生组20名选手进入决赛"
SUMS = {
    "both by number": ("两组合起来多少人", BOTH, "25+20=45名"),
    "both by name": ("职工组和学生组一共多少人", BOTH, "25+20=45名"),
    "three": ("三个组加起来几个人", "高职组3人、中职组2人、教师组1人", "3+2+1=6人"),
}
NONE = {
    "one group": ("职工组一共多少人", BOTH),
    "nothing together": ("两组各多少人", BOTH),
    "other units": ("两组合起来多少", "职工组25名、学生组2队"),
    "one group told": ("两组合起来多少人", "职工组25名选手进入决赛"),
    "made up of": ("组成合起来多少人", BOTH),
}


@pytest.mark.parametrize("case", SUMS)
def test_groups_are_added_up(case):
    question, text, said = SUMS[case]
    assert said in groups_together(question, [text]).text


@pytest.mark.parametrize("case", NONE)
def test_other_questions_are_none_of_a_sum(case):
    question, text = NONE[case]
    assert groups_together(question, [text]) is None

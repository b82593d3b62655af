"""Questions on the craft itself are no matter of a notice, whatever competition is chosen."""

from __future__ import annotations

import pytest
from test_told_by_labels import answer, water

__all__ = ["water"]


@pytest.mark.parametrize(
    "question",
    ["水泵叶轮汽蚀机理详细讲讲", "毕业设计查重率咋降下来", "不锈钢焊缝老是发黑咋调"],
)
def test_the_craft_is_refused(water, question):
    assert answer(water, question).status == "out_of_scope"


@pytest.mark.parametrize(
    "question", ["堵车迟到了还让比吗", "选手证丢了能补吗", "填完保存了，下一步是啥"]
)
def test_what_a_notice_could_say_is_not(water, question):
    assert answer(water, question).status != "out_of_scope"

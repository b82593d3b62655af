"""Stages of schooling: what is said of it decides, then the school's name."""

from __future__ import annotations

import pytest

from knowledge.eligibility.checks.stages import stages


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("本科", {"本科"}),
        ("大专", {"专科"}),
        ("职高", {"中职"}),
        ("硕士研究生", {"研究生"}),
        ("五年制高职", {"中职", "专科"}),
        ("云山职业技术学院", {"专科"}),
        ("云山大学", {"专科", "本科", "研究生"}),
        ("某校", set()),
    ],
)
def test_stages(words, found):
    assert stages(words) == found
